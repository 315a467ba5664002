"""Lead: the one sentence on what the rate does first, chosen by what the counts do.

Worse mistake: a rise that reads like a new fault, or a fall that reads like a decision.
"""

from __future__ import annotations

from itertools import takewhile

from calculator.explain.course.course import Course
from calculator.recovery.projection import Day
from calculator.recovery.steps import has_risen


def sentence(course: Course) -> str:
    """Return what the rate does first; the highest day is added where it lies ahead."""
    if not course.today.orders:
        return _empty(course)
    if course.is_under(course.today):
        return _under(course)
    if course.recovery.undated:
        return course.counted("lead.undated", course.recovery.undated)
    return course.joined(_first_move(course), _peak(course))


def _first_move(course: Course) -> str:
    climb = next((day for day in course.days if has_risen(course.today, day)), None)
    drop = next((step.day for step in course.steps if step.marked_left or step.undated_left), None)
    if climb and (drop is None or climb.day <= drop.day):
        return _climbs(climb, drop, course)
    if drop and has_risen(drop, course.today):
        return course.text("lead.falls", day=course.day(drop.day), said=course.said(drop))
    return _drifts(course)


def _climbs(climb: Day, drop: Day | None, course: Course) -> str:
    if climb.orders_with_defects > course.today.orders_with_defects:
        return course.text("lead.climbs_entering", day=course.day(climb.day))
    if drop and climb.day == drop.day:
        return course.text("lead.climbs_with", day=course.day(climb.day))
    return course.counted("lead.climbs", course.today.orders_with_defects)


def _drifts(course: Course) -> str:
    """Say what clean orders alone do to the rate: they lower it by entering, or nothing moves it."""
    filled = takewhile(lambda day: day.orders > 0, course.days)
    lowest = course.today
    for day in filled:
        if has_risen(day, lowest):
            lowest = day
    if lowest is course.today:
        return _unmoved(course)
    return course.text("lead.falls_entering", day=course.day(lowest.day), said=course.said(lowest))


def _empty(course: Course) -> str:
    filled = next((day for day in course.days if day.orders), None)
    if filled is None:
        return course.text("lead.empty")
    return course.text("lead.empty_filling", day=course.day(filled.day))


def _under(course: Course) -> str:
    over = next((day for day in course.days if course.is_over(day)), None)
    if over is None:
        return course.text("lead.under")
    return course.joined(course.text("lead.under_then_over", day=course.day(over.day)), _peak(course))


def _unmoved(course: Course) -> str:
    empty = next((day for day in course.days if not day.orders), None)
    return course.text("lead.flat", day=course.day(empty.day)) if empty else course.text("lead.unchanged")


def _peak(course: Course) -> str:
    """Name the highest coming day above today's rate, as long as a mark of today's window is in it.

    Later ones are left out: of few orders a single mark makes a rate that frightens and says nothing.
    """
    highest, until = course.today, course.recovery.marked_until
    for day in course.days:
        if until is None or day.day >= until:
            break
        if has_risen(highest, day):
            highest = day
    if highest is course.today:
        return ""
    return course.text("lead.peak", day=course.day(highest.day), said=course.said(highest))
