"""Order stamps: whether the timestamps of many usual lines are seconds of real days, all lines at once.

Amazon's lines have every digit at one place, so one digit of all lines is a column: a byte a
line. Seen as large numbers, two columns are added line by line in one go.

Worse mistake: passing a day that is none. When in doubt, no: the line is then read with care.
"""

from __future__ import annotations

from datetime import date

_TENS = bytes.maketrans(b"0123456789", bytes(range(0, 100, 10)))
_ONES = bytes.maketrans(b"0123456789", bytes(range(10)))
_MONTHS, _DAYS, _HOURS, _TO_FIFTY = bytes(range(1, 13)), bytes(range(1, 32)), bytes(range(24)), b"012345"
_NEXT_MONTHS = [date(2026 + month // 12, month % 12 + 1, 1) for month in range(1, 13)]
_MISSING = bytes(_DAYS[-1] - date.fromordinal(first.toordinal() - 1).day for first in _NEXT_MONTHS)
_MISSING_DAYS = bytes.maketrans(_MONTHS, _MISSING)
_MILLENNIUM, _MINUTES, _SECONDS = 0, 14, 17
_MONTH, _DAY, _HOUR = (5, 6), (8, 9), (11, 12)
_OFFSET = (20, 21, 23, 24)


def are_real(heads: bytes, start: int, length: int) -> bool:
    """Return whether the stamps at `start` of every `length` bytes are seconds, in UTC, of real days.

    They must be known to look like 0000-00-00T00:00:00+00:00 with any digits. The 29th of
    February is left to the careful way.
    """

    def numbers(tens: int, ones: int) -> bytes:
        found = heads[start + tens :: length].translate(_TENS), heads[start + ones :: length].translate(_ONES)
        return _added(*found)

    def are_among(place: int, digits: bytes) -> bool:
        return not heads[start + place :: length].translate(None, digits)

    months, days = numbers(*_MONTH), numbers(*_DAY)
    return (
        are_among(_MILLENNIUM, b"12")
        and not months.translate(None, _MONTHS)
        and not days.translate(None, _DAYS)
        and not _added(days, months.translate(_MISSING_DAYS)).translate(None, _DAYS)
        and not numbers(*_HOUR).translate(None, _HOURS)
        and are_among(_MINUTES, _TO_FIFTY)
        and are_among(_SECONDS, _TO_FIFTY)
        and all(are_among(place, b"0") for place in _OFFSET)
    )


def _added(one: bytes, other: bytes) -> bytes:
    """Return two columns of small numbers added line by line; no sum may exceed a byte."""
    both = int.from_bytes(one, "big") + int.from_bytes(other, "big")
    return both.to_bytes(len(one), "big")
