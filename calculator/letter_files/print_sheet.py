"""Print sheet: the letter and its list of attachments as plain blocks; the page makes a sheet of them.

The contract is `odr-print/1`: `blocks` of `kind` (`heading`, `paragraph`, `list`) with `text` or
`items`. No order id is whole here but those in the letter's own sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from calculator.letter_files.enclosures import evidence_lines
from calculator.letter_files.lines import Line, lines
from calculator.messages import text

PRINT = "odr-print/1"


def sheet(letter: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return what is printed; `lang` is the reader's, for the line that says what the sheet is."""
    language = str(letter.get("language") or "en")
    found = list(lines(letter))
    if letter.get("evidence_index"):
        found += evidence_lines(letter, language)
    return {
        "contract": PRINT,
        "language": language,
        "title": text(lang, "letter_files.title"),
        "ready": bool(letter.get("ready")),
        "blocks": blocks(found),
    }


def blocks(found: Iterable[Line]) -> list[dict[str, Any]]:
    """Return lines as blocks; items in a row are one list."""
    made: list[dict[str, Any]] = []
    last = "blank"
    for line in found:
        if line.kind == "item" and last == "item":
            made[-1]["items"].append(line.text)
        elif line.kind == "item":
            made.append({"kind": "list", "items": [line.text]})
        elif line.kind != "blank":
            made.append({"kind": line.kind, "text": line.text})
        last = line.kind
    return made
