"""Votes: how much a sentence speaks for each of the three parts, by its words and its days.

What was done comes after the orders that are counted; what caused it lies before them or among them.

Worse mistake: a dated cause taken for a deed, and the letter told that it names no cause.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

from calculator.review.marks import Marks
from calculator.review.sentences import Sentence

Votes = tuple[int, int, int]
Days = list[tuple[int, int, date | None]]
DAY_OPENS = 10
"""Characters before the day a sentence begins with: `Seit dem 3. November`."""
PLAIN, STRONG, FAINT = 3, 2, 1
"""What a word says for the part that alone is told so, for one it is mostly used in, for one of several."""
_SAYS = (
    (
        ("lack", PLAIN),
        ("symptom", STRONG),
        ("third_fault", STRONG),
        ("ownership", FAINT),
        ("failure", FAINT),
        ("decision", FAINT),
    ),
    (("done", STRONG), ("refund", FAINT)),
    (("future", STRONG), ("frequency", STRONG), ("mechanism", FAINT)),
)
_SILENT = (0, 0, 0)
_PRESSING = ("amazon", "threat", "buyer", "emotion", "other_route")
"""Words that press or accuse: what they stand in tells no part of a plan."""
_FIGURE = re.compile(r"\d\s?[%％]")
_SINCE = re.compile(
    r"(?:since|from|as of|effective|seit|ab)\b|[自从從]|[^，,、。]{0,14}(?:起|开始|開始)[，,、]?"
    r"|[^、。]{0,14}(?:から|以降|より|以来)",
    re.IGNORECASE,
)
"""How a sentence opens that tells the start of a rule, not the day of a deed."""
_CAUSE = re.compile(
    r"root cause|\b(?:the|main|real) (?:cause|reason)\b|\b(?:die|haupt|der) ?(?:ursache|grund)\b|原因",
    re.IGNORECASE,
)
"""Words by which running text says that the cause is told."""


class Ballot:
    """The sentences of a letter, asked for which part they speak."""

    def __init__(self, marks: Marks, days: Days, sentences: tuple[Sentence, ...]) -> None:
        self._marks = marks
        self._days = days
        self._starts = [start for start, _, _ in days]
        self._until = self._last_of_window(sentences)

    def votes(self, one: Sentence) -> Votes:
        """Return how much a sentence says for each part; figures of the account and reproaches are silent."""
        span = one.start, one.end
        marks = self._marks
        if marks.of("rate", *span) and _FIGURE.search(one.own) and not marks.has("lack", *span):
            return _SILENT
        tells = marks.has("refund", *span) or (
            marks.has("third_fault", *span) and bool(marks.of("third", *span))
        )
        if any(marks.has(group, *span) for group in _PRESSING) and not tells:
            return _SILENT
        cause, actions, prevention = (
            sum(weight for group, weight in groups if marks.has(group, *span)) for groups in _SAYS
        )
        if _CAUSE.search(one.own):
            cause += STRONG
        if self._is_of_window(one):
            return cause + STRONG, FAINT * marks.has("refund", *span), prevention
        if self.opens_with_day(one):
            if _SINCE.match(one.own):
                return cause, actions, prevention + STRONG
            return cause, actions + (FAINT if cause else STRONG), prevention
        return cause, actions + FAINT * (self.is_dated(one) and actions > 0), prevention

    def is_dated(self, one: Sentence) -> bool:
        """Return whether a sentence names a day."""
        first = bisect_left(self._starts, one.start)
        return first < len(self._starts) and self._starts[first] < one.end

    def opens_with_day(self, one: Sentence) -> bool:
        """Return whether a sentence begins with a day."""
        first = bisect_left(self._starts, one.start)
        return first < len(self._starts) and self._starts[first] - one.start <= DAY_OPENS

    def _days_of(self, one: Sentence) -> list[date]:
        first, behind = (bisect_left(self._starts, place) for place in (one.start, one.end))
        return [day for _, _, day in self._days[first:behind] if day]

    def _last_of_window(self, sentences: tuple[Sentence, ...]) -> date | None:
        """Return the last day of the orders counted: of the first sentence with a rate and two days."""
        for one in sentences:
            days = self._days_of(one)
            if len(days) > 1 and _FIGURE.search(one.own):
                return max(days)
        return None

    def _is_of_window(self, one: Sentence) -> bool:
        """Return whether each day of a sentence lies before the last of the orders counted, and no refund."""
        days = self._days_of(one)
        if not days or self._until is None or self._marks.has("refund", one.start, one.end):
            return False
        return max(days) <= self._until
