"""Broken: a phrase that a narrow screen has cut over two lines, put together again.

"A-to-z Guarantee" above "claim", "亚马逊商城交易保" above "障索赔". Only when the second line is the rest of
the phrase and nothing else; both pasted lines are kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from calculator.paste import words
from calculator.paste.plain import Line

_WIDTH = 40
_GROUPS = ("type", "metric", "claim", "chargeback", "fulfillment")


def mended(lines: Iterable[Line]) -> list[Line]:
    """Return the lines, numbered anew."""
    kept: list[Line] = []
    for line in lines:
        joined = _joined(kept[-1].text, line.text) if kept else ""
        if joined:
            before = kept.pop()
            kept.append(Line(before.number, (*before.raws, *line.raws), joined))
        else:
            kept.append(Line(len(kept), line.raws, line.text))
    return kept


def _joined(first: str, second: str) -> str:
    """Return both lines as one where a phrase runs over the end, empty otherwise."""
    head = second.strip()
    if not first.strip() or not head or len(head) > _WIDTH or "\t" in second:
        return ""
    tail = first[-_WIDTH:]
    space = " " if tail[-1:].isascii() and head[:1].isascii() else ""
    both = f"{tail}{space}{head}"
    for word in words.found(both):
        runs_over = word.start < len(tail) < word.end == len(both)
        if runs_over and any(group in _GROUPS for group, _ in word.senses):
            return f"{first}{space}{head}"
    return ""
