"""Complaints: what is typed into a blank and cannot be sent as it stands, with the likely value.

An order id has one form, and words for "not known" are no answer. A day is read as in the forms and
written out in the letter's language; what names no day, or a day that has not come, is said. Chinese
words in an English text are said too: Amazon's reader cannot read half a letter.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from calculator import display
from calculator.case import suggestion
from calculator.messages import text
from calculator.orders import ORDER_ID
from calculator.reports.hand_cells import plain
from calculator.reports.written_day import DateOrder, read
from calculator.templates.blank import Blank
from calculator.templates.no_answer import is_no_answer
from calculator.templates.table import ENGLISH

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_DAYS = ("past_day", "day")
_PROTECTED = ("claims protected", "索赔保障")
Complaints = list[dict[str, Any]]


def day_of(one: Blank, words: str) -> date | None:
    """Return the day typed into a blank that asks for one."""
    return read(plain(words), DateOrder.YEAR) if one.kind in _DAYS else None


def is_open(one: Blank, words: str) -> bool:
    """Return whether the words typed into a blank say that there is no answer."""
    stands = {said.casefold() for said in one.stands}
    return not one.is_quoted and words.casefold() not in stands and is_no_answer(words)


def _is_order(one: Blank, words: str) -> bool:
    """Return whether an order id stands where one is asked for; of several, no digit lies outside."""
    if one.kind == "order_ids":
        rest, found = ORDER_ID.subn("", words)
        return found > 0 and not any(letter.isdigit() for letter in rest)
    return one.kind != "order_id" or ORDER_ID.fullmatch(words) is not None


def complaint(one: Blank, words: str, sent: str, lang: str, as_of: date | None) -> dict[str, Any] | None:
    """Return what is wrong with the words typed into a blank, None where nothing is.

    Args:
        one: the blank.
        words: as typed.
        sent: language of the text.
        lang: language of the reader.
        as_of: today, None where nobody says.
    """
    if is_open(one, words):
        return _said(one, "no_answer", lang, words=words)
    if not _is_order(one, words):
        return _said(one, "order_id", lang, words=words)
    day = day_of(one, words)
    if one.kind in _DAYS and day is None:
        return _said(one, "day", lang, words=words, offer=_near(words, as_of))
    if one.kind == "past_day" and day and as_of and day > as_of:
        return _said(one, "future", lang, words=display.day(day, lang))
    if day is None and sent == ENGLISH and _HAN.search(words):
        return _said(one, "chinese", lang, words=words)
    return None


def backwards(found: dict[str, date], blanks: dict[str, Blank], lang: str) -> dict[str, Any] | None:
    """Return what is wrong where a delivery is dated before its hand-over."""
    handed, delivered = found.get("hand_over_date"), found.get("delivery_date")
    if handed and delivered and delivered < handed:
        return _said(blanks["delivery_date"], "backwards", lang, words=display.day(handed, lang))
    return None


def misfits(words: dict[str, str], days: dict[str, date], blanks: dict[str, Blank], lang: str) -> Complaints:
    """Say which typed facts are those for which the text must not be sent."""
    found = {
        "seller_refund": any(c in "123456789" for c in plain(words.get("seller_refund", ""))),
        "label_badge": not any(badge in words.get("label_badge", "").casefold() for badge in _PROTECTED),
        "first_scan_date": _is_after("first_scan_date", "ship_by_date", days),
        "refund_date": _is_after("refund_date", "claim_date", days),
    }
    wrong = [name for name, is_wrong in found.items() if is_wrong and name in words]
    return [_said(blanks[name], name, lang, words=words[name]) for name in wrong]


def _is_after(name: str, limit: str, days: dict[str, date]) -> bool:
    return name in days and limit in days and days[name] > days[limit]


def _said(one: Blank, code: str, lang: str, *, words: str, offer: date | None = None) -> dict[str, Any]:
    label = text(lang, "explain.form.suggestion", value=display.day(offer, lang)) if offer else ""
    return {
        "blank": one.name,
        "code": code,
        "message": text(lang, f"letters.complaint.{code}", words=words),
        "suggestion": {"value": offer.isoformat(), "label": label} if offer else None,
    }


def _near(words: str, as_of: date | None) -> date | None:
    return suggestion.day(words, as_of) if as_of else None
