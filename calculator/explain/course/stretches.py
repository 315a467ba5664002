"""Stretches: the steps as they are told, one line each; days on which only clean orders move are one line.

A stretch ends where an order with a defect moves, where the number crosses the target, and where the
last order placed so far has entered: from there on orders only leave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from calculator.explain.course import moves
from calculator.explain.course.course import Course
from calculator.recovery.projection import Day
from calculator.recovery.steps import Step, has_risen

LEAVES, ENTERS = "order_defect_rate.window_days", "order_defect_rate.window_lag"
_UNDER, _OVER, _NONE = "under", "over", "none"


def rows(course: Course) -> list[dict[str, Any]]:
    """Return one row a stretch: its first day, its days as they are read, what moves and what it makes."""
    return [_row(stretch, course) for stretch in _stretches(course)]


def _stretches(course: Course) -> Iterator[tuple[Step, ...]]:
    entered = max((step.day.day for step in course.steps if step.clean_entered), default=date.min)
    for _, together in groupby(course.steps, key=_kind(course, entered)):
        yield tuple(together)


def _kind(course: Course, entered: date) -> Callable[[Step], tuple[str, object]]:
    def kind(step: Step) -> tuple[str, object]:
        side = side_of(step.day, course)
        if step.moves_marks or side != side_of(step.before, course):
            return side, step.day.day
        return side, step.day.day <= entered

    return kind


def side_of(day: Day, course: Course) -> str:
    """Return on which side of the target a day is."""
    if not day.orders:
        return _NONE
    return _UNDER if course.is_under(day) else _OVER


def _row(stretch: tuple[Step, ...], course: Course) -> dict[str, Any]:
    first, last = stretch[0], stretch[-1]
    is_run = len(stretch) > 1
    days = {"first": course.short(first.day.day), "last": course.short(last.day.day)}
    return {
        "iso": first.day.day.isoformat(),
        "last_iso": last.day.day.isoformat(),
        "day": course.text("days.range", **days) if is_run else days["first"],
        "text": _run(stretch, course) if is_run else _single(first, course),
        "fact": ENTERS if any(step.orders_entered for step in stretch) else LEAVES,
    }


def _single(step: Step, course: Course) -> str:
    result = course.text("result.now", said=course.said(step.day)) if step.day.orders else ""
    is_relief = bool(step.marked_left or step.undated_left)
    side = _side(step.before, step.day, course, is_relief=is_relief)
    return course.joined(moves.words(step, course), result, side)


def _run(stretch: tuple[Step, ...], course: Course) -> str:
    """Return what a run of clean days moves together, and the counts of its last day."""
    before, last = stretch[0].before, stretch[-1].day
    moved = moves.clean(
        sum(step.clean_left for step in stretch),
        sum(step.clean_entered for step in stretch),
        course,
        rises_alone=has_risen(before, last) is True,
    )
    stands = all(_counts(step.day) == _counts(before) for step in stretch)
    said = course.text(f"result.{'same' if stands else 'end'}", said=course.said(last)) if last.orders else ""
    return course.joined(moved, said, _side(before, last, course, is_relief=False))


def _side(before: Day, day: Day, course: Course, *, is_relief: bool) -> str:
    """Return the side of the target a day comes to, or that it stays over though a defect has left."""
    was, side = side_of(before, course), side_of(day, course)
    if side == was:
        return course.text("result.still_over") if side == _OVER and is_relief else ""
    if side == _OVER and was == _NONE:
        return course.text("result.not_under")
    return course.text(f"result.{side}")


def _counts(day: Day) -> tuple[int, int]:
    return day.orders_with_defects, day.orders
