"""Columns: a plan written as a table, one column for each part, its first row the headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculator.review.parts import heading_of

_BAR = re.compile(r"\s*[|｜\t]\s*")
MOST_CELLS = 8
FEWEST_PARTS = 2
PARTS = frozenset(("root_cause", "actions_taken", "prevention"))


def columns_of(line: str, lang: str) -> tuple[str | None, ...]:
    """Return the part of each column where a line heads a table of parts, else nothing.

    >>> columns_of("Cause | Action taken | Prevention", "en")
    ('root_cause', 'actions_taken', 'prevention')
    >>> columns_of("Order | Refund", "en")
    ()
    """
    held = [line[start:end] for start, end in cells(line)]
    if not FEWEST_PARTS <= len(held) <= MOST_CELLS:
        return ()
    columns = tuple(_opened(one, lang) for one in held)
    return columns if len(set(columns) & PARTS) >= FEWEST_PARTS else ()


def cells(line: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the cells of a row; a bar at either end of it opens none."""
    begun = 0
    for bar in _BAR.finditer(line):
        if bar.start() > 0:
            yield begun, bar.start()
        begun = bar.end()
    if begun < len(line):
        yield begun, len(line)


def _opened(cell: str, lang: str) -> str | None:
    opened, length = heading_of(cell, lang)
    return opened if length == len(cell) else None
