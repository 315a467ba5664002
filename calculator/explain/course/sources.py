"""Sources: the rules the days rest on, each with its grade, the day we looked and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from calculator.explain.course.course import Course
from calculator.policy import PolicyNotKnown, entry, sources, words
from calculator.reporting_window import Basis

_ALWAYS = (
    "order_defect_rate.target",
    "order_defect_rate.order_date_basis",
    "order_defect_rate.window_days",
    "order_defect_rate.rolling",
    "order_defect_rate.window_lag",
    "order_defect_rate.day_boundary",
)
_REPORTED = "order_defect_rate.reported_lag"


def listed(course: Course, said: Iterable[str | None]) -> list[dict[str, Any]]:
    """Return one row a rule: those of every day, then those that the sentences named."""
    basis = (_REPORTED,) if course.assessment.window.basis is Basis.REPORTED else ()
    keys = dict.fromkeys((*_ALWAYS, *basis, *filter(None, said)))
    return [row for key in keys for row in _row(key, course)]


def _row(key: str, course: Course) -> list[dict[str, Any]]:
    try:
        row = course.assessment.policy.row(key)
    except PolicyNotKnown:
        return []
    held = sources()
    first, *others = (held[one].title for one in row.sources)
    line = course.text(
        "sources.row",
        statement=words.statement(key, entry(key).statement, course.lang),
        grade=course.text(f"sources.grade.{row.grade}"),
        day=course.day(row.checked_on),
        source=first,
        more=course.counted("sources.more", len(others)) if others else "",
    )
    return [{"text": line, "fact": key}]
