"""Telling: how much of a letter tells the work, by which letters of like faults are put in order.

A sentence counts when it names a step of the work together with its day, its rhythm or its reason, and no
empty or hard word. Words of care, thanks, more papers or more numbers in one sentence add nothing.

Worse mistake: a polished letter put before a plain one that says what was done.
"""

from __future__ import annotations

from calculator.review.look import Look
from calculator.review.sentences import Sentence

MOST = 8
"""Sentences that count at most, the weight of one blocker."""
_WORK = ("process", "done", "refund", "mechanism")
_WHY = ("lack", "decision")
_EMPTY = (
    "weak", "abstract", "promise", "stock_phrase", "emotion", "bad_conduct", "buyer", "amazon", "third_fault",
    "threat",
)  # fmt: skip


def telling(look: Look) -> int:
    """Return how many sentences tell a step of the work with its day, its rhythm or its reason."""
    return min(MOST, sum(_tells(look, one) for one in look.letter.sentences if not one.is_heading))


def _tells(look: Look, one: Sentence) -> bool:
    span = one.start, one.end
    marks = look.marks
    if any(marks.has(group, *span) for group in _EMPTY):
        return False
    has_why = any(marks.of(group, *span) for group in _WHY)
    is_placed = has_why or marks.has("frequency", *span) or bool(look.days_in(*span))
    return is_placed and any(marks.of(group, *span) for group in _WORK)
