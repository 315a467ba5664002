"""Honest ways: the routes by which one mark can leave the rate, and the policy keys that describe them.

Worse mistake: a way that is not there. Every route of the clock that can be taken has its entry.
"""

from __future__ import annotations

from dataclasses import dataclass

from calculator.claim_clock import Route

ROUTES = "removal_routes"
CLAIM = "counted_defects.a_to_z_claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One route, a defect it is open for, and the policy keys of its time, effect and delay."""

    route: Route
    type: str
    outcome: str
    fulfillment: str | None = None
    time: str | None = None
    changes: str
    shows: str | None = None

    @property
    def anchor(self) -> str:
        """Return the id of the way on its page."""
        return f"way-{self.route.value.replace('_', '-')}"


WAYS = (
    Way(
        route=Route.A_TO_Z_ANSWER,
        type="a_to_z_claim",
        outcome="open",
        time=f"{ROUTES}.a_to_z_claim.information_hours",
        changes=f"{CLAIM}.denied",
    ),
    Way(
        route=Route.A_TO_Z_APPEAL,
        type="a_to_z_claim",
        outcome="granted",
        time=f"{ROUTES}.a_to_z_appeal.deadline",
        changes=f"{ROUTES}.a_to_z_appeal.changes",
        shows=f"{ROUTES}.a_to_z_appeal.shown_after",
    ),
    Way(
        route=Route.A_TO_Z_MARK_CORRECTION,
        type="a_to_z_claim",
        outcome="appeal_money_only",
        changes=f"{CLAIM}.mark_removed",
        shows=f"{ROUTES}.a_to_z_appeal.shown_after",
    ),
    Way(
        route=Route.CHARGEBACK_REPRESENTATION,
        type="chargeback",
        outcome="service",
        time=f"{ROUTES}.chargeback_representation.deadline",
        changes=f"{ROUTES}.chargeback_representation.changes",
    ),
    Way(
        route=Route.FEEDBACK_REMOVAL,
        type="negative_feedback",
        outcome="kept",
        time=f"{ROUTES}.feedback_removal.deadline",
        changes=f"{ROUTES}.feedback_removal.changes",
        shows=f"{ROUTES}.buyers_own_change.shown_after",
    ),
    Way(
        route=Route.FEEDBACK_STRIKE_THROUGH,
        type="negative_feedback",
        outcome="kept",
        changes=f"{ROUTES}.feedback_strike_through.changes",
    ),
    Way(
        route=Route.BUYERS_OWN_CHANGE,
        type="negative_feedback",
        outcome="kept",
        changes=f"{ROUTES}.buyers_own_change.changes",
        shows=f"{ROUTES}.buyers_own_change.shown_after",
    ),
)
