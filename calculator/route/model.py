"""Records of the route: a question with its answers, an outcome with its parts, a walk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a notice turned out to be about."""

    RATE = "rate"
    LOOK_ALIKE = "look_alike"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: where it leads.

    `outcomes` maps an answer to the earlier question `by` to an outcome; with `by` empty it holds
    at most one outcome, under the empty name. It is empty while the outcome is still open.
    """

    id: str
    next: str
    by: str
    outcomes: Mapping[str, str]

    def outcome(self, given: Mapping[str, str]) -> str:
        """Return the outcome this answer settles after the answers `given`, or "" when it settles none."""
        return self.outcomes.get(given.get(self.by, ""), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question with its answers, in the order they are shown."""

    id: str
    answers: tuple[Answer, ...]

    def answer(self, id_: str) -> Answer:
        """Return the answer with this id.

        Raises:
            LookupError: the question has no such answer.
        """
        for one in self.answers:
            if one.id == id_:
                return one
        known = ", ".join(one.id for one in self.answers)
        raise LookupError(f'The question "{self.id}" has no answer "{id_}". It has: {known}.')


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a notice is and what follows: deadline, steps, what to leave alone, facts, all by name."""

    id: str
    kind: Kind
    deadline: str
    steps: tuple[str, ...]
    never: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Where a set of answers has led: the questions asked, the one open now, the outcome once known.

    A walk is over when `question` is empty; then `outcome` is not.
    """

    asked: tuple[str, ...]
    question: str
    outcome: str
