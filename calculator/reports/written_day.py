"""Written day: dates as people, stores and spreadsheet programs write them.

`2026-10-03`, `2026/10/3`, `2026年10月3日`, `October 3, 2026`, `3 Oct 2026`, `21.10.26`, `10/3/26`,
each with or without a time behind it. Where the order of day and month is open, the whole
column decides (a part over 12, a four-digit year, dots), then the store; the guess is noted.

Worse mistake: swapping day and month row by row. One column has one order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calculator import dates

_NUMBERS = re.compile(r"\s*(\d{1,4})\s*([-/.年])\s*(\d{1,2})\s*([-/.月])\s*(\d{1,4})(?!\d)")
_DAY_FIRST_WORDS = re.compile(r"\s*(\d{1,2})\.?[\s-]+(?:de\s+)?([^\W\d_]+)\.?,?[\s-]+(?:de\s+)?(\d{4})\b")
_MONTH_FIRST_WORDS = re.compile(
    r"\s*(?:[^\W\d_]+,\s*)?([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b"
)
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


_STORE_ORDER = {"US": DateOrder.MONTH, "JP": DateOrder.YEAR}


@dataclass(frozen=True, slots=True)
class Guess:
    """What helps to guess an order of day and month that nothing proves: store, last likely day."""

    store: str | None = None
    latest: date = date.max


def order_of(texts: Iterable[str], store: str | None, latest: date = date.max) -> tuple[DateOrder, bool]:
    """Return the order of a column of dates and whether the values prove it.

    A reading that puts a day after `latest` loses to one that does not. A year of two digits
    comes first in Japan only.

    >>> order_of(["04-30-22", "04-05-22"], None)
    (<DateOrder.MONTH: 'month_first'>, True)
    >>> order_of(["10/11/26"], "US")
    (<DateOrder.MONTH: 'month_first'>, False)
    """
    possible = list(DateOrder)
    open_texts = [text for text in texts if _is_open(text)]
    for text in open_texts:
        fits = [order for order in possible if read(text, order)]
        possible = fits or possible
    if len(possible) == 1 or not open_texts:
        return possible[0], True
    if DateOrder.DAY in possible and all("." in text for text in open_texts):
        return DateOrder.DAY, True
    if store != "JP" and len(possible) > 1:
        possible = [order for order in possible if order is not DateOrder.YEAR]
    likely = [o for o in possible if all((read(text, o) or latest) <= latest for text in open_texts)]
    possible = likely or possible
    wish = _STORE_ORDER.get(store or "", DateOrder.DAY)
    return (wish if wish in possible else possible[0]), False


def read(text: str, order: DateOrder) -> date | None:
    """Return the day a text names, or None when it names none that can be.

    >>> read("2026年10月3日", DateOrder.DAY), read("October 3, 2026", DateOrder.DAY)
    (datetime.date(2026, 10, 3), datetime.date(2026, 10, 3))
    """
    text = text.strip()
    if found := dates.instant(text):
        return found[0].date()
    if numbers := _NUMBERS.match(text):
        return _utc(text, _from_numbers(numbers, order))
    return _from_words(text)


def _is_open(text: str) -> bool:
    """Return whether a text is a numeric date that does not begin with a four-digit year."""
    found = _NUMBERS.match(text)
    return found is not None and len(found[1]) <= 2 and not dates.instant(text.strip())


def _from_numbers(found: re.Match[str], order: DateOrder) -> date | None:
    first, middle, last = found[1], found[3], found[5]
    if len(first) == 4 or found[2] == "年":
        return _day(first, middle, last)
    if len(first) > 2 or (len(last) == 4 and order is DateOrder.YEAR) or len(last) == 3:
        return None
    if order is DateOrder.YEAR:
        return _day(first, middle, last)
    return _day(last, middle, first) if order is DateOrder.DAY else _day(last, first, middle)


def _from_words(text: str) -> date | None:
    if found := _DAY_FIRST_WORDS.match(text):
        return _day(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST_WORDS.match(text):
        return _day(found[3], _month(found[1]), found[2])
    return None


def _month(name: str) -> str:
    """Return the number of a month name as text, "0" for an unknown one."""
    folded = name.casefold()
    return str(next((n for n, starts in enumerate(_MONTHS, 1) if folded.startswith(starts)), 0))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year) + (_TWO_DIGIT_CENTURY if len(year) <= 2 else 0), int(month), int(day))
    except ValueError:
        return None


def _utc(text: str, day: date | None) -> date | None:
    """Return the UTC day of a text like `14-07-2010T18:53:56+02:00`, whose date part is `day`."""
    if day is None:
        return None
    clock = text.partition("T")[2]
    moved = dates.instant(f"{day.isoformat()}T{clock}") if clock else None
    return moved[0].date() if moved else day
