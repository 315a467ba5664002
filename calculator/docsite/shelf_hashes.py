"""Shelf hashes: the runs of words of our unfilled templates, as hashes, for the reviewer.

`python -m calculator.docsite.shelf_hashes` reads `appeal_templates` and writes
`calculator/review/shelf.toml`; a test fails when templates and hashes no longer agree.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from calculator.review.shelf import DIGITS, hashes

TEMPLATES = Path(__file__).parents[2] / "appeal_templates"
SHELF = Path(__file__).parents[1] / "review" / "shelf.toml"
FOLDERS = ("causes", "plans", "traditional/causes", "traditional/plans")
_SLOT = re.compile(r"\[\[\w+\]\]")
_TOLD = frozenset(("en", "zh-Hans", "planned"))
"""Keys whose words stand in a letter; questions, labels and hints do not."""


def written() -> str:
    """Return the text of the file of hashes."""
    found = sorted({one for text in frames() for piece in _SLOT.split(text) for one in hashes(piece)})
    held = "".join(f"{one:0{DIGITS}x}" for one in found)
    return (
        "# Hashes of runs of words of our unfilled templates; "
        "written by `python -m calculator.docsite.shelf_hashes`.\n"
        f'hashes = "{held}"\n'
    )


def frames() -> Iterator[str]:
    """Yield the sentences with slots of every template, in each language."""
    for folder in FOLDERS:
        for path in sorted((TEMPLATES / folder).rglob("*.toml")):
            yield from _frames(tomllib.loads(path.read_text(encoding="utf-8")))


def _frames(value: Any) -> Iterator[str]:
    """Yield the texts of a table that stand under a language and have a slot."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key in _TOLD and isinstance(one, str):
                if _SLOT.search(one):
                    yield one
            else:
                yield from _frames(one)
    elif isinstance(value, list):
        for one in value:
            yield from _frames(one)


if __name__ == "__main__":
    SHELF.write_text(written(), encoding="utf-8")
