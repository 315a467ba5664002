"""Defect rows: one order with a defect, what is known of it, and what only the seller can say."""

from __future__ import annotations

from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.causes import Cause
from calculator.causes.document import cause_name
from calculator.desk import doubt, marks
from calculator.desk.button import removing
from calculator.desk.field import Desk, Field
from calculator.desk.marks import Marked
from calculator.explain import defects as told
from calculator.messages import catalogue, text
from calculator.problems import shown
from calculator.reasons import reason_of

_CLOCK = ("title", "state", "left", "last_safe", "templates")
_EVENTS = {"negative_feedback": "feedback_on", "chargeback": "mail_on"}
"""The day that matters of a defect, by type: its clock starts there."""
_COMMENT = 300
"""Characters of a buyer's comment that are shown."""


def of_defect(one: Marked, desk: Desk) -> list[Field]:
    """Return the answers of one defect: what happened where it was typed, then what the letter asks.

    Feedback is not disputed as a decision; its own ways stand among the clocks.
    """
    first = _typed(one, desk) if one.typed else []
    asked = [
        desk.field(
            "cause", one.where, options=_causes(one, desk.lang), needed=one.is_in_causes and not one.cause
        )
    ]
    if one.type != "negative_feedback" or one.mark.is_disputed:
        asked.append(desk.field("disputed", one.where))
    if one.mark.is_disputed:
        asked.append(desk.field("appealed_on", one.where))
    else:
        asked.append(desk.field("refunded_by", one.where, needed=one.is_in_causes))
        if one.mark.refunded_by in ("amazon", "seller"):
            asked.append(desk.field("refunded_on", one.where, needed=one.is_in_causes))
    return [*first, *asked]


def _causes(one: Marked, lang: str) -> list[tuple[str, str]]:
    """Return every cause a seller may choose; what was read stands first, so that nobody need repeat it."""
    named = [(str(cause), cause_name(cause, lang)) for cause in Cause]
    if one.mark.cause:
        return [("", text(lang, "desk.option.cause.again")), *named]
    read = (
        [("", text(lang, "desk.option.cause.read", cause=cause_name(one.cause, lang)))] if one.cause else []
    )
    return [*read, *named]


def row(one: Marked, number: int, assessment: Assessment | None, desk: Desk) -> dict[str, Any]:
    """Return one defect as the desk shows it; `number` is its place in the list."""
    lang = desk.lang
    return {
        "key": one.key,
        "title": text(lang, "desk.facts.defect", n=number),
        **_order(one, lang),
        **_cause(one, lang),
        "disputed": one.mark.is_disputed,
        "fields": of_defect(one, desk),
        "clocks": _clocks(one, assessment, lang),
        "notes": [text(lang, f"desk.note.{note}") for note in _of_one(one)],
        "remove": removing(text(lang, "desk.facts.remove", n=number), one.where) if one.typed else None,
    }


def _order(one: Marked, lang: str) -> dict[str, Any]:
    """Return what is known of the order, its id masked."""
    return {
        "order_id_masked": marks.label(one, lang),
        "order_date": display.day(one.order_date, lang) if one.order_date else None,
        "type": one.type,
        "type_text": catalogue(lang, "choices").get(f"type.{one.type}", ""),
        "counts": one.defect.counts.value if one.defect else None,
        "counts_text": _counts(one, lang),
        "reason": reason_of(one.defect, lang) if one.defect else None,
        "in_letter": one.matters,
        "comment": None if one.typed else _short(one.comment),
    }


def _cause(one: Marked, lang: str) -> dict[str, Any]:
    """Return the cause and how it is known."""
    known = one.affected.cause_from if one.affected else ""
    words = one.affected.words if one.affected else ()
    return {
        "cause": one.cause or None,
        "cause_text": marks.cause_text(one, lang) or None,
        "cause_from": known or None,
        "cause_note": text(lang, f"desk.cause_from.{known or 'none'}"),
        "evidence_words": list(words),
    }


def _short(words: str) -> str | None:
    """Return a buyer's words of a file, for the eye; typed ones stand in their field."""
    flat = shown(words, _COMMENT)
    return flat or None


def _counts(one: Marked, lang: str) -> str | None:
    """Return whether it counts, in words; None where nobody could tell yet."""
    if one.defect is None:
        return None
    in_window = one.defect.order_date is not None and one.in_window
    return text(lang, f"explain.defects.{told.counts_word(one.defect, in_window=in_window)}")


def _clocks(one: Marked, assessment: Assessment | None, lang: str) -> list[dict[str, Any]]:
    """Return the days left to have this defect looked at again, with the texts for it."""
    if one.defect is None or assessment is None or not one.matters:
        return []
    found = told.clocks(one.defect, assessment, lang)
    return [{name: clock[name] for name in _CLOCK} for clock in found if clock["templates"]]


def _typed(one: Marked, desk: Desk) -> list[Field]:
    kinds = [(key.removeprefix("type."), said) for key, said in catalogue(desk.lang, "choices").items()
             if key.startswith("type.")]  # fmt: skip
    ends = [(row["value"], row["label"]) for row in told.outcomes(one.type, desk.lang)] if one.type else []
    order = desk.field("order_id", one.where)
    order["problem"] = order["problem"] or doubt.order_id(order["value"], desk.lang)
    return [
        desk.field("type", one.where, options=kinds, needed=True),
        order,
        desk.field("order_date", one.where),
        desk.field("outcome", one.where, options=ends),
        desk.field(_EVENTS.get(one.type, "decided_on"), one.where),
        desk.field("note", one.where),
    ]


def _of_one(one: Marked) -> list[str]:
    notes = []
    if one.mark.refunded_by == "amazon":
        notes.append("never_pay_twice")
    if one.mark.refunded_by == "not_known":
        notes.append("look_who_refunded")
    if one.cause == str(Cause.COUNTERFEIT) and not one.mark.is_disputed:
        notes.append("professional")
    if one.mark.is_disputed:
        notes.append("dispute_and_plan")
    return notes
