"""Sheet: what the printed result holds beside verdict and picture, cut to fit two pages of paper.

What is cut is counted and named with the place where the whole is; nothing is left out in silence.

Worse mistake: a deadline that the paper lacks and nobody misses. What ends soonest stands first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from calculator.messages import counted, text

MOST_LINES = 25
"""Lines of the table that fit on the second page beside the rules, in the longest language."""
_NO_WAY = ("none", "buyers_own_change")
_ROOM = {"order": 34, "until": 44, "alone": 34}
"""Columns, and how many narrow characters of a line each holds; a wide one takes two."""
_BETWEEN_ROWS = 0.4


def block(explanation: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return the sheet of an explanation that has everything else."""
    plan = explanation["plan"]
    clocks = {row["key"]: row["clocks"] for row in explanation["defects"]["rows"]}
    every = [_row(row, clocks.get(row["key"], ()), lang) for row in (plan["rows"] if plan else ())]
    rows = list(_fitting(every))
    return {
        "title": text(lang, "take_along.sheet.title"),
        "columns": [{"key": name, "label": text(lang, f"take_along.sheet.{name}")} for name in _ROOM if rows],
        "rows": rows,
        "more": _more("rows", len(every) - len(rows), lang),
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
        "counts": row["counts"],
        "what": text(lang, "take_along.sheet.what", what=row["what"], day=row["order_day"]),
        "route": first["title"] if first else None,
        "until": (first["last_safe"] or first["left"]) if first else row["no_route"],
        "more_ways": _more("ways", len(ways) - 1, lang),
        "alone": row["alone"],
    }


def _fitting(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield rows in order as long as they fit; the first one always does."""
    lines = 0.0
    for row in rows:
        lines += _height(row) + _BETWEEN_ROWS
        if lines > MOST_LINES and lines > _height(row) + _BETWEEN_ROWS:
            return
        yield row


def _height(row: Mapping[str, Any]) -> int:
    """Return the lines a row takes, by its tallest cell."""
    cells = {
        "order": (f"{row['order']} · {row['counts']}", row["what"]),
        "until": (row["route"], f"{row['until']} {row['more_ways'] or ''}"),
        "alone": (row["alone"],),
    }
    return max(sum(_lines(words, _ROOM[name]) for words in cell) for name, cell in cells.items())


def _lines(words: str | None, room: int) -> int:
    wide = sum(unicodedata.east_asian_width(one) in "WF" for one in words or "")
    return -(-(len(words or "") + wide) // room)


def _more(what: str, number: int, lang: str) -> str | None:
    return counted(lang, f"take_along.sheet.more_{what}", number) if number > 0 else None
