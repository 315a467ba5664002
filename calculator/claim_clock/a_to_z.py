"""A-to-z claims: answer while it is open, appeal once it is decided, watch money and mark apart."""

from __future__ import annotations

from calculator.claim_clock.clock import Clock, Missing, Route
from calculator.claim_clock.counting import Asked, nothing, with_days, without_days
from calculator.claim_clock.table import A_TO_Z_ANSWER, A_TO_Z_APPEAL

EVIDENCE = "removal_routes.a_to_z_appeal.evidence"
APPEALABLE = "removal_routes.a_to_z_appeal.outcomes"
NOT_STATED = "removal_routes.a_to_z_appeal.outcomes_not_stated"
CHANGES = "removal_routes.a_to_z_appeal.changes"
SHOWN_AFTER = "removal_routes.a_to_z_appeal.shown_after"
PROTECTION = "removal_routes.buy_shipping_protection.conditions"
FORWARDER = "forwarder_proof_of_delivery"
ANSWERS = ("a_to_z_answer_delivered", "a_to_z_answer_in_transit", "a_to_z_answer_refunded_before")
APPEALS = ("a_to_z_appeal_delivered", "a_to_z_appeal_refused_or_returned")
PROTECTED = "a_to_z_appeal_buy_shipping"
DONE = ("withdrawn", "denied", "amazon_funded", "mark_removed", "cancelled_by_buyer")
_MONEY, _MARK = "money", "mark"


def routes(asked: Asked) -> tuple[Clock, ...]:
    """Return the one route that an outcome of a claim leaves."""
    outcome = asked.case.outcome
    if outcome == "open":
        return (_answer(asked),)
    if outcome in asked.words(APPEALABLE):
        return (_appeal(asked, A_TO_Z_APPEAL),)
    if outcome in asked.words(NOT_STATED):
        return (_appeal(asked, NOT_STATED),)
    if outcome == "appealed":
        return (without_days(asked, Route.A_TO_Z_PENDING, SHOWN_AFTER, stake=(_MONEY, _MARK)),)
    if outcome == "appeal_money_only":
        texts = ("a_to_z_mark_correction",)
        return (without_days(asked, Route.A_TO_Z_MARK_CORRECTION, CHANGES, stake=(_MARK,), templates=texts),)
    return (nothing(asked, DONE),)


def _answer(asked: Asked) -> Clock:
    """Return the clock of Amazon's question; it begins on the day of the question."""
    return with_days(
        asked,
        Route.A_TO_Z_ANSWER,
        A_TO_Z_ANSWER,
        start=asked.case.event_date,
        missing=Missing.EVENT_DATE,
        stake=(_MONEY, _MARK),
        evidence=asked.words(EVIDENCE),
        templates=(*ANSWERS, FORWARDER),
    )


def _appeal(asked: Asked, fact: str) -> Clock:
    """Return the clock of an appeal; where the claim does not count only the money is at stake."""
    outcome = asked.case.outcome
    counting = asked.policy.counts("a_to_z_claim", outcome)
    is_unmarked = counting is not None and counting.counts == "not_counted"
    protected = (PROTECTED,) if asked.words(PROTECTION) else ()
    return with_days(
        asked,
        Route.A_TO_Z_APPEAL,
        A_TO_Z_APPEAL,
        start=asked.case.decided_on,
        missing=Missing.DECIDED_ON,
        fact=fact,
        reason=f"a_to_z_appeal.{outcome}",
        stake=(_MONEY,) if is_unmarked else (_MONEY, _MARK),
        evidence=asked.words(EVIDENCE),
        templates=(*APPEALS, *protected, FORWARDER),
    )
