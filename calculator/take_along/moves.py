"""Moves: the days on which orders with a defect leave or enter the window, or the number crosses the line.

Counted without new orders; a title never tells such a day as the day offers come back.

Source: order_defect_rate.window_days, order_defect_rate.window_lag
"""

from __future__ import annotations

from collections.abc import Iterator

from calculator.assess import Assessment
from calculator.explain.course import Course, earliest
from calculator.explain.defects import label_of
from calculator.messages import counted, text
from calculator.orders import Fulfillment
from calculator.recovery import Day
from calculator.recovery.steps import Step
from calculator.take_along.ics import Entry
from calculator.take_along.naming import masked, uid


def entries(assessment: Assessment, lang: str) -> Iterator[Entry]:
    """Yield the entries of both fulfilments."""
    for course in courses(assessment, lang):
        for step in course.steps:
            if step.marked_left or step.marked_entered:
                yield _move(step, course)
        for kind, day in crossings(course):
            yield _crossing(kind, day, course)


def courses(assessment: Assessment, lang: str) -> list[Course]:
    """Return the course of each fulfilment."""
    return [Course.of(assessment, who, lang) for who in Fulfillment]


def without_a_day(assessment: Assessment, lang: str) -> Iterator[str]:
    """Yield a line for each fulfilment with marks whose order day is not known."""
    for course in courses(assessment, lang):
        number, _ = course.recovery.ledger.dateless
        if number:
            yield counted(lang, "take_along.not_held.dateless", number, who=who_of(course))


def crossings(course: Course) -> Iterator[tuple[str, Day]]:
    """Yield the days on which the number comes under the target or no longer is, seen from today.

    Days without orders are on neither side. The first day under it is `earliest`. Where orders, marks
    or the days of marks are not known nobody can say when it is crossed.
    """
    recovery = course.recovery
    if not course.assessment.is_covered[course.who] or not recovery.ledger.marked or recovery.undated:
        return
    was_under = seen = course.is_under(course.today)
    for day in course.days:
        if day.orders and course.is_under(day) != was_under:
            was_under = not was_under
            yield ("over_again" if not was_under else "under_again" if seen else "earliest"), day
            seen = True


def crossing_title(kind: str, course: Course) -> str:
    """Return what happens on the day the number crosses the line; never that offers come back."""
    target, who = course.shown_target, who_of(course)
    return text(course.lang, f"take_along.crossing.{kind}", target=target, who=who)


def who_of(course: Course) -> str:
    """Return the fulfilment in one word."""
    return text(course.lang, f"explain.fulfillment.{course.who}_short")


def _move(step: Step, course: Course) -> Entry:
    lang, joint = course.lang, "; " if course.lang == "en" else "；"
    moved = (("left", step.marked_left), ("entered", step.marked_entered))
    said = (
        counted(lang, f"take_along.marks.{way}", len(ids), who=who_of(course)) for way, ids in moved if ids
    )
    orders = _listed(step.marked_left + step.marked_entered, course)
    named = masked(step.marked_left), masked(step.marked_entered)
    return Entry(
        uid=uid("marks", course.assessment.store, course.who, *named),
        day=step.day.day,
        title=joint.join(said),
        description="\n".join(
            [text(lang, "take_along.marks.orders", orders=orders), *_counts(step.day, course)]
        ),
    )


def _crossing(kind: str, day: Day, course: Course) -> Entry:
    marks = masked(id_ for ids in course.recovery.ledger.marked.values() for id_ in ids)
    is_first = kind == "earliest"
    told = earliest.block(course) if is_first else {}
    trust = filter(None, (told.get(name) for name in ("wait", "about", "stays")))
    return Entry(
        uid=uid(kind, course.assessment.store, course.who, *marks, *(() if is_first else (day.day,))),
        day=day.day,
        title=crossing_title(kind, course),
        description="\n".join([*_counts(day, course), *trust]),
    )


def _counts(day: Day, course: Course) -> Iterator[str]:
    """Yield the counts of a day and the side of the line it is on, where orders are known."""
    lang = course.lang
    if course.assessment.is_covered[course.who]:
        side = "under" if course.is_under(day) else "over"
        state = text(lang, f"take_along.crossing.{side}", target=course.shown_target)
        said = course.said(day) if day.orders else ""
        key = "after" if day.orders else "nobody"
        yield text(lang, f"take_along.marks.{key}", counts=said, state=state)
    yield text(lang, "take_along.alone")
    yield text(lang, "take_along.rule", lag=course.recovery.lag, length=course.recovery.length)


def _listed(order_ids: tuple[str, ...], course: Course) -> str:
    """Return the masked names of orders, in the order of the list of defects."""
    wanted, lang = set(order_ids), course.lang
    listed = course.assessment.defect_list.defects
    found = {one.order_id: label_of(one, lang) for one in listed if one.order_id in wanted}
    return (", " if lang == "en" else "、").join(found.values())
