"""Mail: a letter from Amazon about one single order.

"On November 9, 2026 we granted the A-to-z Guarantee claim on order …": one order however often it is named,
the type when the letter names one only, the outcome by phrases that mean one thing in a sentence,
a day when its name or such a phrase stands right beside it. Everything else is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from calculator.defects import DefectType
from calculator.paste.pieces import Kind, Piece
from calculator.paste.rows import Row
from calculator.paste.sentences import has_doubt

_NEAR = 20
_GROUP = {
    DefectType.A_TO_Z_CLAIM: "claim",
    DefectType.CHARGEBACK: "chargeback",
    DefectType.NEGATIVE_FEEDBACK: "feedback",
}
_DECISIONS = ("granted", "denied", "amazon_funded")


def about_one_order(raw: Sequence[Sequence[Piece]]) -> bool:
    """Return whether a mail names exactly one order and one type of defect, and no counts."""
    pieces = [piece for line in raw for piece in line]
    ids = {piece.value.order_id for piece in pieces if piece.kind is Kind.ORDER_ID}
    counts = any(piece.kind is Kind.SHARE for piece in pieces)
    return len(ids) == 1 and "" not in ids and not counts and type_of(raw) is not None


def type_of(raw: Sequence[Sequence[Piece]]) -> DefectType | None:
    """Return the one type of defect a mail names."""
    names = {name for line in raw for piece in line for name in piece.names("type")}
    return DefectType(next(iter(names))) if len(names) == 1 else None


def row(raw: Sequence[Sequence[Piece]], fields: Sequence[Sequence[Piece]]) -> Row:
    """Return the mail's one row: its fields, and the phrases and named days of its sentences."""
    type_ = type_of(raw)
    group = _GROUP[type_] if type_ else ""
    found: list[Piece] = []
    for line, kept in zip(raw, fields, strict=True):
        places = {piece.start for piece in kept if piece.kind is not Kind.TEXT}
        for place, piece in enumerate(line):
            is_phrase = piece.is_sentence and piece.names(group) and not has_doubt(line, place)
            if piece.kind is Kind.DAY:
                found.append(replace(piece.labelled(_day_name(line, place)), after_text=False))
            elif is_phrase or piece.kind is Kind.ORDER_ID:
                found.append(piece)
        own = [piece for piece in kept if piece.start in places and piece.kind is Kind.WORD and piece.label]
        found += [piece for piece in own if piece not in found]
    ordered = sorted(found, key=lambda piece: (piece.line, piece.start))
    ids = [piece for piece in ordered if piece.kind is Kind.ORDER_ID]
    return Row(tuple(piece for piece in ordered if piece.kind is not Kind.ORDER_ID or piece is ids[0]))


def _day_name(line: Sequence[Piece], place: int) -> str | None:
    """Return which day a day in a sentence is: by the label right before it or the phrase right behind."""
    day = line[place]
    before = line[place - 1] if place else None
    if before and before.names("label") and day.start - before.end <= len(" : "):
        labels = [label for label in before.names("label") if label != "mail_day"]
        return labels[0] if labels else "mail_day"
    for piece in line[place + 1 :]:
        if piece.start - day.end > _NEAR:
            break
        if set(piece.names("claim")) & set(_DECISIONS) and piece.is_sentence:
            return "decided_on"
        if piece.names("filing"):
            return "event_date"
    return "other_date" if before and before.names("label") else None
