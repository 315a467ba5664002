"""Days: every coming day as a row of a table, with what changes on it."""

from __future__ import annotations

from typing import Any

from calculator import display
from calculator.explain.course import moves
from calculator.explain.course.course import Course
from calculator.recovery.projection import Day
from calculator.recovery.steps import Step

_COLUMNS = ("day", "orders", "orders_with_defects", "rate", "text")


def table(course: Course, *, all_days: bool = True) -> dict[str, Any]:
    """Return the table of all days, those without a change too; without `all_days` its head alone."""
    held = {step.day.day: step for step in course.steps}
    nothing = course.text("clean.nothing")
    return {
        "title": course.text("days.title"),
        "columns": [{"key": key, "label": course.text(f"days.{key}")} for key in _COLUMNS],
        "rows": [_row(day, held.get(day.day), course, nothing) for day in course.days if all_days],
    }


def _row(day: Day, step: Step | None, course: Course, nothing: str) -> dict[str, Any]:
    return {
        "iso": day.day.isoformat(),
        "day": course.day(day.day),
        "orders": display.count(day.orders),
        "orders_with_defects": display.count(day.orders_with_defects),
        "rate": course.rate(day),
        "state": _state(day, course),
        "text": moves.words(step, course) if step else nothing,
    }


def _state(day: Day, course: Course) -> str:
    if not day.orders:
        return "no_orders"
    return "on_target" if course.is_under(day) else "off_target"
