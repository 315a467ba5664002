"""Sheet: what the printed result holds beside verdict and picture, cut to fit two pages of paper.

What is cut is counted and named with the place where the whole is; nothing is left out in silence.

Worse mistake: a deadline that the paper lacks and nobody misses. What ends soonest stands first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from calculator.messages import counted, text

ROWS = 9
"""Marks that fit on the second page beside the rules, in the longest language."""
_NO_WAY = ("none", "buyers_own_change")
_COLUMNS = ("order", "counts", "until", "alone")


def block(explanation: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return the sheet of an explanation that has everything else."""
    plan = explanation["plan"]
    rows = plan["rows"] if plan else []
    clocks = {row["key"]: row["clocks"] for row in explanation["defects"]["rows"]}
    return {
        "title": text(lang, "take_along.sheet.title"),
        "columns": [
            {"key": name, "label": text(lang, f"take_along.sheet.{name}")} for name in _COLUMNS if rows
        ],
        "rows": [_row(row, clocks.get(row["key"], ()), lang) for row in rows[:ROWS]],
        "more": _more("rows", len(rows) - ROWS, lang),
        "look": explanation["problems"]["title"] if explanation["problems"]["rows"] else None,
        "sources_title": text(lang, "take_along.sheet.sources"),
        "masked": text(lang, "take_along.sheet.masked"),
    }


def _row(row: Mapping[str, Any], clocks: Sequence[Mapping[str, Any]], lang: str) -> dict[str, Any]:
    ways = [clock for clock in clocks if clock["route"] not in _NO_WAY and clock["state"] != "passed"]
    first = min(ways, key=lambda clock: clock["rank"], default=None)
    return {
        "key": row["key"],
        "order": row["order"],
        "what": text(lang, "take_along.sheet.what", what=row["what"], day=row["order_day"]),
        "counts": row["counts"],
        "counts_state": row["counts_state"],
        "route": first["title"] if first else None,
        "until": (first["last_safe"] or first["left"]) if first else row["no_route"],
        "more_ways": _more("ways", len(ways) - 1, lang),
        "alone": row["alone"],
    }


def _more(what: str, number: int, lang: str) -> str | None:
    return counted(lang, f"take_along.sheet.more_{what}", number) if number > 0 else None
