"""Periods: two days that a page joins to one stretch of time.

"September 9, 2026 - November 7, 2026", "Sep 9 – Nov 7, 2026", "2026年9月9日至11月7日", over a line's end too,
or each behind its own name ("From", "To"). A day that borrows the year of the other is certain
only when the stretch has the length of Amazon's window.

Source: order_defect_rate.window_days
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from calculator.dates import DateRange
from calculator.paste.day_forms import Written
from calculator.paste.days import Calendar, Reading
from calculator.paste.pieces import Kind, Piece
from calculator.paste.plain import Line
from calculator.reports import written_day
from calculator.reports.written_day import DateOrder

_JOINT = re.compile(r"\s*(?:-{1,2}|~|to|through|thru|until|till|至|到|→)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """Two written days in the order of the page."""

    first: Piece
    last: Piece

    @property
    def written(self) -> tuple[Written, Written]:
        """Return both days as they are written."""
        return self.first.value, self.last.value

    @property
    def place(self) -> tuple[int, int]:
        """Return where it begins."""
        return self.first.line, self.first.start


def found(
    raw: Sequence[Sequence[Piece]], fields: Sequence[Sequence[Piece]], lines: Sequence[Line]
) -> list[Period]:
    """Return the stretches of time of a paste, from top to bottom."""
    days = [piece for line in raw for piece in line if piece.kind is Kind.DAY]
    labels = {(piece.line, piece.start): piece.label for line in fields for piece in line}
    periods: list[Period] = []
    for first, last in pairwise(days):
        is_free = not periods or periods[-1].last is not first
        names = [labels.get((piece.line, piece.start)) for piece in (first, last)]
        is_joined = _JOINT.fullmatch(_between(first, last, lines)) or names == ["first_day", "last_day"]
        if is_free and is_joined:
            periods.append(Period(first, last))
    return periods


def _between(first: Piece, last: Piece, lines: Sequence[Line]) -> str:
    """Return the text between two days, "?" where more than blank lines stands between theirs."""
    if first.line == last.line:
        return lines[first.line].text[first.end : last.start]
    if any(line.text.strip() for line in lines[first.line + 1 : last.line]):
        return "?"
    return lines[first.line].text[first.end :] + lines[last.line].text[: last.start]


def read(period: Period, calendar: Calendar, window_days: int) -> tuple[Reading, Reading]:
    """Return the readings of both days, a missing year lent by the other."""
    first, last = (calendar.read(written) for written in period.written)
    if period.first.value.form == "no_year" and last.day:
        return _lent(first, last.day, window_days, is_first=True), last
    if period.last.value.form == "no_year" and first.day:
        return first, _lent(last, first.day, window_days, is_first=False)
    return first, last


def _lent(reading: Reading, other: date, window_days: int, *, is_first: bool) -> Reading:
    """Return a day with the year of the other one, certain if both make a whole window."""
    likely = [day for day in _years_about(reading.text, other) if (day <= other) is is_first]
    nearest = sorted(likely, key=lambda day: abs((day - other).days))[:1]
    is_window = any(DateRange(min(day, other), max(day, other)).days == window_days for day in nearest)
    return Reading(reading.text, tuple(nearest) or reading.days, is_certain=is_window)


def _years_about(text: str, other: date) -> Iterator[date]:
    for year in (other.year - 1, other.year, other.year + 1):
        whole = f"{year}年{text}" if "月" in text else f"{text} {year}"
        day = written_day.read(whole, DateOrder.YEAR)
        if day:
            yield day
