"""Routes: which honest ways are open for a defect, by its type and outcome.

Which outcomes can be appealed is policy. Where no honest route is open that is an answer too: one
clock with the route `none` and the reason.

Source: removal_routes
Worse mistake: a route that is not there, or one that presses a buyer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from calculator.claim_clock.clock import (
    Clock,
    Doubt,
    Missing,
    Route,
    Situation,
    State,
    length_of,
    span,
    state_of,
)
from calculator.claim_clock.table import A_TO_Z_ANSWER, A_TO_Z_APPEAL, CHARGEBACK
from calculator.policy import Policy, PolicyNotKnown

FEEDBACK = "removal_routes.feedback_removal.deadline"
STRIKE = "removal_routes.feedback_strike_through.grounds"
BUYER = "removal_routes.buyers_own_change.condition"
_PENDING = "removal_routes.a_to_z_appeal.shown_after"
_MONEY_ONLY = "removal_routes.a_to_z_appeal.changes"
_OUTCOMES = "removal_routes.a_to_z_appeal.outcomes"
_NOT_STATED = "removal_routes.a_to_z_appeal.outcomes_not_stated"

APPEAL_TEMPLATES = (
    "a_to_z_appeal_delivered",
    "a_to_z_appeal_refused_or_returned",
    "a_to_z_appeal_buy_shipping",
)
ANSWER_TEMPLATES = (
    "a_to_z_answer_delivered",
    "a_to_z_answer_in_transit",
    "a_to_z_answer_refunded_before",
)
CHARGEBACK_TEMPLATES = ("chargeback_not_received", "chargeback_refunded")
REMOVAL_TEMPLATES = (
    "feedback_removal_obscene",
    "feedback_removal_personal_data",
    "feedback_removal_product_review",
)
FORWARDER = "forwarder_proof_of_delivery"
_BUY_SHIPPING = "a_to_z_appeal_buy_shipping"
_PROTECTION = "removal_routes.buy_shipping_protection.conditions"


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
    routes = _BY_TYPE.get(case.type, _unknown)
    return routes(case, as_of, policy)


def _a_to_z(case: Situation, as_of: date, policy: Policy) -> tuple[Clock, ...]:
    outcome = case.outcome
    if outcome == "open":
        return (_answer(case, as_of, policy),)
    if outcome in _values(policy, _OUTCOMES):
        return (_appeal(case, as_of, policy, outcome, A_TO_Z_APPEAL),)
    if outcome in _values(policy, _NOT_STATED):
        return (_appeal(case, as_of, policy, outcome, _NOT_STATED),)
    if outcome == "appealed":
        return (_still(Route.A_TO_Z_PENDING, as_of, _PENDING, stake=("money", "mark")),)
    if outcome == "appeal_money_only":
        return (
            _still(
                Route.A_TO_Z_MARK_CORRECTION,
                as_of,
                _MONEY_ONLY,
                stake=("mark",),
                templates=("a_to_z_mark_correction",),
            ),
        )
    return (_nothing(case, as_of),)


def _answer(case: Situation, as_of: date, policy: Policy) -> Clock:
    return _counted(
        Route.A_TO_Z_ANSWER,
        case,
        as_of,
        policy,
        start=case.event_date,
        missing=Missing.EVENT_DATE,
        key=A_TO_Z_ANSWER,
        stake=("money", "mark"),
        evidence=_values(policy, "removal_routes.a_to_z_appeal.evidence"),
        templates=(*ANSWER_TEMPLATES, FORWARDER),
    )


def _appeal(case: Situation, as_of: date, policy: Policy, outcome: str, fact: str) -> Clock:
    counting = policy.counts("a_to_z_claim", outcome)
    unmarked = counting is not None and counting.counts == "not_counted"
    templates = tuple(
        name for name in APPEAL_TEMPLATES if name != _BUY_SHIPPING or _values(policy, _PROTECTION)
    )
    return _counted(
        Route.A_TO_Z_APPEAL,
        case,
        as_of,
        policy,
        start=case.decided_on,
        missing=Missing.DECIDED_ON,
        key=A_TO_Z_APPEAL,
        fact=fact,
        reason=f"a_to_z_appeal.{outcome}",
        stake=("money",) if unmarked else ("money", "mark"),
        evidence=_values(policy, "removal_routes.a_to_z_appeal.evidence"),
        templates=(*templates, FORWARDER),
    )


def _feedback(case: Situation, as_of: date, policy: Policy) -> tuple[Clock, ...]:
    negative = policy.value("counted_defects.negative_feedback_stars")
    stars = {str(star) for star in negative} if isinstance(negative, tuple) else set()
    if case.outcome not in {"kept", *stars}:
        return (_nothing(case, as_of),)
    removal = _counted(
        Route.FEEDBACK_REMOVAL,
        case,
        as_of,
        policy,
        start=case.event_date,
        missing=Missing.EVENT_DATE,
        key=FEEDBACK,
        said_to_be=True,
        stake=("mark",),
        evidence=_values(policy, "removal_routes.feedback_removal.evidence"),
        templates=REMOVAL_TEMPLATES,
    )
    strike = _still(
        Route.FEEDBACK_STRIKE_THROUGH,
        as_of,
        STRIKE,
        reason=f"feedback_strike_through.{case.fulfillment or 'unknown'}",
        stake=("mark",),
        evidence=_strike_evidence(case, policy),
        templates=("feedback_strike_through",),
    )
    return removal, strike, _still(Route.BUYERS_OWN_CHANGE, as_of, BUYER, stake=("mark",))


def _strike_evidence(case: Situation, policy: Policy) -> tuple[str, ...]:
    """Return what proves the ground: Amazon's fulfilment, else the Buy Shipping label and its scan."""
    both = _values(policy, "removal_routes.feedback_strike_through.evidence")
    by_amazon = {"mfn": False, "afn": True}.get(case.fulfillment or "")
    return tuple(one for one in both if by_amazon in (None, one == "fulfilled_by_amazon"))


def _chargeback(case: Situation, as_of: date, policy: Policy) -> tuple[Clock, ...]:
    if case.outcome not in ("service", "unknown"):
        return (_nothing(case, as_of),)
    clock = _counted(
        Route.CHARGEBACK_REPRESENTATION,
        case,
        as_of,
        policy,
        start=case.decided_on or case.event_date,
        missing=Missing.DECIDED_ON,
        key=CHARGEBACK,
        reason=f"chargeback_representation.{case.outcome}",
        stake=("money",),
        evidence=_values(policy, "removal_routes.chargeback_representation.evidence"),
        templates=(*CHARGEBACK_TEMPLATES, FORWARDER),
    )
    return (clock,)


def _unknown(case: Situation, as_of: date, _policy: Policy) -> tuple[Clock, ...]:
    return (_nothing(case, as_of),)


_BY_TYPE: dict[str, Callable[[Situation, date, Policy], tuple[Clock, ...]]] = {
    "a_to_z_claim": _a_to_z,
    "negative_feedback": _feedback,
    "chargeback": _chargeback,
}

NO_ROUTE = {
    "a_to_z_claim": ("withdrawn", "denied", "amazon_funded", "mark_removed", "cancelled_by_buyer"),
    "negative_feedback": ("removed", "struck_through"),
    "chargeback": ("fraud",),
}
"""Outcomes that need no route; every other word is not known."""


def _nothing(case: Situation, as_of: date) -> Clock:
    """Return the answer that nothing has to be done, or that the outcome says nothing yet."""
    known = case.outcome in NO_ROUTE.get(case.type, ())
    return Clock(
        route=Route.NONE,
        state=State.NONE,
        reason=f"none.{case.type}.{case.outcome}" if known else "none.unknown",
        as_of=as_of,
        fact=f"counted_defects.{case.type}.{case.outcome}" if known else None,
    )


def _still(
    route: Route,
    as_of: date,
    fact: str,
    *,
    reason: str | None = None,
    stake: tuple[str, ...] = (),
    evidence: tuple[str, ...] = (),
    templates: tuple[str, ...] = (),
) -> Clock:
    """Return a route for which no deadline is published."""
    return Clock(
        route=route,
        state=State.NONE,
        reason=reason or route.value,
        as_of=as_of,
        fact=fact,
        stake=stake,
        evidence=evidence,
        templates=templates,
    )


def _counted(
    route: Route,
    case: Situation,
    as_of: date,
    policy: Policy,
    *,
    start: date | None,
    missing: Missing,
    key: str,
    fact: str | None = None,
    reason: str | None = None,
    said_to_be: bool = False,
    stake: tuple[str, ...],
    evidence: tuple[str, ...],
    templates: tuple[str, ...],
) -> Clock:
    """Return a route with its clock; without a first day it asks for one."""
    length = length_of(policy, key)
    found = span(start, length, policy) if start and length is not None else None
    state = State.NONE if length is None else State.NO_START
    return Clock(
        route=route,
        state=state_of(found, as_of, policy) if found else state,
        reason=reason or route.value,
        as_of=as_of,
        fact=fact or key,
        length=length,
        first_day=start,
        last_day=found.last_day if found else None,
        last_safe_day=found.last_safe_day if found else None,
        days_left=(found.last_safe_day - as_of).days if found else None,
        said_to_be=said_to_be,
        missing=missing if state is State.NO_START and found is None else None,
        doubt=_doubt(start, case, as_of, is_counted=found is not None or length is None),
        stake=stake,
        evidence=evidence,
        templates=templates,
    )


def _doubt(start: date | None, case: Situation, as_of: date, *, is_counted: bool) -> Doubt | None:
    if start is None:
        return None
    if case.order_date and start < case.order_date:
        return Doubt.BEFORE_ORDER
    if start > as_of:
        return Doubt.FUTURE if is_counted else Doubt.BEYOND_CALENDAR
    return None


def _values(policy: Policy, key: str) -> tuple[str, ...]:
    """Return a list of words of policy; empty where it is not known for the day and store."""
    try:
        found = policy.value(key)
    except PolicyNotKnown:
        return ()
    return tuple(str(one) for one in found) if isinstance(found, tuple) else ()
