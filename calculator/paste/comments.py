"""Comments: what a buyer or the seller wrote is text to its last word.

A cell of a comment column, and everything behind "Comments:" down to the next field, may name
other orders, days, stars and outcomes. None of it is a field of this row.

Worse mistake: a buyer's sentence as Amazon's decision.
"""

from __future__ import annotations

from collections.abc import Sequence

from calculator.paste.headings import Head
from calculator.paste.pieces import Kind, Piece
from calculator.paste.plain import Line

_WRITTEN = ("comment", "response")


def closed(
    found: Sequence[Sequence[Piece]], lines: Sequence[Line], heads: Sequence[Head]
) -> list[list[Piece]]:
    """Return the pieces of every line with what people wrote as one text each."""
    in_head = {number for head in heads for number in head.lines}
    by_last = {head.lines[-1]: head for head in heads}
    rows: list[list[Piece]] = []
    head: Head | None = None
    label: str | None = None
    for number, pieces in enumerate(found):
        if number in in_head:
            head, label = by_last.get(number, head), None
            rows.append(list(pieces))
            continue
        row = _cells_closed(list(pieces), lines[number], head)
        label = label if label and _goes_on(row, lines[number]) else None
        if label:
            rows.append([_whole(lines[number], 0, label)])
            continue
        row, label = _tail_closed(row, lines[number])
        rows.append(row)
    return rows


def _goes_on(row: Sequence[Piece], line: Line) -> bool:
    """Return whether a line below a comment is still the comment."""
    if not any(piece.kind is Kind.TEXT for piece in row):
        return False
    return not (row[0].names("label") and _has_colon(row[0], line))


def _tail_closed(row: list[Piece], line: Line) -> tuple[list[Piece], str | None]:
    """Return a line with everything behind a comment's label as text, and that label."""
    for place, piece in enumerate(row):
        label = next((name for name in piece.names("label") if name in _WRITTEN), None)
        if label and _has_colon(piece, line):
            rest = line.text[piece.end :].lstrip(" :")
            start = len(line.text) - len(rest)
            text = [_whole(line, start, label)] if rest.strip() else []
            return [*row[: place + 1], *text], label
    return row, None


def _cells_closed(row: list[Piece], line: Line, head: Head | None) -> list[Piece]:
    """Return a table row whose comment cells are one text each."""
    if head is None or not head.has_tabs or "\t" not in line.text or not row:
        return row
    start = 0
    for cell, text in enumerate(line.text.split("\t")):
        column = head.columns[cell] if cell < len(head.columns) else None
        if column in _WRITTEN and text.strip():
            others = [piece for piece in row if piece.cell != cell]
            row = sorted([*others, _whole(line, start, column, start + len(text), cell)], key=_place)
        start += len(text) + 1
    return row


def _place(piece: Piece) -> int:
    return piece.start


def _whole(line: Line, start: int, label: str | None, end: int | None = None, cell: int = 0) -> Piece:
    stop = len(line.text) if end is None else end
    text = line.text[start:stop].strip()
    return Piece(line=line.number, cell=cell, start=start, end=stop, kind=Kind.TEXT, text=text, label=label)


def _has_colon(piece: Piece, line: Line) -> bool:
    return line.text[piece.end :].lstrip().startswith(":")
