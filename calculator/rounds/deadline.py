"""Deadline: the time to answer that is written in a reply.

Many spans of days stand in such a mail: the window, the days money is held, the time Amazon takes
itself. Only one in a sentence that speaks of the seller's own answer is taken.

Worse mistake: showing a later day than Amazon wrote. Business days give no day of ours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from calculator.reports.written_day import DateOrder, read
from calculator.rounds.model import Deadline, Words
from calculator.rounds.phrases import Sign
from calculator.rounds.spans import Spans

_SPAN = re.compile(
    r"\b(?:within|in|have)\s+(?:the\s+next\s+|the\s+)?(?:[a-z]{3,9}\s+)?\(?(\d{1,3})\)?\s*-?((?:business|working|calendar)\s+)?(hour|day)s?\b"
    r"|(\d{1,3})\s*个?\s*(工作日|自然日|小时|天|日)\s*之?(?:以?内)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-/]\d{1,2}[-/]\d{1,2}"
    r"|[A-Za-z]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{1,2}\s[A-Za-z]{3,9}\.?,?\s\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
)
_BEFORE = re.compile(
    r"(?:\bby|\bbefore|\buntil|no later than|on or before|deadline(?: is)?|\bdue(?: on)?"
    r"|截止(?:日期)?(?:为|是|至)?|[于在到至])"
    r"[\s:：]*(?:end of day\s|the end of\s)?(?:[A-Za-z]{6,9},\s)?$",
    re.IGNORECASE,
)
_LOOK_BACK = 40
_HOURS_A_DAY = 24
_UNITS = {"hour": "hours", "小时": "hours", "工作日": "business_days"}


def deadline(text: str, spans: Spans, signs: Sequence[Sign], replied_on: date | None) -> Deadline | None:
    """Return the earliest time to answer in a text, None where none is written."""
    yours = {spans.sentence(sign.start) for sign in signs if sign.row == "yours"}
    not_yours = {spans.sentence(sign.start) for sign in signs if sign.row == "not_yours"}
    found = [*_days(text), *_spans(text, replied_on)]
    fitting = [one for one in found if spans.sentence(one.words.start) in yours - not_yours]
    return min(fitting, key=_first, default=None)


def _first(one: Deadline) -> tuple[bool, date, int]:
    return one.day is None, one.day or date.max, one.words.start


def _days(text: str) -> list[Deadline]:
    found = []
    for one in _DAY.finditer(text):
        before = text[max(0, one.start() - _LOOK_BACK) : one.start()]
        behind = text[one.end() : one.end() + 3].strip()
        if _BEFORE.search(before) or behind.startswith(("前", "之前", "以前")):
            day = read(one[0], DateOrder.YEAR)
            found.append(Deadline(day=day, number=None, unit=None, words=_words(one)))
    return found


def _spans(text: str, replied_on: date | None) -> list[Deadline]:
    found = []
    for one in _SPAN.finditer(text):
        number, word = int(one[1] or one[4]), (one[3] or one[5]).lower()
        is_business = bool(one[2]) and not one[2].lower().startswith("calendar")
        unit = "business_days" if is_business else _UNITS.get(word, "days")
        found.append(
            Deadline(day=_counted(number, unit, replied_on), number=number, unit=unit, words=_words(one))
        )
    return found


def _counted(number: int, unit: str, replied_on: date | None) -> date | None:
    """Return the day a span ends on; hours count in whole days, what is begun is not."""
    if replied_on is None or unit == "business_days":
        return None
    days = number // _HOURS_A_DAY if unit == "hours" else number
    return (
        replied_on + timedelta(days=days) if replied_on.toordinal() + days <= date.max.toordinal() else None
    )


def _words(one: re.Match[str]) -> Words:
    return Words(start=one.start(), end=one.end(), text=one[0])
