r"""Lines: a letter line by line, each a heading, a paragraph or an item of a list.

An item keeps its mark as text. A list numbered by the word processor would lose its numbers on the
way into Amazon's form.

>>> [(line.kind, line.text) for line in lines({"text": "Plan\n\n- 31 offers closed"})]
[('paragraph', 'Plan'), ('blank', ''), ('item', '- 31 offers closed')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from calculator.take_along.untrusted import shown

BOXES = ("root_cause", "actions_taken", "prevention")
_ITEM = re.compile(r"(?:[-•–*]|\d{1,3}[.)]) ")
_NO_CHARACTERS = str.maketrans(dict.fromkeys("\ufffe\uffff", "\ufffd"))


class Line(NamedTuple):
    """One line: `heading`, `paragraph`, `item` or `blank`, and its words."""

    kind: str
    text: str


def lines(letter: Mapping[str, Any]) -> list[Line]:
    """Return the lines of a letter's text, in order."""
    headings = {_clean(one["text"]) for one in letter.get("sentences") or () if one.get("kind") == "heading"}
    return list(_of(letter["text"], headings))


def boxes(letter: Mapping[str, Any], titles: Mapping[str, str]) -> list[Line]:
    """Return the three boxes of a form one under the other, each below its title."""
    found = [Line("paragraph", letter["first_line"]), Line("blank", "")] if letter.get("first_line") else []
    for name in BOXES:
        held = letter.get("boxes", {}).get(name, "")
        found += [Line("heading", titles[name]), *_of(held, set()), Line("blank", "")]
    return found[:-1]


def text(found: list[Line]) -> str:
    """Return lines as one text."""
    return "\n".join(line.text for line in found)


def _of(words: str, headings: set[str]) -> Iterator[Line]:
    for line in _clean(words).split("\n"):
        yield Line(_kind(line, headings), line)


def _kind(line: str, headings: set[str]) -> str:
    if not line.strip():
        return "blank"
    if line in headings:
        return "heading"
    return "item" if _ITEM.match(line) else "paragraph"


def _clean(words: str) -> str:
    """Return words without what steers instead of being read, nor what no file may hold."""
    return shown(words).translate(_NO_CHARACTERS)
