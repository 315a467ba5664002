"""Sentences: a text cut into sentences and headings, each with its place, its item and its part.

Headings, also inline ones ("Root cause: …") and the first row of a table, say which part the lines
below belong to. What is quoted is held apart: the words of a buyer or of Amazon are not the seller's.

Worse mistake: a finding that points at words which are not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from calculator.review.columns import cells, columns_of
from calculator.review.lines import Line, lines, sentence_ends
from calculator.review.parts import heading_of


class Part(StrEnum):
    """The three parts Amazon asks for, and what stands around them."""

    OPENING = "opening"
    CAUSE = "root_cause"
    ACTIONS = "actions_taken"
    PREVENTION = "prevention"
    EVIDENCE = "evidence"
    CLOSING = "closing"


THREE_PARTS = (Part.CAUSE, Part.ACTIONS, Part.PREVENTION)
"""What Amazon asks for."""


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


@dataclass(slots=True)
class Cutter:
    """A text on its way into sentences: the part and the item that have been opened last."""

    text: str
    own: str
    lang: str
    part: Part | None = None
    item: int = 0
    columns: tuple[str | None, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences and headings in order."""
        was_blank = True
        for line in lines(self.text):
            if not line.is_blank:
                yield from self._line(line, was_blank=was_blank)
            was_blank = line.is_blank

    def _line(self, line: Line, *, was_blank: bool) -> Iterator[Sentence]:
        words = self.text[line.start : line.end]
        columns = columns_of(words, self.lang)
        if columns:
            self.columns = columns
            self.part = Part(next(filter(None, columns)))
            yield self._sentence(line.start, line.end, line, is_heading=True)
            return
        held = list(cells(words)) if self.columns else []
        if len(held) == len(self.columns) > 0:
            yield from self._row(line, held)
            return
        self.columns = ()
        opened, length = heading_of(words, self.lang)
        self.part = Part(opened) if opened else self.part
        if line.is_bullet or was_blank or opened:
            self.item += 1
        if length:
            yield self._sentence(line.start, line.start + length, line, is_heading=True)
        yield from self._running(line, line.start + length, line.end)

    def _row(self, line: Line, held: list[tuple[int, int]]) -> Iterator[Sentence]:
        """Yield the sentences of a row, each cell an item of the part its column stands for."""
        for (start, end), column in zip(held, self.columns, strict=True):
            self.part = Part(column) if column else self.part
            self.item += 1
            yield from self._running(line, line.start + start, line.start + end)

    def _running(self, line: Line, start: int, end: int) -> Iterator[Sentence]:
        """Yield the sentences of a line; one that begins `Actions taken:` opens its part within the line."""
        held = self.text[start:end]
        begun = 0
        for behind in sentence_ends(held):
            words = held[begun:behind]
            if words.strip():
                opened, length = heading_of(words.strip(), self.lang) if begun else (None, 0)
                if opened and length < len(words.strip()):
                    self.item, self.part = self.item + 1, Part(opened)
                    begun += len(words) - len(words.lstrip())
                    yield self._sentence(start + begun, start + begun + length, line, is_heading=True)
                    begun += length
                yield self._sentence(start + begun, start + behind, line, is_heading=False)
            begun = behind

    def _sentence(self, start: int, end: int, line: Line, *, is_heading: bool) -> Sentence:
        words = self.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        return Sentence(
            start=start,
            end=end,
            text=self.text[start:end],
            own=self.own[start:end],
            item=self.item,
            is_heading=is_heading,
            is_bullet=line.is_bullet,
            part=self.part,
        )
