"""Templates: the texts as data, read once a language and taken apart at their blanks.

English and Simplified Chinese stand in one file; Traditional Chinese is derived from it, as the
messages are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from calculator import tables
from calculator.errors import RequestError

PACKAGE = "appeal_templates"
ENGLISH = "en"
_FOLDER, _DERIVED = "single_defects", "traditional"
_BLANK = re.compile(r"\[\[([a-z_]+)\]\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """What goes into a blank: its name in the text, where the seller finds it, an invented example.

    `kind` is `past_day`, `day` (which may lie ahead) or `words`.
    """

    name: str
    kind: str
    fact: str | None
    label: str
    where: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of words, or a blank by its name."""

    words: str = ""
    blank: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One text in one language.

    Attributes:
        deadline: policy key of the time it has, None where none is published.
        examples: examples that fit this text better than the common ones, by blank.
        is_for_amazon: sent to Amazon, in English unless the seller chooses; else Chinese first.
    """

    id: str
    lang: str
    title: str
    when: str
    not_when: str
    deadline: str | None
    is_for_amazon: bool
    pieces: tuple[Piece, ...]
    examples: Mapping[str, str]

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks of the text in reading order, each once."""
        names = dict.fromkeys(piece.blank for piece in self.pieces if piece.blank)
        return tuple(self._with_example(blank(name, self.lang)) for name in names)

    def _with_example(self, found: Blank) -> Blank:
        example = self.examples.get(found.name)
        return replace(found, example=example) if example else found


@cache
def templates() -> tuple[str, ...]:
    """Return the ids of all texts in the order in which they are offered."""
    return tuple(tables.read(PACKAGE, f"{_FOLDER}/order")["order"])


@cache
def template(id_: str, lang: str) -> Template:
    """Return one text in one language.

    Raises:
        RequestError: no text has this id.
    """
    if id_ not in templates():
        raise RequestError("unknown_template", template=id_, templates=", ".join(templates()))
    held = _table(id_, lang)
    return Template(
        id=id_,
        lang=lang,
        title=_words(held["title"], lang),
        when=_words(held["when"], lang),
        not_when=_words(held["not_when"], lang),
        deadline=held.get("deadline"),
        is_for_amazon=held.get("is_for_amazon", True),
        pieces=_pieces(_words(held["text"], lang).strip()),
        examples={name: _words(found, lang) for name, found in held.get("examples", {}).items()},
    )


@cache
def blank(name: str, lang: str) -> Blank:
    """Return one blank in one language."""
    held = _table("blanks", lang)[name]
    return Blank(
        name=name,
        kind=held.get("kind", "words"),
        fact=held.get("fact"),
        label=_words(held["label"], lang),
        where=_words(held["where"], lang),
        example=_words(held["example"], lang),
    )


def _table(name: str, lang: str) -> dict[str, Any]:
    folder = f"{_DERIVED}/{_FOLDER}" if lang == "zh-Hant" else _FOLDER
    return tables.read(PACKAGE, f"{folder}/{name}")


def _words(held: dict[str, str], lang: str) -> str:
    """Return the words of a language; the derived files keep Traditional Chinese under zh-Hans."""
    return held[ENGLISH if lang == ENGLISH else "zh-Hans"]


def _pieces(text: str) -> tuple[Piece, ...]:
    """Take a text apart; words and blanks alternate, empty words fall away."""
    parts = _BLANK.split(text)
    pieces = (Piece(blank=part) if at % 2 else Piece(words=part) for at, part in enumerate(parts))
    return tuple(piece for piece in pieces if piece.blank or piece.words)
