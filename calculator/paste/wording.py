"""Wording: an understanding in the contract `odr-paste/1`, its questions spoken in one language."""

from __future__ import annotations

from datetime import date
from typing import Any

from calculator import display
from calculator.json_text import pretty
from calculator.messages import counted, text
from calculator.paste.asks import Ask, Choice
from calculator.paste.page import ODR, Page
from calculator.paste.result import Figure, PastedDefect, Understanding
from calculator.problems import shown

CONTRACT = "odr-paste/1"


def understanding_json(understanding: Understanding, lang: str) -> str:
    """Return an understanding in the contract `odr-paste/1`."""
    return pretty(understanding_value(understanding, lang))


def understanding_value(understanding: Understanding, lang: str) -> dict[str, Any]:
    """Return the plain value of the contract `odr-paste/1`."""
    return {
        "contract": CONTRACT,
        "kind": understanding.page.value,
        "metric": understanding.metrics[0] if understanding.metrics else None,
        "title": text(lang, f"paste.title.{understanding.page}"),
        "sentence": _sentence(understanding, lang),
        "figures": [_figure(figure, lang) for figure in understanding.figures],
        "defects": [_defect(defect, lang) for defect in understanding.defects],
        "not_understood": list(understanding.not_understood),
    }


def _sentence(understanding: Understanding, lang: str) -> str:
    """Return how much was understood, and what a notice of another metric or an order list is."""
    parts: list[str] = []
    other = [name for name in understanding.metrics if name != ODR]
    if understanding.page is Page.NOTICE and ODR not in understanding.metrics:
        parts.append(_of_notice(other, lang))
    elif understanding.page is Page.ORDERS:
        parts.append(text(lang, "paste.sentence.orders"))
    found = len(understanding.figures) + len(understanding.defects)
    if found:
        parts.append(_counts(understanding, lang))
    elif not parts:
        parts.append(text(lang, "paste.sentence.nothing"))
    if understanding.not_understood:
        parts.append(counted(lang, "paste.sentence.unread", len(understanding.not_understood)))
    sentence = parts[0]
    for part in parts[1:]:
        sentence = text(lang, "paste.sentence.two", first=sentence, second=part)
    return sentence


def _of_notice(other: list[str], lang: str) -> str:
    if not other:
        return text(lang, "paste.sentence.no_metric")
    names = [text(lang, f"paste.metric.{name}") for name in other]
    return text(lang, "paste.sentence.other_metric", metrics=text(lang, "paste.sentence.and").join(names))


def _counts(understanding: Understanding, lang: str) -> str:
    questions = sum(len(figure.asks) for figure in understanding.figures)
    questions += sum(len(defect.asks) for defect in understanding.defects)
    rows = counted(lang, "paste.sentence.rows", len(understanding.defects))
    figures = counted(lang, "paste.sentence.figures", len(understanding.figures))
    read = [figures] * bool(understanding.figures) + [rows] * bool(understanding.defects)
    key = "paste.sentence.asked" if questions else "paste.sentence.read"
    joined = text(lang, "paste.sentence.and").join(read)
    return text(lang, key, read=joined, questions=counted(lang, "paste.sentence.questions", questions))


def _figure(figure: Figure, lang: str) -> dict[str, Any]:
    return {
        "source": figure.source,
        "day": _iso(figure.day),
        "first_day": _iso(figure.first_day),
        "last_day": _iso(figure.last_day),
        "fulfillment": figure.fulfillment,
        "orders": _digits(figure.orders),
        "orders_with_defects": _digits(figure.orders_with_defects),
        "components": {type_.value: str(number) for type_, number in figure.components},
        "asks": [_ask(ask, lang) for ask in figure.asks],
        "raw": list(figure.raw),
    }


def _defect(defect: PastedDefect, lang: str) -> dict[str, Any]:
    return {
        "order_id": defect.order_id,
        "order_date": _iso(defect.order_date),
        "fulfillment": defect.fulfillment,
        "type": defect.type,
        "outcome": defect.outcome,
        "stars": defect.stars,
        "event_date": _iso(defect.event_date),
        "decided_on": _iso(defect.decided_on),
        "note": defect.note,
        "is_defect": defect.is_defect,
        "asks": [_ask(ask, lang) for ask in defect.asks],
        "raw": list(defect.raw),
    }


def _ask(ask: Ask, lang: str) -> dict[str, Any]:
    values = {name: shown(str(value)) for name, value in ask.values}
    return {
        "field": ask.field,
        "question": text(lang, f"paste.ask.{ask.question}", **values),
        "choices": [{"value": choice.value, "label": _label(choice, lang)} for choice in ask.choices],
    }


def _label(choice: Choice, lang: str) -> str:
    if choice.day:
        return display.day(choice.day, lang)
    return text(lang, f"paste.choice.{choice.message}") if choice.message else choice.value


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _digits(number: int | None) -> str | None:
    return None if number is None else str(number)
