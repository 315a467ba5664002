"""Rows: which pieces belong to one order.

An order id anchors a row. Whether the fields of a row stand before or behind it is not known
beforehand: one line a row, blank lines between rows, id first, id last, or another field first.
Each way of cutting is tried, and the one that makes the rows most alike wins. A line's end and a
blank line are evidence of their own. Where two ways are equally good and give different rows, no
field is taken for certain.

Worse mistake: giving one order another order's date or outcome.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from calculator.paste.pieces import Kind, Piece

_LEFT_OVER, _ALIKE = 2, 10
_OF_LINES, _OF_BLOCKS = 3, 4
_GROUPS = ("claim", "feedback", "type", "fulfillment", "shipper", "rating")


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces of one row; `is_certain` is False where another way of cutting is as good."""

    pieces: tuple[Piece, ...]
    is_certain: bool = True

    @property
    def lines(self) -> range:
        """Return the numbers of the lines from the first piece to the last."""
        held = [piece.line for piece in self.pieces]
        return range(min(held), max(held) + 1)


def rows(pieces: Sequence[Piece], blank: Sequence[bool]) -> list[Row]:
    """Return the rows of the pieces that no figure, head or menu has used, from top to bottom."""
    anchors = _anchors(pieces)
    if not anchors:
        return []
    tried = {cuts for cuts in _ways(pieces, anchors, blank) if cuts}
    ranked = sorted(((_score(pieces, anchors, cuts, blank), cuts) for cuts in tried), reverse=True)
    best = ranked[0]
    rivals = [cuts for score, cuts in ranked[1:] if score == best[0]]
    chosen = _cut(pieces, best[1])
    if _is_torn(chosen):
        return _torn(chosen, pieces, anchors)
    if _is_between(pieces, anchors, best[1]):
        return [Row(tuple(chosen[0]), is_certain=False)]
    others = [_cut(pieces, cuts) for cuts in rivals]
    same = all(_fields_of(other) == _fields_of(chosen) for other in others)
    return [Row(tuple(row), same) for row in chosen]


def key(piece: Piece) -> str | None:
    """Return what a piece is in a row's pattern; None for text, buttons and what is no field."""
    if piece.kind is Kind.DAY:
        return f"day:{piece.label}"
    if piece.kind is Kind.ORDER_ID:
        return "order_id"
    if piece.kind is Kind.STARS or (piece.kind is Kind.NUMBER and piece.label == "stars"):
        return "stars"
    is_button = piece.names("interface") and not piece.label and not piece.names("type")
    if piece.kind is Kind.WORD and not piece.names("label") and not is_button:
        return next((group for group in _GROUPS if piece.names(group)), None)
    return None


def _is_torn(found: Sequence[Sequence[Piece]]) -> bool:
    """Return whether the last of several rows holds fields twice that no other row holds at all.

    A phone reads columns one below the other: first all ids, then all dates.
    """
    counts = [Counter(filter(None, map(key, row))) for row in found]
    last = counts[-1]
    others = set().union(*counts[:-1]) if counts[:-1] else set()
    return len(found) > 1 and any(n > 1 and name not in others for name, n in last.items())


def _is_between(pieces: Sequence[Piece], anchors: Sequence[int], cuts: Cuts) -> bool:
    """Return whether a lone order id has nameless fields in lines above and below: whose are those above?"""
    if len(anchors) > 1:
        return False
    nameless = [n for n in range(cuts[0], len(pieces)) if key(pieces[n]) and pieces[n].label is None]
    line = pieces[anchors[0]].line
    above = any(pieces[n].line < line for n in nameless)
    return above and any(pieces[n].line >= line and n != anchors[0] for n in nameless)


def _torn(found: Sequence[Sequence[Piece]], pieces: Sequence[Piece], anchors: Sequence[int]) -> list[Row]:
    """Return one row for each id with every field as a doubt."""
    rest = tuple(piece for piece in found[-1] if piece.kind is not Kind.ORDER_ID)
    return [Row((pieces[anchor], *rest), is_certain=False) for anchor in anchors]


def _anchors(pieces: Sequence[Piece]) -> tuple[int, ...]:
    """Return the places of the order ids; without any, of days in lines that also name a defect."""
    anchors = tuple(n for n, piece in enumerate(pieces) if piece.kind is Kind.ORDER_ID)
    lines = _lines_of_defects(pieces)
    days = [n for n, piece in enumerate(pieces) if piece.kind is Kind.DAY and piece.line in lines]
    first = tuple({pieces[n].line: n for n in reversed(days)}.values())[::-1]
    if not anchors:
        return first
    if not _is_line_by_line(pieces, anchors):
        return anchors
    with_id = {pieces[n].line for n in anchors}
    return tuple(sorted({*anchors, *(n for n in first if pieces[n].line not in with_id)}))


def _lines_of_defects(pieces: Sequence[Piece]) -> set[int]:
    named = ("type", "claim", "feedback", "rating", "stars")
    return {piece.line for piece in pieces if key(piece) in named and not piece.names("interface")}


def _is_line_by_line(pieces: Sequence[Piece], anchors: Sequence[int]) -> bool:
    """Return whether every order id stands in a line of its own that holds other fields too."""
    lines = [pieces[n].line for n in anchors]
    fields = Counter(piece.line for piece in pieces if key(piece))
    return len(set(lines)) == len(lines) and all(fields[line] > 1 for line in lines)


Cuts = tuple[int, ...]


def _ways(pieces: Sequence[Piece], anchors: Sequence[int], blank: Sequence[bool]) -> Iterator[Cuts]:
    """Yield, per way of cutting, where each row begins."""
    yield tuple(anchors)
    yield (_climbed(pieces, anchors[0]), *(n + 1 for n in anchors[:-1]))
    yield _by_lines(pieces, anchors)
    if len(anchors) == 1:
        return
    yield _by_blocks(pieces, anchors, blank)
    for name in sorted({held for piece in pieces if (held := key(piece)) and held != "order_id"}):
        yield _from(pieces, anchors, name)


def _climbed(pieces: Sequence[Piece], anchor: int) -> int:
    """Return where the fields right above the first order id begin: line by line without a gap.

    Text between them is climbed over; a line that names the shipper alone is the page's setting and
    ends the climb.
    """
    start, n = anchor, anchor
    while n:
        line = pieces[n - 1].line
        first = n
        while first and pieces[first - 1].line == line:
            first -= 1
        held = {key(piece) for piece in pieces[first:n]} - {None}
        is_setting = bool(held) and held <= {"fulfillment", "shipper"} and line != pieces[anchor].line
        if line < pieces[n].line - 1 or is_setting:
            break
        start, n = (first if held else start), first
    return start


def _by_lines(pieces: Sequence[Piece], anchors: Sequence[int]) -> Cuts:
    lines = [pieces[n].line for n in anchors]
    if len(set(lines)) < len(lines):
        return ()
    return _from(pieces, anchors, None)


def _from(pieces: Sequence[Piece], anchors: Sequence[int], name: str | None) -> Cuts:
    """Return the places of the last piece before each order id that begins a row, () where one lacks it."""
    cuts: list[int] = []
    before = -1
    for anchor in anchors:
        gap = range(before + 1, anchor + 1)
        if name is None:
            cuts.append(next(n for n in gap if pieces[n].line == pieces[anchor].line))
        else:
            found = [n for n in gap if key(pieces[n]) == name]
            if not found:
                return ()
            cuts.append(found[-1])
        before = anchor
    return tuple(cuts)


def _by_blocks(pieces: Sequence[Piece], anchors: Sequence[int], blank: Sequence[bool]) -> Cuts:
    """Return the places behind the last blank line before each order id, () where two share a block."""
    block = list(accumulate(blank))
    first: dict[int, int] = {}
    for n, piece in enumerate(pieces):
        first.setdefault(block[piece.line], n)
    cuts = [first[block[pieces[anchor].line]] for anchor in anchors]
    return tuple(cuts) if len(set(cuts)) == len(cuts) else ()


def _score(
    pieces: Sequence[Piece], anchors: Sequence[int], cuts: Cuts, blank: Sequence[bool]
) -> tuple[float, int]:
    """Return how alike the rows are; fields that fall outside every row count against it."""
    found = _cut(pieces, cuts)
    patterns = Counter(frozenset(Counter(filter(None, map(key, row))).items()) for row in found)
    alike = _ALIKE * patterns.most_common(1)[0][1] / len(found)
    before = pieces[: cuts[0]]
    outside = sum(1 for piece in before if key(piece) and not piece.names("interface"))
    fields = sum(1 for row in found for piece in row if key(piece))
    bonus = _OF_LINES if cuts == _by_lines(pieces, anchors) and _is_line_by_line(pieces, anchors) else 0
    if len(anchors) > 1 and cuts == _by_blocks(pieces, anchors, blank):
        bonus += _OF_BLOCKS
    return alike + bonus - _LEFT_OVER * min(outside, 4) / 2, fields if len(anchors) == 1 else 0


def _cut(pieces: Sequence[Piece], cuts: Cuts) -> list[list[Piece]]:
    """Return the pieces of each row; an id-last way leaves what follows the last id outside."""
    ends = [*cuts[1:], len(pieces)]
    return [list(pieces[start:end]) for start, end in zip(cuts, ends, strict=True)]


def _fields_of(found: list[list[Piece]]) -> list[list[tuple[int, int]]]:
    return [[(piece.line, piece.start) for piece in row if key(piece)] for row in found]
