"""Moves: what leaves the window and what enters it on a day, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from calculator.explain.course.course import Course
from calculator.recovery.steps import Step


def words(step: Step, course: Course) -> str:
    """Return why the counts of a day are others than those of the day before."""
    marks = tuple(_marks(step, course))
    is_riddle = not marks and step.rises is True
    return course.joined(*marks, clean(step.clean_left, step.clean_entered, course, rises_alone=is_riddle))


def clean(left: int, entered: int, course: Course, *, rises_alone: bool) -> str:
    """Return how many orders without a defect leave and enter, nothing where none does.

    `rises_alone`: the rate goes up by them alone, which looks like a new fault and is none.
    """
    moved = (("left", left), ("entered", entered))
    moves = course.text("clean.joint").join(
        course.counted(f"clean.{way}", number) for way, number in moved if number
    )
    return course.text(f"clean.{'rises' if rises_alone else 'moves'}", moves=moves) if moves else ""


def _marks(step: Step, course: Course) -> Iterator[str]:
    if step.marked_left:
        yield from _marked("left", step.marked_left, step.left_of, course)
    if step.marked_entered:
        yield from _marked("entered", step.marked_entered, step.entered_of, course)
    if step.undated_left:
        yield course.counted("mark.undated", step.undated_left)


def _marked(way: str, ids: tuple[str, ...], ordered: date, course: Course) -> Iterator[str]:
    day = course.short(ordered)
    kind = kind_of(ids[0], course) if len(ids) == 1 else "many"
    yield course.text(f"mark.{way}.{kind}", day=day, n=len(ids))
    undecided = sum(course.is_undecided(order_id) for order_id in ids)
    if undecided and way == "entered":
        only = len(ids) == 1
        yield course.text("mark.undecided.it") if only else course.counted("mark.undecided", undecided)


def kind_of(order_id: str, course: Course) -> str:
    """Return the type of the one defect of an order, or `several`."""
    types = {defect.type.value for defect in course.marks.get(order_id, ())}
    return next(iter(types)) if len(types) == 1 else "several"
