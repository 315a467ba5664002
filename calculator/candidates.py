"""Candidates: orders that may have a claim or chargeback, out of files that cannot say whether it counts.

A flag in a returns report and a row of a payments report are hints. They never count by
themselves; each is listed, once an order and type, until the seller has said what became of it.
What another file or the forms already speak of is no candidate.

Worse mistake: a claim forgotten because no report lists claims. Whatever could still be in the
window, or come into it, is also among the things that need a look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from calculator.dates import DateRange
from calculator.defect_list import DefectList
from calculator.defects import DefectType
from calculator.orders import Fulfillment, Order
from calculator.reports.reading import Exclusion, Hint, Reading, Returned
from calculator.store_orders import StoreOrders

_WORDS = {DefectType.A_TO_Z_CLAIM: "claim", DefectType.CHARGEBACK: "chargeback"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One order that may have a defect of one type.

    Attributes:
        evidence: "return" (a flag) or "payment" (money that moved).
        order_date, fulfillment: of the order; None while no file knows it.
        reasons: why the buyer sent something back, as Amazon's codes.
    """

    order_id: str
    type: DefectType
    evidence: str
    file: str
    line: int
    event_date: date | None
    order_date: date | None
    fulfillment: Fulfillment | None
    reasons: tuple[str, ...]


def gather(
    readings: Sequence[Reading], orders: StoreOrders, defects: DefectList, window: DateRange
) -> tuple[Candidate, ...]:
    """Return the candidates by order date, id and type; those that matter become things to look at."""
    known = {(defect.order_id, defect.type) for defect in defects.defects}
    first: dict[tuple[str, str], tuple[Reading, Hint]] = {}
    for reading, hint in _hints(readings, orders):
        if (hint.order_id, hint.type) not in known:
            first.setdefault((hint.order_id, hint.type), (reading, hint))
    reasons = reasons_of(readings)
    found = []
    for reading, hint in first.values():
        order = orders.find(hint.order_id)
        if _may_matter(hint, order, window):
            reading.doubt(hint.line, hint.column, _code(hint), order_id=hint.order_id)
        found.append(_candidate(reading, hint, order, reasons.get(hint.order_id, ())))
    return tuple(sorted(found, key=_by_date_id_type))


def reasons_of(readings: Sequence[Reading]) -> dict[str, tuple[str, ...]]:
    """Return the reasons of returns by order id, each once."""
    found: dict[str, set[str]] = {}
    for reading in readings:
        for record in reading.records:
            if isinstance(record, Returned) and record.reason:
                found.setdefault(record.order_id, set()).add(record.reason)
    return {order_id: tuple(sorted(reasons)) for order_id, reasons in found.items()}


def _hints(readings: Sequence[Reading], orders: StoreOrders) -> Iterator[tuple[Reading, Hint]]:
    """Yield the hints about orders of the assessed store, money taken before money given back.

    Rows about orders of another store are excluded.
    """
    own: list[tuple[Reading, Hint]] = []
    for reading in readings:
        for record in reading.records:
            if not isinstance(record, Hint | Returned):
                continue
            order = orders.find(record.order_id)
            if order is not None and orders.is_elsewhere(order):
                reading.excluded[Exclusion.OTHER_STORE] += not _is_second(record)
            elif isinstance(record, Hint):
                own.append((reading, record))
    yield from sorted(own, key=lambda item: (item[1].is_given_back, item[0].file, item[1].line))


def _is_second(record: Hint | Returned) -> bool:
    """Return whether a hint shares its row with a return, which is counted already."""
    return isinstance(record, Hint) and record.evidence == "return"


def _may_matter(hint: Hint, order: Order | None, window: DateRange) -> bool:
    """Return whether the order may be in the window or come into it; an event is never before its order."""
    last_possible = order.day if order is not None else hint.event_date
    return last_possible is None or last_possible >= window.first_day


def _code(hint: Hint) -> str:
    how = "given_back" if hint.is_given_back else f"by_{hint.evidence}"
    return f"perhaps_{_WORDS[DefectType(hint.type)]}_{how}"


def _candidate(reading: Reading, hint: Hint, order: Order | None, reasons: tuple[str, ...]) -> Candidate:
    return Candidate(
        order_id=hint.order_id,
        type=DefectType(hint.type),
        evidence=hint.evidence,
        file=reading.file,
        line=hint.line,
        event_date=hint.event_date,
        order_date=order.day if order else None,
        fulfillment=order.fulfillment if order else None,
        reasons=reasons,
    )


def _by_date_id_type(candidate: Candidate) -> tuple[object, ...]:
    day = candidate.order_date
    return day is None, day or date.max, candidate.order_id, candidate.type
