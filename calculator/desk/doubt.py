"""Doubt: what is wrong with typed words, and the value they likely meant, offered and never put in.

Worse mistake: mending a seller's word. A day that may be two days is offered as none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from calculator import display
from calculator.case import suggestion
from calculator.dates import plus
from calculator.messages import text
from calculator.orders import ORDER_ID
from calculator.reports.hand_cells import plain
from calculator.reports.order_counts import whole
from calculator.reports.written_day import DateOrder, read

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_DAYS = ("day", "past_day")
_TEXTS = ("words", "who", "proof")
MOST = {"words": 400, "who": 80, "proof": 160, "count": 20, "day": 40, "past_day": 40, "long_words": 20_000}
"""Characters an answer may have; what is longer is shown, said, and stays as typed."""
_BEFORE, _AHEAD = 3_650, 730
"""Days before and after today outside of which a day is likely a slip of the year."""
Problem = dict[str, str | None]


def day_of(words: str) -> date | None:
    """Return the day typed words name.

    >>> day_of("2026年10月3日")
    datetime.date(2026, 10, 3)
    """
    return read(plain(words), DateOrder.YEAR)


def problem(kind: str, words: str, lang: str, as_of: date, *, sent: str = "") -> Problem | None:
    """Return what is wrong with an answer, with the value it likely meant; None where nothing is.

    Args:
        kind: of the field.
        words: as typed.
        lang: of the reader.
        as_of: today.
        sent: language of the letter the words stand in, empty where they stand in none.
    """
    if not words.strip():
        return None
    if len(words) > MOST.get(kind, len(words)):
        return _said("too_long", lang, n=display.count(len(words)), most=display.count(MOST[kind]))
    if kind in _DAYS:
        return _day(kind, words, lang, as_of)
    if kind == "count":
        return _count(words, lang)
    if kind in _TEXTS and sent == "en" and _HAN.search(words):
        return _said("chinese", lang)
    return None


def order_id(words: str, lang: str) -> Problem | None:
    """Return what is wrong with an order number; other names of an order are no numbers at all."""
    if not any(letter.isdigit() for letter in words) or ORDER_ID.fullmatch(words.strip()):
        return None
    return _said("order_id", lang, suggestion.order_id(words))


def choice(kind: str, words: str, options: Sequence[tuple[str, str]] | None, lang: str) -> Problem | None:
    """Return what is wrong with a choice that none of the options is."""
    is_known = kind != "choice" or not words or words in {id_ for id_, _ in options or ()}
    return None if is_known else _said("choice", lang)


def _day(kind: str, words: str, lang: str, as_of: date) -> Problem | None:
    found = day_of(words)
    if found is None:
        near = suggestion.day(words, as_of)
        return _said("day", lang, near.isoformat() if near else None)
    if kind == "past_day" and found > as_of:
        return _said("future", lang, day=display.day(found, lang))
    first, last = plus(as_of, -_BEFORE), plus(as_of, _AHEAD)
    if (first and found < first) or (last and found > last):
        return _said("far", lang, day=display.day(found, lang))
    return None


def _count(words: str, lang: str) -> Problem | None:
    if whole(words) is not None:
        return None
    near = suggestion.count(words)
    return _said("count", lang, None if near is None else str(near))


def _said(code: str, lang: str, offer: str | None = None, **values: object) -> Problem:
    return {"code": code, "text": text(lang, f"desk.problem.{code}", **values), "offer": offer}
