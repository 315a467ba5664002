"""Spelling: a phrase of the words with what is short in it written out, as patterns read it.

A pattern knows no bracket within a bracket and a `?` behind a bracket only. The words are shorter
and easier to read with both.

Worse mistake: a phrase that is read as something else, and catches nothing without a word.
"""

from __future__ import annotations

import re
from functools import cache

_GROUP = re.compile(r"\(((?:[^()]|\([^()]*\)\??)*)\)")
_SHORT = re.compile(r"\(([^()]*)\)(\??)|([^()|> ])\?")
_LETTER = re.compile(r"([^()>~ |])\?")
_LEFT_OVER = re.compile(r"(?<![)>])\?|\([^()]*[(~]|[)][^()]*[)]|\([^)]*$|^[^(]*\)|\|(?![^(]*\))")


@cache
def spelt(phrase: str) -> str:
    """Return the phrase with no bracket within another, and each `?` behind one.

    >>> spelt("give (us|my (old )?shop) 的?品牌")
    'give (us|my old shop|my shop) (的)?品牌'

    Raises:
        ValueError: brackets do not close, or a `?`, `|` or `~` stands where it says nothing.
    """
    found, end = "", 0
    for group in _GROUP.finditer(phrase):
        found += _outside(phrase[end : group.start()], after=end > 0) + _written_out(group[1])
        end = group.end()
    found += _outside(phrase[end:], after=end > 0)
    if _LEFT_OVER.search(found):
        raise ValueError(f"cannot read the phrase {phrase!r}: it comes to {found!r}")
    return found


def _outside(text: str, *, after: bool) -> str:
    """Return what stands between brackets; a `?` right behind one belongs to it."""
    mark = "?" if after and text.startswith("?") else ""
    return mark + _LETTER.sub(r"(\1)?", text[len(mark) :])


def _written_out(inside: str) -> str:
    if _SHORT.search(inside) is None:
        return f"({inside})"
    return "(" + "|".join(one for choice in _choices(inside) for one in _ways(choice)) + ")"


def _choices(inside: str) -> list[str]:
    """Return the choices of a bracket; a `|` of a bracket within it parts nothing."""
    found, depth = [""], 0
    for letter in inside:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return found


def _ways(choice: str) -> list[str]:
    """Return a choice in every way its short forms can be read."""
    short = _SHORT.search(choice)
    if short is None:
        return [choice]
    inner = [short[3], ""] if short[3] else [*short[1].split("|"), *([""] if short[2] else [])]
    return [way for one in inner for way in _ways(choice[: short.start()] + one + choice[short.end() :])]
