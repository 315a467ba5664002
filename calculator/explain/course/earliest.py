"""Earliest: the first day the number alone is under the target, and how far that day can be trusted.

Source: order_defect_rate.window_lag
Worse mistake: a day that sounds like the day offers come back, or like a reason to wait.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from calculator.explain.course import moves
from calculator.explain.course.course import Course

LAG, TARGET = "order_defect_rate.window_lag", "order_defect_rate.target"


def block(course: Course) -> dict[str, Any]:
    """Return the day with its title and sentences; `day` is None where none is to be told."""
    is_under = course.is_under(course.today)
    is_told = not is_under and not course.recovery.undated
    first = course.recovery.no_new_orders.first_day_on_target if is_told else None
    kind = "today" if is_under else "some" if first else "none" if is_told else "undated"
    return {
        "day": course.day(first) if first else None,
        "iso": first.isoformat() if first else None,
        "title": course.text(f"earliest.{kind}.title"),
        "sentence": course.joined(*_sentences(kind, course)),
        "wait": course.text("earliest.do_not_wait") if course.marks or course.recovery.undated else None,
        "about": _about(first, course) if is_told else None,
        "stays": _stays(course.today.day if is_under else first, course),
        "fact": TARGET if is_under else LAG,
    }


def _sentences(kind: str, course: Course) -> Iterator[str]:
    if kind == "undated":
        yield course.text("earliest.undated.sentence")
    elif kind == "none":
        emptied = _emptied(course)
        form = "sentence_empty" if emptied else "sentence"
        yield course.text(f"earliest.none.{form}", day=course.day(emptied) if emptied else "")
        yield course.text("earliest.open") if course.undecided else ""
    else:
        yield course.text(f"earliest.{kind}.{'sentence_open' if course.undecided else 'sentence'}")
    yield course.text("earliest.alone")


def _emptied(course: Course) -> date | None:
    """Return the day from which no order is left, None where the window is empty today or never is."""
    held = [day.day for day in (course.today, *course.days) if day.orders]
    return next((day.day for day in course.days if day.day > held[-1]), None) if held else None


def _about(first: date | None, course: Course) -> str | None:
    """Say between which days the day lies if the window ends one day earlier or later, or that it stays."""
    moved = (("later", 1), ("earlier", -1))
    found = {way: course.recovery.first_day_if_ending(days) for way, days in moved}
    if set(found.values()) == {first}:
        return course.text("earliest.about_same")
    if first is None:
        return None
    missing = next((way for way, day in found.items() if day is None), None)
    if missing:
        return course.text("earliest.about_none", way=course.text(f"earliest.{missing}"))
    held = sorted(day for day in (first, *found.values()) if day)
    return course.text("earliest.about", first=course.day(held[0]), last=course.day(held[-1]))


def _stays(first: date | None, course: Course) -> str | None:
    """Say on which day the number is over again, None where it stays under."""
    if first is None:
        return None
    again = next((day for day in course.days if day.day > first and course.is_over(day)), None)
    if again is None:
        return None
    step = next((step for step in course.steps if step.day == again), None)
    later = course.recovery.no_new_orders.stays_on_target_from
    return course.joined(
        course.text(
            "earliest.stays.again",
            day=course.day(again.day),
            said=course.said(again),
            why=moves.words(step, course) if step else "",
        ).rstrip(),
        course.text("earliest.stays.again_later", day=course.day(later))
        if later
        else course.text("earliest.stays.again_open"),
    )
