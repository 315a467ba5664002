"""Deadlines: the open routes of every defect as calendar entries, and those that have no day.

An entry stands on the last safe day; once that is over, on the last day itself. What is hearsay
says so in its title.

Worse mistake: a deadline that is missing from the calendar without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from calculator.assess import Assessment
from calculator.claim_clock import Clock, State, worded
from calculator.claim_clock.clock import SOON_DAYS
from calculator.defects import Defect
from calculator.explain.defects import label_of
from calculator.messages import text
from calculator.recovery import routes
from calculator.take_along.ics import Entry
from calculator.take_along.naming import masked, uid


def entries(assessment: Assessment, lang: str) -> Iterator[Entry]:
    """Yield one entry for each open route whose last safe day, or last day, is still to come."""
    for defect, clock in _open(assessment):
        day = day_of(clock)
        if day:
            yield _entry(defect, clock, day, assessment, lang)


def without_a_day(assessment: Assessment, lang: str) -> Iterator[str]:
    """Yield a line for each route that may be gone and has no day to stand on."""
    for defect in assessment.defect_list.defects:
        for clock in routes.clocks(defect, assessment):
            if clock.missing or (routes.is_open(clock) and day_of(clock) is None):
                told = worded(clock, routes.situation_of(defect), assessment.policy, lang)
                yield _line(told, label_of(defect, lang), lang)


def day_of(clock: Clock) -> date | None:
    """Return the day an entry stands on; None where no day is known or hearsay says it is past."""
    if clock.last_safe_day is None or clock.last_day is None or clock.last_day < clock.as_of:
        return None
    return clock.last_safe_day if clock.last_safe_day >= clock.as_of else clock.last_day


def _open(assessment: Assessment) -> Iterator[tuple[Defect, Clock]]:
    for defect in assessment.defect_list.defects:
        for clock in routes.clocks(defect, assessment):
            if routes.is_open(clock):
                yield defect, clock


def _entry(defect: Defect, clock: Clock, day: date, assessment: Assessment, lang: str) -> Entry:
    told = worded(clock, routes.situation_of(defect), assessment.policy, lang)
    order = label_of(defect, lang)
    soon = assessment.policy.whole(SOON_DAYS)
    return Entry(
        uid=uid("deadline", assessment.store, clock.route, *masked([defect.order_id]), defect.order_date),
        day=day,
        title=text(lang, f"take_along.deadline.{_certainty(clock)}", route=told["title"], order=order),
        description="\n".join(_description(told, clock, lang)),
        reminders=(soon, 0),
    )


def _certainty(clock: Clock) -> str:
    if clock.said_to_be:
        return "said_to_be"
    is_over = clock.state is State.LAST_DAY and clock.days_left is not None and clock.days_left < 0
    return "over" if is_over else "certain"


def _description(told: dict[str, Any], clock: Clock, lang: str) -> Iterator[str]:
    joint = "; " if lang == "en" else "；"
    if _certainty(clock) == "over":
        yield told["left"]
    else:
        yield from filter(None, (told["last_safe"], told["store_time"]))
    yield told["why"]
    yield from filter(None, (told["changes"], told["shows"]))
    if told["evidence"]:
        yield text(lang, "take_along.deadline.evidence", evidence=joint.join(told["evidence"]))
    if told["where"]:
        yield text(lang, "take_along.deadline.where", where=told["where"])
    if told["note"]:
        yield told["note"]


def _line(told: dict[str, Any], order: str, lang: str) -> str:
    route = {"route": told["title"], "order": order}
    if told["ask"]:
        return text(lang, "take_along.not_held.no_start", ask=told["ask"], **route)
    if told["possible"]:
        return text(
            lang, "take_along.not_held.said_over", left=told["left"], possible=told["possible"], **route
        )
    return text(lang, "take_along.not_held.no_deadline", where=told["where"], **route)
