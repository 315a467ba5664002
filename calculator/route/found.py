"""Found: what a pasted notice says, each thing with the words that say it.

Worse mistake: a guess that looks like a reading. What two places say differently, and what nobody
wrote, stays open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of the notice and what they say.

    Attributes:
        topic: a question of the route, `asks` or `instead`.
        says: an answer of that question, or a name of that topic.
        text: the words as pasted, from `start` to `end`.
        pattern: the pattern that caught them.
    """

    topic: str
    says: str
    start: int
    end: int
    text: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """One question to which the notice gives several answers, the words for each."""

    topic: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The deadline a notice writes.

    Attributes:
        day: the day where it is certain; counted from `mail_day` where only a period is written.
        days: the days it may be where the order of day and month is open.
        number: length of a period, with its `unit`: `hours`, `days` or `business_days`.
        is_counted: whether `day` was counted, not written.
        others: whether further, later deadlines are written.
    """

    day: date | None = None
    days: tuple[date, ...] = ()
    number: int = 0
    unit: str = ""
    mail_day: date | None = None
    is_counted: bool = False
    others: bool = False
    start: int = 0
    end: int = 0
    text: str = ""

    def is_over(self, as_of: date) -> bool:
        """Return whether the last day it may be lies before `as_of`."""
        known = (self.day,) if self.day else self.days
        return bool(known) and max(known) < as_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A sentence that seems to ask for something and that no pattern knows."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything read from one notice.

    Attributes:
        outcome: an outcome of the route, or None where the notice alone does not settle it.
        answers: the answers it implies, by question.
        instead: what the text is where it is no notice (`claim_mail`, `marketing`, …), or "".
        also: further metrics the notice names as a reason.
        languages: languages it says an answer may have; empty where it says nothing.
        asks: what it asks for, in the order written.
        unknown: questions of the route it leaves open.
    """

    outcome: str | None
    answers: Mapping[str, str]
    instead: str = ""
    also: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    due: Due | None = None
    languages: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
