"""Letter model: the composed letter and its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LETTER = "odr-letter/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of a sentence: its words, where they come from, and the field they answer.

    Attributes:
        source: `seller`, `assessment` or `template`.
        field: path into the case; empty for words of a template.
    """

    text: str
    source: str
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the letter.

    Attributes:
        part: `opening`, `root_cause`, `actions_taken`, `prevention`, `evidence`, `orders` or `closing`.
        row: id of the cause row, or empty.
        frame: id of its frame.
        reading: the same in the other language, None where the seller gave no reading of own words.
        blanks: fields that are still open.
    """

    parts: tuple[Part, ...]
    part: str
    row: str
    frame: str
    reading: str | None
    blanks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the words of the sentence."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A composed letter; `value()` is `odr-letter/1`."""

    ready: bool
    text: str
    language: str
    boxes: Mapping[str, str] = field(default_factory=dict)
    sentences: tuple[Sentence, ...] = ()
    missing: tuple[Mapping[str, Any], ...] = ()
    evidence_index: tuple[Mapping[str, Any], ...] = ()
    affected_orders: tuple[Mapping[str, Any], ...] = ()
    problems: tuple[Mapping[str, Any], ...] = ()

    def value(self) -> dict[str, Any]:
        """Return the plain value of the letter."""
        return {"contract": LETTER, "ready": self.ready, "text": self.text}
