"""Suggestion: the value a mistyped word was likely meant to be, offered and never put in.

Only slips of writing are looked through: day and month swapped, no year, no separators,
letters where an order id has digits. What is meant stays the seller's to say.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from calculator.orders import ORDER_ID
from calculator.reports.hand_cells import plain
from calculator.reports.order_counts import whole

_DIGIT_LOOKALIKES = str.maketrans("OoQDIl|SBZ", "0000111582")
_PARTS = re.compile(r"\d+")
_FORMS = ((8, (4, 2, 2)), (6, (2, 2, 2)), (4, (2, 2)))


def day(text: str, as_of: date) -> date | None:
    """Return the one past day a text may have meant, None where there is none or more than one.

    >>> day("2026-14-10", date(2026, 11, 22)), day("10月6日", date(2026, 11, 22))
    (datetime.date(2026, 10, 14), datetime.date(2026, 10, 6))
    """
    text = plain(text)
    made = [_made(*one, as_of) for one in _readings(_parts(text))]
    past = [day for day in made if day and day <= as_of]
    if past and made[0] == past[0] and _is_ordered(text):
        return past[0]
    return past[0] if len(set(past)) == 1 else None


def order_id(text: str) -> str | None:
    """Return the order id a text may have meant.

    >>> order_id("111-OO00001-0000001"), order_id("11100000010000001")
    ('111-0000001-0000001', '111-0000001-0000001')
    """
    digits = "".join(re.findall(r"\d", plain(text).translate(_DIGIT_LOOKALIKES)))
    made = f"{digits[:3]}-{digits[3:10]}-{digits[10:]}"
    return made if ORDER_ID.fullmatch(made) and made != text.strip() else None


def count(text: str) -> int | None:
    """Return the only number in a text such as `126 orders`."""
    found = _PARTS.findall(plain(text).replace(",", ""))
    return whole(found[0]) if len(found) == 1 else None


def _is_ordered(text: str) -> bool:
    """Return whether the way a day is written puts the month before the day."""
    parts = _parts(text)
    return "月" in text or (len(parts) == 3 and len(parts[0]) == 4)


def _parts(text: str) -> list[str]:
    parts = _PARTS.findall(text)
    if len(parts) == 1:
        for length, widths in _FORMS:
            if len(parts[0]) == length:
                places = [sum(widths[:n]) for n in range(len(widths) + 1)]
                return [parts[0][a:b] for a, b in pairwise(places)]
    return parts


def _readings(parts: list[str]) -> list[tuple[int | None, int, int]]:
    """Return year, month and day in every way the parts may stand for them."""
    numbers = [int(part) for part in parts if len(part) <= 4]
    if len(numbers) != len(parts):
        return []
    if len(numbers) == 2:
        first, second = numbers
        return [(None, first, second), (None, second, first)]
    if len(numbers) != 3:
        return []
    first, second, third = numbers
    if len(parts[0]) == 4:
        return [(first, second, third), (first, third, second)]
    return [(third, first, second), (third, second, first)]


def _made(year: int | None, month: int, number: int, as_of: date) -> date | None:
    try:
        if year is None:
            this_year = date(as_of.year, month, number)
            return this_year if this_year <= as_of else date(as_of.year - 1, month, number)
        return date(year + 2000 if year < 100 else year, month, number)
    except ValueError:
        return None
