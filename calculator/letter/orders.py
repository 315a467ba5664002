"""Orders: the list of affected orders, by whole id; nothing disputed stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from calculator.letter.model import Entry, Kind, Place, Rank
from calculator.letter.template import known, said
from calculator.messages import LANGUAGES, text
from calculator.plan_of_action.affected import Affected
from calculator.plan_of_action.answers import Answer, day_of, written
from calculator.plan_of_action.model import Source
from calculator.plan_of_action.plan import Plan
from calculator.plan_of_action.refunds import order_slot, way_of

Order = tuple[Affected, ...]


def orders_of(plan: Plan) -> tuple[Order, ...]:
    """Return the undisputed defects, order by order."""
    found: dict[str, list[Affected]] = {}
    for one in plan.defects:
        if not one.mark.is_disputed:
            found.setdefault(one.name, []).append(one)
    return tuple(tuple(ones) for ones in found.values())


def listed(plan: Plan) -> list[Entry]:
    """Return the list as entries, with its heading."""
    found = orders_of(plan)
    if not found:
        return []
    entries = [_entry(one, plan) for one in found]
    heading = said("letter.heading.orders", plan.writing)
    return [Entry(place=Place.ORDERS, kind=Kind.HEADING, sentence=heading, rank=Rank.SHORT), *entries]


def values(plan: Plan) -> tuple[dict[str, Any], ...]:
    """Return the affected orders as plain values, whole ids in them; words are in the letter's language."""
    return tuple(_value(one, plan) for one in orders_of(plan))


def _value(one: Order, plan: Plan) -> dict[str, Any]:
    first, lang = one[0], plan.writing.language
    told = next((defect.mark for defect in one if defect.mark.refunded_by), first.mark)
    causes = dict.fromkeys(defect.cause for defect in one if defect.cause)
    return {
        "order_id": first.order_id or None,
        "order_date": first.order_date.isoformat() if first.order_date else None,
        "type": _types(one).words[lang],
        "cause": text(lang, "letter.type.and").join(text(lang, f"letter.cause.{cause}") for cause in causes),
        "refunded": _refunded(way_of(one, told.refunded_by), told.refunded_on, plan),
        "keys": [defect.key for defect in one],
        "types": list(dict.fromkeys(defect.type for defect in one)),
        "causes": list(causes),
        "refunded_by": told.refunded_by or None,
        "refunded_on": told.refunded_on or None,
    }


def _refunded(by: str, on: str, plan: Plan) -> str:
    """Return who refunded and when, empty where the seller has not said."""
    day, lang = day_of(on), plan.writing.language
    if by == "nobody":
        return text(lang, "letter.refunded.nobody")
    if by not in ("amazon", "seller", "chargeback") or day is None or day > plan.writing.as_of:
        return ""
    return text(lang, f"letter.refunded.{by}", day=written(day)[lang])


def _entry(one: Order, plan: Plan) -> Entry:
    first = one[0]
    answers = {"order": order_slot(first.place, first), "type": _types(one)}
    key = "letter.order_line"
    if first.order_id and first.order_date:
        source = Source.SELLER if first.place.startswith("defects.") else Source.ASSESSMENT
        answers["day"] = known("day", written(first.order_date), source, f"{first.place}.order_date")
        key = "letter.order_line_day"
    sentence = said(key, plan.writing, answers)
    rank = Rank.NEEDED if sentence.blanks else Rank.SHORT
    return Entry(place=Place.ORDERS, kind=Kind.ITEM, sentence=sentence, rank=rank)


def _types(one: Sequence[Affected]) -> Answer:
    """Return the kinds of defect of an order, each once."""
    kinds = dict.fromkeys(defect.type for defect in one)
    words = {
        lang: text(lang, "letter.type.and").join(text(lang, f"letter.type.{kind}") for kind in kinds)
        for lang in LANGUAGES
    }
    return known("type", words, Source.TEMPLATE, "")
