"""Figure: the one figure the letter quotes, as the desk shows it, with where and when it was seen."""

from __future__ import annotations

from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.case import Case
from calculator.desk.field import Desk
from calculator.letter.figure import Quoted, quoted
from calculator.messages import text


def block(desk: Desk, case: Case, assessment: Assessment | None) -> dict[str, Any] | None:
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
