"""Dwelt on: which complaint a comment is about, when it holds several.

The whole comment is weighed first. Then each clause alone: the loudest clause of a cause adds to it,
and the first clause that complains adds to what it says, since the first complaint counts where none
is dwelt on more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from calculator.causes.language import Read
from calculator.causes.learned import CAUSES, Told, scores, told_by, weights
from calculator.causes.model import Cause

_ENDS = frozenset(".!?。,;:、…\n")
_SHORTEST = 2
_TENTHS_LOUDEST, _TENTHS_FIRST, _TENTHS_COMPLAINS = 3, 3, -3
_OTHER = CAUSES.index(Cause.OTHER)


class Weighed(NamedTuple):
    """A comment weighed: the score of each cause, its score in its loudest clause, the features."""

    score: list[int]
    loudest: list[int]
    told: list[Told]


def weighed(read: Read) -> Weighed:
    """Return how much speaks for each cause, in the order of the causes."""
    told = told_by(read)
    score = scores(told)
    parts = [scores(told_by(part)) for part in _parts(read)]
    if not parts:
        return Weighed(score, score, told)
    unit = weights().unit
    loudest = [max(part[at] for part in parts) for at in range(len(CAUSES))]
    both = [one + loud * _TENTHS_LOUDEST // 10 for one, loud in zip(score, loudest, strict=True)]
    first = _first(parts, unit)
    if first >= 0:
        both[first] += unit * _TENTHS_FIRST // 10
    return Weighed(both, loudest, told)


def _first(parts: Sequence[Sequence[int]], unit: int) -> int:
    """Return the number of the cause that is complained of first, -1 without a complaint."""
    for part in parts:
        best = max(range(len(part)), key=part.__getitem__)
        if best != _OTHER and part[best] * 10 > unit * _TENTHS_COMPLAINS:
            return best
    return -1


def _parts(read: Read) -> Iterator[Read]:
    """Return every clause as a comment of its own."""
    first = 0
    hits = iter(read.hits)
    waiting = next(hits, None)
    for at in range(len(read.comment) + 1):
        if at < len(read.comment) and read.comment[at].word not in _ENDS:
            continue
        behind = at + 1
        held = []
        while waiting is not None and waiting.first < behind:
            if waiting.behind <= behind:
                held.append(waiting._replace(first=waiting.first - first, behind=waiting.behind - first))
            waiting = next(hits, None)
        if at - first >= _SHORTEST:
            yield Read(read.lang, read.comment[first:behind], held)
        first = behind
