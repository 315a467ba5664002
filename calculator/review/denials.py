"""Denials: whether known words are denied by a negation in their own clause.

A negation reaches forward over a few words; in Japanese, and at the end of German clauses, backward.

Worse mistake: "we never offer gifts" read as an offer of gifts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from calculator.rounds.spans import Spans

_REACH = {"en": 45, "de": 64, "zh": 14, "ja": 0}
"""Characters a negation reaches forward within its clause."""
_BACK = {"en": 0, "de": 40, "zh": 0, "ja": 32}
"""Characters it reaches back."""
_CONDITION_REACH = 24
_FARTHEST = 96
"""No negation reaches farther than this, its own length included."""
_DENIED_INSIDE = frozenset({"bad_conduct", "threat"})
"""Groups whose phrases have room for a negation that turns them round."""
_NEGATIVE_BY_NATURE = frozenset({"emotion", "promise", "boast", "amazon", "symptom"})
"""Groups that Japanese says with a negative verb: `絶対に遅れません`."""
_NO_SUCH_THING = re.compile("できま|言い切れ|限りま|わけでは|ものでは|つもりは|とは")
_DEED = re.compile(r"[^、。]{0,6}たこと[もは]")
"""A Japanese deed whose denial stands behind the next one: `お願いしたことも、…したこともない`."""
_CUT = re.compile(r"[,，、;；:：]")
_CONDITION = re.compile(
    r"(?:\b(?:if|wenn|falls|sofern)\s(?:you|amazon|sie)(?:\sdo|\sdoes)?\s|\b(?:should|sollten?)\s(?:\S{1,16}\s){1,4}|(?:如果|若|如|假如)(?:贵方|你们|贵司|贵平台|亚马逊|您|我们的账户)?(?:仍|还)?)$",
    re.IGNORECASE,
)
"""A condition put to Amazon: what it denies is not what the writer threatens."""
_SUBJECT_LENGTH = 12
_SUBJECT = re.compile(
    r"[,，、]\s*(?:(?:we|our|my|i|the|they|it|this|you|your|wir|unser\w*|ich|mein|der|die|das|sie)\b|我|本店|他|他们|当店|弊社)",
    re.IGNORECASE,
)
"""A new subject behind a comma: what was denied before it is denied no longer."""


class Denials:
    """The negations of one text, each with the clause it stands in."""

    def __init__(self, text: str, lang: str, found: list[tuple[int, int]]) -> None:
        self._text = text
        self._lang = lang
        self._spans = Spans(text)
        self._held = [one for one in found if not self._is_condition(one[0])]
        self._clauses = [self._spans.clause(at) for at, _ in self._held]
        longest = max((behind - at for at, behind in self._held), default=0)
        self._before = min(_FARTHEST, _REACH[lang] + longest)

    def _is_condition(self, at: int) -> bool:
        return _CONDITION.search(self._text, max(0, at - _CONDITION_REACH), at) is not None

    def deny(self, start: int, end: int, group: str) -> bool:
        """Return whether known words of a group are denied."""
        is_far = self._lang == "ja" and group in _NEGATIVE_BY_NATURE
        before, back = (_FARTHEST, _FARTHEST) if is_far else (self._before, _BACK[self._lang] + 1)
        first = bisect_left(self._held, (start - before, 0))
        last = bisect_right(self._held, (end + back, 0))
        if first == last:
            return False
        clause = self._spans.clause(start)
        return any(
            self._clauses[number] == clause and self._reaches(*self._held[number], start, end, group)
            for number in range(first, last)
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
        is_told_of_deeds = self._lang == "ja" and _DEED.match(self._text, end) is not None
        return 0 <= at - end <= _BACK[self._lang] and (
            is_told_of_deeds or not _CUT.search(self._text, end, at)
        )

    def _has_new_subject(self, behind: int, start: int) -> bool:
        """Return whether another subject begins between a negation and a mark, or with the mark itself."""
        found = _SUBJECT.search(self._text, behind, start + _SUBJECT_LENGTH) if behind <= start else None
        return found is not None and found.start() < start
