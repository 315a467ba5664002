"""Scan: a line into its pieces.

Values that cannot be mistaken are taken first (order ids, then days), words next, numbers last;
what is left between them is text. Every pattern is bounded, so a line costs time by its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from calculator import tables
from calculator.paste import day_forms, order_ids, stars, words
from calculator.paste.day_forms import hidden
from calculator.paste.pieces import Kind, Piece
from calculator.paste.plain import Line

_CELL = re.compile(r"\t|[ ]{2,}|\s?[|·•]\s?")
_TAB = re.compile(r"\t")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,9}(?:,\d{3}){0,3}(?![\w]|[.,]\d)")
_LETTER = re.compile(r"[^\W_]|[^\x00-\x7f]")
_NO_LETTERS = "。、,!?「」《》()[]【】—…·•“”‘’‹›«»→←↑↓▼▲▾▸►✕✖–◦■□"


def pieces(line: Line) -> list[Piece]:
    """Return the pieces of a line from left to right."""
    if not line.text.strip():
        return []
    found = sorted(_values(line), key=lambda piece: piece.start)
    starts = _cell_starts(line.text)
    whole = _with_text(line, found, starts)
    placed: list[Piece] = []
    cell = 0
    for piece in whole:
        while cell < len(starts) and starts[cell] <= piece.start:
            cell += 1
        placed.append(replace(piece, cell=cell))
    return placed


def _values(line: Line) -> Iterator[Piece]:
    """Yield every known piece, each recogniser seeing only what those before it left."""
    text = line.text
    for recogniser in _RECOGNISERS:
        taken = _apart(recogniser(text))
        if not taken:
            continue
        for piece in taken:
            yield replace(piece, line=line.number, text=line.text[piece.start : piece.end])
        text = hidden(text, [(piece.start, piece.end) for piece in taken])


def _apart(found: Iterable[Piece]) -> list[Piece]:
    """Return pieces without overlaps, the earlier and longer ones kept."""
    kept: list[Piece] = []
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.end)):
        if not kept or kept[-1].end <= piece.start:
            kept.append(piece)
    return kept


def _piece(start: int, end: int, kind: Kind, value: object = None) -> Piece:
    return Piece(line=0, cell=0, start=start, end=end, kind=kind, text="", value=value)


def _ids(text: str) -> Iterator[Piece]:
    return (_piece(found.start, found.end, Kind.ORDER_ID, found) for found in order_ids.found(text))


def _doubtful_ids(text: str) -> Iterator[Piece]:
    return (_piece(found.start, found.end, Kind.ORDER_ID, found) for found in order_ids.doubtful(text))


def _days(text: str) -> Iterator[Piece]:
    return (_piece(found.start, found.end, Kind.DAY, found) for found in day_forms.found(text))


def _stars(text: str) -> Iterator[Piece]:
    return (_piece(found.start, found.end, Kind.STARS, found) for found in stars.found(text))


def _skipped(text: str) -> Iterator[Piece]:
    names = ("link", "address", "money", "product")
    return (_piece(*match.span(), Kind.SKIPPED) for name in names for match in _pattern(name).finditer(text))


def _paging(text: str) -> Iterator[Piece]:
    patterns = _interface()
    return (_piece(*match.span(), Kind.PAGING) for pattern in patterns for match in pattern.finditer(text))


def _percents(text: str) -> Iterator[Piece]:
    return (
        _piece(*match.span(), Kind.PERCENT, "".join(match["percent"].split()).replace(",", "."))
        for match in _pattern("percent").finditer(text)
    )


def _shares(text: str) -> Iterator[Piece]:
    for name, pattern in _counts():
        for match in pattern.finditer(text):
            yield _piece(*match.span(), Kind.SHARE, (name, match.groupdict()))


def _numbers(text: str) -> Iterator[Piece]:
    return (
        _piece(*match.span(), Kind.NUMBER, int(match[0].replace(",", ""))) for match in _NUMBER.finditer(text)
    )


def _words(text: str) -> Iterator[Piece]:
    for word in words.found(text):
        yield replace(
            _piece(word.start, word.end, Kind.WORD), senses=word.senses, is_sentence=word.is_sentence
        )


_RECOGNISERS = (
    _ids, _doubtful_ids, _skipped, _paging, _days, _stars, _shares, _percents, _words, _numbers,
)  # fmt: skip


@cache
def _counts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    patterns = tables.read("calculator.paste", "figures")["patterns"]
    return tuple(
        (name, re.compile(rf"(?<![\w.,/-]){pattern}", re.IGNORECASE | re.ASCII))
        for name, pattern in patterns.items()
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    flags = re.ASCII if name == "product" else re.IGNORECASE
    return re.compile(rf"(?<![\d.,]){tables.read('calculator.paste', 'figures')['other'][name]}", flags)


@cache
def _interface() -> tuple[re.Pattern[str], ...]:
    patterns = tables.read("calculator.paste", "interface")["patterns"].values()
    return tuple(re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.IGNORECASE) for pattern in patterns)


def _cell_starts(text: str) -> list[int]:
    """Return where the second and later cells begin; tabs part cells, without them bars and wide gaps."""
    pattern = _TAB if "\t" in text.strip() else _CELL
    return [match.end() for match in pattern.finditer(text) if match.start()]


def _with_text(line: Line, found: list[Piece], starts: list[int]) -> list[Piece]:
    """Return the pieces with the text between them, cut at the cells."""
    whole: list[Piece] = []
    at = 0
    for piece in [*found, None]:
        end = piece.start if piece else len(line.text)
        whole += _texts(line, at, end, starts)
        if piece:
            whole.append(piece)
            at = piece.end
    return whole


def _texts(line: Line, start: int, end: int, starts: list[int]) -> Iterator[Piece]:
    edges = [start, *(edge for edge in starts if start < edge < end), end]
    for a, b in pairwise(edges):
        text = line.text[a:b]
        kept = text.strip().strip(_NO_LETTERS).strip()
        if _LETTER.search(kept):
            at = a + text.index(kept)
            yield Piece(line=line.number, cell=0, start=at, end=at + len(kept), kind=Kind.TEXT, text=kept)
