"""The clock of one route: first day, last day, last safe day and the state they make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calculator.dates import plus
from calculator.policy import Policy, PolicyNotKnown, Unit

DAYS_EARLY = "removal_routes.safe_day.days_early"
SOON_DAYS = "removal_routes.safe_day.soon_days"
_HOURS_A_DAY = 24


class Route(StrEnum):
    """What can be done about one defect."""

    A_TO_Z_ANSWER = "a_to_z_answer"
    A_TO_Z_APPEAL = "a_to_z_appeal"
    A_TO_Z_PENDING = "a_to_z_pending"
    A_TO_Z_MARK_CORRECTION = "a_to_z_mark_correction"
    CHARGEBACK_REPRESENTATION = "chargeback_representation"
    FEEDBACK_REMOVAL = "feedback_removal"
    FEEDBACK_STRIKE_THROUGH = "feedback_strike_through"
    BUYERS_OWN_CHANGE = "buyers_own_change"
    NONE = "none"


class State(StrEnum):
    """How a clock stands on the day asked for.

    `soon` is few days, `last_day` the last safe day or the very last one, `no_start` lacks the day
    it begins, `none` is a route without a published deadline, or no route at all.
    """

    RUNNING = "running"
    SOON = "soon"
    LAST_DAY = "last_day"
    PASSED = "passed"
    NO_START = "no_start"
    NONE = "none"


class Missing(StrEnum):
    """Which day the seller still has to type."""

    EVENT_DATE = "event_date"
    DECIDED_ON = "decided_on"


class Doubt(StrEnum):
    """What cannot be right about the first day of a clock."""

    FUTURE = "future"
    BEFORE_ORDER = "before_order"
    BEYOND_CALENDAR = "beyond_calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known of one defect; an outcome may be a rating, such as `2`.

    `event_date` is the day Amazon asked about the claim, or the feedback was left; `decided_on` the
    day of Amazon's decision, or of the chargeback mail.
    """

    type: str
    outcome: str
    event_date: date | None = None
    decided_on: date | None = None
    order_date: date | None = None
    fulfillment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One route and its clock.

    Attributes:
        reason: the message that tells why this route is offered, or why none is.
        days_left: last safe day minus the day asked for; negative once it is over.
        fact: policy key of the deadline, or of the rule the route rests on.
        said_to_be: the deadline comes from one voice only.
        stake: what the route may give back: money, mark.
    """

    route: Route
    state: State
    reason: str
    as_of: date
    fact: str | None = None
    length: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    last_safe_day: date | None = None
    days_left: int | None = None
    said_to_be: bool = False
    missing: Missing | None = None
    doubt: Doubt | None = None
    stake: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days from the first day of a clock to its last, and the last safe one."""

    last_day: date
    last_safe_day: date


def length_of(policy: Policy, key: str) -> int | None:
    """Return a deadline in days, hours rounded down to whole days; None where none is known."""
    try:
        row = policy.row(key)
    except PolicyNotKnown:
        return None
    if not isinstance(row.value, int):
        return None
    return row.value // _HOURS_A_DAY if row.unit is Unit.HOURS else row.value


def span(first_day: date, length: int, policy: Policy) -> Span | None:
    """Count calendar days: the first day is day 0, the last is `length` days later.

    Hours are counted as whole days from the beginning of the first day, as nobody knows the hour
    of the mail: 48 hours of a mail of the 9th may end as the 11th begins, so the 10th is safe.

    Returns:
        None beyond the end of the calendar.
    """
    last = plus(first_day, length)
    safe = plus(first_day, length - policy.whole(DAYS_EARLY))
    return Span(last_day=last, last_safe_day=safe) if last and safe else None


def state_of(found: Span, as_of: date, policy: Policy) -> State:
    """Return how the clock stands; the day itself still counts as left."""
    if as_of > found.last_day:
        return State.PASSED
    left = (found.last_safe_day - as_of).days
    if left <= 0:
        return State.LAST_DAY
    return State.SOON if left <= policy.whole(SOON_DAYS) else State.RUNNING
