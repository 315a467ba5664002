"""Chargebacks: the representation decides the money; whether the mark goes is not published."""

from __future__ import annotations

from calculator.claim_clock.clock import Clock, Missing, Route
from calculator.claim_clock.counting import Asked, nothing, with_days
from calculator.claim_clock.table import CHARGEBACK

TEXTS = ("chargeback_not_received", "chargeback_refunded", "forwarder_proof_of_delivery")
ANSWERED = ("service", "unknown")
DONE = ("fraud",)


def routes(asked: Asked) -> tuple[Clock, ...]:
    """Return the representation, from the day of the mail; payment fraud needs none."""
    case = asked.case
    if case.outcome not in ANSWERED:
        return (nothing(asked, DONE),)
    clock = with_days(
        asked,
        Route.CHARGEBACK_REPRESENTATION,
        CHARGEBACK,
        start=case.decided_on or case.event_date,
        missing=Missing.DECIDED_ON,
        reason=f"chargeback_representation.{case.outcome}",
        stake=("money",),
        evidence=asked.words("removal_routes.chargeback_representation.evidence"),
        templates=TEXTS,
    )
    return (clock,)
