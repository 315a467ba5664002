"""Stars: a rating as digits, as a row of stars, or in words.

`★★☆☆☆`, `⭐⭐`, `2 out of 5`, `2 stars`, `2.0`, `2星`, `两星`. A bare digit is a rating only where
the page has a place for one; `row_stars` decides that.

>>> [(found.stars, found.is_certain) for found in found("★★☆☆☆ and 2 out of 5 stars")]
[(2, True), (2, True)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MOST = 5
_ROW = re.compile(r"(?P<full>[★⭐🌟](?:[\ufe0f ]?[★⭐🌟])*)?\s?(?P<empty>[☆✩✰](?: ?[☆✩✰])*)?")
_OUT_OF = re.compile(
    r"(?<![\w.])(?P<a>[1-5])(?:\.0)?\s{0,2}(?:out of|/)\s{0,2}5(?:\.0)?"
    r"(?:\s{0,2}(?:stars?|星))?(?![\d/.]|\s?[A-Za-z])"
    r"|(?<![\w.])(?P<e>[1-5])(?:\.0)? of 5 stars?"
    r"|(?<![\w.])(?P<b>[1-5])(?:\.0)?[\s-]{0,2}(?:stars?(?![a-z])|[颗顆]?\s?星(?!期)(?:\s?[(]?\s?共\s?5\s?星\)?)?)"
    r"|(?:stars?|星级|評級|评级)\s?:\s?(?P<c>[1-5])(?![\w./])"
    r"|(?P<d>[一二两兩三四五])\s?[颗顆]?\s?星(?!期)",
    re.IGNORECASE,
)
_CHINESE = {"一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5}


@dataclass(frozen=True, slots=True)
class Stars:
    """A rating as it stands in a line."""

    start: int
    end: int
    stars: int
    is_certain: bool


def found(text: str) -> Iterator[Stars]:
    """Return the ratings of a line."""
    if any(c in "★⭐🌟☆✩✰" for c in text):
        yield from (_of_row(match) for match in _ROW.finditer(text) if match[0].strip())
    for match in _OUT_OF.finditer(text):
        word = next(group for group in match.groups() if group)
        yield Stars(*match.span(), _CHINESE.get(word) or int(word), is_certain=True)


def _of_row(match: re.Match[str]) -> Stars:
    """Return a row of stars; five in all, or full ones alone, are certain."""
    full = sum(c in "★⭐🌟" for c in match["full"] or "")
    empty = sum(c in "☆✩✰" for c in match["empty"] or "")
    is_certain = 1 <= full <= _MOST and (full + empty == _MOST or not empty)
    return Stars(*match.span(), full, is_certain)
