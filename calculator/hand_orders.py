"""Hand orders: which order each row about a defect speaks of, and orders known only by hand.

Order day and fulfilment come from the order files when the id is known there; a hand-entered
row that says otherwise is listed and the files win. A hand-entered row whose order is in no
file but which states both adds that order as settled. Amazon's ODR download never adds one.

Worse mistake: an order counted twice. A blank id is its own order, a known one never is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_uppercase

from calculator.orders import Fulfillment, Order
from calculator.reports.reading import Exclusion, Feedback, HandDefect, Mark, Reading, Unmarked
from calculator.store_orders import StoreOrders

AboutDefect = Feedback | HandDefect | Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One row about a defect and the order it speaks of.

    Attributes:
        order_date, fulfillment: of the order, or as the row itself states them, or None.
        is_placed: the order is part of the rate.
        is_known: an order file or hand entry knows the order.
    """

    reading: Reading
    record: AboutDefect
    order_id: str
    order_date: date | None
    fulfillment: Fulfillment | None
    is_placed: bool
    is_known: bool


def place(readings: Sequence[Reading], orders: StoreOrders) -> list[Placed]:
    """Return every row about a defect with its order; rows of other stores are excluded.

    Adds hand-known orders to `orders` and complaints to the readings.
    """
    rows = _named([(r, record) for r in readings for record in r.records if isinstance(record, AboutDefect)])
    _add_hand_orders(rows, orders)
    placed = []
    elsewhere: set[tuple[str, int]] = set()
    _exclude_unmarked(readings, orders)
    for reading, record in rows:
        order = orders.find(record.order_id)
        if order is None:
            placed.append(_unknown(reading, record, orders))
        elif orders.is_elsewhere(order):
            reading.excluded[Exclusion.OTHER_STORE] += (reading.file, record.line) not in elsewhere
            elsewhere.add((reading.file, record.line))
        else:
            _compare(reading, record, order)
            placed.append(_known(reading, record, order))
    return placed


def _exclude_unmarked(readings: Sequence[Reading], orders: StoreOrders) -> None:
    """Exclude rows of Amazon's download that carry no mark and belong to another store."""
    for reading in readings:
        for record in reading.records:
            if isinstance(record, Unmarked):
                order = orders.find(record.order_id)
                if order is not None and orders.is_elsewhere(order):
                    reading.excluded[Exclusion.OTHER_STORE] += 1


def unmatched(placed: Iterable[Placed]) -> tuple[str, ...]:
    """Return the ids that no file knows and that carry no order date of their own, sorted."""
    dated = {row.order_id for row in placed if row.is_known or row.order_date is not None}
    return tuple(sorted({row.order_id for row in placed} - dated))


def _named(rows: list[tuple[Reading, AboutDefect]]) -> list[tuple[Reading, AboutDefect]]:
    """Name the orders of hand-entered rows without an id, whatever order the rows lie in."""
    nameless = [item for item in rows if isinstance(item[1], HandDefect) and not item[1].order_id]
    names = {id(item[1]): f"order {_letters(n)}" for n, item in enumerate(sorted(nameless, key=_by_content))}
    return [
        (reading, replace(record, order_id=names[id(record)]) if id(record) in names else record)
        for reading, record in rows
    ]


def _by_content(item: tuple[Reading, AboutDefect]) -> tuple[str, ...]:
    record = item[1]
    assert isinstance(record, HandDefect)  # noqa: S101 - only hand-entered rows may be nameless
    return (
        str(record.order_date),
        str(record.fulfillment),
        record.type,
        record.outcome,
        str(record.event_date),
    )


def _letters(number: int) -> str:
    """Return A, B, … Z, AA, AB and so on, for 0, 1 and up."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters


def _add_hand_orders(rows: Iterable[tuple[Reading, AboutDefect]], orders: StoreOrders) -> None:
    """Add the orders that hand entry states whole; of two statements the earlier day stands."""
    for reading, record in sorted(rows, key=lambda item: _stated(item[1])):
        if (
            not isinstance(record, HandDefect)
            or record.order_date is None
            or orders.book.find(record.order_id)
        ):
            continue
        if record.fulfillment is None:
            reading.doubt(record.line, "fulfillment", "defect_without_fulfillment", order_id=record.order_id)
            continue
        stated = Order(
            order_id=record.order_id,
            day=record.order_date,
            fulfillment=record.fulfillment,
            is_settled=True,
            store=None,
        )
        known = orders.by_hand.setdefault(record.order_id, stated)
        if known != stated:
            reading.doubt(record.line, "order_date", "hand_disagrees_with_itself", order_id=record.order_id)


def _stated(record: AboutDefect) -> tuple[str, str, str]:
    own = record if isinstance(record, HandDefect) else None
    return record.order_id, str(own.order_date) if own else "", str(own.fulfillment) if own else ""


def _compare(reading: Reading, record: AboutDefect, order: Order) -> None:
    """List a hand-entered or downloaded order day or fulfilment that the files contradict."""
    if isinstance(record, Feedback) or order.store is None:
        return
    for column, own, held in (
        ("order_date", record.order_date, order.day),
        ("fulfillment", record.fulfillment, order.fulfillment),
    ):
        if own is not None and own != held:
            reading.doubt(
                record.line,
                column,
                "files_disagree",
                order_id=order.order_id,
                original=str(own),
                files=str(held),
            )


def _known(reading: Reading, record: AboutDefect, order: Order) -> Placed:
    return Placed(
        reading=reading,
        record=record,
        order_id=order.order_id,
        order_date=order.day,
        fulfillment=order.fulfillment,
        is_placed=True,
        is_known=True,
    )


def _unknown(reading: Reading, record: AboutDefect, orders: StoreOrders) -> Placed:
    """Return a row whose order no file knows; a typed count may still hold it."""
    day = None if isinstance(record, Feedback) else record.order_date
    who = None if isinstance(record, Feedback) else record.fulfillment
    if isinstance(record, Mark) and who is None and len(orders.typed) == 1:
        who = next(iter(orders.typed))
        reading.doubt(
            record.line, None, "fulfillment_assumed", order_id=record.order_id, fulfillment=who.value.upper()
        )
    is_placed = day is not None and who in orders.typed
    if isinstance(record, Mark) and day is not None and not is_placed:
        reading.doubt(record.line, None, "mark_order_unknown", order_id=record.order_id)
    return Placed(
        reading=reading,
        record=record,
        order_id=record.order_id,
        order_date=day,
        fulfillment=who,
        is_placed=is_placed,
        is_known=False,
    )
