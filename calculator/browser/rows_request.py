"""The request `rows`: lines of a report file as cells, cut when they are looked at.

`header` is the file's first line, `lines` are any others of it; the file itself stays outside. Order
numbers come masked as well, and only the columns the rate is worked out from are given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.errors import RequestError
from calculator.json_text import line
from calculator.problems import shown
from calculator.reports import columns
from calculator.reports.identify import NEEDED, kind_of
from calculator.reports.reading import Kind

ROWS = "odr-rows/1"
_OPTIONAL = ("last_updated_date",)
_MOST = 2_000


def answer(request: Mapping[str, Any], lang: str, assessed: Callable[[], Assessment]) -> str:  # noqa: ARG001
    """Return names of columns and the cells of each line; no columns where the header is not that of orders.

    Raises:
        RequestError: the request is not made of texts.
    """
    header, lines = request.get("header"), request.get("lines", [])
    if not isinstance(header, str):
        raise RequestError("bad_request", field="header")
    if not isinstance(lines, list) or len(lines) > _MOST or not all(isinstance(one, str) for one in lines):
        raise RequestError("bad_request", field="lines")
    names = _cells(header)
    if kind_of(names) is not Kind.ALL_ORDERS:
        return line({"contract": ROWS, "columns": [], "rows": []})
    found = columns.by_name(Kind.ALL_ORDERS, names)
    places = [found[name] for name in (*NEEDED[Kind.ALL_ORDERS], *_OPTIONAL) if name in found]
    return line(
        {
            "contract": ROWS,
            "columns": [shown(names[place].strip()) for place in places],
            "rows": [_row(_cells(one), places) for one in lines],
        }
    )


def _row(cells: Sequence[str], places: Sequence[int]) -> dict[str, Any]:
    """Return the cells of one line; a line that is too short has blank ones."""
    held = [shown(cells[place].strip()) if place < len(cells) else "" for place in places]
    return {"cells": held, "masked": display.masked(held[0])}


def _cells(text: str) -> list[str]:
    return text.rstrip("\r\n").split("\t")
