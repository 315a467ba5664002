"""Dates: whole days and ranges of days, both ends in.

A window is made of days; instants never leave this module. A timestamp with an offset
belongs to its UTC calendar day, one without an offset to the day it names.

>>> DateRange(date(2026, 9, 9), date(2026, 11, 7)).days
60
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_ISO = re.compile(r"\d{4}-\d\d-\d\d([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?)?")


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """Whole days from `first_day` to `last_day`, both included.

    Raises:
        ValueError: the last day is before the first.
    """

    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError(f"{self.last_day} is before {self.first_day}")

    @classmethod
    def ending(cls, last_day: date, days: int) -> DateRange:
        """Return the range of `days` whole days whose last day is `last_day`."""
        return cls(last_day - timedelta(days=days - 1), last_day)

    @property
    def days(self) -> int:
        """Return the number of days, both ends counted."""
        return (self.last_day - self.first_day).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def shifted(self, days: int) -> DateRange:
        """Return the range moved by `days`; unchanged where the calendar ends."""
        try:
            step = timedelta(days=days)
            return DateRange(self.first_day + step, self.last_day + step)
        except OverflowError:
            return self


def plus(day: date, days: int) -> date | None:
    """Return the day `days` later, or None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def instant(text: str) -> tuple[datetime, bool] | None:
    """Read an ISO 8601 timestamp or date.

    Returns:
        The instant in UTC and whether the text carried an offset; None when unreadable.
        Without an offset the clock time is taken as it stands.

    >>> instant("2026-10-03T20:30:00-07:00")[0].day
    4
    """
    if not _ISO.fullmatch(text):
        return None
    try:
        read = datetime.fromisoformat(text)
        if read.tzinfo is None:
            return read.replace(tzinfo=UTC), False
        return read.astimezone(UTC), True
    except (ValueError, OverflowError):
        return None
