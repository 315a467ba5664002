"""Sentences: words that stand among other words are what somebody wrote, not a field of the page.

"Refunded" alone in a cell is a status; in "refunded but far too late" it is a buyer's word. A run
of words and numbers with any unknown text in it becomes text as a whole. Only phrases that mean
one thing wherever they stand are kept, unless a word before them takes the certainty away
("if the claim is granted").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from calculator.paste.pieces import Kind, Piece
from calculator.paste.plain import Line

_WORDS = (Kind.WORD, Kind.NUMBER, Kind.TEXT)
_IN_TEXT = (Kind.DAY, Kind.STARS, Kind.NUMBER, Kind.PERCENT, Kind.SKIPPED, Kind.PAGING)
_LABELLED = (Kind.DAY, Kind.ORDER_ID, Kind.STARS)
_FEW_STARS = range(1, 6)
_NEAR = 3
_DOUBT_REACH = 4
_ENDS = ".。;!"


def fields(line: Line, found: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a line with every sentence as one text."""
    kept: list[Piece] = []
    for _, cell in groupby(found, key=lambda piece: piece.cell):
        kept += _merged(line, _without_inner_values(list(_runs(line, list(cell)))))
    return kept


def without_mentions(line: Line, row: Sequence[Piece]) -> list[Piece]:
    """Return a line in which an order id between two texts is text too: a mention, no row."""
    kept: list[Piece] = []
    for _, cell in groupby(row, key=lambda piece: piece.cell):
        kept += _merged(line, _without_inner_values(list(cell), (*_IN_TEXT, Kind.ORDER_ID)))
    return kept


def is_mention(row: Sequence[Piece], place: int) -> bool:
    """Return whether a piece stands between two texts of its cell."""
    beside = [row[n] for n in (place - 1, place + 1) if 0 <= n < len(row) and row[n].cell == row[place].cell]
    return len(beside) == len("ab") and all(piece.kind is Kind.TEXT for piece in beside)


def has_doubt(run: Sequence[Piece], place: int) -> bool:
    """Return whether a word shortly before takes a phrase's certainty away."""
    return any(before.names("doubt") for before in run[max(0, place - _DOUBT_REACH) : place])


def _runs(line: Line, cell: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a cell; a run of words with unknown text in it is text, label words apart."""
    run: list[Piece] = []
    for place, piece in enumerate(cell):
        is_apart = piece.kind not in _WORDS or _is_rating(cell, place) or _is_label(line, cell, place)
        if is_apart or _is_answer(line, cell, place):
            yield from _settled(run)
            run = []
            yield piece
        else:
            run.append(piece)
    yield from _settled(run)


def _settled(run: list[Piece]) -> Iterator[Piece]:
    is_spoken = len(run) > 1 and any(piece.names("doubt") and not piece.names("mark") for piece in run)
    if not is_spoken and not any(piece.kind is Kind.TEXT for piece in run):
        yield from run
        return
    for place, piece in enumerate(run):
        is_kept = piece.is_sentence and not has_doubt(run, place)
        yield piece if is_kept else replace(piece, kind=Kind.TEXT, senses=frozenset(), value=None)


def _is_label(line: Line, cell: Sequence[Piece], place: int) -> bool:
    """Return whether a word names a field: a colon or the field's value stands right behind it."""
    piece = cell[place]
    if not piece.names("label"):
        return False
    after = cell[place + 1] if place + 1 < len(cell) else None
    is_before_value = after is not None and after.kind in _LABELLED and after.start - piece.end <= _NEAR
    return is_before_value or line.text[piece.end :].lstrip().startswith(":")


def _is_answer(line: Line, cell: Sequence[Piece], place: int) -> bool:
    """Return whether a word is the whole answer behind a label, a sentence's end after it."""
    if not place or cell[place].kind is not Kind.WORD or not _is_label(line, cell, place - 1):
        return False
    return line.text[cell[place].end :].lstrip()[:1] in tuple(_ENDS)


def _is_rating(cell: Sequence[Piece], place: int) -> bool:
    """Return whether a bare digit right behind a leading day may be a rating."""
    piece = cell[place]
    follows_day = place == 1 and cell[0].kind is Kind.DAY
    return piece.kind is Kind.NUMBER and piece.value in _FEW_STARS and follows_day


def _without_inner_values(cell: list[Piece], kinds: Sequence[Kind] = _IN_TEXT) -> list[Piece]:
    """Return a cell where a day, rating or number between two texts is text too."""
    for place in range(1, len(cell) - 1):
        both = cell[place - 1].kind is Kind.TEXT and cell[place + 1].kind is Kind.TEXT
        if both and cell[place].kind in kinds:
            cell[place] = replace(cell[place], kind=Kind.TEXT, value=None)
    return cell


def _merged(line: Line, cell: list[Piece]) -> list[Piece]:
    """Return a cell with neighbouring texts as one; a value knows that text stands before it."""
    kept: list[Piece] = []
    after_text = False
    for piece in cell:
        if piece.kind is not Kind.TEXT:
            kept.append(replace(piece, after_text=after_text))
            after_text = after_text and bool(piece.names("label"))
            continue
        before = kept.pop() if kept and kept[-1].kind is Kind.TEXT and kept[-1].label == piece.label else None
        start = before.start if before else piece.start
        kept.append(replace(piece, start=start, text=line.text[start : piece.end].strip()))
        after_text = True
    return kept
