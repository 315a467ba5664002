"""Facts: Amazon's figure with its day, and every order behind it with what only the seller can say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from calculator import display, stores
from calculator.assess import Assessment
from calculator.case import Case
from calculator.desk import defect_rows, figure
from calculator.desk.button import adding
from calculator.desk.field import Desk, Field
from calculator.desk.marks import Marked
from calculator.explain import figures as compared
from calculator.messages import text

_SHOWN = 50
"""Defects the page is given at a time."""


def block(
    desk: Desk, case: Case, assessment: Assessment | None, found: Sequence[Marked], first: int
) -> dict[str, Any]:
    """Return the second step; `first` is the number of defects before the first one shown."""
    first = first if 0 <= first < len(found) else 0
    here = enumerate(found[first : first + _SHOWN], first + 1)
    rows = [defect_rows.row(one, number, assessment, desk) for number, one in here]
    return {
        "figure": figure.block(desk, case, assessment),
        "figures": compared.table(assessment, desk.lang)["rows"] if assessment else [],
        "fields": fields(desk),
        "defects": rows,
        "more": _more(first, len(found), desk.lang),
        "pages": _pages(first, len(found)),
        "add": adding(text(desk.lang, "desk.facts.add"), "defects", _empty(desk)),
        "notes": [text(desk.lang, f"desk.note.{one}") for one in _notes(found, rows)],
    }


def fields(desk: Desk) -> list[Field]:
    """Return what is copied off the ODR page."""
    codes = [(code, stores.name_of(code, desk.lang)) for code in stores.codes()]
    names = ("page_day", "page_first_day", "page_last_day", "page_orders", "page_orders_with_defects")
    return [desk.field("store", options=codes), *(desk.field(name) for name in names)]


def _empty(desk: Desk) -> dict[str, str]:
    return {"id": desk.held.free_id("defects"), "type": "", "fulfillment": "mfn"}


def _notes(found: Sequence[Marked], rows: Sequence[dict[str, Any]]) -> list[str]:
    notes = ["one_by_one"] if not found else []
    if any(row["clocks"] and not row["disputed"] for row in rows):
        notes.append("appeal_first")
    if any(one.mark.is_disputed for one in found):
        notes.append("dispute_and_plan")
    return notes


def _more(first: int, number: int, lang: str) -> str | None:
    """Return which defects are shown, None where all are."""
    if number <= _SHOWN:
        return None
    last = min(first + _SHOWN, number)
    return text(lang, "desk.facts.more", first=first + 1, last=last, n=display.count(number))


def _pages(first: int, number: int) -> dict[str, int | None]:
    """Return where the defects before and behind those shown begin."""
    last = first + _SHOWN
    return {"before": max(first - _SHOWN, 0) if first else None, "next": last if last < number else None}
