"""Ledger: the orders and marked orders of one fulfilment by order day, ready to be slid over.

Counts are those of the careful side: orders that are certain to be counted, every defect that may
count. What was only typed has no days of its own: a count is spread evenly over its period and
never rounded up, a mark that only Amazon's page counts stays until the last day it could.

Worse mistake: a day on which the rate looks lower than it can be known to be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from calculator.dates import DateRange
from calculator.defects import Defect
from calculator.orders import Fulfillment
from calculator.policy import Counts
from calculator.store_orders import StoreOrders


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What one fulfilment holds, by order day.

    Attributes:
        orders: orders certain to be counted, marked ones among them.
        marked: ids of orders with a defect that counts or may count.
        typed: number of orders and the period they are spread over, where no order is known.
        dateless: orders with a defect whose day is not known, and the last day they may have.
    """

    orders: Mapping[date, int]
    marked: Mapping[date, frozenset[str]]
    typed: tuple[int, DateRange] | None = None
    dateless: tuple[int, date] = (0, date.min)

    def orders_in(self, window: DateRange) -> int:
        """Return the orders of a window, never fewer than marked; a typed count by its share of days.

        A typed count holds the orders known of its own period; those of other days stand beside it.
        """
        known = {day: number for day, number in self.orders.items() if day in window}
        if self.typed is None:
            return sum(known.values())
        number, period = self.typed
        within = sum(known[day] for day in known if day in period)
        share = number * _shared(window, period) // period.days
        return max(max(share, within) + sum(known.values()) - within, self.marked_in(window))

    def orders_on(self, day: date) -> int:
        """Return the orders of one day; of a typed count the day's share."""
        return self.orders_in(DateRange(day, day))

    def marked_in(self, window: DateRange) -> int:
        """Return the orders with a defect of a window."""
        number, last_day = self.dateless
        known = sum(len(ids) for day, ids in self.marked.items() if day in window)
        return known + (number if last_day >= window.first_day else 0)


def ledger_of(
    orders: StoreOrders,
    defects: Iterable[Defect],
    fulfillment: Fulfillment,
    window: DateRange,
    as_of: date,
) -> Ledger:
    """Return the ledger of one fulfilment.

    Args:
        orders: of the assessed store.
        defects: of any fulfilment and outcome.
        fulfillment: the one to keep.
        window: the assessed window, the period of a count that was typed without days.
        as_of: the last day an order without a date may have.
    """
    held = [d for d in defects if d.counts is not Counts.NOT_COUNTED]
    period = orders.typed_period or window
    marked: dict[date, set[str]] = {}
    for defect in held:
        if defect.is_placed and defect.fulfillment is fulfillment and defect.order_date:
            marked.setdefault(defect.order_date, set()).add(defect.order_id)
    return Ledger(
        orders=_certain(orders, fulfillment, marked),
        marked={day: frozenset(ids) for day, ids in marked.items()},
        typed=(orders.typed[fulfillment], period) if fulfillment in orders.typed else None,
        dateless=_dateless(orders, held, fulfillment, marked, period, as_of),
    )


def _certain(
    orders: StoreOrders, fulfillment: Fulfillment, marked: Mapping[date, set[str]]
) -> dict[date, int]:
    """Return settled orders by day, and those that only a defect makes certain."""
    counted: Counter[date] = Counter()
    for (who, day, is_settled), number in orders.by_day.items():
        if who is fulfillment and is_settled:
            counted[day] += number
    for order in orders.by_hand.values():
        if order.fulfillment is fulfillment:
            counted[order.day] += 1
    for day, ids in marked.items():
        counted[day] += sum(_is_certain_by_defect(orders, order_id) for order_id in ids)
    return dict(counted)


def _is_certain_by_defect(orders: StoreOrders, order_id: str) -> bool:
    """Return whether only its defect makes an order certain; one in no file is part of a typed count."""
    order = orders.find(order_id)
    return order is None or not order.is_settled


def _dateless(
    orders: StoreOrders,
    held: list[Defect],
    fulfillment: Fulfillment,
    marked: Mapping[date, set[str]],
    period: DateRange,
    as_of: date,
) -> tuple[int, date]:
    """Return the marks without a day: typed without one, or counted on Amazon's page only."""
    undated = {
        d.order_id
        for d in held
        if d.is_typed and d.order_date is None and d.fulfillment in (None, fulfillment)
    }
    listed = sum(len(ids) for day, ids in marked.items() if day in period) + len(undated)
    unlisted = max(orders.stated.get(fulfillment, 0) - listed, 0)
    return len(undated) + unlisted, as_of if undated else period.last_day


def window_on(day: date, lag: int, length: int) -> DateRange:
    """Return the window that is measured on a day."""
    return DateRange.ending(day - timedelta(days=lag), length)


def _shared(one: DateRange, other: DateRange) -> int:
    """Return the number of days in both ranges."""
    first, last = max(one.first_day, other.first_day), min(one.last_day, other.last_day)
    return max((last - first).days + 1, 0)
