"""Passing: lines that carry nothing to read, and lines that no row may take.

A line is passed over in silence only when every piece of it is an interface word, a heading we
know or paging. A menu is such a line, or one that names several outcomes, shippers or defect types
at once: no row could mean them all.
"""

from __future__ import annotations

from collections.abc import Sequence

from calculator.defects import DefectType
from calculator.paste.pieces import Kind, Piece

_SEVERAL = 2
_GROUPS = ("claim", "fulfillment", "type")


def is_passed_over(line: Sequence[Piece]) -> bool:
    """Return whether a line holds nothing but interface words, headings and paging."""
    return all(piece.kind in (Kind.WORD, Kind.PAGING) for piece in line)


def is_menu(line: Sequence[Piece]) -> bool:
    """Return whether a line is a menu or a row of tabs."""
    if not line or not is_passed_over(line):
        return False
    is_type = len(line) == 1 and bool(line[0].names("type"))
    if not is_type and all(
        piece.names("interface") or piece.names("page") or piece.kind is Kind.PAGING for piece in line
    ):
        return not any(piece.label for piece in line)
    return any(len({name for p in line for name in p.names(group)}) >= _SEVERAL for group in _GROUPS)


def headings(fields: Sequence[Sequence[Piece]], left_out: set[int]) -> tuple[dict[int, DefectType], set[int]]:
    """Return the type that a heading gives to each line below it, and the headings' lines.

    A type alone in its line heads a section when the first stands above the first order id, none
    below the last one, and there are fewer of them than order ids (or one).
    """
    alone = {n: line[0] for n, line in enumerate(fields) if n not in left_out and _is_type_alone(line)}
    ids = [n for n, line in enumerate(fields) for piece in line if piece.kind is Kind.ORDER_ID]
    if not alone or not ids or min(alone) > ids[0] or max(alone) > ids[-1]:
        return {}, set()
    if len(alone) >= len(ids) > 1:
        return {}, set()
    headed: dict[int, DefectType] = {}
    current: DefectType | None = None
    for n in range(len(fields)):
        if n in alone:
            current = DefectType(alone[n].names("type")[0])
        elif current:
            headed[n] = current
    return headed, set(alone)


def _is_type_alone(line: Sequence[Piece]) -> bool:
    rest = [piece for piece in line[1:] if piece.kind is not Kind.NUMBER]
    return bool(line) and bool(line[0].names("type")) and not line[0].label and not rest
