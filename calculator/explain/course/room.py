"""Room: what the window can carry, what is about to enter it, and what to look at day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from calculator import display
from calculator.explain.course.course import Course
from calculator.explain.course.names import name_of
from calculator.explain.course.watching import listed
from calculator.recovery.carry import AHEAD_DAYS, Carry, carry, fewest_orders
from calculator.recovery.ledger import window_on
from calculator.recovery.projection import Day
from calculator.recovery.steps import entering

TARGET, LAG = "order_defect_rate.target", "order_defect_rate.window_lag"
_FIRST_MARK = 1


def block(course: Course) -> dict[str, Any]:
    """Return what is carried, what enters next, and the list to watch."""
    return {
        "title": course.text("carry.title"),
        "sentences": [{"text": words, "fact": fact} for words, fact in _sentences(course)],
        "entering": {
            "title": course.text("entering.title"),
            "none": course.text("entering.none"),
            "rows": list(_entering(course)),
        },
        "watch": {
            "title": course.text("watch.title"),
            "lead": course.text("watch.lead", n=AHEAD_DAYS),
            "rows": listed(course),
        },
    }


def _sentences(course: Course) -> Iterator[tuple[str, str | None]]:
    carried = carry(course.recovery, course.today)
    yield _today(carried, course), TARGET
    if carried.worst and carried.more_at_worst is not None and course.today.orders:
        yield _worst(carried, carried.worst, carried.more_at_worst, course), TARGET
    least = fewest_orders(_FIRST_MARK, course.target)
    if any(0 < day.orders < least for day in (course.today, carried.worst or course.today)):
        yield course.text("carry.fewest.words", n=display.count(least)), TARGET
    waiting = _waiting(course)
    if waiting:
        yield waiting, LAG


def _today(carried: Carry, course: Course) -> str:
    more = carried.more_today
    if more is None:
        return course.text("carry.today.none")
    return course.counted_room("carry.today", more, **_counts(carried.today))


def _worst(carried: Carry, worst: Day, more: int, course: Course) -> str:
    if carried.more_today is not None and more >= carried.more_today:
        return course.text("carry.worst.same", days=AHEAD_DAYS)
    values = {"days": AHEAD_DAYS, "day": course.day(worst.day), **_counts(worst)}
    return course.counted_room("carry.worst", more, **values)


def _counts(day: Day) -> dict[str, str]:
    return {"orders": display.count(day.orders), "marked": display.count(day.orders_with_defects)}


def _waiting(course: Course) -> str:
    """Say how many orders are placed and enter in the coming days; a defect on them counts later."""
    entered = [step for step in course.steps if step.orders_entered]
    if not entered:
        return ""
    number = sum(step.orders_entered for step in entered)
    return course.counted("carry.waiting", number, day=course.day(entered[-1].day.day))


def _entering(course: Course) -> Iterator[dict[str, Any]]:
    window = window_on(course.recovery.as_of, course.recovery.lag, course.recovery.length)
    for day, ids in entering(course.recovery, window):
        for order_id in ids:
            yield {"iso": day.isoformat(), "day": course.short(day), "text": _enters(order_id, day, course)}


def _enters(order_id: str, day: date, course: Course) -> str:
    ordered = course.marks[order_id][0].order_date
    return course.text("entering.row", what=name_of(order_id, course), ordered=course.short(ordered or day))
