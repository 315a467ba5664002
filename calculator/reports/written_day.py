"""Written day: dates as people, stores and spreadsheet programs write them.

`2026-10-03`, `2026/10/3`, `2026年10月3日`, `October 3, 2026`, `3 Oct 2026`, `21.10.26`, `10/3/26`,
each with or without a time behind it. A time that cannot be makes the whole text unreadable:
without it nobody knows the UTC day.

Worse mistake: reading a day that was not meant. What is in doubt is no day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from calculator import dates

NUMBERS = re.compile(r"\s*(\d{1,4})\s*([-/.年])\s*(\d{1,2})\s*([-/.月])\s*(\d{1,4})(?!\d)")
_DAY_FIRST_WORDS = re.compile(r"\s*(\d{1,2})\.?[\s-]+(?:de\s+)?([^\W\d_]+)\.?,?[\s-]+(?:de\s+)?(\d{4})\b")
_MONTH_FIRST_WORDS = re.compile(
    r"\s*(?:[^\W\d_]+,\s*)?([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b"
)
_CLOCK = re.compile(
    r"[T,]?\s*(\d{1,2}):(\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:[A-Z]{2,5})?"
)
_OFFSET = re.compile(r":\d\d\s*(Z|[+-]\d\d:?\d\d)$")
_MONTHS = tuple(
    tuple(names.split())
    for names in (
        "jan ene gen janv", "feb fév fev", "mar mär mrt", "apr abr avr", "may mai mag mei", "jun giu juin",
        "jul lug juil", "aug ago aoû", "sep set", "oct okt ott out", "nov", "dec dez dic déc",
    )
)  # fmt: skip
_TWO_DIGIT_CENTURY = 2000


class DateOrder(StrEnum):
    """Which part of a purely numeric date comes first."""

    YEAR = "year_first"
    DAY = "day_first"
    MONTH = "month_first"


EVERY_FILE = ""
StatedOrders = Mapping[str, DateOrder]
"""What the seller states, by name of a file or for `EVERY_FILE`."""


def read(text: str, order: DateOrder) -> date | None:
    """Return the day a text names, or None when it names none that can be.

    >>> read("2026年10月3日", DateOrder.DAY), read("October 3, 2026", DateOrder.DAY)
    (datetime.date(2026, 10, 3), datetime.date(2026, 10, 3))
    """
    text = text.strip()
    if found := dates.instant(text):
        return found[0].date()
    if numbers := NUMBERS.match(text):
        return _at(_from_numbers(numbers, order), text[numbers.end() :])
    if words := _DAY_FIRST_WORDS.match(text):
        return _at(_day(words[3], _month(words[2]), words[1]), text[words.end() :])
    if words := _MONTH_FIRST_WORDS.match(text):
        return _at(_day(words[3], _month(words[1]), words[2]), text[words.end() :])
    return None


def has_offset(text: str) -> bool:
    """Return whether a written date ends in a clock with a UTC offset."""
    return _OFFSET.search(text.strip()) is not None


def _from_numbers(found: re.Match[str], order: DateOrder) -> date | None:
    first, middle, last = found[1], found[3], found[5]
    if len(first) == 4 or found[2] == "年":
        return _day(first, middle, last)
    if len(first) > 2 or (len(last) == 4 and order is DateOrder.YEAR) or len(last) == 3:
        return None
    if order is DateOrder.YEAR:
        return _day(first, middle, last)
    return _day(last, middle, first) if order is DateOrder.DAY else _day(last, first, middle)


def _month(name: str) -> str:
    """Return the number of a month name as text, "0" for an unknown one."""
    folded = name.casefold()
    return str(next((n for n, starts in enumerate(_MONTHS, 1) if folded.startswith(starts)), 0))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year) + (_TWO_DIGIT_CENTURY if len(year) <= 2 else 0), int(month), int(day))
    except ValueError:
        return None


def _at(day: date | None, rest: str) -> date | None:
    """Return the day a date and the text behind it name; a clock with an offset may move it to UTC."""
    rest = rest.removeprefix("日").strip()
    if day is None or not any(c.isdigit() for c in rest):
        return day
    clock = _CLOCK.fullmatch(rest)
    if clock is None:
        return None
    moved = dates.instant(f"{day.isoformat()}T{clock[1].zfill(2)}:{clock[2]}{clock[3] or ''}{clock[4] or ''}")
    return moved[0].date() if moved else None
