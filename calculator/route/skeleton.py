r"""Skeleton: a text stripped to what survives a copy, a line break and a phone's reading.

Blanks, case, kinds of hyphens, quotes and commas go; characters a phone mixes up become one
(`0` and `o`, `1`, `l` and `i`, `rn` and `m`); Traditional characters become Simplified ones. A full
stop stands for the end of a sentence. Each character knows where it came from.

>>> skeleton("Order De-\nfect Rate. 订 单 缺 陷 率").text
'orderdefectrate.订单缺陷率.'
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from calculator import tables

_ENDS = frozenset(".!?。！？；;．")
_ALIKE = {"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "m": "rn", "w": "vv"}
_PARAGRAPH = re.compile(r"\n[ \t\u3000]*\n")
_POINT = re.compile(r"[-•*·●▪◦–—]|\d{1,2}[.)、]")
_HEADER = re.compile(
    r"(subject|date|sent|from|to|cc|re|reply-to|主题|主旨|主題|日期|发件人|寄件者|收件人|发送时间|时间)\s{0,3}[:：]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A folded text; `places[n]` is where its n-th character stands in `source`."""

    source: str
    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a piece of the folded text stands in the source."""
        return self.places[start], self.places[end - 1] + 1


def skeleton(source: str) -> Skeleton:
    """Return a text folded for matching."""
    ends = _line_ends(source)
    parts: list[str] = []
    places: list[int] = []
    for place, character in enumerate(source):
        kept = _folded(character) or ("." if place in ends or _is_end(source, place) else "")
        if kept and not (kept == "." and (not parts or parts[-1] == ".")):
            parts.extend(kept)
            places.extend([place] * len(kept))
    if parts and parts[-1] != ".":
        parts.append(".")
        places.append(len(source) - 1)
    return Skeleton(source, "".join(parts), tuple(places))


def plain(words: str) -> str:
    """Return words of a pattern folded as a text is."""
    return "".join(_folded(character) for character in words)


@cache
def _folded(character: str) -> str:
    """Return a letter or digit in its one form, "" for everything else."""
    kept = unicodedata.normalize("NFKC", character).lower()
    simple = "".join(_simplified().get(one, one) for one in kept)
    return "".join(_ALIKE.get(one, one) for one in simple if one.isalnum() or one == "|")


@cache
def _simplified() -> dict[str, str]:
    pairs = tables.read("calculator.route", "characters")["traditional"]
    return {pair[0]: pair[1] for pair in pairs.split()}


def _is_end(source: str, place: int) -> bool:
    """Return whether a sentence ends here; a point inside a number, a word or an address does not."""
    if source[place] not in _ENDS:
        return False
    after = source[place + 1 : place + 2]
    return source[place] != "." or not after.isalnum() or ord(after) > 0x2E80


def _line_ends(source: str) -> set[int]:
    """Return line breaks that end a sentence: before a blank line or a point of a list, after a header."""
    ends = {match.start() for match in _PARAGRAPH.finditer(source)}
    start = 0
    for line in source.splitlines(keepends=True):
        stripped = line.strip()
        if start and _POINT.match(stripped):
            ends.add(start - 1)
        if _HEADER.match(stripped):
            ends.update({start - 1, start + len(line) - 1} if start else {start + len(line) - 1})
        start += len(line)
    return ends
