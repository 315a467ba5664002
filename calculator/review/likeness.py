"""Likeness: whether a letter is the one sent before, in other clothes."""

from __future__ import annotations

from calculator.rounds.likeness import Earlier, sentences

_OLD_SHARE, _OLD_WITHOUT_NUMBER = (9, 10), (7, 10)
"""Share of old words; a letter that brings no new number has to bring more of its own."""


def is_resent(previous: str, text: str) -> bool:
    """Return whether nearly all words of a letter stood in the one before, or what is new tells no fact.

    >>> is_resent("We closed 31 offers. We are sorry.", "We are sorry. We closed 31 offers. Thank you.")
    True
    """
    earlier = Earlier(previous)
    held = [(one, earlier.novelty(one)) for one in sentences(text)]
    if earlier.is_empty or not held:
        return False
    if not any(novelty.is_new and novelty.has_fact for _, novelty in held):
        return True
    old = sum(len(one) for one, novelty in held if not novelty.is_new)
    part, whole = _OLD_SHARE if any(novelty.numbers for _, novelty in held) else _OLD_WITHOUT_NUMBER
    return old * whole >= sum(len(one) for one, _ in held) * part
