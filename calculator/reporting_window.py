"""Reporting window: the whole days, by order date, that a rate is measured over.

Four ways to know it, the later beating the earlier: as-of day minus the lag, the range a V2
report states for the store, the period of typed order counts, a range the caller chose.

Source: order_defect_rate.window_days, order_defect_rate.window_lag
Worse mistake: a window that looks exact and is not; the basis is always shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from calculator.dates import DateRange, plus
from calculator.policy import Policy


class Basis(StrEnum):
    """How the window is known."""

    LAG = "lag"
    REPORTED = "reported"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingWindow:
    """The window and where it comes from.

    Attributes:
        lag: days an order waits before it enters the window.
        length: days an order stays in the window.
        gaps: runs of days in the window that no orders file reaches.
    """

    range: DateRange
    basis: Basis
    lag: int
    length: int
    gaps: tuple[DateRange, ...] = ()

    def enters_on(self, day: date) -> date | None:
        """Return the first day an order of `day` is counted; None beyond the calendar."""
        return plus(day, self.lag)

    def leaves_on(self, day: date) -> date | None:
        """Return the first day an order of `day` is counted no more; None beyond the calendar."""
        return plus(day, self.lag + self.length)


def choose(
    as_of: date,
    policy: Policy,
    *,
    reported: DateRange | None = None,
    typed: DateRange | None = None,
    chosen: DateRange | None = None,
) -> ReportingWindow:
    """Return the window for a day; `chosen` beats `typed` beats `reported` beats the lag.

    Units: days, both ends in.
    """
    lag, length = policy.whole("order_defect_rate.window_lag"), window_days(policy)
    if found := chosen or typed:
        return ReportingWindow(range=found, basis=Basis.CHOSEN, lag=lag, length=length)
    if reported:
        seen = (as_of - reported.last_day).days
        lag = seen if _is_believable(seen, policy) else lag
        return ReportingWindow(range=reported, basis=Basis.REPORTED, lag=lag, length=length)
    last_day = as_of - timedelta(days=lag)
    return ReportingWindow(range=DateRange.ending(last_day, length), basis=Basis.LAG, lag=lag, length=length)


def window_days(policy: Policy) -> int:
    """Return the length of the window in days."""
    return policy.whole("order_defect_rate.window_days")


def may_be_todays(window: DateRange, as_of: date, policy: Policy) -> bool:
    """Return whether a window may be the one that is measured on a day, whoever stated it."""
    return window.days == window_days(policy) and _is_believable((as_of - window.last_day).days, policy)


def with_gaps(window: ReportingWindow, spans: Iterable[tuple[date, date]]) -> ReportingWindow:
    """Return the window with the days no orders file reaches; without any orders file, none."""
    held = tuple(spans)
    return replace(window, gaps=gaps(window.range, held)) if held else window


def gaps(window: DateRange, spans: Iterable[tuple[date, date]]) -> tuple[DateRange, ...]:
    """Return the runs of days in `window` outside every span; a span is first and last day.

    >>> gaps(DateRange(date(2026, 9, 1), date(2026, 9, 9)), [(date(2026, 9, 3), date(2026, 9, 5))])[0].days
    2
    """
    free: list[DateRange] = []
    day = window.first_day
    for first, last in sorted(spans):
        if first > day:
            free.append(DateRange(day, min(first - timedelta(days=1), window.last_day)))
        day = max(day, last + timedelta(days=1)) if last < date.max else window.last_day + timedelta(days=1)
        if day > window.last_day:
            break
    if day <= window.last_day:
        free.append(DateRange(day, window.last_day))
    return tuple(gap for gap in free if gap.first_day <= window.last_day)


def _is_believable(lag: int, policy: Policy) -> bool:
    held = policy.value("order_defect_rate.reported_lag")
    low, high = held if isinstance(held, tuple) else (0, 0)
    return int(low) <= lag <= int(high)
