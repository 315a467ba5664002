"""Which defects there are, row by row, in the words of the specification."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from .recount_orders import Order
from .truth import CHARGEBACK, CLAIM, FEEDBACK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .truth import FeedbackRow, HandRow, MarkRow, Shop

COUNTED, NOT_COUNTED, UNDECIDED = "counted", "not_counted", "undecided"
OUTCOMES = {
    (FEEDBACK, "kept"): COUNTED,
    (FEEDBACK, "removed"): NOT_COUNTED,
    (FEEDBACK, "struck_through"): NOT_COUNTED,
    (CLAIM, "granted"): COUNTED,
    (CLAIM, "seller_refunded_after_claim"): COUNTED,
    (CLAIM, "cancelled_by_seller"): COUNTED,
    (CLAIM, "appeal_money_only"): COUNTED,
    (CLAIM, "withdrawn"): NOT_COUNTED,
    (CLAIM, "denied"): NOT_COUNTED,
    (CLAIM, "amazon_funded"): NOT_COUNTED,
    (CLAIM, "mark_removed"): NOT_COUNTED,
    (CLAIM, "granted_not_counted"): NOT_COUNTED,
    (CLAIM, "refused_or_returned"): NOT_COUNTED,
    (CLAIM, "cancelled_by_buyer"): NOT_COUNTED,
    (CLAIM, "open"): UNDECIDED,
    (CLAIM, "appealed"): UNDECIDED,
    (CHARGEBACK, "service"): COUNTED,
    (CHARGEBACK, "fraud"): NOT_COUNTED,
    (CHARGEBACK, "unknown"): UNDECIDED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """One defect; `outcome` is None where the specification names no word for it."""

    order_id: str
    type: str
    outcome: str | None
    counts: str
    order_date: date | None
    fulfillment: str | None


def hand_rows(shop: Shop) -> Iterator[HandRow]:
    """Every hand-entered row, a blank id replaced by one that belongs to that row alone."""
    for file_number, file in enumerate(shop.hand_files):
        for row_number, row in enumerate(file):
            yield row if row.order_id else replace(row, order_id=f"blank {file_number} {row_number}")


def one_feedback_each(rows: list[HandRow]) -> list[HandRow]:
    """The rows with one feedback an order: the latest, then the one that counts most."""
    chosen: dict[str, HandRow] = {}
    for row in rows:
        if row.type == FEEDBACK and (
            row.order_id not in chosen or _lateness(row) > _lateness(chosen[row.order_id])
        ):
            chosen[row.order_id] = row
    return [row for row in rows if row.type != FEEDBACK or chosen[row.order_id] is row]


def _lateness(row: HandRow) -> tuple[date, int]:
    counts = OUTCOMES.get((row.type, row.outcome), UNDECIDED)
    return row.event_date or date.min, (NOT_COUNTED, UNDECIDED, COUNTED).index(counts)


def hand_orders(shop: Shop, known: dict[str, Order]) -> dict[str, Order]:
    """Orders that are in no order file but whose hand entry states day and fulfilment."""
    added = {}
    for row in hand_rows(shop):
        if row.order_id not in known and row.order_date is not None and row.fulfillment is not None:
            added[row.order_id] = Order(
                order_id=row.order_id,
                day=row.order_date,
                fulfillment=row.fulfillment,
                settled=True,
                store=None,
                from_hand=True,
            )
    return added


def newest_feedback(shop: Shop) -> dict[str, FeedbackRow]:
    """One feedback an order: the latest date, then the lower rating."""
    chosen: dict[str, FeedbackRow] = {}
    for file in shop.feedback_files:
        for row in file:
            other = chosen.get(row.order_id)
            if other is None or _newer(row, other):
                chosen[row.order_id] = row
    return chosen


def _newer(row: FeedbackRow, other: FeedbackRow) -> bool:
    if row.left_on is None or other.left_on is None:
        return other.left_on is None and (row.left_on is not None or row.stars < other.stars)
    return row.left_on > other.left_on or (row.left_on == other.left_on and row.stars < other.stars)


def defects(shop: Shop, known: dict[str, Order]) -> list[Defect]:
    """Every defect of every store, before anything is left out; `known` holds all orders."""
    found: list[Defect] = []

    def add(order_id: str, kind: str, outcome: str | None, counts: str, row: HandRow | None = None) -> None:
        order = known.get(order_id) or marked_orders.get(order_id)
        found.append(
            Defect(
                order_id=order_id,
                type=kind,
                outcome=outcome,
                counts=counts,
                order_date=order.day if order else (row.order_date if row else None),
                fulfillment=order.fulfillment if order else (row.fulfillment if row else None),
            )
        )

    marked = {(mark.order_id, kind) for mark in shop.marks or () for kind in mark.types}
    marked_orders = {mark.order_id: stated(mark) for mark in shop.marks or ()}
    feedback_by_hand = {row.order_id for row in hand_rows(shop) if row.type == FEEDBACK}
    for order_id, feedback in newest_feedback(shop).items():
        if order_id not in feedback_by_hand and (order_id, FEEDBACK) not in marked and feedback.stars <= 2:
            add(order_id, FEEDBACK, None, COUNTED)
    for row in one_feedback_each(list(hand_rows(shop))):
        if row.order_id.startswith("blank ") and row.order_date is None:
            continue
        if not (row.type == FEEDBACK and (row.order_id, FEEDBACK) in marked):
            add(row.order_id, row.type, row.outcome, OUTCOMES.get((row.type, row.outcome), UNDECIDED), row)
    for order_id, kind in sorted(marked):
        add(order_id, kind, None, COUNTED)
    return found


def stated(mark: MarkRow) -> Order:
    """The day and fulfilment the ODR download states: they date a defect, they never add an order."""
    return Order(
        order_id=mark.order_id, day=mark.order_day, fulfillment=mark.fulfillment, settled=True, store=None
    )


def unmatched(shop: Shop, known: dict[str, Order]) -> list[str]:
    """Ids that are in no order file and carry no order date of their own."""
    ids = {row.order_id for file in shop.feedback_files for row in file}
    ids |= {row.order_id for file in shop.hand_files for row in file if row.order_id}
    dated = {row.order_id for file in shop.hand_files for row in file if row.order_date is not None}
    dated |= {mark.order_id for mark in shop.marks or ()}
    return sorted(ids - set(known) - dated)
