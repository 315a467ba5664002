"""Marks: where the known words of a letter stand, by group, each with whether it is denied.

The words are data (`words/<language>.toml`), read with the patterns of the causes. A group is a noun of
the rules: `process` (steps of a shop), `role`, `apology`, `threat` …
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from calculator import tables
from calculator.causes.patterns import ROOM_CHARACTERS, ROOM_WORDS, Finder, Step, steps_of
from calculator.causes.tokens import tokens
from calculator.review.denials import Denials
from calculator.review.language import base
from calculator.review.simplified import simplified
from calculator.review.spelling import spelt

_OF_NUMBER = re.compile(
    r"(?<=\d)[.,](?=\d)|(?<=\.\d)\.|(?<=\.\d\d)\."
    r"|(?<=\d)\.(?=\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
)
"""Points of a number or a day, over which room for a few words reaches."""
WITHOUT_SPACES = ("zh", "ja")
DENIAL = "denial"
WE_GOES_ON = frozenset("们們司店方")
"""Characters that make a `we` of a Chinese `I`."""


class Mark(NamedTuple):
    """Known words of a group: their place, the row of the table, whether they are denied."""

    start: int
    end: int
    row: str
    is_denied: bool


class Marks:
    """All marks of one text."""

    def __init__(self, text: str, lang: str) -> None:
        found = sorted(_found(text, base(lang)))
        denials = Denials(text, base(lang), [(one[0], one[1]) for one in found if one[2] == DENIAL])
        self._groups: dict[str, list[Mark]] = {}
        for start, end, group, row in found:
            if text[start:end] == "我" and text[end : end + 1] in WE_GOES_ON:
                continue
            mark = Mark(start, end, row, denials.deny(start, end, group))
            held = self._groups.setdefault(group, [])
            if not (held and held[-1].row == row and held[-1].start < start and end <= held[-1].end):
                held.append(mark)
        self._said = {
            group: [one for one in held if not one.is_denied] for group, held in self._groups.items()
        }

    def of(self, group: str, start: int = 0, end: int | None = None) -> list[Mark]:
        """Return the marks of a group that begin in a span, denied ones too."""
        return _between(self._groups.get(group, []), start, end)

    def said(self, group: str, start: int = 0, end: int | None = None) -> list[Mark]:
        """Return the marks of a group that are not denied."""
        return _between(self._said.get(group, []), start, end)

    def has(self, group: str, start: int = 0, end: int | None = None) -> bool:
        """Return whether a span has an undenied mark of a group."""
        held = self._said.get(group)
        if not held:
            return False
        first = bisect_left(held, (start,))
        return first < len(held) and (end is None or held[first].start < end)


def _between(marks: list[Mark], start: int, end: int | None) -> list[Mark]:
    """Return the marks that begin in a span."""
    if not marks:
        return []
    first = bisect_left(marks, (start,))
    return marks[first : len(marks) if end is None else bisect_left(marks, (end,))]


def groups(lang: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield group, row and phrases of every row of a language, each phrase written out."""
    table = tables.read("calculator.review", f"words/{lang}")
    for group, rows in table.items():
        if group == "sets":
            continue
        for row, phrases in rows.items():
            yield group, row, list(map(spelt, phrases))


def _found(text: str, lang: str) -> set[tuple[int, int, str, str]]:
    plain = _OF_NUMBER.sub(" ", simplified(text) if lang == "zh" else text)
    words = tokens(plain, chinese=lang == "zh")
    found = set()
    for match in _finder(lang).found(words):
        group, _, row = match.signal.partition(".")
        found.add((words[match.first].start, words[match.behind - 1].end, group, row))
    return found


@cache
def _finder(lang: str) -> Finder:
    sets = tables.read("calculator.review", f"words/{lang}").get("sets", {})
    finder = Finder(ROOM_CHARACTERS if lang in WITHOUT_SPACES else ROOM_WORDS)
    for group, row, phrases in groups(lang):
        for phrase in phrases:
            _add(finder, steps_of(phrase, sets, chinese=lang == "zh"), f"{group}.{row}")
    return finder


def _add(finder: Finder, steps: tuple[Step, ...], signal: str) -> None:
    """Take in a phrase, and once more without a first part that may be left out."""
    finder.add(steps, signal)
    if () in steps[0].choices and len(steps) > 1:
        _add(finder, steps[1:], signal)
