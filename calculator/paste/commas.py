"""Commas: a table pasted as a file holds it, cells parted by commas, as the same table with tabs.

Only a line that names an order id column among others makes the lines below it a table.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace

from calculator.paste import words
from calculator.paste.plain import Line

_LEAST_CELLS = 3


def as_tabs(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, those of a comma table with tabs between their cells."""
    width = 0
    for line in lines:
        cells = _cells(line.text)
        if _is_head(cells):
            width = len(cells)
        elif len(cells) != width:
            width = 0 if line.text.strip() else width
        is_row = width and len(cells) == width
        yield replace(line, text="\t".join(cells)) if is_row else line


def _cells(text: str) -> list[str]:
    if "," not in text or "\t" in text:
        return []
    try:
        return [cell.strip() for cell in next(csv.reader([text], strict=True), [])]
    except csv.Error:
        return []


def _is_head(cells: Sequence[str]) -> bool:
    if len(cells) < _LEAST_CELLS:
        return False
    whole = [word for cell in cells for word in words.found(cell) if len(word.text) == len(cell)]
    named = [word for word in whole if any(group in ("label", "type") for group, _ in word.senses)]
    return len(named) >= _LEAST_CELLS and any(("label", "order_id") in word.senses for word in named)
