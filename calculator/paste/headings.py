"""Headings: the line that names the columns, and which field each value belongs to.

A value belongs to the field whose name stands right before it, in its line, in the cell before or
alone in the line above; below a head line, to the field its column names. Without either it
belongs to none, and nobody guesses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calculator.paste.pieces import Kind, Piece
from calculator.paste.plain import Line

DATE_LABELS = (
    "order_date", "event_date", "decided_on", "other_date", "period", "mail_day", "first_day", "last_day",
)  # fmt: skip
_FITS = {
    Kind.ORDER_ID: ("order_id",),
    Kind.DAY: DATE_LABELS,
    Kind.STARS: ("stars",),
    Kind.NUMBER: ("stars", "orders", "orders_with_defects", "amount", "product", "claim_id", "reason"),
    Kind.PERCENT: ("target",),
    Kind.SKIPPED: ("amount", "product", "buyer"),
    Kind.TEXT: ("comment", "reason", "buyer", "product", "claim_id", "response", "outcome", "type", "amount"),
}
_FITS_WORDS = {
    "claim": ("outcome",),
    "feedback": ("outcome",),
    "chargeback": ("reason", "outcome"),
    "reason": ("reason",),
    "fulfillment": ("fulfillment",),
    "shipper": ("fulfillment", "funded_by"),
    "type": ("type", "reason"),
    "rating": ("stars",),
    "mark": ("counts",),
}
_DECISIONS = frozenset({"granted", "denied", "amazon_funded", "granted_not_counted"})
_LEAST_COLUMNS, _LEAST_LINES = 2, 3


@dataclass(frozen=True, slots=True)
class Head:
    """A head line: the label or defect type of each cell, and whether tabs part the cells."""

    columns: tuple[str | None, ...]
    has_tabs: bool
    lines: tuple[int, ...]

    @property
    def dates(self) -> tuple[str, ...]:
        """Return the date fields in the head's order."""
        return tuple(column for column in self.columns if column in DATE_LABELS)


def heads(found: Sequence[Sequence[Piece]], lines: Sequence[Line]) -> list[Head]:
    """Return the head lines of a paste; a head may stand one name a line."""
    return [*_in_one_line(found, lines), *_down_the_lines(found)]


def _in_one_line(found: Sequence[Sequence[Piece]], lines: Sequence[Line]) -> Iterator[Head]:
    for number, pieces in enumerate(found):
        names = [_name(piece) for piece in pieces]
        is_plain = all(piece.kind in (Kind.WORD, Kind.TEXT) for piece in pieces)
        if not is_plain or "order_id" not in names or sum(map(bool, names)) < _LEAST_COLUMNS:
            continue
        has_tabs = "\t" in lines[number].text.strip()
        width = max(piece.cell for piece in pieces) + 1
        by_cell = {piece.cell: _name(piece) for piece in reversed(pieces)}
        parted = width > 1 and len(by_cell) == len(pieces)
        columns = tuple(by_cell.get(cell) for cell in range(width)) if parted else tuple(names)
        yield Head(columns, has_tabs, (number,))


def _down_the_lines(found: Sequence[Sequence[Piece]]) -> Iterator[Head]:
    """Yield heads that stand one name a line: at least three names in a row, the order id among them."""
    run: list[tuple[int, str]] = []
    for number, pieces in enumerate([*found, ()]):
        name = _name(pieces[0]) if len(pieces) == 1 else None
        if name:
            run.append((number, name))
        elif pieces or number == len(found):
            names = [held for _, held in run]
            if len(run) >= _LEAST_LINES and "order_id" in names:
                yield Head(tuple(names), has_tabs=False, lines=tuple(n for n, _ in run))
            run = []


def _name(piece: Piece) -> str | None:
    """Return the field a word names, or the defect type it names as "type:…"."""
    labels = piece.names("label")
    if labels:
        return next((label for label in labels if label != "mail_day"), labels[0])
    types = piece.names("type")
    return f"type:{types[0]}" if types else None


def bound(
    found: Sequence[Sequence[Piece]], lines: Sequence[Line], all_heads: Sequence[Head]
) -> list[list[Piece]]:
    """Return the pieces of every line with the field each value belongs to."""
    head_of = {head.lines[-1]: head for head in all_heads}
    in_head = {number for head in all_heads for number in head.lines}
    rows: list[list[Piece]] = []
    pending: tuple[str, ...] = ()
    head: Head | None = None
    for number, pieces in enumerate(found):
        if number in in_head:
            head, pending = head_of.get(number, head), ()
            rows.append(list(pieces))
            continue
        row, pending = _named(pieces, pending)
        rows.append(_by_column(row, head, lines[number]))
    return rows


def _named(pieces: Sequence[Piece], pending: tuple[str, ...]) -> tuple[list[Piece], tuple[str, ...]]:
    """Return a line's pieces labelled by the words before them, and the label still waiting at its end."""
    row: list[Piece] = []
    for place, piece in enumerate(pieces):
        labels = piece.names("label") or _decision(pieces, place)
        fitting = [label for label in pending if label in _fitting(piece)]
        row.append(piece.labelled(fitting[0]) if fitting else piece)
        pending = labels or ()
    return _suffixed(row), pending


def _decision(pieces: Sequence[Piece], place: int) -> tuple[str, ...]:
    """Return the field of a day right behind an outcome: "Granted Nov 9, 2026"."""
    names = pieces[place].names("claim")
    after = pieces[place + 1] if place + 1 < len(pieces) else None
    is_day = after is not None and after.kind is Kind.DAY and after.cell == pieces[place].cell
    if not names or not is_day:
        return ()
    return ("decided_on",) if set(names) & _DECISIONS else ("other_date",)


def _suffixed(row: list[Piece]) -> list[Piece]:
    """Return a line in which a word right behind a day names it: "2026年10月28日提交"."""
    for place, piece in enumerate(row[:-1]):
        after = row[place + 1]
        names = after.names("suffix") if after.start - piece.end <= 1 else ()
        if piece.kind is Kind.DAY and piece.label is None and names:
            row[place] = piece.labelled(names[0])
    return row


def _fitting(piece: Piece) -> tuple[str, ...]:
    if piece.kind is not Kind.WORD:
        return _FITS.get(piece.kind, ())
    return tuple(label for group, _ in sorted(piece.senses) for label in _FITS_WORDS.get(group, ()))


def _by_column(row: list[Piece], head: Head | None, line: Line) -> list[Piece]:
    """Return a table row's values labelled by their columns, if its order id stands in its own column."""
    if head is None or head.has_tabs != ("\t" in line.text.strip()) or "order_id" not in head.columns:
        return row
    place = head.columns.index("order_id")
    if not any(piece.kind is Kind.ORDER_ID and piece.cell == place for piece in row):
        return row
    width = max(piece.cell for piece in row) + 1
    if width > len(head.columns) or (width < len(head.columns) and not head.has_tabs):
        return row
    return [piece if piece.label else _in_column(piece, head.columns[piece.cell]) for piece in row]


def _in_column(piece: Piece, column: str | None) -> Piece:
    is_mark = column is not None and column.startswith("type:")
    return piece.labelled(column) if is_mark or column in _fitting(piece) else piece
