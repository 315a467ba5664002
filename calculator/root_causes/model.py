"""Records of the root-cause questions: a place to find out, an answer, a question, a tree, a leaf."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Words = Mapping[str, str]
Path = tuple[str, ...]

UNKNOWN, OWN = "unknown", "own"
"""The two answers every question has: not known yet, and in my own words."""
DISPUTED = "disputed"
"""The second part of a path that was entered for a disputed defect; it is at its end."""
IN_OWN_WORDS = "in_own_words"
"""The process failure of a step that only the seller's own words describe."""


class LeafKind(StrEnum):
    """How a path ended."""

    PROCESS_FAILURE = "process_failure"
    UNKNOWN_YET = "unknown_yet"
    FACTS_ONLY = "facts_only"
    NOTHING_TO_ADMIT = "nothing_to_admit"
    GET_A_PROFESSIONAL = "get_a_professional"


ENDS = {
    "unknown_yet": LeafKind.UNKNOWN_YET,
    "facts_only": LeafKind.FACTS_ONLY,
    "professional": LeafKind.GET_A_PROFESSIONAL,
}
"""Where an answer may lead besides a question or a process failure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindOut:
    """One way to find out: a page, a record or a person; `fulfillment` is mfn, afn or both."""

    id: str
    fulfillment: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: its words, where it leads, and what the seller types beside it (day, words or nothing)."""

    id: str
    goes: str
    takes: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One failed process step: what should have happened there; `caution` names a warning, or is empty."""

    id: str
    caution: str
    should: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question of a tree, in the order its answers are shown."""

    id: str
    words: Words
    find_out: tuple[str, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The questions and process failures of one cause; `first` is empty where nothing is asked."""

    cause: str
    first: str
    asks: Mapping[str, Ask]
    failures: Mapping[str, Failure]
    gather: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The question open at the end of a path; `failure` is the process failure once it is known."""

    path: Path
    ask: Ask
    failure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """The end of a path.

    `find_out` is what is still to be looked up or gathered; `typed` names the answers beside which
    the seller types a day or words, as (question, day or words).
    """

    path: Path
    kind: LeafKind
    failure: str
    caution: str
    find_out: tuple[str, ...]
    typed: tuple[tuple[str, str], ...]
