"""Letter: a text cut into lines, sentences and parts, every piece with its place in the text.

A line is a heading, an item of a list or running text. Headings, also inline ones ("Root cause: …"),
say which part the lines below belong to; a letter without them is judged sentence by sentence.
What is quoted is held apart: the words of a buyer or of Amazon are not the seller's.

Worse mistake: a finding that points at words which are not there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from calculator.review.language import language_of
from calculator.review.lines import Line, lines, sentence_ends
from calculator.review.parts import heading_of
from calculator.review.quotes import unquoted

MOST_CHARACTERS = 100_000


class Part(StrEnum):
    """The three parts Amazon asks for, and what stands around them."""

    OPENING = "opening"
    CAUSE = "root_cause"
    ACTIONS = "actions_taken"
    PREVENTION = "prevention"
    EVIDENCE = "evidence"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence or heading.

    Attributes:
        start, end: its place in the letter, outer blanks left out.
        text: its words; `own` is the same length with quotations blanked.
        item: number of the list item or paragraph it stands in.
        part: of the letter, None where no heading says.
    """

    start: int
    end: int
    text: str
    own: str
    item: int
    is_heading: bool
    is_bullet: bool
    part: Part | None


class Letter:
    """A letter with everything the rules look at, worked out once."""

    def __init__(self, text: str, lang: str | None = None) -> None:
        self.text = text[:MOST_CHARACTERS]
        self.lang = lang or language_of(self.text)
        self.own = unquoted(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences and headings in order."""
        return tuple(self._cut())

    @cached_property
    def has_parts(self) -> bool:
        """Return whether headings say which part a line belongs to."""
        return any(one.is_heading and one.part for one in self.sentences)

    def of(self, part: Part) -> list[Sentence]:
        """Return the sentences of a part, headings left out."""
        return [one for one in self.sentences if one.part is part and not one.is_heading]

    def items(self, part: Part) -> list[list[Sentence]]:
        """Return the sentences of a part by list item or paragraph."""
        held: dict[int, list[Sentence]] = {}
        for one in self.of(part):
            held.setdefault(one.item, []).append(one)
        return list(held.values())

    def item_at(self, place: int) -> int:
        """Return the number of the item or paragraph a place stands in; -1 outside of all."""
        held = self.sentence_at(place)
        return -1 if held is None else held.item

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence or heading a place stands in."""
        at = bisect_right(self._starts, place) - 1
        held = self.sentences[at] if at >= 0 else None
        return held if held is not None and place < held.end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.sentences]

    def _cut(self) -> Iterator[Sentence]:
        part: Part | None = None
        item = 0
        was_blank = True
        for line in lines(self.text):
            if line.is_blank:
                was_blank = True
                continue
            words = self.text[line.start : line.end]
            opened, length = heading_of(words, self.lang)
            part = Part(opened) if opened else part
            if line.is_bullet or was_blank or opened:
                item += 1
            was_blank = False
            if length:
                yield self._sentence(line.start, line.start + length, item, line, part, is_heading=True)
            for one in self._running(line, line.start + length, item, part):
                item, part = one.item, one.part
                yield one

    def _running(self, line: Line, start: int, item: int, part: Part | None) -> Iterator[Sentence]:
        """Yield the sentences of a line; one that begins `Actions taken:` opens its part within the line."""
        held = self.text[start : line.end]
        begun = 0
        for end in sentence_ends(held):
            words = held[begun:end]
            if words.strip():
                opened, length = heading_of(words.strip(), self.lang) if begun else (None, 0)
                if opened and length < len(words.strip()):
                    item, part = item + 1, Part(opened)
                    begun += len(words) - len(words.lstrip())
                    yield self._sentence(
                        start + begun, start + begun + length, item, line, part, is_heading=True
                    )
                    begun += length
                yield self._sentence(start + begun, start + end, item, line, part, is_heading=False)
            begun = end

    def _sentence(
        self, start: int, end: int, item: int, line: Line, part: Part | None, *, is_heading: bool
    ) -> Sentence:
        words = self.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        return Sentence(
            start=start,
            end=end,
            text=self.text[start:end],
            own=self.own[start:end],
            item=item,
            is_heading=is_heading,
            is_bullet=line.is_bullet,
            part=part,
        )
