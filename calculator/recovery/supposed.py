"""Supposed: the outcomes that an open honest route of one defect can lead to.

Money and mark are kept apart: an appeal that gives back the money alone leaves the mark. A chargeback
is asked about only while nobody knows its kind; what winning one does to the mark is not published.

Worse mistake: an outcome to choose where no honest route leads to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from calculator.claim_clock import Clock, Route
from calculator.defects import Defect
from calculator.orders import Fulfillment
from calculator.recovery.routes import may_help

_LEADS_TO = {
    Route.A_TO_Z_ANSWER: ("denied", "granted_not_counted", "granted"),
    Route.A_TO_Z_PENDING: ("mark_removed", "appeal_money_only", "granted"),
    Route.A_TO_Z_MARK_CORRECTION: ("mark_removed", "appeal_money_only"),
    Route.FEEDBACK_REMOVAL: ("removed", "kept"),
}
_APPEAL_LEADS_TO = ("mark_removed", "appeal_money_only")
_STRIKE_LEADS_TO = ("struck_through", "kept")
_KIND_NOT_KNOWN = "unknown"
_KINDS = ("fraud", "service")


@dataclass(frozen=True, slots=True)
class Supposition:
    """An outcome of policy that can be asked about, and the route that may lead to it."""

    route: Route
    outcome: str


def suppositions(defect: Defect, clocks: tuple[Clock, ...]) -> tuple[Supposition, ...]:
    """Return what can be supposed of a defect, each outcome once; nothing where no route can lead to it."""
    found: dict[str, Supposition] = {}
    for clock in clocks:
        for outcome in _outcomes(defect, clock):
            found.setdefault(outcome, Supposition(clock.route, outcome))
    return tuple(sorted(found.values(), key=lambda one: one.outcome == defect.outcome))


def _outcomes(defect: Defect, clock: Clock) -> tuple[str, ...]:
    if clock.route is Route.CHARGEBACK_REPRESENTATION:
        return _KINDS if defect.outcome == _KIND_NOT_KNOWN else ()
    if not may_help(clock):
        return ()
    if clock.route is Route.A_TO_Z_APPEAL:
        return (*_APPEAL_LEADS_TO, defect.outcome)
    if clock.route is Route.FEEDBACK_STRIKE_THROUGH:
        return _STRIKE_LEADS_TO if defect.fulfillment is Fulfillment.AFN else ()
    return _LEADS_TO.get(clock.route, ())
