"""Pieces: what a line is made of, from left to right.

A piece is a value we can read (an order id, a day, stars, a count), a word we know, or the text
between them. Cells are what tabs, bars or wide gaps part.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from calculator.paste.words import Sense


class Kind(StrEnum):
    """What a piece is."""

    ORDER_ID = "order_id"
    DAY = "day"
    STARS = "stars"
    WORD = "word"
    SHARE = "share"
    PERCENT = "percent"
    NUMBER = "number"
    SKIPPED = "skipped"
    PAGING = "paging"
    TEXT = "text"


VALUES = (Kind.ORDER_ID, Kind.DAY, Kind.STARS, Kind.SHARE, Kind.PERCENT, Kind.NUMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of a line.

    Attributes:
        line: number of its line; cell: place of its cell in the line.
        value: what was read, by kind.
        senses: meanings of a word.
        is_sentence: the word counts inside a sentence too.
        after_text: text stands right before it in its cell.
        label: name of the field it belongs to, from a word before it or the column's head.
    """

    line: int
    cell: int
    start: int
    end: int
    kind: Kind
    text: str
    value: Any = None
    senses: frozenset[Sense] = frozenset()
    is_sentence: bool = False
    after_text: bool = False
    label: str | None = None

    def names(self, group: str) -> tuple[str, ...]:
        """Return what the word means in one group of senses."""
        if not self.senses:
            return ()
        return tuple(sorted(name for held, name in self.senses if held == group))

    def labelled(self, label: str | None) -> Piece:
        """Return the piece with the name of its field."""
        return replace(self, label=label)
