"""Clocks with days and without: the two ways a route is told."""

from __future__ import annotations

from dataclasses import dataclass
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
from calculator.policy import Policy, PolicyNotKnown


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a clock is made for: one defect, the day asked for, the rules of that day."""

    case: Situation
    as_of: date
    policy: Policy

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of words of policy; empty where it is not known for the day and store."""
        try:
            found = self.policy.value(key)
        except PolicyNotKnown:
            return ()
        return tuple(str(one) for one in found) if isinstance(found, tuple) else ()


def nothing(asked: Asked, known: tuple[str, ...]) -> Clock:
    """Return the answer that nothing has to be done, or that the outcome says nothing yet.

    `known` are the outcomes that need no route; every other word is not known.
    """
    case = asked.case
    is_known = case.outcome in known
    return Clock(
        route=Route.NONE,
        state=State.NONE,
        reason=f"none.{case.type}.{case.outcome}" if is_known else "none.unknown",
        as_of=asked.as_of,
        fact=f"counted_defects.{case.type}.{case.outcome}" if is_known else None,
    )


def without_days(
    asked: Asked,
    route: Route,
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
        as_of=asked.as_of,
        fact=fact,
        stake=stake,
        evidence=evidence,
        templates=templates,
    )


def with_days(
    asked: Asked,
    route: Route,
    key: str,
    *,
    start: date | None,
    missing: Missing,
    stake: tuple[str, ...],
    evidence: tuple[str, ...],
    templates: tuple[str, ...],
    fact: str | None = None,
    reason: str | None = None,
    said_to_be: bool = False,
) -> Clock:
    """Return a route with its clock; without a first day, or with one that cannot be, it asks for one.

    `key` is the policy key of the deadline, `fact` the rule to show where that is another one.
    """
    as_of, policy = asked.as_of, asked.policy
    length = length_of(policy, key)
    counted = span(start, length, policy) if start and length is not None else None
    doubt = _doubt(asked, start, is_counted=counted is not None or length is None)
    found = None if doubt else counted
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
        doubt=doubt,
        stake=stake,
        evidence=evidence,
        templates=templates,
    )


def _doubt(asked: Asked, start: date | None, *, is_counted: bool) -> Doubt | None:
    if start is None:
        return None
    if asked.case.order_date and start < asked.case.order_date:
        return Doubt.BEFORE_ORDER
    if start > asked.as_of:
        return Doubt.FUTURE if is_counted else Doubt.BEYOND_CALENDAR
    return None
