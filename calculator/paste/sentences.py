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
_FEW_STARS = range(1, 6)


def fields(line: Line, found: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a line with every sentence as one text."""
    kept: list[Piece] = []
    for _, cell in groupby(found, key=lambda piece: piece.cell):
        kept += _merged(line, _without_inner_values(list(_runs(line, list(cell)))))
    return kept


def _runs(line: Line, cell: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a cell; a run of words with unknown text in it is text, label words apart."""
    run: list[Piece] = []
    for place, piece in enumerate(cell):
        if piece.kind in _WORDS and not _is_rating(cell, place):
            run.append(piece)
        if piece.kind not in _WORDS or _is_rating(cell, place):
            yield from _settled(run)
            run = []
            yield piece
        elif _is_label(line, piece):
            yield from _settled(run[:-1])
            run = []
            yield piece
    yield from _settled(run)


def _settled(run: list[Piece]) -> Iterator[Piece]:
    if not any(piece.kind is Kind.TEXT for piece in run):
        yield from run
        return
    for place, piece in enumerate(run):
        doubt = any(before.names("doubt") for before in run[max(0, place - 4) : place])
        is_kept = piece.is_sentence and not doubt
        yield piece if is_kept else replace(piece, kind=Kind.TEXT, senses=frozenset(), value=None)


def _is_label(line: Line, piece: Piece) -> bool:
    return bool(piece.names("label")) and line.text[piece.end :].lstrip().startswith(":")


def _is_rating(cell: list[Piece], place: int) -> bool:
    """Return whether a bare digit right behind a leading day may be a rating."""
    piece = cell[place]
    follows_day = place == 1 and cell[0].kind is Kind.DAY
    return piece.kind is Kind.NUMBER and piece.value in _FEW_STARS and follows_day


def _without_inner_values(cell: list[Piece]) -> list[Piece]:
    """Return a cell where a day, rating or number between two texts is text too."""
    for place in range(1, len(cell) - 1):
        both = cell[place - 1].kind is Kind.TEXT and cell[place + 1].kind is Kind.TEXT
        if both and cell[place].kind in _IN_TEXT:
            cell[place] = replace(cell[place], kind=Kind.TEXT, value=None)
    return cell


def _merged(line: Line, cell: list[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for piece in cell:
        if kept and piece.kind is Kind.TEXT and kept[-1].kind is Kind.TEXT:
            before = kept.pop()
            piece = replace(before, end=piece.end, text=line.text[before.start : piece.end])
        elif kept and kept[-1].kind is Kind.TEXT:
            piece = replace(piece, after_text=True)
        kept.append(piece)
    return kept
