"""Templates: the texts as data, read once a language and taken apart at their blanks.

A text is one run of words, or sections with headings that are also cut into the boxes of a form.
A line that begins with `[?] ` may be left out as a whole: a second measure, a third proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

from calculator.errors import RequestError
from calculator.templates import table
from calculator.templates.blank import Blank, blank
from calculator.templates.table import ENGLISH

BOXES = ("root_cause", "actions_taken", "prevention")
_BLANK = re.compile(r"\[\[([a-z0-9_]+)\]\]")
_OPTIONAL = "[?] "


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of words, or a blank by its name; `line` numbers the line that may be left out."""

    words: str = ""
    blank: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a text: its heading, which a box of a form does not repeat, and its pieces."""

    box: str | None
    heading: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One text in one language.

    Attributes:
        deadline: policy key of the time it has, None where none is published.
        examples: examples that fit this text better than the common ones, by blank.
        is_for_amazon: sent to Amazon, in English unless the seller chooses.
        is_english: English goes out, Chinese is read beside it, unless the seller chooses.
        time: where no deadline is published, which words say until when.
        facts: policy keys it rests on.
        checked_on: when somebody read it against them.
        status: `reviewed` by a second reader, or `draft`.
        see: what to read next: ids of texts, addresses of pages.
    """

    id: str
    lang: str
    title: str
    when: str
    not_when: str
    deadline: str | None
    is_for_amazon: bool
    is_english: bool
    time: str
    sections: tuple[Section, ...]
    examples: Mapping[str, str]
    facts: tuple[str, ...]
    checked_on: date
    status: str
    see: tuple[str, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The whole text, headings and all."""
        return tuple(_joined(chain.from_iterable(_with_heading(one) for one in self.sections)))

    @property
    def boxes(self) -> dict[str, tuple[Piece, ...]]:
        """The pieces of each box of a form that this text fills."""
        found = {box: [one for one in self.sections if one.box == box] for box in BOXES}
        return {box: tuple(_joined(_bare(parts))) for box, parts in found.items() if parts}

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks of the text in reading order, each once."""
        names = dict.fromkeys(piece.blank for piece in self.pieces if piece.blank)
        return tuple(self._with_example(self.blank(name)) for name in names)

    def blank(self, name: str) -> Blank:
        """Return one blank of this text."""
        return blank(name, self.lang, table.folder_of(self.id))

    def _with_example(self, found: Blank) -> Blank:
        example = self.examples.get(found.name)
        return replace(found, example=example) if example else found


@cache
def template(id_: str, lang: str) -> Template:
    """Return one text in one language.

    Raises:
        RequestError: no text has this id.
    """
    folder = table.folder_of(id_)
    if id_ not in table.ids(folder):
        raise RequestError("unknown_template", template=id_, templates=", ".join(table.ids()))
    held = table.held(folder, id_.rpartition("/")[2], lang)
    is_for_amazon = held.get("is_for_amazon", True)
    return Template(
        id=id_,
        lang=lang,
        title=table.words(held["title"], lang),
        when=table.words(held["when"], lang),
        not_when=table.words(held["not_when"], lang),
        deadline=held.get("deadline"),
        is_for_amazon=is_for_amazon,
        is_english=held.get("sent_in", ENGLISH if is_for_amazon else "zh") == ENGLISH,
        time=held.get("time", "none" if is_for_amazon else "own"),
        sections=_sections(_written(held, folder, lang), lang),
        examples={name: table.words(found, lang) for name, found in held.get("examples", {}).items()},
        facts=tuple(held["facts"]),
        checked_on=held["checked_on"],
        status=held["status"],
        see=tuple(held.get("see", ())),
    )


def _written(held: dict[str, Any], folder: str, lang: str) -> list[dict[str, Any]]:
    """Return the sections as they are written: one for a single run, a shared one in its place."""
    if "sections" not in held:
        return [held["text"]]
    return [
        table.held(folder, "sections", lang)[one["shared"]] if "shared" in one else one
        for one in held["sections"]
    ]


def _sections(written: list[dict[str, Any]], lang: str) -> tuple[Section, ...]:
    """Return sections taken apart; lines that may be left out are numbered through the text."""
    found, count = [], 0
    for one in written:
        lines = table.words(one, lang).strip().split("\n")
        pieces = tuple(_pieces(lines, count))
        count += sum(line.startswith(_OPTIONAL) for line in lines)
        heading = table.words(one["heading"], lang) if "heading" in one else ""
        found.append(Section(box=one.get("box"), heading=heading, pieces=pieces))
    return tuple(found)


def _pieces(lines: list[str], count: int) -> Iterator[Piece]:
    """Take lines apart; the line end belongs to the line, so that it goes with one left out."""
    words = ""
    for at, line in enumerate(lines):
        start = "\n" if at else ""
        if line.startswith(_OPTIONAL):
            yield from _cut(words, None)
            yield from _cut(start + line.removeprefix(_OPTIONAL), count)
            words, count = "", count + 1
        else:
            words += start + line
    yield from _cut(words, None)


def _cut(text: str, line: int | None) -> Iterator[Piece]:
    """Take words apart at their blanks; empty words fall away."""
    for at, part in enumerate(_BLANK.split(text)):
        if part:
            yield Piece(blank=part, line=line) if at % 2 else Piece(words=part, line=line)


def _with_heading(one: Section) -> Iterator[tuple[Piece, ...]]:
    """Yield the blocks of a section, the heading first."""
    heading = (Piece(words=one.heading + "\n"),) if one.heading else ()
    yield (*heading, *one.pieces)


def _bare(sections: list[Section]) -> list[tuple[Piece, ...]]:
    return [one.pieces for one in sections]


def _joined(blocks: Any) -> Iterator[Piece]:
    """Put an empty line between blocks, and neighbouring words into one piece."""
    words = ""
    for at, block in enumerate(blocks):
        words += "\n\n" if at else ""
        for piece in block:
            if piece.blank or piece.line is not None:
                yield from (Piece(words=one) for one in (words,) if one)
                words = ""
                yield piece
            else:
                words += piece.words
    yield from (Piece(words=one) for one in (words,) if one)
