"""Defect rows: a row's pieces as one defect, or several where the row is marked in several columns.

Every field is read for certain or asked about. What the case does not need (the day a claim was
filed) stays empty without a question.

Source: counted_defects.negative_feedback_stars
Worse mistake: a rating or outcome the page did not show.
"""

from __future__ import annotations

from collections.abc import Sequence

from calculator.defects import DefectType
from calculator.orders import Fulfillment
from calculator.paste import asks, outcomes, row_days, row_stars, row_types
from calculator.paste.asks import Ask
from calculator.paste.page import Page
from calculator.paste.pieces import Kind, Piece
from calculator.paste.result import PastedDefect
from calculator.paste.row_context import Context
from calculator.paste.row_days import RowDays
from calculator.paste.rows import Row

_NOT_IN_NOTE = ("buyer", "product", "claim_id", "response", "amount", "order_id")


def of(row: Row, context: Context, raw: tuple[str, ...]) -> list[PastedDefect]:
    """Return the defects of one row."""
    types, type_ask = row_types.of(row, context)
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
    stars, stars_ask = row_stars.of(row, context, type_)
    is_defect = (stars is None and not row_stars.is_harmless(row, type_)) or stars in context.negative
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
