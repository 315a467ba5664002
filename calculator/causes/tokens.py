"""Tokens: a comment cut into words, Chinese and Japanese into characters, each with its place.

Case, width, accents and Traditional characters are folded one character to one, so that a place
in the folded text is the same place in the comment.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from calculator import tables

_EAST = "\u3040-\u30ff\u3400-\u9fff\u3005"
_TOKEN = re.compile(rf"[{_EAST}]|(?:(?![{_EAST}])[^\W\d_])+'?|\d+|\n|\S")
_PLAIN = {"\u2019": "'", "\u2018": "'", "\u00b4": "'", "`": "'"}


class Token(NamedTuple):
    """One word, character, number or mark."""

    word: str
    start: int
    end: int


def tokens(text: str, *, chinese: bool = False) -> list[Token]:
    """Return the tokens of a text in order.

    >>> [one.word for one in tokens("Didn’t come")]
    ["didn'", 't', 'come']
    """
    folded = text.translate(_FOLD)
    if chinese:
        folded = folded.translate(_simplified())
    return [Token(one[0], *one.span()) for one in _TOKEN.finditer(folded)]


class _Fold(dict[int, str]):
    """Characters folded when first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        return folded


def _folded(char: str) -> str:
    """Return the one character that stands for this one in patterns."""
    plain = _PLAIN.get(char) or unicodedata.normalize("NFKC", char)
    plain = plain if len(plain) == 1 else char
    bare = unicodedata.normalize("NFD", plain)[0]
    lower = (bare if bare.isascii() else plain).lower()
    return lower if len(lower) == 1 else plain


_FOLD = _Fold()


@cache
def _simplified() -> dict[int, str]:
    held = tables.read("calculator.causes", "signals/traditional")
    return dict(zip(map(ord, held["traditional"]), held["simplified"], strict=True))
