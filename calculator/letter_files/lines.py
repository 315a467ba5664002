r"""Lines: a letter line by line, each a title, a heading, a paragraph or an item of a list.

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
    """One line: `title`, `heading`, `paragraph`, `item` or `blank`, and its words."""

    kind: str
    text: str


def lines(letter: Mapping[str, Any]) -> list[Line]:
    """Return the lines of a letter's text, in order."""
    return list(_of(letter["text"], _headings(letter)))


def boxes(letter: Mapping[str, Any], titles: Mapping[str, str]) -> list[Line]:
    """Return the three boxes of a form one under the other, each below its title.

    Where every box begins with the line that says it is not ready, that line stands first, once.
    """
    warning = _clean(letter.get("first_line") or "")
    found = [Line("paragraph", warning), Line("blank", "")] if warning else []
    for name in BOXES:
        held = letter.get("boxes", {}).get(name, "").removeprefix(f"{warning}\n\n" if warning else "")
        found += [Line("heading", titles[name]), *_of(held, _headings(letter)), Line("blank", "")]
    return found[:-1]


def _headings(letter: Mapping[str, Any]) -> dict[str, str]:
    """Return the kind of each heading by its words; the title is one."""
    rows = letter.get("blocks") or ()
    return {_clean(one["text"]): one["kind"] for one in rows if one["kind"] in ("title", "heading")}


def _of(words: str, headings: Mapping[str, str]) -> Iterator[Line]:
    for line in _clean(words).rstrip("\n").split("\n"):
        yield Line(_kind(line, headings), line)


def _kind(line: str, headings: Mapping[str, str]) -> str:
    if not line.strip():
        return "blank"
    if line in headings:
        return headings[line]
    return "item" if _ITEM.match(line) else "paragraph"


def _clean(words: str) -> str:
    """Return words without what steers instead of being read, nor what no file may hold."""
    return shown(words).translate(_NO_CHARACTERS)
