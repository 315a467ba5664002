"""Likeness: whether a letter is the one sent before, in other clothes."""

from __future__ import annotations

from calculator.rounds.likeness import Earlier, sentences

_OLD_SHARE = 9, 10


def is_resent(previous: str, text: str) -> bool:
    """Return whether nearly every sentence of a letter stood in the one before.

    >>> is_resent("We closed 31 offers. We are sorry.", "We are sorry. We closed 31 offers.")
    True
    """
    earlier = Earlier(previous)
    held = sentences(text)
    if earlier.is_empty or not held:
        return False
    old = sum(not earlier.novelty(one).is_new for one in held)
    part, whole = _OLD_SHARE
    return old * whole >= len(held) * part
