"""Candidates: orders that may have a claim or chargeback, out of files that cannot say whether it counts.

A flag in a returns report and a row of a payments report are hints. They never count by
themselves; each is listed, once an order and type, until the seller has said what became of it.
What another file or the forms already speak of is no candidate.

Worse mistake: a claim forgotten because no report lists claims. Whatever could still be in the
window, or come into it, is also among the things that need a look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
        evidence: "return" (a flag), "payment" (money that moved) or "page" (a list of Amazon's).
        order_date, fulfillment: of the order; None while no file knows it.
        reasons: why the buyer sent something back, as Amazon's codes.
        is_given_back: the money of the row went to the seller.
        may_matter: the order may be in the window or come into it.
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
    is_given_back: bool
    may_matter: bool


def gather(
    readings: Sequence[Reading],
    orders: StoreOrders,
    defects: DefectList,
    window: DateRange,
    dismissed: Iterable[tuple[str, str]] = (),
) -> tuple[Candidate, ...]:
    """Return the candidates by order date, id and type; those that matter become things to look at.

    Args:
        readings: may gain problems and exclusions.
        orders: of the assessed store.
        defects: what is known already.
        window: of the rate.
        dismissed: order ids and types of which the seller says that there is no such claim.
    """
    known = {*((defect.order_id, defect.type) for defect in defects.defects), *dismissed}
    first: dict[tuple[str, str], tuple[Reading, Hint]] = {}
    for reading, hint in _hints(readings, orders):
        if (hint.order_id, hint.type) not in known:
            first.setdefault((hint.order_id, hint.type), (reading, hint))
    reasons = reasons_of(readings)
    found = []
    for reading, hint in first.values():
        candidate = _candidate(
            reading, hint, orders.find(hint.order_id), reasons.get(hint.order_id, ()), window
        )
        if candidate.may_matter:
            reading.doubt(hint.line, hint.column, f"perhaps_{code_of(candidate)}", order_id=hint.order_id)
        found.append(candidate)
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


def code_of(candidate: Candidate) -> str:
    """Return what was seen of a candidate in a word, such as `claim_by_return`."""
    how = "given_back" if candidate.is_given_back else f"by_{candidate.evidence}"
    return f"{_WORDS[candidate.type]}_{how}"


def _may_matter(hint: Hint, order: Order | None, window: DateRange) -> bool:
    """Return whether the order may be in the window or come into it; an event is never before its order."""
    last_possible = order.day if order is not None else hint.event_date
    return last_possible is None or last_possible >= window.first_day


def _candidate(
    reading: Reading, hint: Hint, order: Order | None, reasons: tuple[str, ...], window: DateRange
) -> Candidate:
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
        is_given_back=hint.is_given_back,
        may_matter=_may_matter(hint, order, window),
    )


def _by_date_id_type(candidate: Candidate) -> tuple[object, ...]:
    day = candidate.order_date
    return day is None, day or date.max, candidate.order_id, candidate.type
