"""Parts: which of the three parts a heading opens, on a line of its own or before the words it heads."""

from __future__ import annotations

import re
from functools import cache

from calculator import tables
from calculator.review.language import base

_MARKS = re.compile(
    r"^[\s#*_=\-–—(（【\[<《]*(?:(?:part|section|step|teil|abschnitt)\s+)?"
    r"(?:(?:\d{1,2}|[ivx]{1,4}|[a-d]|[一二三四五六]|[①-⑨])[.)）、．:：\s]+)?|[\s#*_:：=\-–—)）】\]>》]+$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[。！；;]\s*$|^(?:\S+\s+){6,}\S+[.!]\s*$")
"""A line that ends as a sentence does, of more than some words: no heading."""
_INLINE = re.compile(r"^([^:：\n]{2,80})[:：]\s*\S")
MOST_CHARACTERS = 400
"""Characters of a line that can be a heading, its marks and blanks included."""
MOST_OF_HEADING = 14
"""Words of a heading at most; in a language without spaces three characters stand for a word."""


def heading_of(line: str, lang: str) -> tuple[str | None, int]:
    """Return the part a line opens and how many of its characters are the heading.

    The part is None for a line that opens none; a whole heading has the length of its line.

    >>> heading_of("Root cause: parcels were late", "en"), heading_of("3. 预防措施", "zh-Hans")
    (('root_cause', 11), ('prevention', 7))
    """
    inline = _INLINE.match(line)
    if inline and (part := _part(inline[1], lang)):
        return part, inline.end(1) + 1
    part = None if len(line) > MOST_CHARACTERS or _SENTENCE.search(line) else _part(line, lang)
    return part, len(line) if part else 0


def _part(words: str, lang: str) -> str | None:
    plain = _MARKS.sub("", words.strip()).strip().lower()
    if not plain or _length(plain) > MOST_OF_HEADING:
        return None
    for part, known in _headings(base(lang)):
        if known.search(plain):
            return part
    return None


def _length(words: str) -> int:
    return len(words.split()) if words.isascii() or " " in words else -(-len(words) // 3)


@cache
def _headings(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = tables.read("calculator.review", "headings")[lang]
    return tuple((part, re.compile("|".join(words))) for part, words in table.items())
