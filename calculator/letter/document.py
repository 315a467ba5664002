"""Document: the composed letter and its plain value, `odr-letter/1`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from calculator.letter.model import Entry, Kind

LETTER = "odr-letter/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A composed letter.

    Attributes:
        language: of the text, `en`, `zh-Hans` or `zh-Hant`; `reading_language` that of the readings.
        first_line: the warning of a letter that is not ready, None where it is.
        causes: cause id of each row the sentences name.
        missing, problems: in the reader's language, each with its field.
    """

    ready: bool
    language: str
    reading_language: str
    text: str
    first_line: str | None
    entries: tuple[Entry, ...]
    causes: Mapping[str, str]
    boxes: Mapping[str, str]
    box_lengths: Mapping[str, Any]
    lengths: Mapping[str, Any]
    missing: tuple[Mapping[str, Any], ...]
    problems: tuple[Mapping[str, Any], ...]
    evidence_index: tuple[Mapping[str, Any], ...]
    affected_orders: tuple[Mapping[str, Any], ...]
    figure: Mapping[str, Any] | None

    def value(self) -> dict[str, Any]:
        """Return the contract as a plain value."""
        return {
            "contract": LETTER,
            "ready": self.ready,
            "language": self.language,
            "reading_language": self.reading_language,
            "text": self.text,
            "first_line": self.first_line,
            "boxes": dict(self.boxes),
            "box_lengths": dict(self.box_lengths),
            "lengths": dict(self.lengths),
            "sentences": [sentence_value(one, self.causes, self.reading_language) for one in self.entries],
            "blocks": [_block(one, at) for at, one in enumerate(self.entries)],
            "missing": [dict(one) for one in self.missing],
            "problems": [dict(one) for one in self.problems],
            "evidence_index": [dict(one) for one in self.evidence_index],
            "affected_orders": [dict(one) for one in self.affected_orders],
            "figure": dict(self.figure) if self.figure else None,
        }


def sentence_value(entry: Entry, causes: Mapping[str, str], other: str) -> dict[str, Any]:
    """Return a sentence as a plain value, with its row's cause id and its reading in the other language."""
    held = entry.sentence
    return {
        "text": held.text,
        "from": held.source.value,
        "part": entry.place.value,
        "kind": entry.kind.value,
        "cause": causes.get(held.row),
        "row": held.row or None,
        "frame": held.frame,
        "reading": None if held.reading is None else {other: held.reading},
        "blanks": list(held.blanks),
        "parts": [
            {"text": part.text, "from": part.source.value, "field": part.field or None} for part in held.parts
        ],
    }


def _block(entry: Entry, at: int) -> dict[str, Any]:
    """Return an entry as it is laid out; an item stands behind `- ` in the text."""
    is_title = not at and entry.kind is Kind.HEADING
    return {
        "kind": "title" if is_title else entry.kind.value,
        "text": entry.sentence.text,
        "part": entry.place.value,
        "sentence": at,
    }
