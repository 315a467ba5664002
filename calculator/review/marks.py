"""Marks: where the known words of a letter stand, by group, each with whether it is denied.

The words are data (`words/<language>.toml`), read with the patterns of the causes. A group is a noun of
the rules: `process` (steps of a shop), `role`, `apology`, `threat` … A word is denied when a negation
stands before it in the same clause, in Japanese and at the end of German clauses behind it.

Worse mistake: "we never offer gifts" read as an offer of gifts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from calculator import tables
from calculator.causes.patterns import ROOM_CHARACTERS, ROOM_WORDS, Finder, Step, steps_of
from calculator.causes.tokens import tokens
from calculator.review.language import base
from calculator.review.simplified import simplified
from calculator.rounds.spans import Spans

WITHOUT_SPACES = ("zh", "ja")
DENIAL = "denial"
_REACH = {"en": 45, "de": 64, "zh": 14, "ja": 0}
"""Characters a negation reaches forward within its clause."""
_BACK = {"en": 0, "de": 40, "zh": 0, "ja": 32}
"""Characters it reaches back."""

_CONDITION_REACH = 24
_FARTHEST = 96
"""No negation reaches farther than this, its own length included."""
_DENIED_INSIDE = frozenset({"bad_conduct", "threat"})
"""Groups whose phrases have room for a negation that turns them round."""
_NEGATIVE_BY_NATURE = frozenset({"emotion", "promise", "boast", "amazon"})
"""Groups that Japanese says with a negative verb: `絶対に遅れません`."""
_NO_SUCH_THING = re.compile("できま|言い切れ|限りま|わけでは|ものでは|つもりは|とは")
_CUT = re.compile(r"[,，、;；:：]")
_CONDITION = re.compile(
    r"(?:\b(?:if|wenn|falls|sofern)\s(?:you|amazon|sie)(?:\sdo|\sdoes)?\s|(?:如果|若|如|假如)(?:贵方|你们|贵司|贵平台|亚马逊|您|我们的账户)?(?:仍|还)?)$",
    re.IGNORECASE,
)
"""A condition put to Amazon: what it denies is not what the writer threatens."""
WE_GOES_ON = frozenset("们們司店方")
"""Characters that make a `we` of a Chinese `I`."""
_SUBJECT_LENGTH = 12
_SUBJECT = re.compile(
    r"[,，、]\s*(?:(?:we|our|my|i|the|they|it|this|you|your|wir|unser\w*|ich|mein|der|die|das|sie)\b|我|本店|他|他们|当店|弊社)",
    re.IGNORECASE,
)
"""A new subject behind a comma: what was denied before it is denied no longer."""


class Mark(NamedTuple):
    """Known words of a group: their place, the row of the table, whether they are denied."""

    start: int
    end: int
    row: str
    is_denied: bool


class Marks:
    """All marks of one text."""

    def __init__(self, text: str, lang: str) -> None:
        self._text = text
        self._spans = Spans(text)
        self._lang = base(lang)
        found = sorted(_found(text, self._lang))
        denials = [(start, end) for start, end, group, _ in found if group == DENIAL]
        self._groups: dict[str, list[Mark]] = {}
        for start, end, group, row in found:
            if text[start:end] == "我" and text[end : end + 1] in WE_GOES_ON:
                continue
            mark = Mark(start, end, row, self._is_denied(start, end, denials, group))
            held = self._groups.setdefault(group, [])
            if not (held and held[-1].row == row and held[-1].start < start and end <= held[-1].end):
                held.append(mark)

    def of(self, group: str, start: int = 0, end: int | None = None) -> list[Mark]:
        """Return the marks of a group that begin in a span, denied ones too."""
        held = self._groups.get(group, [])
        first = bisect_left(held, (start,))
        behind = len(held) if end is None else bisect_left(held, (end,))
        return held[first:behind]

    def said(self, group: str, start: int = 0, end: int | None = None) -> list[Mark]:
        """Return the marks of a group that are not denied."""
        return [one for one in self.of(group, start, end) if not one.is_denied]

    def has(self, group: str, start: int = 0, end: int | None = None) -> bool:
        """Return whether a span has an undenied mark of a group."""
        return bool(self.said(group, start, end))

    def _is_denied(self, start: int, end: int, denials: list[tuple[int, int]], group: str) -> bool:
        first = bisect_left(denials, (start - _FARTHEST, 0))
        last = bisect_right(denials, (end + _FARTHEST, 0))
        clause = self._spans.clause(start)
        return any(
            self._spans.clause(at) == clause
            and not _CONDITION.search(self._text, max(0, at - _CONDITION_REACH), at)
            and self._reaches(at, behind, start, end, group)
            for at, behind in denials[first:last]
        )

    def _reaches(self, at: int, behind: int, start: int, end: int, group: str) -> bool:
        """Return whether a negation at a place denies a mark: before, behind, for some groups inside."""
        if start <= at and behind <= end:
            return group in _DENIED_INSIDE and start < at
        if self._lang == "ja" and group in _NEGATIVE_BY_NATURE:
            return group == "promise" and _NO_SUCH_THING.search(self._text, end, behind) is not None
        if behind <= start:
            is_near = start - behind <= _REACH[self._lang] and not self._has_new_subject(behind, start)
            return is_near and not (self._lang == "zh" and "，" in self._text[behind:start])
        return 0 <= at - end <= _BACK[self._lang] and not _CUT.search(self._text, end, at)

    def _has_new_subject(self, behind: int, start: int) -> bool:
        """Return whether another subject begins between a negation and a mark, or with the mark itself."""
        found = _SUBJECT.search(self._text, behind, start + _SUBJECT_LENGTH) if behind <= start else None
        return found is not None and found.start() < start


def groups(lang: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield group, row and phrases of every row of a language."""
    table = tables.read("calculator.review", f"words/{lang}")
    for group, rows in table.items():
        if group == "sets":
            continue
        for row, phrases in rows.items():
            yield group, row, phrases


def _found(text: str, lang: str) -> set[tuple[int, int, str, str]]:
    words = tokens(simplified(text) if lang == "zh" else text, chinese=lang == "zh")
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
