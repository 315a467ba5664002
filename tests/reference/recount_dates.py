"""Which days belong into a seller's calendar, from the orders and the days of each defect alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from .recount import WINDOW_DAYS
from .recount_recovery import DAYS_AHEAD, known
from .recount_routes import ANSWER_DAYS, APPEAL_DAYS, DECIDED
from .truth import CHARGEBACK, CLAIM, FEEDBACK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from calculator.defects import Defect

    from .recount_sides import Side

CHARGEBACK_DAYS, FEEDBACK_DAYS, ONE_DAY = 7, 90, timedelta(days=1)
MONEY_ALONE = ("granted_not_counted", "refused_or_returned")


def deadline(defect: Defect, today: date) -> date | None:
    """The day to note for a defect: one day before its last one; the last day itself once that is today."""
    first, days = clock(defect)
    if first is None or first > today or (defect.order_date is not None and first < defect.order_date):
        return None
    last = first + timedelta(days=days)
    return None if last < today else max(last - ONE_DAY, today)


def clock(defect: Defect) -> tuple[date | None, int]:
    """The day a defect's clock begins, and how many days later it ends; None where there is none."""
    if defect.type == FEEDBACK and defect.outcome == "kept":
        return defect.event_date, FEEDBACK_DAYS
    if defect.type == CLAIM and defect.outcome == "open":
        return defect.event_date, ANSWER_DAYS
    if defect.type == CLAIM and defect.outcome in (*DECIDED, *MONEY_ALONE):
        return defect.decided_on, APPEAL_DAYS
    if defect.type == CHARGEBACK and defect.outcome in ("service", "unknown"):
        return defect.decided_on or defect.event_date, CHARGEBACK_DAYS
    return None, 0


def moves(one: Side) -> list[date]:
    """The coming days on which an order with a defect enters or leaves the window, each once."""
    days = set()
    for line in one.lines:
        if line.is_marked:
            enters = line.day + timedelta(days=one.lag)
            days |= {enters, enters + timedelta(days=WINDOW_DAYS)}
    return sorted(day for day in days if 1 <= (day - one.as_of).days <= DAYS_AHEAD)


def turns(one: Side, is_under: bool) -> Iterator[tuple[str, date]]:
    """The days on which the number alone goes under one in a hundred, or is no longer, seen from today."""
    was, ever = is_under, is_under
    for day in known(one):
        if day.orders and day.on_target is not was:
            was = day.on_target
            yield ("over_again" if not was else "under_again" if ever else "earliest"), day.day
            ever = ever or was
