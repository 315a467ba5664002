"""Facts: Amazon's figure with its day, and every order behind it with what only the seller can say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from calculator import display, stores
from calculator.assess import Assessment
from calculator.case import Case
from calculator.causes import Cause
from calculator.causes.document import cause_name
from calculator.desk import doubt, marks
from calculator.desk.button import adding, removing
from calculator.desk.field import Desk, Field
from calculator.desk.marks import Marked
from calculator.explain import defects as told
from calculator.explain import figures as compared
from calculator.letter.figure import Quoted, quoted
from calculator.messages import catalogue, counted, text
from calculator.problems import shown
from calculator.reasons import reason_of

_CLOCK = ("title", "state", "left", "last_safe", "templates")
_SHOWN, _COMMENT = 200, 300
"""Defects the page is given at most (the rest is counted), and characters of a comment."""


def block(desk: Desk, case: Case, assessment: Assessment | None, found: Sequence[Marked]) -> dict[str, Any]:
    """Return the second step."""
    rows = [_row(one, number, assessment, desk) for number, one in enumerate(found[:_SHOWN], 1)]
    return {
        "figure": figure(desk, case, assessment),
        "figures": compared.table(assessment, desk.lang)["rows"] if assessment else [],
        "fields": fields(desk),
        "defects": rows,
        "more": _more(found, desk.lang),
        "add": adding(text(desk.lang, "desk.facts.add"), "defects", _empty(desk)),
        "notes": [text(desk.lang, f"desk.note.{one}") for one in _notes(found, rows)],
    }


def figure(desk: Desk, case: Case, assessment: Assessment | None) -> dict[str, Any] | None:
    """Return the figure the letter quotes: of the notice, the page, a report, else our own count."""
    found = quoted(case, assessment)
    if found is None:
        return None
    most = found.highest or (found.orders_with_defects, found.orders)
    marked, orders = (
        display.count_band(found.orders_with_defects, most[0]),
        display.count_band(found.orders, most[1]),
    )
    source = text(desk.lang, f"desk.figure.{found.source}")
    return {
        "source": found.source,
        "source_text": source,
        "day": _seen(found, desk.lang),
        "counts": f"{marked} / {orders}",
        "text": text(desk.lang, "desk.figure.text", source=source, counts=f"{marked} / {orders}"),
    }


def _seen(found: Quoted, lang: str) -> str:
    seen = text(lang, "explain.figures.seen", day=display.day(found.day, lang)) if found.day else ""
    days = display.days(found.days, lang) if found.days else ""
    return " · ".join(filter(None, (seen, days)))


def fields(desk: Desk) -> list[Field]:
    """Return what is copied off the ODR page."""
    codes = [(code, stores.name_of(code, desk.lang)) for code in stores.codes()]
    names = ("page_day", "page_first_day", "page_last_day", "page_orders", "page_orders_with_defects")
    return [desk.field("store", options=codes), *(desk.field(name) for name in names)]


def of_defect(one: Marked, desk: Desk) -> list[Field]:
    """Return the answers of one defect: what happened where it was typed, then what the letter asks."""
    first = _typed(one, desk) if one.typed else []
    asked = [
        desk.field("cause", one.where, options=causes(desk.lang), needed=one.is_in_causes and not one.cause)
    ]
    if one.type != "negative_feedback":
        asked.append(desk.field("disputed", one.where))
    if one.mark.is_disputed:
        asked.append(desk.field("appealed_on", one.where))
    else:
        asked.append(desk.field("refunded_by", one.where, needed=one.is_in_causes))
        if one.mark.refunded_by in ("amazon", "seller"):
            asked.append(desk.field("refunded_on", one.where, needed=one.is_in_causes))
    return [*first, *asked]


def causes(lang: str) -> list[tuple[str, str]]:
    """Return every cause a seller may choose."""
    return [(str(one), cause_name(one, lang)) for one in Cause]


def _row(one: Marked, number: int, assessment: Assessment | None, desk: Desk) -> dict[str, Any]:
    day = one.order_date
    lang = desk.lang
    return {
        "key": one.key,
        "title": text(lang, "desk.facts.defect", n=number),
        "order_id_masked": marks.label(one, lang),
        "type": one.type,
        "type_text": catalogue(lang, "choices").get(f"type.{one.type}", ""),
        "order_date": display.day(day, lang) if day else None,
        "counts": one.counts.value if one.counts else None,
        "counts_text": _counts(one, lang),
        "reason": reason_of(one.defect, lang) if one.defect else None,
        "in_letter": one.matters,
        "cause": one.cause or None,
        "cause_text": marks.cause_text(one, lang) or None,
        "cause_from": one.cause_from or None,
        "cause_note": text(lang, f"desk.cause_from.{one.cause_from or 'none'}"),
        "comment": _short(one.comment),
        "evidence_words": list(one.words),
        "disputed": one.mark.is_disputed,
        "fields": of_defect(one, desk),
        "clocks": _clocks(one, assessment, lang),
        "notes": [text(lang, f"desk.note.{note}") for note in _of_one(one)],
        "remove": removing(text(lang, "desk.facts.remove", n=number), one.where) if one.typed else None,
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
        desk.field("decided_on", one.where),
        desk.field("note", one.where),
    ]


def _empty(desk: Desk) -> dict[str, str]:
    return {"id": desk.held.free_id("defects"), "type": "a_to_z_claim", "fulfillment": "mfn"}


def _notes(found: Sequence[Marked], rows: Sequence[dict[str, Any]]) -> list[str]:
    notes = ["one_by_one"] if not found else []
    if any(row["clocks"] and not row["disputed"] for row in rows):
        notes.append("appeal_first")
    if any(one.mark.is_disputed for one in found):
        notes.append("dispute_and_plan")
    return notes


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


def _more(found: Sequence[Marked], lang: str) -> str | None:
    left = len(found) - _SHOWN
    return counted(lang, "desk.facts.more", left) if left > 0 else None
