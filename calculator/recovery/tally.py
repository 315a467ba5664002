"""Tally: numbers by day, summed up once, so that any run of days is answered by two look-ups."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from calculator.dates import DateRange


@dataclass(frozen=True, slots=True)
class Tally:
    """Days in order, and what has come together before each of them and after the last."""

    days: tuple[date, ...]
    before: tuple[int, ...]

    @classmethod
    def of(cls, numbers: Mapping[date, int]) -> Tally:
        """Return the tally of numbers by day.

        >>> tally = Tally.of({date(2026, 10, 14): 2, date(2026, 10, 6): 3})
        >>> tally.within(DateRange(date(2026, 10, 6), date(2026, 10, 13)))
        3
        """
        days = tuple(sorted(numbers))
        return cls(days, tuple(accumulate((numbers[day] for day in days), initial=0)))

    def within(self, days: DateRange) -> int:
        """Return the sum of a range, both ends in."""
        first, last = bisect_left(self.days, days.first_day), bisect_right(self.days, days.last_day)
        return self.before[last] - self.before[first]
