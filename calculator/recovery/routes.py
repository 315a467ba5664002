"""Routes: the honest ways out of the rate that one defect of an assessment has, and which are open.

A route is open while its days run. Where no page of Amazon's names a deadline it is open as well:
an appeal that waits, a mark to be corrected, a strike-through, and the removal of feedback, whose
days are hearsay. What only the buyer can change is no route of the seller's: nothing may be asked.

Worse mistake: a route that is told as open and is not; a clock without its first day is not open.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from calculator.assess import Assessment
from calculator.claim_clock import Clock, Route, Situation, State, clocks_of
from calculator.defects import Defect

MARK = "mark"
_NOT_THE_SELLERS = (Route.NONE, Route.BUYERS_OWN_CHANGE)
_IN_TIME = (State.RUNNING, State.SOON, State.LAST_DAY)


def situation_of(defect: Defect) -> Situation:
    """Return what the claim clock is told of a defect."""
    return Situation(
        type=defect.type,
        outcome=defect.outcome,
        event_date=defect.event_date,
        decided_on=defect.decided_on,
        order_date=defect.order_date,
        fulfillment=defect.fulfillment,
    )


def clocks(defect: Defect, assessment: Assessment) -> tuple[Clock, ...]:
    """Return the clocks of a defect on the day asked for."""
    return clocks_of(situation_of(defect), assessment.as_of, assessment.policy)


def is_open(clock: Clock) -> bool:
    """Return whether the route can still be gone: in its days, or where no page names a deadline."""
    if clock.route in _NOT_THE_SELLERS:
        return False
    return clock.said_to_be or clock.state is State.NONE or clock.state in _IN_TIME


def may_take_mark(clock: Clock) -> bool:
    """Return whether the route is open and can take the mark away."""
    return MARK in clock.stake and is_open(clock)


def has_open_route(defect: Defect, assessment: Assessment) -> bool:
    """Return whether an open route can take the mark of this defect away."""
    return any(may_take_mark(clock) for clock in clocks(defect, assessment))


def may_help(clock: Clock) -> bool:
    """Return whether a route may take the mark away: open, or lacking only the day it begins."""
    return may_take_mark(clock) or (MARK in clock.stake and clock.state is State.NO_START)


def may_have_route(defect: Defect, assessment: Assessment) -> bool:
    """Return whether a route of this defect may take its mark away once a missing day is typed."""
    return any(may_help(clock) for clock in clocks(defect, assessment))


def routes_of(defect: Defect, assessment: Assessment) -> list[dict[str, Any]]:
    """Return the routes of a defect as plain values, what only the buyer can do among them.

    Returns:
        One mapping a route, days as ISO dates or None; an empty list where no honest route is known.
    """
    return [_route(clock) for clock in clocks(defect, assessment) if clock.route is not Route.NONE]


def _route(clock: Clock) -> dict[str, Any]:
    return {
        "route": clock.route.value,
        "state": clock.state.value,
        "last_day": _iso(clock.last_day),
        "last_safe_day": _iso(clock.last_safe_day),
        "stake": list(clock.stake),
        "fact": clock.fact,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
