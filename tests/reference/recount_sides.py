"""One fulfilment of a shop as a plain list of orders, to be counted in any window.

A typed count has no order days: each day of its period holds the same share of it, and a window
holds the whole orders of the days it shares with the period, at least those known to be there. A
typed order of a day outside the period was not part of the count and is one more order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from . import recount_defects, recount_orders
from .recount import POLICY_LAG, fixed_lag, typed_counts, window
from .recount_defects import COUNTED, NOT_COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from .recount_defects import Defect
    from .truth import CountRow, Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One order: its day, whether its status alone counts it, the worst that its defects do."""

    order_id: str
    day: date
    settled: bool
    worst: str

    @property
    def is_marked(self) -> bool:
        """Whether it counts as an order with a defect until every open claim is decided."""
        return self.worst != NOT_COUNTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One fulfilment of a shop: what is needed to count any window of it."""

    as_of: date
    lag: int
    first: date
    last: date
    lines: tuple[Line, ...]
    typed: CountRow | None


def side(shop: Shop, kind: str) -> Side:
    """One fulfilment of the assessed store, from the truth of the shop."""
    in_files = recount_orders.merged(shop)
    store = recount_orders.assessed_store(shop, in_files)
    known = {**in_files, **recount_defects.hand_orders(shop, in_files)}
    defects = recount_defects.defects(shop, known)
    first, last, basis = window(shop, store)
    typed = typed_counts(shop, in_files, store).get(kind)
    lines = [
        Line(
            order_id=one.order_id,
            day=one.day,
            settled=one.settled,
            worst=worst([defect.counts for defect in defects if defect.order_id == one.order_id]),
        )
        for one in known.values()
        if one.fulfillment == kind and one.store in (store, None)
    ]
    return Side(
        as_of=shop.as_of,
        lag=(shop.as_of - last).days if fixed_lag(shop, last, basis) else POLICY_LAG,
        first=first,
        last=last,
        lines=(*lines, *(only_marked(defects, kind, set(known)) if typed else ())),
        typed=typed,
    )


def worst(counts: list[str]) -> str:
    """What an order's defects do together."""
    return COUNTED if COUNTED in counts else next((one for one in counts if one != NOT_COUNTED), NOT_COUNTED)


def only_marked(defects: list[Defect], kind: str, known: set[str]) -> Iterator[Line]:
    """Orders that only the ODR download dates: a typed count holds them too."""
    here = [one for one in defects if one.fulfillment == kind and one.order_id not in known]
    for order_id in sorted({one.order_id for one in here if one.order_date is not None}):
        own = [one for one in here if one.order_id == order_id]
        day = next(one.order_date for one in own if one.order_date is not None)
        yield Line(order_id=order_id, day=day, settled=True, worst=worst([one.counts for one in own]))


def inside(one: Side, first: date, last: date) -> tuple[int, int]:
    """Orders that count, and orders with a defect, of these days."""
    here = [line for line in one.lines if first <= line.day <= last]
    marked = sum(line.is_marked for line in here)
    if one.typed is None:
        return sum(line.settled or line.is_marked for line in here), marked
    return spread(one.typed, here, first, last), marked


def spread(count: CountRow, known: list[Line], first: date, last: date) -> int:
    """A typed count's share of these days, and the known orders of days it does not speak of."""
    shared = days_shared(first, last, count.first_day, count.last_day)
    share = Fraction(count.orders * shared, (count.last_day - count.first_day).days + 1)
    within = sum(count.first_day <= line.day <= count.last_day for line in known)
    return max(floor(share), within) + len(known) - within


def days_shared(first: date, last: date, other_first: date, other_last: date) -> int:
    """How many days lie in both ranges, counted one by one."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return sum(other_first <= day <= other_last for day in days)
