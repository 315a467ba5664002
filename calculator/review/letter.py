"""Letter: a text with its sentences, its language and where each place of it stands.

A line is a heading, an item of a list or running text; a letter without headings is judged
sentence by sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from calculator.review.language import language_of
from calculator.review.quotes import unquoted
from calculator.review.sentences import THREE_PARTS, Cutter, Part, Sentence

MOST_CHARACTERS = 100_000


class Letter:
    """A letter with everything the rules look at, worked out once."""

    def __init__(self, text: str, lang: str | None = None) -> None:
        self.text = text[:MOST_CHARACTERS]
        self.lang = lang or language_of(self.text)
        self.own = unquoted(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences and headings in order."""
        return tuple(Cutter(self.text, self.own, self.lang).sentences())

    @cached_property
    def has_parts(self) -> bool:
        """Return whether headings say which of the three parts a line belongs to."""
        return any(one.is_heading and one.part in THREE_PARTS for one in self.sentences)

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
