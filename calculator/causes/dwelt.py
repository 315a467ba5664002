"""Dwelt on: which complaint a comment is about, when it holds several.

The whole comment is weighed first. Then each clause alone: the loudest clause of a cause adds to it,
and the first clause that complains adds to what it says, since the first complaint counts where none
is dwelt on more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from calculator.causes.features import Seen, grams
from calculator.causes.language import Read
from calculator.causes.learned import CAUSES, Told, scores, told_by, weights
from calculator.causes.model import Cause
from calculator.causes.signals import WITHOUT_SPACES

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
    known = weights()
    found = [one for one in grams(read.comment, east=read.lang in WITHOUT_SPACES) if one.name in known.rare]
    told = told_by(found, read)
    score = scores(told)
    parts = [scores(told_by(own, part)) for own, part in _parts(found, read)]
    if not parts:
        return Weighed(score, score, told)
    loudest = [max(part[at] for part in parts) for at in range(len(CAUSES))]
    both = [one + loud * _TENTHS_LOUDEST // 10 for one, loud in zip(score, loudest, strict=True)]
    first = _first(parts, known.unit)
    if first >= 0:
        both[first] += known.unit * _TENTHS_FIRST // 10
    return Weighed(both, loudest, told)


def _first(parts: Sequence[Sequence[int]], unit: int) -> int:
    """Return the number of the cause that is complained of first, -1 without a complaint."""
    for part in parts:
        best = max(range(len(part)), key=part.__getitem__)
        if best != _OTHER and part[best] * 10 > unit * _TENTHS_COMPLAINS:
            return best
    return -1


def _parts(found: Sequence[Seen], read: Read) -> Iterator[tuple[list[Seen], Read]]:
    """Return every clause as a comment of its own, with its grams."""
    number, firsts = _clauses(read)
    own = _shared_out(found, number, len(firsts))
    hits = iter(read.hits)
    waiting = next(hits, None)
    for clause, (first, behind) in enumerate(pairwise([*firsts, len(number)])):
        held = []
        while waiting is not None and waiting.first < behind:
            if waiting.behind <= behind:
                held.append(waiting._replace(first=waiting.first - first, behind=waiting.behind - first))
            waiting = next(hits, None)
        if behind - first > _SHORTEST:
            yield own[clause], Read(read.lang, read.comment[first:behind], held)


def _clauses(read: Read) -> tuple[list[int], list[int]]:
    """Return the number of the clause each token stands in, and each clause's first token."""
    number, firsts, ended = [], [], True
    for at, token in enumerate(read.comment):
        if ended:
            firsts.append(at)
        number.append(len(firsts) - 1)
        ended = token.word in _ENDS
    return number, firsts


def _shared_out(found: Sequence[Seen], number: Sequence[int], many: int) -> list[list[Seen]]:
    """Return the grams of each clause."""
    own: list[list[Seen]] = [[] for _ in range(many)]
    for one in found:
        places: dict[int, list[tuple[int, int]]] = {}
        for place in one.places:
            clause = number[place[0]]
            if clause == number[place[1] - 1]:
                places.setdefault(clause, []).append(place)
        for clause, kept in places.items():
            own[clause].append(Seen(one.name, kept))
    return own
