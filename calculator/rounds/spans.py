"""Spans: a reply cut into sentences, clauses and pieces of a list, and what in it Amazon did not write.

A mail thread often holds the seller's own letter below the reply; quoted lines and all that follows a
forwarded header are blanked out, so that every place stays the same place in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

_SENTENCE = re.compile(r"[.!?](?=\s|$)|[;。！？；\n]")
_CONTRAST = re.compile(r"\b(?:but|however|although|though|yet|except)\b|但是?|不过|然而|可是", re.IGNORECASE)
_PIECE = re.compile(r"[,:、，：]|\b(?:and|or|as well as)\b|以及|和|及|与|并且|并", re.IGNORECASE)
_QUOTED = re.compile(r"^[ \t]*[>＞].*$", re.MULTILINE)
_BELOW = re.compile(
    r"^[ \t]*(?:-{2,}[ \t]*(?:original message|forwarded message|原始邮件|转发邮件|转发的邮件)"
    r"|(?:on\b|在)[^\n]{0,200}(?:wrote|写道)[:：]|[_＿]{10,})",
    re.IGNORECASE | re.MULTILINE,
)
_SPACE = re.compile(r"[^\n]")


def own_words(text: str) -> str:
    r"""Return the text with everything quoted below or inside it blanked, each place kept.

    >>> own_words("Yes.\n> our plan")
    'Yes.\n          '
    """
    below = _BELOW.search(text)
    if below:
        text = text[: below.start()] + _SPACE.sub(" ", text[below.start() :])
    return _QUOTED.sub(lambda line: " " * len(line[0]), text)


class Spans:
    """The cuts of one text; each method numbers the part that a place stands in."""

    def __init__(self, text: str) -> None:
        sentences = [cut.end() for cut in _SENTENCE.finditer(text)]
        clauses = sorted([*sentences, *(cut.start() for cut in _CONTRAST.finditer(text))])
        self._text = text
        self._sentences = sentences
        self._clauses = clauses
        self._pieces = sorted([*clauses, *(cut.end() for cut in _PIECE.finditer(text))])

    def sentence(self, place: int) -> int:
        """Return the number of the sentence or line."""
        return bisect_right(self._sentences, place)

    def clause(self, place: int) -> int:
        """Return the number of the clause: a sentence, cut at words such as `but`."""
        return bisect_right(self._clauses, place)

    def piece(self, place: int) -> int:
        """Return the number of the piece of a list."""
        return bisect_right(self._pieces, place)

    def texts(self) -> list[tuple[int, str]]:
        """Return every sentence that is not empty with the place of its first letter."""
        return list(_filled(self._text, self._sentences))


def _filled(text: str, cuts: Sequence[int]) -> list[tuple[int, str]]:
    found = []
    for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
        words = text[start:end]
        if words.strip():
            found.append((start + len(words) - len(words.lstrip()), words.strip()))
    return found
