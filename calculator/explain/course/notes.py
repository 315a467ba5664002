"""Notes: how the coming days are counted, wherever that is not plain, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from calculator import display
from calculator.explain.course.course import Course
from calculator.recovery.ledger import window_on

Note = tuple[str, str | None]


def listed(course: Course) -> list[dict[str, Any]]:
    """Return the notes in reading order; `fact` is a policy key or None."""
    parts = (_undecided, _undated, _unsettled, _typed, _files_end, _other_window)
    return [{"text": words, "fact": fact} for part in parts for words, fact in part(course)]


def _undecided(course: Course) -> Iterator[Note]:
    if course.undecided:
        yield course.counted("notes.undecided", course.undecided), "counted_defects.a_to_z_claim.open"


def _undated(course: Course) -> Iterator[Note]:
    number, last = course.recovery.ledger.dateless
    if number:
        yield course.counted("notes.undated", number, day=course.day(last)), None


def _unsettled(course: Course) -> Iterator[Note]:
    orders = course.assessment.rates[course.who].orders
    if orders.high > orders.low:
        number = orders.high - orders.low
        yield course.counted("notes.unsettled", number), "order_defect_rate.cancelled_and_pending"


def _typed(course: Course) -> Iterator[Note]:
    typed = course.recovery.ledger.typed
    if typed:
        period = typed[1]
        days, last = display.days(period, course.lang), course.day(period.last_day)
        yield course.text("notes.typed", days=days, last=last), None


def _files_end(course: Course) -> Iterator[Note]:
    """Say where the files end before the day asked for, unless the shop has quiet spells as long."""
    files = course.assessment.files
    last = max((file.span[1] for file in files if file.span), default=None)
    quiet = max((file.quiet_days for file in files), default=0)
    if course.recovery.ledger.typed is None and last and _silence(last, course) > max(quiet, 1):
        yield course.text("notes.files_end", day=course.day(last)), None


def _silence(last: date, course: Course) -> int:
    return (course.recovery.as_of - last).days


def _other_window(course: Course) -> Iterator[Note]:
    recovery, window = course.recovery, course.assessment.window.range
    if window != window_on(recovery.as_of, recovery.lag, recovery.length):
        days = display.days(window, course.lang)
        words = course.text("notes.other_window", window=days, lag=recovery.lag)
        yield words, "order_defect_rate.window_lag"
