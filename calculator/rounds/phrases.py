"""Phrases: where the known words of a reply stand in it, in time linear to its length.

The words are data (`replies/<lang>.toml`), read with the patterns of the causes. A phrase that stands
inside a longer neutral one ("for more information", "once your offers have been reinstated") says
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from calculator import tables
from calculator.causes.patterns import ROOM_CHARACTERS, ROOM_WORDS, Finder, Match, steps_of
from calculator.causes.tokens import Token, tokens

LANGUAGES = ("en", "zh")
GROUPS = ("neutral", "settled", "kind", "cell", "issue", "context", "doubt", "deadline")


class Sign(NamedTuple):
    """A known phrase: its group, its row, and the characters it covers."""

    start: int
    end: int
    group: str
    row: str


def signs(text: str) -> list[Sign]:
    """Return every phrase that says something, in the order of the text."""
    return list(_outer({sign for lang in LANGUAGES for sign in _in(lang, text)}))


def _outer(found: Iterable[Sign]) -> Iterator[Sign]:
    """Yield the signs in order, none that stands inside another of its row."""
    reached: dict[tuple[str, str], int] = {}
    for one in sorted(found, key=lambda one: (one.start, -one.end, one.group, one.row)):
        if one.end > reached.get(one[2:], -1):
            reached[one[2:]] = one.end
            yield one


def rows(lang: str) -> Iterator[tuple[str, str, dict[str, list[str]]]]:
    """Yield group, name and table of every row of a language."""
    table = tables.read("calculator.rounds", f"replies/{lang}")
    for group in GROUPS:
        for name, row in table[group].items():
            yield group, name, row


def _in(lang: str, text: str) -> list[Sign]:
    words = tokens(text, chinese=lang == "zh")
    found = [_sign(match, words) for match in _finder(lang).found(words)]
    neutral = _reach(found)
    return [one for one in found if one.group in ("neutral", "doubt") or not _is_inside(one, neutral)]


def _sign(match: Match, words: list[Token]) -> Sign:
    group, _, row = match.signal.partition(".")
    return Sign(words[match.first].start, words[match.behind - 1].end, group, row)


def _reach(found: list[Sign]) -> dict[int, tuple[int, int]]:
    """Return, for each place a sign starts at, the neutral phrase that reaches farthest past it."""
    reach: dict[int, tuple[int, int]] = {}
    farthest = (0, 0)
    for one in sorted(found, key=lambda one: (one.start, one.group != "neutral")):
        if one.group == "neutral" and one.end > farthest[1]:
            farthest = (one.start, one.end)
        reach[one.start] = farthest
    return reach


def _is_inside(one: Sign, neutral: dict[int, tuple[int, int]]) -> bool:
    start, end = neutral[one.start]
    return start <= one.start and one.end <= end and end - start > one.end - one.start


@cache
def _finder(lang: str) -> Finder:
    table = tables.read("calculator.rounds", f"replies/{lang}")
    finder = Finder(ROOM_CHARACTERS if lang == "zh" else ROOM_WORDS)
    for group, name, row in rows(lang):
        for phrase in row["phrases"]:
            finder.add(steps_of(phrase, table["sets"], chinese=lang == "zh"), f"{group}.{name}")
    return finder
