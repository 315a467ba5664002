"""Lines: a letter cut into lines without their bullets, and lines into sentences.

Worse mistake: a sentence that ends at `e.g.`, and half a deed that is judged as a whole one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_OF_SENTENCE = 2_000
"""Characters that are read as one sentence; F2 tells of one far shorter than this."""
_LINE = re.compile(r"[^\n]*\n?")
_BULLET = re.compile(
    r"\s*(?:[-*•·・‧▪■◆◇●○※→✓✔．–—]|\(?\d{1,2}[.)、．]|\(?[a-h][.)]|[（(]\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,2}[、.．])\s*"
)
_STOP = re.compile(r"(?<![.!?])[.!?]++[\"'”’)\]]*+(?=\s|$)|[。！？]+[”」』）]*|\n")
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|approx|nos?|inc|ltd|etc|vs|z\.\s?b|d\.\s?h|ca|bzw|nr|usw|mr|mrs|dr|st|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez)|\b\d{1,2}|\b[A-Za-z])\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a letter, without its bullet."""

    start: int
    end: int
    is_bullet: bool
    is_blank: bool


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of a text, their places without bullet and outer blanks."""
    for found in _LINE.finditer(text):
        if found.start() == found.end():
            continue
        bullet = _BULLET.match(found[0])
        words = found[0][bullet.end() :] if bullet else found[0]
        start = found.start() + (bullet.end() if bullet else 0) + len(words) - len(words.lstrip())
        end = found.start() + len(found[0].rstrip())
        yield Line(min(start, end), end, bullet is not None, end <= start)


def sentence_ends(text: str) -> Iterator[int]:
    """Yield the places behind the sentences of one line; what goes on too long is cut at a blank."""
    begun = 0
    for end in (*_stops(text), len(text)):
        while end - begun > MOST_OF_SENTENCE:
            blank = text.rfind(" ", begun + 1, begun + MOST_OF_SENTENCE)
            begun = blank + 1 if blank > 0 else begun + MOST_OF_SENTENCE
            yield begun
        begun = end
        yield end


def _stops(text: str) -> Iterator[int]:
    """Yield the places behind the stops; one of an abbreviation or a number ends no sentence."""
    for stop in _STOP.finditer(text):
        if (
            stop[0].startswith(".")
            and len(stop[0].rstrip("\"'”’)]")) == 1
            and _ABBREVIATED.search(text, max(0, stop.start() - 12), stop.start() + 1)
        ):
            continue
        yield stop.end()
