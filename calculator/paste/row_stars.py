"""Row stars: the rating a row shows, by its stars, a bare digit or a word.

Source: counted_defects.negative_feedback_stars
Worse mistake: a rating the page did not show.
"""

from __future__ import annotations

from calculator.defects import DefectType
from calculator.paste import asks
from calculator.paste.asks import Ask
from calculator.paste.page import Page
from calculator.paste.pieces import Kind, Piece
from calculator.paste.row_context import Context
from calculator.paste.row_types import COLUMN
from calculator.paste.rows import Row

_RATING_STARS = {"neutral": (3,), "positive": (4, 5), "negative": (1, 2)}
_FEW_STARS = range(1, 6)


def of(row: Row, context: Context, type_: DefectType | None) -> tuple[int | None, Ask | None]:
    """Return the rating; where it cannot be told from the row, the question, if it matters."""
    if type_ is not DefectType.NEGATIVE_FEEDBACK:
        return None, None
    found = [piece for piece in row.pieces if piece.kind is Kind.STARS or is_bare_rating(piece)]
    free = [piece for piece in found if not piece.after_text] or found
    values = {piece.value.stars if piece.kind is Kind.STARS else piece.value for piece in free}
    sure = all(_is_sure_rating(piece) for piece in free)
    words = {name for piece in row.pieces for name in _rating_names(piece)}
    allowed = {stars for word in words for stars in _RATING_STARS[word]}
    if len(values) == 1 and sure and row.is_certain and (not words or values <= allowed):
        return next(iter(values)), None
    if not values and len(words) == 1 and row.is_certain:
        return (3, None) if words == {"neutral"} else (None, None)
    if not values and not words and context.page is not Page.FEEDBACK_PAGE:
        return None, None
    return None, asks.of_names("stars", "stars", "stars", map(str, sorted(values | allowed) or _FEW_STARS))


def _is_sure_rating(piece: Piece) -> bool:
    return not piece.after_text and (piece.kind is not Kind.STARS or piece.value.is_certain)


def is_bare_rating(piece: Piece) -> bool:
    """Return whether a piece is a digit that a page shows for stars."""
    is_digit = piece.kind is Kind.NUMBER and piece.value in _FEW_STARS
    return is_digit and (piece.label in ("stars", None)) and not piece.after_text


def _rating_names(piece: Piece) -> tuple[str, ...]:
    return piece.names("rating") if not (piece.label or "").startswith(COLUMN) else ()


def is_harmless(row: Row, type_: DefectType | None) -> bool:
    """Return whether the row's own word says that a rating is neutral or positive."""
    words = {name for piece in row.pieces for name in _rating_names(piece)}
    return type_ is DefectType.NEGATIVE_FEEDBACK and row.is_certain and words in ({"positive"}, {"neutral"})
