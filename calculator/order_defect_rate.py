"""Order defect rate: orders with at least one defect, of all orders, in a window.

Kept apart for seller-fulfilled (mfn) and Amazon-fulfilled (afn) orders. A rate is a pair of
counts, each a band: cancelled and pending orders may or may not be in Amazon's count, open
claims may or may not become defects.

>>> OrderDefectRate.of(Band(100, 100), Band(1, 1), Fraction(1, 100)).verdict
<Verdict.OFF_TARGET: 'off_target'>
>>> OrderDefectRate.of(Band(101, 101), Band(1, 1), Fraction(1, 100)).verdict
<Verdict.ON_TARGET: 'on_target'>
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from calculator.dates import DateRange
from calculator.defects import Defect, DefectType
from calculator.orders import Fulfillment
from calculator.policy import Counts, Policy
from calculator.store_orders import StoreOrders


class Verdict(StrEnum):
    """What can be said about a rate and the target."""

    ON_TARGET = "on_target"
    OFF_TARGET = "off_target"
    UNDECIDED = "undecided"
    NO_ORDERS = "no_orders"


@dataclass(frozen=True, slots=True)
class Band:
    """A count that is known to lie between two ends, both possible."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDefectRate:
    """The rate of one fulfilment in one window.

    Attributes:
        orders: all orders (high), and those certain to be counted (low).
        orders_with_defects: with a counted defect (low), and with an undecided one too (high).
        components: orders with a counted defect, per type; they may add to more than the union.
        orders_needed: orders that would carry these defects on target.
        listed: orders with a defect that are known one by one, the rest Amazon's page only counts.
    """

    orders: Band
    orders_with_defects: Band
    components: Mapping[DefectType, int]
    verdict: Verdict
    orders_needed: int
    listed: Band

    @classmethod
    def of(
        cls,
        orders: Band,
        orders_with_defects: Band,
        target: Fraction,
        components: Mapping[DefectType, int] = MappingProxyType({}),
        listed: Band | None = None,
    ) -> OrderDefectRate:
        """Judge two counts against a target, strictly and in integers."""
        return cls(
            orders=orders,
            orders_with_defects=orders_with_defects,
            components=components,
            verdict=_judge(orders, orders_with_defects, target),
            orders_needed=orders_with_defects.high * target.denominator // target.numerator + 1,
            listed=listed or orders_with_defects,
        )


def target_of(policy: Policy) -> Fraction:
    """Return the target as a fraction of orders.

    Source: order_defect_rate.target
    """
    return policy.fraction("order_defect_rate.target")


def measure(
    orders: StoreOrders,
    defects: Sequence[Defect],
    window: DateRange,
    fulfillment: Fulfillment,
    target: Fraction,
) -> OrderDefectRate:
    """Count the orders of one fulfilment that carry a defect, by order date.

    Args:
        orders: of the assessed store. What Amazon's page was said to count is the least that counts.
        defects: any number an order; those whose order has no known place are passed over.
        window: whole days, both ends included.
        fulfillment: the rate to measure; the two are never mixed.
        target: share of orders with defects that must not be reached.

    Units: orders; a rate is a pair of counts, never a number.
    Source: order_defect_rate.union, counted_defects
    Worse mistake: calling a seller safe who is not - doubt widens the band.
    """
    held = [d for d in defects if _is_in(d, window, fulfillment)]
    counted = {d.order_id for d in held if d.counts is Counts.COUNTED}
    possible = counted | {d.order_id for d in held if d.counts is Counts.UNDECIDED}
    possible |= {d.order_id for d in defects if _may_be_in(d, fulfillment)}
    stated = orders.stated.get(fulfillment, 0)
    everything, settled = orders.within(window, fulfillment)
    unsettled = sum(_is_unsettled(orders, order_id) for order_id in possible)
    low = settled if fulfillment in orders.typed else settled + unsettled
    components = {
        type_: len({d.order_id for d in held if d.type is type_ and d.counts is Counts.COUNTED})
        for type_ in DefectType
    }
    marked = Band(max(len(counted), stated), max(len(possible), stated))
    return OrderDefectRate.of(
        Band(low, everything), marked, target, components, Band(len(counted), len(possible))
    )


def _may_be_in(defect: Defect, fulfillment: Fulfillment) -> bool:
    """Return whether a defect of the form still lacks its order day, so that it may be in any window."""
    is_undated = defect.is_typed and defect.order_date is None and defect.counts is not Counts.NOT_COUNTED
    return is_undated and defect.fulfillment in (None, fulfillment)


def _is_in(defect: Defect, window: DateRange, fulfillment: Fulfillment) -> bool:
    day = defect.order_date
    return defect.is_placed and defect.fulfillment is fulfillment and day is not None and day in window


def _is_unsettled(orders: StoreOrders, order_id: str) -> bool:
    order = orders.find(order_id)
    return order is not None and not order.is_settled


def _judge(orders: Band, defects: Band, target: Fraction) -> Verdict:
    """Return the verdict; exactly at the target is off target."""
    if orders.high == 0:
        return Verdict.NO_ORDERS
    if defects.high * target.denominator < orders.low * target.numerator:
        return Verdict.ON_TARGET
    if defects.low * target.denominator >= orders.high * target.numerator:
        return Verdict.OFF_TARGET
    return Verdict.UNDECIDED
