"""Prevention: S6, S7 and S8, a step that is changed, can be counted, and has somebody who keeps it.

Source: appeals.plan_of_action.parts
"""

from __future__ import annotations

from collections.abc import Iterator

from calculator.review.look import Look, span_of
from calculator.review.model import Finding, Severity
from calculator.review.sentences import Part, Sentence
from calculator.review.whole import is_plea

Found = Iterator[Finding]
FEW_ITEMS = 2
MANY_NUMBERS = 2
"""Numbers of a measure that has its rhythm too, which one weak word does not empty."""


def systemic(look: Look) -> Found:
    """S6: prevention changes a step; care, training and watching alone do not."""
    items = look.parts[Part.PREVENTION]
    weak = [item for item in items if not is_systemic(look, item)]
    if items and len(weak) * 5 > len(items) * 3:
        empty = sum(_is_empty(look, item) for item in weak)
        severity = Severity.BLOCKER if empty * 2 > len(items) else Severity.MAJOR
        yield look.finding("S6", severity, *span_of(weak[0]), "weak")


def _is_empty(look: Look, item: list[Sentence]) -> bool:
    """Return whether a measure is told in words of care or of promise, or names no step and no number."""
    said = ("weak", "abstract", "promise", "stock_phrase", "future", "emotion")
    works = look.marks.of("process", *span_of(item)) or look.numbers(item) or look.dated(item)
    return any(look.marks.of(group, *span_of(item)) for group in said) or not works


def is_systemic(look: Look, item: list[Sentence]) -> bool:
    """Return whether a measure changes a step, or says without a weak word how much or by when."""
    if look.numbers(item) >= MANY_NUMBERS and look.marks.of("frequency", *span_of(item)):
        return True
    is_left_to_others = any(mark.row == "others" for mark in look.marks.of("weak", *span_of(item)))
    if look.marks.of("mechanism", *span_of(item)) and not is_left_to_others:
        return True
    if any(look.marks.of(group, *span_of(item)) for group in ("weak", "abstract", "promise", "stock_phrase")):
        return False
    has_rhythm = look.marks.of("process", *span_of(item)) and look.marks.of("frequency", *span_of(item))
    return look.numbers(item) > 0 or bool(has_rhythm)


def measurable(look: Look) -> Found:
    """S7: at least half of the preventive measures can be counted or have a rhythm."""
    items = look.parts[Part.PREVENTION]
    counted = [item for item in items if _is_counted(look, item)]
    fails = not counted if len(items) <= FEW_ITEMS else len(counted) * 2 < len(items)
    if items and fails:
        first = next(item for item in items if not _is_counted(look, item))
        yield look.finding("S7", Severity.MAJOR, *span_of(first), "uncounted")


def _is_counted(look: Look, item: list[Sentence]) -> bool:
    return look.numbers(item) > 0 or look.has("frequency", item)


def owned(look: Look) -> Found:
    """S8: in a plan of three measures or more, somebody is named by role."""
    items = look.parts[Part.PREVENTION]
    told = sum(len(item) for item in items if not is_plea(look, item))
    speaks_alone = look.marks.has("voice_i") and not look.marks.has("voice_we")
    if max(len(items), told) > FEW_ITEMS and not (
        speaks_alone or any(look.has("role", item) for item in items)
    ):
        yield look.finding("S8", Severity.MINOR, *span_of(items[0]), "nobody")
