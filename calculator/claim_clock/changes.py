"""Changes: what a route may change, money and mark apart, and how long until the rate shows it.

Worse mistake: one outcome told as both, or a number of days that no source gives.
"""

from __future__ import annotations

from calculator.claim_clock.a_to_z import SHOWN_AFTER
from calculator.claim_clock.clock import Clock, Route
from calculator.messages import text
from calculator.policy import Policy, PolicyNotKnown

BUYER_SHOWN_AFTER = "removal_routes.buyers_own_change.shown_after"
_SHOWN_AFTER = {
    Route.A_TO_Z_APPEAL: SHOWN_AFTER,
    Route.A_TO_Z_PENDING: SHOWN_AFTER,
    Route.A_TO_Z_MARK_CORRECTION: SHOWN_AFTER,
    Route.FEEDBACK_REMOVAL: BUYER_SHOWN_AFTER,
    Route.BUYERS_OWN_CHANGE: BUYER_SHOWN_AFTER,
}
_MONEY_ALONE = ("money",)


def changes(clock: Clock, lang: str) -> str | None:
    """Return what the route may change; None where there is no route."""
    if clock.route is Route.NONE:
        return None
    if clock.route is Route.A_TO_Z_APPEAL and clock.stake == _MONEY_ALONE:
        return text(lang, "clock.changes.a_to_z_appeal_money")
    return text(lang, f"clock.changes.{clock.route}")


def shows(clock: Clock, policy: Policy, lang: str) -> str | None:
    """Return how long until the rate shows it, as far as a source says; None where no mark is at stake."""
    if clock.route is Route.NONE or clock.stake == _MONEY_ALONE:
        return None
    key = _SHOWN_AFTER.get(clock.route)
    if key is None:
        return text(lang, "clock.shows.not_said")
    try:
        return text(lang, f"clock.shows.{clock.route}", n=policy.value(key))
    except PolicyNotKnown:
        return text(lang, "clock.shows.not_said")
