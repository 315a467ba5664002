"""Topics: which metric or defect type a number below a heading speaks of.

A page shows several rates, each with its own counts, and the parts of the defect rate beside the
whole. A number belongs to the nearest heading before it; below several headings in a row (a phone
reads columns one after the other) nobody can tell, and it is in doubt.

Worse mistake: another metric's counts as the defect rate's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calculator.defects import DefectType
from calculator.paste.page import ODR
from calculator.paste.pieces import Kind, Piece

_VALUES = (Kind.SHARE, Kind.PERCENT, Kind.NUMBER)
_COUNTS = ("orders", "orders_with_defects")
_SEVERAL = 2
_GROUPS = ("metric", "fulfillment", "label")


@dataclass(frozen=True, slots=True)
class Topic:
    """What the numbers after a heading speak of: a metric, and a defect type as a part of it."""

    metric: str
    type: DefectType | None = None
    is_certain: bool = True


def of(
    raw: Sequence[Sequence[Piece]],
    fields: Sequence[Sequence[Piece]],
    in_rows: set[tuple[int, int]],
    start: str,
) -> Iterator[tuple[Piece, Topic]]:
    """Yield the pieces outside the rows with the topic each stands under."""
    topic, waiting = Topic(start), 0
    for number, whole in enumerate(fields):
        line = [piece for piece in whole if (number, piece.start) not in in_rows]
        is_list = len(_types(line)) >= _SEVERAL and not any(piece.kind in _VALUES for piece in line)
        for piece in _in_order(raw[number], line, in_rows):
            new = None if is_list and not piece.names("metric") else _named(piece, topic)
            if new and (new.metric, new.type) != (topic.metric, topic.type):
                waiting += 1
                topic = Topic(new.metric, new.type, is_certain=waiting < _SEVERAL)
            elif piece.kind in (Kind.SHARE, Kind.PERCENT):
                waiting = 0
            yield piece, topic


def _named(piece: Piece, topic: Topic) -> Topic | None:
    metrics = piece.names("metric")
    if metrics:
        return Topic(ODR if ODR in metrics else metrics[0])
    types = piece.names("type")
    if types and topic.metric == ODR and not piece.label:
        return Topic(ODR, DefectType(types[0]))
    return Topic(ODR) if set(_COUNTS) & set(piece.names("label")) and topic.metric == ODR else None


def _types(line: Sequence[Piece]) -> set[str]:
    return {name for piece in line for name in piece.names("type")}


def _in_order(raw: Sequence[Piece], line: Sequence[Piece], in_rows: set[tuple[int, int]]) -> list[Piece]:
    """Return the fields of a line and what counts inside its sentences: metrics, shippers, counts."""
    places = {piece.start for piece in line if piece.kind is not Kind.TEXT}
    inside = [
        piece
        for piece in raw
        if piece.start not in places
        and (piece.line, piece.start) not in in_rows
        and (any(map(piece.names, _GROUPS)) or piece.kind in _VALUES)
    ]
    return sorted([*line, *inside], key=lambda piece: piece.start)
