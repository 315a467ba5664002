"""Plan: every defect that counts or may count, what helps soonest first, and what its mark does alone.

A row is a defect of the assessed window, of an order that enters it later, or one of the form whose
order day is missing, so that it may be in any window. All others are counted, none is dropped.

Worse mistake: a defect that is nowhere. Rows and the three numbers beside them add up to the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calculator.assess import Assessment
from calculator.claim_clock import Clock, State
from calculator.defects import Defect
from calculator.order_defect_rate import OrderDefectRate
from calculator.orders import Fulfillment
from calculator.policy import Counts
from calculator.recovery.routes import clocks, is_open, may_help
from calculator.recovery.supposed import Supposition, suppositions
from calculator.recovery.what_if import Question


class Place(StrEnum):
    """Where the order of a defect stands against the assessed window."""

    IN_WINDOW = "in_window"
    NO_DAY = "no_day"
    AFTER = "after"
    LEFT = "left"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One defect of the plan.

    Attributes:
        number: its place in the defect list.
        helps: the clock of the route that may take the mark away, the most urgent one; None without.
        alone: the rate of `fulfillment` if this mark goes and everything else stays.
    """

    number: int
    defect: Defect
    place: Place
    fulfillment: Fulfillment
    clocks: tuple[Clock, ...]
    helps: Clock | None
    supposes: tuple[Supposition, ...]
    alone: OrderDefectRate


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The rows in order, and the numbers of defects that have none; `questions` answer what-ifs."""

    rows: tuple[Row, ...]
    not_counted: int
    left: int
    unplaced: int
    questions: dict[Fulfillment, Question]


def plan_of(assessment: Assessment, main: Fulfillment) -> Plan:
    """Return the plan; a defect of no known fulfilment stands with the main one."""
    questions = {who: Question.about(assessment, who) for who in Fulfillment}
    defects = assessment.defect_list.defects
    held = [(n, one) for n, one in enumerate(defects) if one.counts is not Counts.NOT_COUNTED]
    placed = [(n, one, place_of(one, assessment)) for n, one in held]
    rows = [
        _row(n, one, place, assessment, questions[one.fulfillment or main])
        for n, one, place in placed
        if place not in (Place.LEFT, Place.UNPLACED)
    ]
    return Plan(
        rows=tuple(sorted(rows, key=lambda row: _soonest(row, questions[row.fulfillment].now))),
        not_counted=len(defects) - len(held),
        left=sum(place is Place.LEFT for *_, place in placed),
        unplaced=sum(place is Place.UNPLACED for *_, place in placed),
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


def _soonest(row: Row, now: OrderDefectRate) -> tuple[int, date, int, int, date, int]:
    """Return the sort key of a row: by its day, then by what it takes off the number, then by order day."""
    group, day = _urgency(row.helps) if row.helps else (4 if row.supposes else 5, date.max)
    before, after = now.orders_with_defects, row.alone.orders_with_defects
    order_day = row.defect.order_date or date.max
    return group, day, after.high - before.high, after.low - before.low, order_day, row.number
