"""Defect list: all that the files say about defects, one list, each joined to its order.

One feedback an order: the latest, then the lower rating; a hand-entered outcome beats the
report's row. Every claim and chargeback row is its own defect. A mark in Amazon's own ODR
download is a counted defect, whatever we would have said; where we would have said otherwise
that is listed. Ids that no file can place are listed too.

Worse mistake: losing a defect on the way. What cannot be placed stays in the list, undated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from calculator import hand_orders, outcomes
from calculator.defects import Defect, DefectType, Origin
from calculator.hand_orders import Placed
from calculator.policy import Counts, Policy
from calculator.reports.reading import Feedback, HandDefect, Mark, Reading
from calculator.store_orders import StoreOrders


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectList:
    """All defects by order date, id and type, and the ids no file can place.

    Attributes:
        places: where in the list the defects of an order stand, by its id.
    """

    defects: tuple[Defect, ...]
    unmatched: tuple[str, ...]
    places: dict[str, list[int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for place, defect in enumerate(self.defects):
            self.places.setdefault(defect.order_id, []).append(place)


def gather(readings: Sequence[Reading], orders: StoreOrders, policy: Policy) -> DefectList:
    """Join what the readings say about defects to the orders of the assessed store.

    Adds the orders known only by hand to `orders`, and problems and exclusions to the readings.
    """
    placed = hand_orders.place(readings, orders)
    judged = [
        (row, defect) for row in placed if (defect := _judged(row, policy)) is not None or _is_kind_word(row)
    ]
    found = [*_one_feedback_per_order(judged), *_claims_and_chargebacks(judged)]
    return DefectList(
        defects=tuple(sorted(found, key=_by_date_id_type)), unmatched=hand_orders.unmatched(placed)
    )


def _judged(row: Placed, policy: Policy) -> Defect | None:
    """Return the defect a row is, or None where it says there is none (3 to 5 stars)."""
    ruling = outcomes.of(row.reading, row.record, policy)
    if ruling is None:
        return None
    record, type_ = row.record, outcomes.type_of(row.record)
    said = outcomes.said_of(row.reading, record)
    return Defect(
        order_id=row.order_id,
        type=type_,
        outcome=ruling.outcome,
        counts=ruling.counts,
        rule=ruling.rule,
        origin=outcomes.origin_of(record),
        order_date=row.order_date,
        fulfillment=row.fulfillment,
        is_placed=row.is_placed,
        event_date=outcomes.event_date_of(record),
        decided_on=outcomes.decided_on_of(row.reading, record),
        stars=record.rating if isinstance(record, Feedback) else None,
        comment=outcomes.comment_of(record),
        file=row.reading.file,
        line=record.line,
        is_typed=row.reading.is_typed,
        is_edited=said is not None,
    )


def _is_kind_word(row: Placed) -> bool:
    return outcomes.type_of(row.record) is DefectType.NEGATIVE_FEEDBACK


def _one_feedback_per_order(judged: Sequence[tuple[Placed, Defect | None]]) -> list[Defect]:
    by_order: dict[str, list[tuple[Placed, Defect | None]]] = defaultdict(list)
    for row, defect in judged:
        if _is_kind_word(row):
            by_order[row.order_id].append((row, defect))
    found = (_feedback_of_order(rows) for rows in by_order.values())
    return [defect for defect in found if defect is not None]


def _feedback_of_order(rows: Sequence[tuple[Placed, Defect | None]]) -> Defect | None:
    """Return the one feedback of an order: hand entry, else the report's latest; a mark counts."""
    hand = [item for item in rows if isinstance(item[0].record, HandDefect)]
    report = [item for item in rows if isinstance(item[0].record, Feedback)]
    chosen = max(hand or report, key=_latest_then_worst, default=(None, None))
    marks = [(row, defect) for row, defect in rows if isinstance(row.record, Mark)]
    if not marks:
        return chosen[1]
    if chosen[0] is not None and (chosen[1] is None or chosen[1].counts is not Counts.COUNTED):
        _list_disagreement(marks)
    elif chosen[1] is not None:
        return chosen[1]
    return marks[0][1]


def _latest_then_worst(item: tuple[Placed, Defect | None]) -> tuple[date, int, str]:
    row, defect = item
    record = row.record
    day = outcomes.event_date_of(record) or date.min
    if isinstance(record, Feedback):
        return day, -record.rating, ""
    weight = (Counts.NOT_COUNTED, Counts.UNDECIDED, Counts.COUNTED).index(defect.counts) if defect else -1
    return day, weight, defect.outcome if defect else ""


def _claims_and_chargebacks(judged: Iterable[tuple[Placed, Defect | None]]) -> list[Defect]:
    rows = [(row, defect) for row, defect in judged if defect is not None and not _is_kind_word(row)]
    said: dict[tuple[str, DefectType], set[Counts]] = defaultdict(set)
    for row, defect in rows:
        if not isinstance(row.record, Mark):
            said[defect.order_id, defect.type].add(defect.counts)
    _list_disagreement(
        [
            (row, defect)
            for row, defect in rows
            if isinstance(row.record, Mark)
            and Counts.COUNTED not in said.get((defect.order_id, defect.type), {Counts.COUNTED})
        ]
    )
    return [defect for _, defect in rows]


def _list_disagreement(marks: Sequence[tuple[Placed, Defect | None]]) -> None:
    for row, _ in marks:
        row.reading.doubt(row.record.line, None, "mark_disagrees", order_id=row.order_id)


def _by_date_id_type(defect: Defect) -> tuple[object, ...]:
    """Return the sort key; what two defects of one order and type differ in decides between them."""
    days = (defect.order_date, defect.event_date, defect.decided_on)
    ordered, *own = ((day is None, day or date.max) for day in days)
    return ordered, defect.order_id, defect.type, defect.outcome, Origin(defect.origin), *own, defect.comment
