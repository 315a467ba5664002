"""Depth: how far a cause goes - a step of the shop, what was wrong with it, and why.

Worse mistake: an honest cause in plain words that is called a symptom, because no word of it is listed.
"""

from __future__ import annotations

from calculator.review.look import Look
from calculator.review.ownership import OWN_SUBJECT, has_own
from calculator.review.sentences import Sentence

DEEP, BARE = 2, 1
"""A cause with its why; a step of the shop without."""


def depth_of(look: Look, item: list[Sentence]) -> int:
    """Return 2 for a cause with its why, 1 for a step without, 0 for a symptom or an outside event."""
    start, end = item[0].start, item[-1].end
    marks = look.marks
    owned = marks.has("ownership", start, end) and not any(_accuses(look, one) for one in item)
    lacks = any(_lacks(look, one) for one in item) or (owned and bool(marks.of("lack", start, end)))
    decides = any(bool(marks.of("decision", *_span(one))) and not _accuses(look, one) for one in item)
    own_step = bool(marks.of("process", start, end)) or (lacks and (decides or owned))
    fault = bool(marks.of("failure", start, end)) or lacks
    why = lacks or decides or (look.dated(item) and not is_outside(look, start, end))
    if own_step and fault and why:
        return DEEP
    return BARE if own_step and (fault or why) else 0


def _span(one: Sentence) -> tuple[int, int]:
    return one.start, one.end


def _lacks(look: Look, one: Sentence) -> bool:
    """Return whether a sentence tells what was missing in the shop."""
    return (has_own(look, "lack", one) and not _accuses(look, one)) or _denies_step(look, one)


def _accuses(look: Look, one: Sentence) -> bool:
    """Return whether a sentence reproaches the buyer or Amazon."""
    return any(look.marks.has(group, *_span(one)) for group in ("buyer", "amazon"))


def _denies_step(look: Look, one: Sentence) -> bool:
    """Return whether a sentence says of a step, or of the writer, what was not there or not done."""
    span = _span(one)
    others = ("symptom", "third_fault", "third", "to_buyers", "abstract", "rate", "boast")
    return (
        bool(look.marks.of("denial", *span))
        and (bool(look.marks.of("process", *span)) or _is_of_writer(look, one))
        and not any(look.marks.of(group, *span) for group in others)
    )


def _is_of_writer(look: Look, one: Sentence) -> bool:
    """Return whether a sentence of English or German speaks of the writer; other denials are too short."""
    return look.letter.lang in ("en", "de") and OWN_SUBJECT.search(one.own) is not None


def is_outside(look: Look, start: int, end: int) -> bool:
    """Return whether a span speaks of the symptom, or of what others did."""
    return look.marks.has("symptom", start, end) or look.marks.has("third_fault", start, end)


def is_only_outside(look: Look, item: list[Sentence]) -> bool:
    """Return whether an item tells the symptom or others' faults, and nothing the shop decided or lacked."""
    is_own = any(
        _lacks(look, one)
        or (look.marks.of("decision", *_span(one)) and not _accuses(look, one))
        or (look.marks.of("denial", *_span(one)) and look.marks.of("process", *_span(one)))
        for one in item
    )
    return is_outside(look, item[0].start, item[-1].end) and not is_own


def is_bare_of_work(look: Look, item: list[Sentence]) -> bool:
    """Return whether a second sign says that an item is no cause: outside words, empty ones, or no work."""
    span = item[0].start, item[-1].end
    is_empty = any(look.marks.of(group, *span) for group in ("abstract", "emotion"))
    works = any(look.marks.of(group, *span) for group in ("process", "denial", "decision"))
    return is_outside(look, *span) or is_empty or not works


def is_neutral(look: Look, item: list[Sentence]) -> bool:
    """Return whether an item tells an event and neither a fault nor a symptom, as a step of a cause does."""
    start, end = item[0].start, item[-1].end
    told = ("symptom", "third_fault", "failure", "abstract")
    return not any(look.marks.of(group, start, end) for group in told)
