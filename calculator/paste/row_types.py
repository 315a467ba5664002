"""Row types: what a row is about, by its marked columns, its own words, its heading, its page.

Worse mistake: choosing where the row says two things. Then it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from calculator.defects import DefectType
from calculator.paste import asks, outcomes
from calculator.paste.asks import Ask
from calculator.paste.page import Page
from calculator.paste.pieces import Kind, Piece
from calculator.paste.row_context import Context
from calculator.paste.rows import Row

COLUMN = "type:"
"""What the label of a column begins with that marks a type."""
_OF_PAGE = {
    Page.CLAIMS_PAGE: DefectType.A_TO_Z_CLAIM,
    Page.FEEDBACK_PAGE: DefectType.NEGATIVE_FEEDBACK,
    Page.CHARGEBACKS_PAGE: DefectType.CHARGEBACK,
}


def of(row: Row, context: Context) -> tuple[list[DefectType], Ask | None]:
    """Return the row's defect types: its marked columns, its own word, its heading, its page."""
    marked = _marked(row.pieces)
    named = {DefectType(name) for piece in row.pieces for name in _type_names(piece)}
    question = asks.of_names("type", "type", "type", [*sorted(named or marked), *DefectType])
    if marked and row.is_certain:
        return sorted(marked), None
    if len(named) > 1 or (named and not row.is_certain):
        return [], question
    if named and _OF_PAGE.get(context.page) not in (None, *named):
        return [], question
    if named:
        return [next(iter(named))], None
    own = _by_fields(row.pieces)
    page = context.headed.get(row.pieces[0].line) or _OF_PAGE.get(context.page) or own
    if page is None or (own and own is not page):
        return [], question
    return [page], None


def _type_names(piece: Piece) -> tuple[str, ...]:
    is_reason = piece.label in ("reason", "stars") or (piece.label or "").startswith(COLUMN)
    return () if is_reason or piece.names("label") else piece.names("type")


def _marked(pieces: Sequence[Piece]) -> set[DefectType]:
    """Return the types whose columns the row marks."""
    found: set[DefectType] = set()
    for piece in pieces:
        column = piece.label or ""
        is_number = piece.kind is Kind.NUMBER and bool(piece.value)
        if column.startswith(COLUMN) and ("yes" in piece.names("mark") or is_number):
            found.add(DefectType(column.removeprefix(COLUMN)))
    return found


def _by_fields(pieces: Sequence[Piece]) -> DefectType | None:
    """Return the type that the row's own fields prove: only feedback has stars, only claims are granted."""
    if any(piece.kind is Kind.STARS or piece.names("feedback") for piece in pieces):
        return DefectType.NEGATIVE_FEEDBACK
    names = {name for piece in pieces for name in piece.names("claim")}
    return DefectType.A_TO_Z_CLAIM if names & set(outcomes.CLAIM) - {"open"} else None
