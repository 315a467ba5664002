"""Routes: which honest ways are open for a defect, by its type and outcome.

Which outcomes can be appealed is policy. Where no honest route is open that is an answer too: one
clock with the route `none` and the reason.

Source: removal_routes
Worse mistake: a route that is not there, or one that presses a buyer.
"""

from __future__ import annotations

from datetime import date

from calculator.claim_clock import a_to_z, chargeback, feedback
from calculator.claim_clock.clock import Clock, Situation
from calculator.claim_clock.counting import Asked, nothing
from calculator.policy import Policy

_BY_TYPE = {
    "a_to_z_claim": a_to_z.routes,
    "negative_feedback": feedback.routes,
    "chargeback": chargeback.routes,
}


def clocks_of(case: Situation, as_of: date, policy: Policy) -> tuple[Clock, ...]:
    """Return the clocks of one defect, the one that runs out first or matters most in front.

    Args:
        case: what the seller said about the defect; unknown words are allowed.
        as_of: the day to count from.
        policy: the rules of that day in the seller's store.

    Returns:
        At least one clock; a single one with the route `none` where no honest route is open.

    Units: calendar days.
    Source: removal_routes
    """
    asked = Asked(case=case, as_of=as_of, policy=policy)
    routes = _BY_TYPE.get(case.type)
    return routes(asked) if routes else (nothing(asked, ()),)
