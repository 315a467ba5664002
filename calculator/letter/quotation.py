"""Quotation: the sentence that quotes a figure, each number with where it comes from."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.case import Case
from calculator.letter.figure import Quoted
from calculator.letter.template import both, known, past_day, said
from calculator.messages import LANGUAGES
from calculator.order_defect_rate import target_of
from calculator.orders import Fulfillment
from calculator.plan_of_action.answers import Answer, written
from calculator.plan_of_action.model import Sentence, Source, Writing

_LABELS = {"notice": "notice_day", "odr_page": "page_day"}


def told(one: Quoted, case: Case, assessment: Assessment | None, writing: Writing) -> Sentence:
    """Return the sentence that quotes a figure."""
    key = f"letter.figure.{one.source}"
    if one.days and one.source != "files":
        key = f"{key}_window"
    return said(key, writing, _answers(one, case, assessment, writing))


def value(one: Quoted, sentence: Sentence) -> dict[str, Any]:
    """Return the figure as a plain value."""
    return {
        "source": one.source,
        "day": one.day.isoformat() if one.day else None,
        "orders": one.orders,
        "orders_with_defects": one.orders_with_defects,
        "fulfillment": one.fulfillment.value,
        "text": sentence.text,
    }


def fulfillment_words(who: Fulfillment) -> dict[str, str]:
    """Return who ships, in both languages."""
    return both(f"letter.fulfillment.{who}")


def _answers(one: Quoted, case: Case, assessment: Assessment | None, writing: Writing) -> dict[str, Answer]:
    is_typed = one.source in _LABELS
    source, place = (Source.SELLER, one.source) if is_typed else (Source.ASSESSMENT, "assessment")
    marked, orders = one.orders_with_defects, one.orders
    most = one.highest or (marked, orders)
    found = {
        "fulfillment": known("fulfillment", fulfillment_words(one.fulfillment), Source.TEMPLATE, ""),
        "orders": known("orders", display.count_band(orders, most[1]), source, f"{place}.orders"),
        "defects": known(
            "defects", display.count_band(marked, most[0]), source, f"{place}.orders_with_defects"
        ),
        "rate": known("rate", _rate(one, assessment), Source.ASSESSMENT, f"{place}.rate"),
    }
    if one.days:
        found["first"] = known("first", written(one.days.first_day), source, f"{place}.first_day")
        found["last"] = known("last", written(one.days.last_day), source, f"{place}.last_day")
    if is_typed:
        typed = getattr(case, one.source).day
        found["day"] = past_day("day", typed, f"{one.source}.day", writing, _LABELS[one.source])
    return found


def _rate(one: Quoted, assessment: Assessment | None) -> dict[str, str]:
    """Return the rate in per cent, both ends where our own count has two."""
    target = target_of(assessment.policy) if assessment else None
    most, orders = one.highest or (one.orders_with_defects, one.orders)
    low, high = Fraction(one.orders_with_defects, orders), Fraction(most, max(one.orders, 1))
    return {lang: display.percent_band(low, high, lang, target).replace("\u00a0", " ") for lang in LANGUAGES}
