"""Watching: the days of the coming month that deserve a look, as rows in date order."""

from __future__ import annotations

from typing import Any

from calculator.claim_clock import Clock
from calculator.explain.course.course import Course
from calculator.explain.course.names import name_of, name_of_defect
from calculator.messages import text
from calculator.recovery.watch import Cause, Watched, watch

_MOVES_FACT = {Cause.ENTERS: "order_defect_rate.window_lag", Cause.LEAVES: "order_defect_rate.window_days"}


def listed(course: Course) -> list[dict[str, Any]]:
    """Return one row a thing to look at, today's first."""
    found = watch(course.assessment, course.recovery, course.steps, course.who)
    return [_row(one, course) for one in found]


def _row(one: Watched, course: Course) -> dict[str, Any]:
    return {
        "iso": one.day.isoformat(),
        "day": _day(one, course),
        "text": _words(one, course),
        "kind": one.cause.value,
        "fact": _fact(one),
    }


def _day(one: Watched, course: Course) -> str:
    if one.cause is Cause.OPEN:
        return course.text("watch.daily")
    return course.text("watch.now") if one.cause is Cause.UNKNOWN else course.short(one.day)


def _words(one: Watched, course: Course) -> str:
    if one.defect is None:
        ordered = next((d.order_date for d in course.marks[one.order_id] if d.order_date), one.day)
        what = name_of(one.order_id, course)
        return course.text(f"watch.{one.cause}", what=what, ordered=course.short(ordered))
    what = name_of_defect(one.defect, course)
    if one.clock is None:
        return course.text("watch.open", what=what)
    return _deadline(one.clock, what, course)


def _deadline(clock: Clock, what: str, course: Course) -> str:
    route = text(course.lang, f"clock.title.{clock.route}")
    if clock.missing:
        return course.text("watch.unknown", what=what, route=route)
    if clock.said_to_be:
        return course.text("watch.deadline_said", what=what, route=route)
    if clock.days_left is not None and clock.days_left < 0 and clock.last_day:
        return course.text("watch.deadline_over", what=what, route=route, last=course.day(clock.last_day))
    return course.text("watch.deadline", what=what, route=route)


def _fact(one: Watched) -> str | None:
    if one.clock:
        return one.clock.fact
    return one.defect.rule if one.defect else _MOVES_FACT[one.cause]
