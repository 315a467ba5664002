"""Letter model: the entries of a letter, where they stand and how early they are dropped."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from calculator.plan_of_action.model import Part, Sentence

__all__ = ["Entry", "Kind", "Part", "Place", "Rank", "Sentence"]


class Place(StrEnum):
    """Where in the letter an entry stands; the middle three are the boxes of a form."""

    OPENING = "opening"
    ROOT_CAUSE = "root_cause"
    ACTIONS_TAKEN = "actions_taken"
    PREVENTION = "prevention"
    EVIDENCE = "evidence"
    ORDERS = "orders"


class Kind(StrEnum):
    """How an entry looks."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


class Rank(IntEnum):
    """How early an entry is dropped where the letter must be shorter; what is needed never is."""

    NEEDED = 0
    SHORT = 1
    FULL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One heading, paragraph or item of the letter.

    Attributes:
        line: id of the plan's line it says, empty for others.
        papers: numbers of the attachments it cites.
    """

    place: Place
    kind: Kind
    sentence: Sentence
    rank: Rank = Rank.NEEDED
    line: str = ""
    papers: tuple[int, ...] = ()
