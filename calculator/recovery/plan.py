"""Plan: every defect that counts or may count, what helps soonest first, and what its mark does alone.

A row is a defect of the assessed window, of an order that enters it later, or one of the form whose
order day is missing, so that it may be in any window. All others are counted, none is dropped.

Worse mistake: a defect that is nowhere. Rows and the three numbers beside them add up to the list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from calculator.assess import Assessment
from calculator.claim_clock import Clock, State
from calculator.defects import Defect
from calculator.order_defect_rate import OrderDefectRate, Verdict
from calculator.orders import Fulfillment
from calculator.policy import Counts
from calculator.recovery import Recovery, recovery_of
from calculator.recovery.routes import clocks, is_open, may_help
from calculator.recovery.supposed import Supposition, suppositions
from calculator.recovery.what_if import Question, other_marks
from calculator.recovery.without import Lasting, lasting

NO_RECOVERIES: Mapping[Fulfillment, Recovery] = MappingProxyType({})
MOST_ROWS = 300
"""No seller works through more; what decides the number is told beside them."""


class Place(StrEnum):
    """Where the order of a defect stands against the assessed window."""

    IN_WINDOW = "in_window"
    NO_DAY = "no_day"
    AFTER = "after"
    LEFT = "left"
    UNPLACED = "unplaced"


_WITHOUT_ROW = (Place.LEFT, Place.UNPLACED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One defect of the plan.

    Attributes:
        number: its place in the defect list.
        helps: the clock of the route that may take the mark away, the most urgent one; None without.
        alone: the rate of `fulfillment` if this mark goes and everything else stays.
        lasting: how that number goes on; None where the mark cannot go, is not in the window, is not the
            only one of its order, or where orders were only counted.
    """

    number: int
    defect: Defect
    place: Place
    fulfillment: Fulfillment
    clocks: tuple[Clock, ...]
    helps: Clock | None
    supposes: tuple[Supposition, ...]
    alone: OrderDefectRate
    lasting: Lasting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The rows in order, and the numbers of defects that have none; `questions` answer what-ifs.

    Attributes:
        beyond: defects that would have a row, were there not so many; those of the latest orders have one.
    """

    rows: tuple[Row, ...]
    not_counted: int
    left: int
    unplaced: int
    beyond: int
    questions: dict[Fulfillment, Question]


def plan_of(
    assessment: Assessment, main: Fulfillment, recoveries: Mapping[Fulfillment, Recovery] = NO_RECOVERIES
) -> Plan:
    """Return the plan; a defect of no known fulfilment stands with the main one.

    Args:
        assessment: of one store.
        main: the fulfilment the page shows first.
        recoveries: of the same assessment, where they have been worked out already.
    """
    questions = {who: Question.about(assessment, who) for who in Fulfillment}
    defects = assessment.defect_list.defects
    held = [(n, one) for n, one in enumerate(defects) if one.counts is not Counts.NOT_COUNTED]
    placed = [(n, one, place_of(one, assessment)) for n, one in held]
    planned = [item for item in placed if item[2] not in _WITHOUT_ROW]
    rows = [
        _row(n, one, place, assessment, questions[one.fulfillment or main])
        for n, one, place in planned[-MOST_ROWS:]
    ]
    return Plan(
        rows=tuple(sorted(_with_days(rows, questions, recoveries), key=lambda row: _soonest(row, questions))),
        not_counted=len(defects) - len(held),
        left=sum(place is Place.LEFT for *_, place in placed),
        unplaced=sum(place is Place.UNPLACED for *_, place in placed),
        beyond=len(planned) - len(rows),
        questions=questions,
    )


def place_of(defect: Defect, assessment: Assessment) -> Place:
    """Return where the order of a defect stands against the assessed window."""
    day, window = defect.order_date, assessment.window.range
    if day is None:
        return Place.NO_DAY if defect.is_typed else Place.UNPLACED
    if not defect.is_placed or defect.fulfillment is None:
        return Place.UNPLACED
    if day in window:
        return Place.IN_WINDOW
    return Place.AFTER if day > window.last_day else Place.LEFT


def is_planned(defect: Defect, assessment: Assessment) -> bool:
    """Return whether a defect is one for the plan."""
    return defect.counts is not Counts.NOT_COUNTED and place_of(defect, assessment) not in _WITHOUT_ROW


def _row(number: int, defect: Defect, place: Place, assessment: Assessment, question: Question) -> Row:
    found = clocks(defect, assessment)
    return Row(
        number=number,
        defect=defect,
        place=place,
        fulfillment=question.fulfillment,
        clocks=found,
        helps=min((clock for clock in found if may_help(clock)), key=_urgency, default=None),
        supposes=suppositions(defect, found),
        alone=question.alone(number),
    )


def _urgency(clock: Clock) -> tuple[int, date]:
    """Return the sort key of a route: days that are sure, days of hearsay, a day to be typed, no days."""
    day = clock.last_safe_day or date.max
    if clock.last_safe_day and clock.state is not State.PASSED:
        return int(clock.said_to_be), day
    return (3 if is_open(clock) else 2), date.max


def _with_days(
    rows: list[Row],
    questions: Mapping[Fulfillment, Question],
    recoveries: Mapping[Fulfillment, Recovery],
) -> list[Row]:
    """Return the rows, those whose mark may go with what the coming days would be."""
    held = {row.fulfillment for row in rows if _may_last(row, questions)}
    courses = {who: recoveries.get(who) or recovery_of(questions[who].assessment, who) for who in held}
    return [
        replace(row, lasting=_lasting(row, questions, courses[row.fulfillment]))
        if _may_last(row, questions)
        else row
        for row in rows
    ]


def _may_last(row: Row, questions: Mapping[Fulfillment, Question]) -> bool:
    is_there = row.place is Place.IN_WINDOW and row.helps is not None
    return is_there and not other_marks(questions[row.fulfillment].assessment, row.number)


def _lasting(row: Row, questions: Mapping[Fulfillment, Question], course: Recovery) -> Lasting | None:
    """Return how the number goes on; for a typed count nobody knows, as no later order is known."""
    day, orders = row.defect.order_date, questions[row.fulfillment].now.orders
    if day is None or course.ledger.typed is not None:
        return None
    return lasting(
        course,
        day,
        leaves=row.alone.orders.low < orders.low,
        is_on_target=row.alone.verdict is Verdict.ON_TARGET,
    )


def _soonest(row: Row, questions: Mapping[Fulfillment, Question]) -> tuple[int, date, int, int, date, int]:
    """Return the sort key of a row: by its day, then by what it takes off the number, then by order day."""
    group, day = _urgency(row.helps) if row.helps else (4 if row.supposes else 5, date.max)
    before, after = questions[row.fulfillment].now.orders_with_defects, row.alone.orders_with_defects
    order_day = row.defect.order_date or date.max
    return group, day, after.high - before.high, after.low - before.low, order_day, row.number
