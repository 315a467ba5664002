"""Evidence: the words of a comment that spoke most for a cause.

What each feature adds is shared among the words it was seen in; runs of words that spoke for the
cause are shown, the strongest first.
"""

from __future__ import annotations

from collections.abc import Sequence

from calculator.causes.learned import CAUSES, Told
from calculator.causes.model import Cause, Evidence
from calculator.causes.tokens import Token

SIGNAL = "learned"
_MOST_RUNS, _MOST_WORDS, _MOST_CHARACTERS = 2, 6, 14


def evidence_of(
    comment: str, words: Sequence[Token], told: Sequence[Told], cause: Cause, *, east: bool
) -> list[Evidence]:
    """Return up to two runs of words for a cause, in the order of the comment."""
    spoke = _spoke(told, cause, len(words))
    runs: list[tuple[int, int]] = []
    free = [is_word(one.word) for one in words]
    for _ in range(_MOST_RUNS):
        best = max((at for at in range(len(words)) if free[at]), key=lambda at: spoke[at], default=-1)
        if best < 0 or spoke[best] <= 0 or (runs and spoke[best] * 2 < max(spoke)):
            break
        first, behind = _run(spoke, free, best, _MOST_CHARACTERS if east else _MOST_WORDS)
        runs.append((first, behind))
        free[first:behind] = [False] * (behind - first)
    return [_shown(comment, words, first, behind, cause) for first, behind in sorted(runs)]


def is_word(word: str) -> bool:
    """Return whether a token is more than a mark."""
    return word[0].isalnum() or not word.isascii()


def _spoke(told: Sequence[Told], cause: Cause, many: int) -> list[int]:
    number = CAUSES.index(cause)
    spoke = [0] * many
    for one in told:
        added = one.adds(number) if one.places else 0
        if not added:
            continue
        part = added // len(one.places)
        for first, behind in one.places:
            for at in range(first, behind):
                spoke[at] += part // (behind - first)
    return spoke


def _run(spoke: Sequence[int], free: Sequence[bool], best: int, most: int) -> tuple[int, int]:
    """Return the words around the strongest that spoke too, at least a fifth as much."""
    least = max(spoke[best] // 5, 1)
    first, behind = best, best + 1
    while behind - first < most:
        before = spoke[first - 1] if first and free[first - 1] else 0
        after = spoke[behind] if behind < len(spoke) and free[behind] else 0
        if max(before, after) < least:
            break
        if after >= before:
            behind += 1
        else:
            first -= 1
    return first, behind


def _shown(comment: str, words: Sequence[Token], first: int, behind: int, cause: Cause) -> Evidence:
    start, end = words[first].start, words[behind - 1].end
    return Evidence(start=start, end=end, text=comment[start:end], cause=cause, signal=SIGNAL)
