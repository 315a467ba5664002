"""Look: one letter with all that the rules ask of it, worked out once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from functools import cached_property

from calculator.review.days import dates_in, year_of
from calculator.review.facts import counts_in, numbers_in, rates_in
from calculator.review.length import length
from calculator.review.letter import Letter
from calculator.review.marks import Marks
from calculator.review.model import Asked, Finding, Severity
from calculator.review.places import Places
from calculator.review.sections import Items, sections_of
from calculator.review.sentences import Part, Sentence

NEAR_RATE = 80
"""Characters between a figure and the words of the rate it is of."""
Contradiction = tuple[int, int, str, dict[str, str]]
"""Two things of a letter that cannot both be true: place, which sentence says it, what it names."""


class Look(Places):
    """A letter, its marks, and what the review was told."""

    def __init__(self, letter: Letter, asked: Asked) -> None:
        super().__init__(letter)
        self.asked = asked
        self.marks = Marks(letter.own, letter.lang)

    @cached_property
    def words(self) -> int:
        """Return how long the letter is, in words; lists of papers and orders at its end do not count."""
        listed = sum(length(one.text) for one in self.letter.sentences if one.part is Part.EVIDENCE)
        return length(self.text) - listed

    @cached_property
    def parts(self) -> dict[Part, Items]:
        """Return the items of each part, by headings or, without them, by what the sentences say."""
        return sections_of(self.letter, self.marks, self.days)

    def measures(self) -> list[list[Sentence]]:
        """Return every item that tells a deed or a prevention."""
        return [*self.parts[Part.ACTIONS], *self.parts[Part.PREVENTION]]

    def has(self, group: str, item: list[Sentence]) -> bool:
        """Return whether an item holds an undenied mark of a group."""
        return self.marks.has(group, item[0].start, item[-1].end)

    def dated(self, item: list[Sentence]) -> bool:
        """Return whether an item names a day."""
        return bool(dates_in(words_of(item), self.letter.lang))

    def numbers(self, item: list[Sentence]) -> int:
        """Return how many numbers that measure something an item holds."""
        return numbers_in(words_of(item))

    @cached_property
    def counts(self) -> list[tuple[int, int, int, int]]:
        """Return every `2 of 126` of the letter: its place, the part, the whole."""
        return counts_in(self.text)

    @cached_property
    def figures(self) -> list[tuple[str, int, int]]:
        """Return the rates and counts of the letter with their places."""
        rates = [("rate", start, end) for start, end, _ in rates_in(self.text)]
        counts = [("count", start, end) for start, end, _, _ in self.counts]
        return sorted([*rates, *counts], key=lambda one: one[1])

    @cached_property
    def days(self) -> list[tuple[int, int, date | None]]:
        """Return the days of the letter with their places."""
        return dates_in(self.text, self.letter.lang, year_of(self.text))

    def days_in(self, start: int, end: int) -> list[tuple[int, int, date | None]]:
        """Return the days that are named in a span."""
        first, behind = (bisect_left(self.days, (place,)) for place in (start, end))
        return self.days[first:behind]

    @cached_property
    def names_two_days(self) -> bool:
        """Return whether the letter says that its figures are of different days or rounds."""
        return self.marks.has("other_day")

    @cached_property
    def is_about_rate(self) -> bool:
        """Return whether the letter is about a rate; without any word of it that is taken for granted."""
        return self.marks.has("rate") or not self.marks.has("other_notice")

    @cached_property
    def concerns_buyers(self) -> bool:
        """Return whether buyers were touched: claims, feedback, late, wrong or damaged goods."""
        return bool(self.asked.issues) or self.marks.has("issue") or not self.marks.has("other_notice")

    @property
    def end(self) -> tuple[int, int]:
        """Return the place behind the last word."""
        return len(self.text), len(self.text)

    def start_of(self, part: Part) -> tuple[int, int]:
        """Return the first item of a part, or the end of the letter."""
        items = self.parts[part]
        return span_of(items[0]) if items else self.end

    def part_at(self, place: int) -> Part | None:
        """Return the part a place stands in."""
        at = bisect_right(self._spans, (place, len(self.text) + 1, Part.OPENING)) - 1
        return self._spans[at][2] if at >= 0 and place < self._spans[at][1] else None

    @cached_property
    def _spans(self) -> list[tuple[int, int, Part]]:
        return sorted((*span_of(item), part) for part, items in self.parts.items() for item in items)

    def is_wish(self, one: Sentence) -> bool:
        """Return whether a line of a list is an order: `Contact buyers`, `Neue Kartons bestellen`."""
        if not one.is_bullet or dates_in(one.own, self.letter.lang):
            return False
        wishes = self.marks.said("wish", one.start, one.end)
        return any(
            mark.start == one.start if mark.row == "first" else mark.end >= one.end - 1 for mark in wishes
        )

    @cached_property
    def concrete(self) -> int:
        """Return how many concrete things the letter names: numbers, days, steps, papers, roles."""
        kinds = ("process", "document", "role")
        own = {(one.start, one.end) for kind in kinds for one in self.marks.of(kind)}
        return len(own) + numbers_in(self.text) + len(dates_in(self.text, self.letter.lang))

    @cached_property
    def facts(self) -> int:
        """Return how many facts the letter names: numbers that measure, days, papers."""
        papers = len(self.marks.of("document"))
        return numbers_in(self.text) + len(dates_in(self.text, self.letter.lang)) + papers

    @cached_property
    def is_complete(self) -> bool:
        """Return whether a letter has its end: a closing, or a line about papers."""
        has_end = any(one.part in (Part.CLOSING, Part.EVIDENCE) for one in self.letter.sentences)
        return has_end or self.marks.has("closing") or bool(self.marks.of("attached"))

    @cached_property
    def is_argument(self) -> bool:
        """Return whether the letter argues or hands in papers instead of giving a plan."""
        lacking = sum(not self.parts[part] for part in (Part.CAUSE, Part.ACTIONS, Part.PREVENTION))
        return lacking > 1 and not self.asked.is_claim_appeal

    @cached_property
    def is_dispute(self) -> bool:
        """Return whether the letter appeals a decision instead of owning a cause."""
        return self.is_argument and self.marks.has("other_route")

    def finding(
        self, rule: str, severity: Severity, start: int, end: int, kind: str, **values: str
    ) -> Finding:
        """Return a finding of a rule."""
        return Finding(
            rule=rule,
            severity=severity,
            start=start,
            end=end,
            kind=kind,
            values=tuple(sorted(values.items())),
        )


def span_of(item: list[Sentence]) -> tuple[int, int]:
    """Return the place of an item."""
    return item[0].start, item[-1].end


def words_of(item: list[Sentence]) -> str:
    """Return the words of an item."""
    return " ".join(one.own for one in item)
