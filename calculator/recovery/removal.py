"""Removal: the least number of orders that must lose their defects for the rate to be on target.

Clearing an order takes all its defects away. An order that is certain to be counted only because
of its defect - a cancelled or pending one - then leaves the denominator too, so settled orders
are worth more. The set the page shows holds only orders whose every defect has an honest route
open; the bare number says nothing about honesty and stays in the JSON.

Worse mistake: a set that reads like a list of buyers to press. Routes, not buyers, make it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from calculator.order_defect_rate import OrderDefectRate, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedOrder:
    """An order of the window with defects that count or may count.

    Attributes:
        is_counted: one of its defects counts for certain.
        is_settled: it stays in the denominator when its defects are gone.
        has_route: every one of its defects has an honest route open.
    """

    order_id: str
    is_counted: bool
    is_settled: bool
    has_route: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What would have to go.

    Attributes:
        smallest_set: number of orders, None where no number helps.
        honest_set: ids of orders with open routes that would be enough, None where they are not.
    """

    smallest_set: int | None
    honest_set: tuple[str, ...] | None


def removal(rate: OrderDefectRate, marked: Sequence[MarkedOrder], target: Fraction) -> Removal:
    """Return the least sets for one fulfilment's rate.

    Args:
        rate: the assessed rate.
        marked: the orders behind `rate.orders_with_defects.high`, each once; those that only Amazon's
            page counts may be missing, they are settled and no route is known for them.
        target: share that must not be reached.
    """
    if rate.verdict is Verdict.NO_ORDERS:
        return Removal(smallest_set=None, honest_set=None)
    unlisted = MarkedOrder(order_id="", is_counted=True, is_settled=True, has_route=False)
    whole = _least(rate, [*marked, *[unlisted] * (rate.orders_with_defects.high - len(marked))], target)
    honest = _least(rate, [order for order in marked if order.has_route], target)
    return Removal(
        smallest_set=None if whole is None else len(whole),
        honest_set=None if honest is None else tuple(sorted(order.order_id for order in honest)),
    )


def _least(
    rate: OrderDefectRate, choice: Sequence[MarkedOrder], target: Fraction
) -> list[MarkedOrder] | None:
    """Return the fewest orders of `choice` that bring the rate under the target, counted ones first."""
    marked, orders = rate.orders_with_defects.high, rate.orders.low
    settled = sum(order.is_settled for order in choice)
    for size in range(len(choice) + 1):
        left = marked - size
        if _is_under(left, orders - max(size - settled, 0), target):
            spare = (orders * target.numerator - left * target.denominator - 1) // target.numerator
            return list(islice(_affordable(choice, spare), size))
    return None


def _affordable(choice: Iterable[MarkedOrder], spare: int) -> Iterator[MarkedOrder]:
    """Yield counted orders first, then undecided; at most `spare` that leave the denominator too."""
    for order in sorted(choice, key=_worth):
        spare -= not order.is_settled
        if order.is_settled or spare >= 0:
            yield order


def _worth(order: MarkedOrder) -> tuple[bool, bool, str]:
    """Return the sort key: counted first, then settled, then by id."""
    return not order.is_counted, not order.is_settled, order.order_id


def _is_under(marked: int, orders: int, target: Fraction) -> bool:
    return marked * target.denominator < orders * target.numerator
