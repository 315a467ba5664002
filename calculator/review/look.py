"""Look: one letter with all that the rules ask of it, worked out once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from functools import cached_property

from calculator.review.days import dates_in, year_of
from calculator.review.facts import counts_in, numbers_in, rates_in
from calculator.review.length import length
from calculator.review.letter import Letter
from calculator.review.marks import Mark, Marks
from calculator.review.model import Asked, Finding, Severity
from calculator.review.places import Places
from calculator.review.sections import Items, sections_of
from calculator.review.sentences import Part, Sentence

_TARGET = re.compile(
    r"(?:under|below|less than|target|limit|threshold|<|≤|低于|目标|标准|未満|unter|Ziel)[^.。]{0,16}$",
    re.IGNORECASE,
)
_IS = re.compile(
    r"(?:\b(?:is|was|of|at|stands at|reached|bei|ist|war|beträgt|betrug|von)|[:：为為是は])\s*$",
    re.IGNORECASE,
)
"""What stands right before the account's own rate."""
_WHOLE_TARGET = re.compile(r"(?:1|1[.,]0+|0?[.,]5|2[.,]5|4|95|90|97|100)\s?[%％]")
COUNTED = re.compile(
    r"(?:\b\d{1,6}|\b(?:two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn))"
    r"\s(?:[\w-]{1,20}\s){0,2}(?:orders|claims|feedback\w*|comments|chargebacks|Bestellungen|Anträge\w*|Garantieanträge|Bewertungen|Rückbuchungen)\b"
    r"|[\d一二三四五六七八九十两]{1,6}\s?(?:[个笔单条張筆張單個则]|件)",
    re.IGNORECASE,
)
"""Orders, claims or comments with their number."""
_NO_PROMISE = re.compile(
    r"a-to-z|a to z|money-back|(?:years?['’]?|jahre) (?:guarantee|garantie)|rule out|ausschließen"
    r"|保障索赔|交易保障|マーケットプレイス保証",
    re.IGNORECASE,
)
_OF_FEEDBACK = re.compile(
    r"feedback|review|bewertung|评价|評價|反馈|反饋|差评|差評|評価|レビュー", re.IGNORECASE
)
"""What a shop may promise never to ask for."""
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

    def is_target(self, start: int, end: int) -> bool:
        """Return whether a rate is the target itself, or that of another metric, not the account's own."""
        before = self.text[max(0, start - 24) : start]
        if _TARGET.search(before):
            return True
        is_own = _IS.search(before) is not None and self.marks.has("rate", max(0, start - NEAR_RATE), start)
        return _WHOLE_TARGET.fullmatch(self.text[start:end]) is not None and not is_own

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
    def counts_defects(self) -> bool:
        """Return whether orders, claims or comments are counted beside a word of the metric."""
        return any(
            COUNTED.search(one.own) is not None and self.marks.has("rate", one.start, one.end)
            for one in self.running
        )

    @cached_property
    def concerns_buyers(self) -> bool:
        """Return whether buyers were touched: claims, feedback, late, wrong or damaged goods."""
        return bool(self.asked.issues) or self.marks.has("issue") or not self.marks.has("other_notice")

    def start_of(self, part: Part) -> tuple[int, int]:
        """Return the first item of a part, or the end of the letter."""
        items = self.parts[part]
        return span_of(items[0]) if items else (len(self.text), len(self.text))

    def part_at(self, place: int) -> Part | None:
        """Return the part a place stands in."""
        at = bisect_right(self._spans, (place, len(self.text) + 1, Part.OPENING)) - 1
        return self._spans[at][2] if at >= 0 and place < self._spans[at][1] else None

    @cached_property
    def _spans(self) -> list[tuple[int, int, Part]]:
        return sorted((*span_of(item), part) for part, items in self.parts.items() for item in items)

    def is_to_buyers(self, mark: Mark) -> bool:
        """Return whether an apology is made to buyers."""
        one = self.sentence_of(mark)
        return one is not None and bool(self.marks.of("to_buyers", one.start, one.end))

    def is_stopped(self, mark: Mark) -> bool:
        """Return whether the sentence says that the conduct has ended."""
        one = self.sentence_of(mark)
        return one is not None and self.marks.has("stopped", one.start, one.end)

    def is_wish(self, one: Sentence) -> bool:
        """Return whether a line of a list is an order: `Contact buyers`, `Neue Kartons bestellen`."""
        if not one.is_bullet or dates_in(one.own, self.letter.lang):
            return False
        wishes = self.marks.said("wish", one.start, one.end)
        return any(
            mark.start == one.start if mark.row == "first" else mark.end >= one.end - 1 for mark in wishes
        )

    def is_hedged(self, mark: Mark) -> bool:
        """Return whether a promise is none: `A-to-z Guarantee`, `we cannot rule out`."""
        around = self.text[max(0, mark.start - 32) : mark.end + 20]
        return mark.is_denied or bool(
            _NO_PROMISE.search(around) or _OF_FEEDBACK.search(self.text, mark.end, mark.end + 20)
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
