"""Model: what a reply of Amazon says, each piece with the words that showed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a reply is; `unknown` where nothing in it says so."""

    GREATER_DETAIL = "greater_detail"
    NO_VALID_PLAN = "no_valid_plan"
    DOCUMENTS_WANTED = "documents_wanted"
    REFUSED_FINALLY = "refused_finally"
    ACCEPTED = "accepted"
    UNKNOWN = "unknown"


class Cell(StrEnum):
    """A cell of the grid, or the figures that stand before it."""

    ROOT_CAUSE = "root_cause"
    ACTIONS_TAKEN = "actions_taken"
    PREVENTION = "prevention"
    EVIDENCE = "evidence"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of the reply and where they stand in it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A cell Amazon asks about.

    Attributes:
        causes: the causes named in the same sentence; empty means every cause of the letter.
    """

    cell: Cell
    causes: tuple[str, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time to answer that is written in the reply.

    Attributes:
        day: the day itself, None where it is counted from a day nobody gave.
        number, unit: the time as written, `days` or `hours`; None where a day is written.
    """

    day: date | None
    number: int | None
    unit: str | None
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What was read in a reply."""

    kind: Kind
    signs: tuple[tuple[Kind, Words], ...]
    asked: tuple[Asked, ...]
    causes: tuple[str, ...]
    deadline: Deadline | None

    @property
    def is_understood(self) -> bool:
        """Return whether anything in the text is known to us."""
        return self.kind is not Kind.UNKNOWN or bool(self.asked)
