"""Entries: what an assessment knows of one fulfilment, written into a ledger by order day.

A mark without a day stays until the last day it could have, a mark that only Amazon's page counts
until the last day of the period it was counted in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from calculator.dates import DateRange
from calculator.defects import Defect
from calculator.orders import Fulfillment
from calculator.policy import Counts
from calculator.recovery.ledger import Ledger
from calculator.store_orders import StoreOrders


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
