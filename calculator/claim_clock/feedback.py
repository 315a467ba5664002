"""Negative feedback: Amazon's own grounds, the strike-through, and what only the buyer can do."""

from __future__ import annotations

from calculator.claim_clock.clock import Clock, Missing, Route
from calculator.claim_clock.counting import Asked, nothing, with_days, without_days

DEADLINE = "removal_routes.feedback_removal.deadline"
STRIKE_THROUGH = "removal_routes.feedback_strike_through.grounds"
BUYER = "removal_routes.buyers_own_change.condition"
NEGATIVE = "counted_defects.negative_feedback_stars"
REMOVALS = (
    "feedback_removal_obscene",
    "feedback_removal_personal_data",
    "feedback_removal_product_review",
)
DONE = ("removed", "struck_through")
_STAKE = ("mark",)


def routes(asked: Asked) -> tuple[Clock, ...]:
    """Return the routes of negative feedback that still stands."""
    if asked.case.outcome not in ("kept", *asked.words(NEGATIVE)):
        return (nothing(asked, DONE),)
    return (
        _removal(asked),
        _strike_through(asked),
        without_days(asked, Route.BUYERS_OWN_CHANGE, BUYER, stake=_STAKE),
    )


def _removal(asked: Asked) -> Clock:
    """Return the request to remove; its days come from one voice and are told so."""
    return with_days(
        asked,
        Route.FEEDBACK_REMOVAL,
        DEADLINE,
        start=asked.case.event_date,
        missing=Missing.EVENT_DATE,
        said_to_be=True,
        stake=_STAKE,
        evidence=asked.words("removal_routes.feedback_removal.evidence"),
        templates=REMOVALS,
    )


def _strike_through(asked: Asked) -> Clock:
    """Return the strike-through; for the seller's own shipping the origin is asked first."""
    return without_days(
        asked,
        Route.FEEDBACK_STRIKE_THROUGH,
        STRIKE_THROUGH,
        reason=f"feedback_strike_through.{asked.case.fulfillment or 'unknown'}",
        stake=_STAKE,
        evidence=_proof_of_ground(asked),
        templates=("feedback_strike_through",),
    )


def _proof_of_ground(asked: Asked) -> tuple[str, ...]:
    """Return what proves the ground: Amazon's fulfilment, else the Buy Shipping label and its scan."""
    both = asked.words("removal_routes.feedback_strike_through.evidence")
    by_amazon = {"mfn": False, "afn": True}.get(asked.case.fulfillment or "")
    return tuple(one for one in both if by_amazon in (None, one == "fulfilled_by_amazon"))
