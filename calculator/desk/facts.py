"""Facts: Amazon's figure with its day, and every order behind it with what only the seller can say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from calculator import stores
from calculator.assess import Assessment
from calculator.case import Case
from calculator.desk import defect_rows, figure
from calculator.desk.button import adding
from calculator.desk.field import Desk, Field
from calculator.desk.marks import Marked
from calculator.explain import figures as compared
from calculator.messages import counted, text

_SHOWN = 200
"""Defects the page is given at most; the rest is counted."""


def block(desk: Desk, case: Case, assessment: Assessment | None, found: Sequence[Marked]) -> dict[str, Any]:
    """Return the second step."""
    rows = [defect_rows.row(one, number, assessment, desk) for number, one in enumerate(found[:_SHOWN], 1)]
    return {
        "figure": figure.block(desk, case, assessment),
        "figures": compared.table(assessment, desk.lang)["rows"] if assessment else [],
        "fields": fields(desk),
        "defects": rows,
        "more": _more(found, desk.lang),
        "add": adding(text(desk.lang, "desk.facts.add"), "defects", _empty(desk)),
        "notes": [text(desk.lang, f"desk.note.{one}") for one in _notes(found, rows)],
    }


def fields(desk: Desk) -> list[Field]:
    """Return what is copied off the ODR page."""
    codes = [(code, stores.name_of(code, desk.lang)) for code in stores.codes()]
    names = ("page_day", "page_first_day", "page_last_day", "page_orders", "page_orders_with_defects")
    return [desk.field("store", options=codes), *(desk.field(name) for name in names)]


def _empty(desk: Desk) -> dict[str, str]:
    return {"id": desk.held.free_id("defects"), "type": "a_to_z_claim", "fulfillment": "mfn"}


def _notes(found: Sequence[Marked], rows: Sequence[dict[str, Any]]) -> list[str]:
    notes = ["one_by_one"] if not found else []
    if any(row["clocks"] and not row["disputed"] for row in rows):
        notes.append("appeal_first")
    if any(one.mark.is_disputed for one in found):
        notes.append("dispute_and_plan")
    return notes


def _more(found: Sequence[Marked], lang: str) -> str | None:
    left = len(found) - _SHOWN
    return counted(lang, "desk.facts.more", left) if left > 0 else None
