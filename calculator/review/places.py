"""Places: which sentence of a letter a place stands in."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from calculator.review.letter import Letter
from calculator.review.marks import Mark
from calculator.review.sentences import Sentence


class Places:
    """A letter, asked by place; headings are left out."""

    def __init__(self, letter: Letter) -> None:
        self.letter = letter
        self.text = letter.text

    @cached_property
    def running(self) -> list[Sentence]:
        """Return the sentences in order, headings left out."""
        return [one for one in self.letter.sentences if not one.is_heading]

    @cached_property
    def starts(self) -> list[int]:
        """Return where those sentences begin."""
        return [one.start for one in self.running]

    def at(self, place: int) -> int | None:
        """Return the number of the sentence a place stands in, among those that are no heading."""
        at = bisect_right(self.starts, place) - 1
        return at if at >= 0 and place < self.running[at].end else None

    def sentence_of(self, mark: Mark) -> Sentence | None:
        """Return the sentence known words stand in."""
        at = self.at(mark.start)
        return None if at is None else self.running[at]

    def sentence_around(self, place: int) -> tuple[int, int]:
        """Return the place of the sentence that a place stands in; the whole letter outside of all."""
        at = self.at(place)
        return (0, len(self.text)) if at is None else (self.running[at].start, self.running[at].end)
