"""Defect rows: a row's pieces as one defect, or several where the row is marked in several columns.

Every field is read for certain or asked about. What the case does not need (the day a claim was
filed) stays empty without a question.

Source: counted_defects.negative_feedback_stars
Worse mistake: a rating or outcome the page did not show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from calculator.defects import DefectType
from calculator.orders import Fulfillment
from calculator.paste import asks, outcomes, row_days
from calculator.paste.asks import Ask
from calculator.paste.days import Calendar
from calculator.paste.page import Page
from calculator.paste.pieces import Kind, Piece
from calculator.paste.result import PastedDefect
from calculator.paste.row_days import RowDays
from calculator.paste.rows import Row

_OF_PAGE = {
    Page.CLAIMS_PAGE: DefectType.A_TO_Z_CLAIM,
    Page.FEEDBACK_PAGE: DefectType.NEGATIVE_FEEDBACK,
    Page.CHARGEBACKS_PAGE: DefectType.CHARGEBACK,
}
_COLUMN = "type:"
_RATING_STARS = {"neutral": (3,), "positive": (4, 5), "negative": (1, 2)}
_FEW_STARS = range(1, 6)
_NOT_IN_NOTE = ("buyer", "product", "claim_id", "response", "amount", "order_id")


@dataclass(frozen=True, slots=True)
class Context:
    """What the rest of the paste says about its rows.

    Attributes:
        fulfillment: the one the page is set to, if it names one only.
        head_dates: date fields of the head line, in order.
        negative: the ratings that count as negative.
        headed: type that a heading above the row names, by the row's first line.
    """

    page: Page
    calendar: Calendar
    fulfillment: Fulfillment | None
    head_dates: tuple[str, ...]
    negative: tuple[int, ...]
    headed: dict[int, DefectType]


def of(row: Row, context: Context, raw: tuple[str, ...]) -> list[PastedDefect]:
    """Return the defects of one row."""
    types, type_ask = _types(row, context)
    if not types:
        return [_defect(row, context, None, type_ask, raw)]
    return [_defect(row, context, type_, type_ask, raw) for type_ in types]


def _defect(
    row: Row, context: Context, type_: DefectType | None, type_ask: Ask | None, raw: tuple[str, ...]
) -> PastedDefect:
    order_id, id_ask = _order_id(row.pieces)
    days = row_days.of(
        row.pieces, context.page, context.head_dates, context.calendar, is_certain=row.is_certain
    )
    stars, stars_ask = _stars(row, context, type_)
    is_defect = (stars is None and not _is_harmless(row, type_)) or stars in context.negative
    outcome, outcome_ask = _outcome(row, context, type_) if is_defect else (None, None)
    fulfillment, ship_ask = _fulfillment(row, context)
    needed = [id_ask, type_ask, stars_ask, outcome_ask, *_date_asks(days, outcome), ship_ask]
    return PastedDefect(
        order_id=order_id,
        fulfillment=fulfillment,
        type=type_,
        outcome=outcome,
        stars=stars,
        note=_note(row.pieces),
        is_defect=is_defect,
        asks=tuple(ask for ask in needed if ask) if is_defect else tuple(filter(None, (id_ask, stars_ask))),
        raw=raw,
        **days.days,
    )


def _order_id(pieces: Sequence[Piece]) -> tuple[str, Ask | None]:
    """Return the row's order id; a faulty one is offered, a missing one may stay away."""
    found = [piece.value for piece in pieces if piece.kind is Kind.ORDER_ID]
    if not found:
        return "", None
    if found[0].order_id:
        return found[0].order_id, None
    text = next(piece.text for piece in pieces if piece.kind is Kind.ORDER_ID)
    likely = [found[0].likely] if found[0].likely else []
    return "", asks.of_texts("order_id", "order_id_doubt" if likely else "order_id_cut", likely, text=text)


def _types(row: Row, context: Context) -> tuple[list[DefectType], Ask | None]:
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
    is_reason = piece.label in ("reason", "stars") or (piece.label or "").startswith(_COLUMN)
    return () if is_reason or piece.names("label") else piece.names("type")


def _marked(pieces: Sequence[Piece]) -> set[DefectType]:
    """Return the types whose columns the row marks."""
    found: set[DefectType] = set()
    for piece in pieces:
        column = piece.label or ""
        is_number = piece.kind is Kind.NUMBER and bool(piece.value)
        if column.startswith(_COLUMN) and ("yes" in piece.names("mark") or is_number):
            found.add(DefectType(column.removeprefix(_COLUMN)))
    return found


def _by_fields(pieces: Sequence[Piece]) -> DefectType | None:
    """Return the type that the row's own fields prove: only feedback has stars, only claims are granted."""
    if any(piece.kind is Kind.STARS or piece.names("feedback") for piece in pieces):
        return DefectType.NEGATIVE_FEEDBACK
    names = {name for piece in pieces for name in piece.names("claim")}
    return DefectType.A_TO_Z_CLAIM if names & set(outcomes.CLAIM) - {"open"} else None


def _stars(row: Row, context: Context, type_: DefectType | None) -> tuple[int | None, Ask | None]:
    """Return the rating; where it cannot be told from the row, the question, if it matters."""
    if type_ is not DefectType.NEGATIVE_FEEDBACK:
        return None, None
    found = [piece for piece in row.pieces if piece.kind is Kind.STARS or _is_bare_rating(piece)]
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


def _is_bare_rating(piece: Piece) -> bool:
    is_digit = piece.kind is Kind.NUMBER and piece.value in _FEW_STARS
    return is_digit and (piece.label in ("stars", None)) and not piece.after_text


def _rating_names(piece: Piece) -> tuple[str, ...]:
    return piece.names("rating") if not (piece.label or "").startswith(_COLUMN) else ()


def _is_harmless(row: Row, type_: DefectType | None) -> bool:
    """Return whether the row's own word says that a rating is neutral or positive."""
    words = {name for piece in row.pieces for name in _rating_names(piece)}
    return type_ is DefectType.NEGATIVE_FEEDBACK and row.is_certain and words in ({"positive"}, {"neutral"})


def _outcome(row: Row, context: Context, type_: DefectType | None) -> tuple[str | None, Ask | None]:
    if type_ is None:
        return None, None
    names = _outcome_names(row.pieces, type_)
    if not names and type_ is DefectType.NEGATIVE_FEEDBACK:
        return "kept", None
    if not names and context.page is Page.ODR_PAGE and type_ is DefectType.CHARGEBACK:
        return "service", None
    return outcomes.of(type_, names, is_certain=row.is_certain)


def _outcome_names(pieces: Sequence[Piece], type_: DefectType) -> set[str]:
    """Return the outcome words of a row; buttons only where nothing else speaks."""
    group = {
        DefectType.A_TO_Z_CLAIM: "claim",
        DefectType.NEGATIVE_FEEDBACK: "feedback",
        DefectType.CHARGEBACK: "chargeback",
    }[type_]
    words = [piece for piece in pieces if piece.names(group) and not _is_bare_label(piece)]
    if type_ is DefectType.A_TO_Z_CLAIM:
        words = [piece for piece in words if piece.label != "reason"]
    spoken = [piece for piece in words if not piece.names("interface") or piece.label] or []
    names = {name for piece in spoken for name in piece.names(group)}
    return names | (_money_and_mark(pieces) if type_ is DefectType.A_TO_Z_CLAIM else set())


def _is_bare_label(piece: Piece) -> bool:
    """Return whether a word names a field and settles nothing of its own: "Decided"."""
    return bool(piece.names("label")) and all(name.startswith("ask_") for name in piece.names("claim"))


def _money_and_mark(pieces: Sequence[Piece]) -> set[str]:
    """Return what columns about the payer and about the rate say."""
    found: set[str] = set()
    for piece in pieces:
        if piece.label == "funded_by":
            found |= {"afn": {"amazon_funded"}, "mfn": {"granted"}}.get(piece.names("shipper")[0], set())
        elif piece.label == "counts" and piece.names("mark"):
            found.add("counted" if "yes" in piece.names("mark") else "not_counted")
    return found


def _fulfillment(row: Row, context: Context) -> tuple[Fulfillment | None, Ask | None]:
    """Return who ships the row's order: its own word, else the page's setting."""
    names = {name for piece in row.pieces for name in _shipper_names(piece, context)}
    if len(names) == 1 and row.is_certain:
        return Fulfillment(next(iter(names))), None
    if not names and context.fulfillment:
        return context.fulfillment, None
    return None, asks.of_names("fulfillment", "fulfillment", "fulfillment", sorted(names) or ("mfn", "afn"))


def _shipper_names(piece: Piece, context: Context) -> tuple[str, ...]:
    is_named = piece.label == "fulfillment" or (piece.label is None and context.page is Page.ODR_PAGE)
    return (*piece.names("fulfillment"), *(piece.names("shipper") if is_named else ()))


def _date_asks(days: RowDays, outcome: str | None) -> list[Ask]:
    """Return the questions about days: the order's always, the decision's where an appeal may follow."""
    found = list(days.asks)
    if days.days["order_date"] is None and not days.asked("order_date"):
        found.insert(0, asks.of_days("order_date", "order_date_missing", ()))
    if outcome == "granted" and days.days["decided_on"] is None and not days.asked("decided_on"):
        found.append(asks.of_days("decided_on", "decided_on_missing", ()))
    return found


def _note(pieces: Sequence[Piece]) -> str | None:
    """Return what a buyer or the page wrote in words, nobody's name or address among it."""
    texts = [
        piece.text
        for piece in pieces
        if piece.label not in _NOT_IN_NOTE and (piece.kind is Kind.TEXT or piece.names("reason"))
    ]
    return " ".join(texts) or None
