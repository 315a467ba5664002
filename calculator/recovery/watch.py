"""Watch: what of the coming days deserves a look, in the order of the days.

Deadlines of routes that are open, or whose first day is missing; marked orders that enter or leave the
window; and open cases that can still turn on any day.

Worse mistake: a deadline missing from the list. One that only hearsay names is listed as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calculator.assess import Assessment
from calculator.claim_clock import Clock, State
from calculator.defects import Defect
from calculator.orders import Fulfillment
from calculator.policy import Counts
from calculator.recovery.calendar import Recovery
from calculator.recovery.carry import AHEAD_DAYS
from calculator.recovery.routes import clocks
from calculator.recovery.steps import Step

_IN_TIME = (State.RUNNING, State.SOON, State.LAST_DAY)


class Cause(StrEnum):
    """Why a day is on the list, in the order in which one day's reasons are told."""

    UNKNOWN = "unknown"
    DEADLINE = "deadline"
    OPEN = "open"
    ENTERS = "enters"
    LEAVES = "leaves"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One thing to look at.

    Attributes:
        day: the last safe day, the day of entering or leaving, or the day asked for.
        defect: what it is about; None for an order that only enters or leaves.
        clock: of a deadline, or of one that cannot be told.
        order_id: of the order.
    """

    day: date
    cause: Cause
    order_id: str
    defect: Defect | None = None
    clock: Clock | None = None

    @property
    def key(self) -> tuple[date, int, str]:
        """Return the place in the list."""
        return self.day, list(Cause).index(self.cause), self.order_id


def watch(
    assessment: Assessment, recovery: Recovery, moves: tuple[Step, ...], who: Fulfillment
) -> tuple[Watched, ...]:
    """Return what to look at today and in the coming days, in the order of the days.

    Args:
        assessment: of one store.
        recovery: the coming days of the fulfilment.
        moves: its steps.
        who: the fulfilment; a defect whose fulfilment is not known belongs to both.
    """
    own = [one for one in assessment.defect_list.defects if one.fulfillment in (None, who)]
    listed = [item for one in own for item in _of_defect(one, assessment, recovery)]
    listed += [item for step in moves for item in _of_step(step)]
    return tuple(sorted((one for one in listed if _is_near(one, recovery)), key=lambda one: one.key))


def _of_defect(defect: Defect, assessment: Assessment, recovery: Recovery) -> Iterator[Watched]:
    as_of, found = assessment.as_of, clocks(defect, assessment)
    for clock in found:
        if clock.last_safe_day and clock.state in _IN_TIME:
            day = max(clock.last_safe_day, as_of)
            yield Watched(day=day, cause=Cause.DEADLINE, order_id=defect.order_id, defect=defect, clock=clock)
        elif clock.missing:
            yield Watched(
                day=as_of, cause=Cause.UNKNOWN, order_id=defect.order_id, defect=defect, clock=clock
            )
    is_told = any(clock.missing for clock in found)
    if defect.counts is Counts.UNDECIDED and not is_told and _weighs(defect, recovery):
        yield Watched(day=as_of, cause=Cause.OPEN, order_id=defect.order_id, defect=defect)


def _weighs(defect: Defect, recovery: Recovery) -> bool:
    """Return whether a defect is in the window, enters it yet, or may be in it."""
    day = defect.order_date
    if day is None:
        return defect.is_typed
    held = recovery.ledger.marked.get(day, frozenset())
    return defect.order_id in held and (recovery.as_of - day).days < recovery.lag + recovery.length


def _of_step(step: Step) -> Iterator[Watched]:
    day = step.day.day
    for order_id in step.marked_entered:
        yield Watched(day=day, cause=Cause.ENTERS, order_id=order_id)
    for order_id in step.marked_left:
        yield Watched(day=day, cause=Cause.LEAVES, order_id=order_id)


def _is_near(one: Watched, recovery: Recovery) -> bool:
    return (one.day - recovery.as_of).days <= AHEAD_DAYS
