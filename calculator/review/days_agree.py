"""Days that agree: what cannot have happened on the day a letter says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date

from calculator.review.days import impossible_days
from calculator.review.look import NEAR_RATE as NEAR
from calculator.review.look import Contradiction, Look
from calculator.review.sentences import Part
from calculator.review.sizes import spans_in

LONGEST = 40
"""Characters of a written day at most."""


def day_contradictions(look: Look) -> Iterator[Contradiction]:
    """Yield days that no calendar has, or that are told in the wrong order."""
    yield from _days_that_cannot_be(look)
    yield from _deeds_after_the_letter(look)
    yield from _causes_after_their_cure(look)
    yield from _results_before_their_time(look)


def _days_that_cannot_be(look: Look) -> Iterator[Contradiction]:
    for start, end in impossible_days(look.text):
        yield start, end, "no_such_day", {"day": look.text[start:end]}


def _deeds_after_the_letter(look: Look) -> Iterator[Contradiction]:
    """Yield a deed told as done on a day that had not come when the letter was written."""
    if look.asked.letter_day is None:
        return
    for item in look.parts[Part.ACTIONS]:
        start, end = item[0].start, item[-1].end
        if look.marks.has("future", start, end):
            continue
        for at, behind, day in look.days_in(start, end):
            if day and day > look.asked.letter_day:
                yield at, behind, "not_yet", {"day": look.text[at:behind]}


def _causes_after_their_cure(look: Look) -> Iterator[Contradiction]:
    """Yield a cause that begins after the last action against it, where headings keep the two apart."""
    if not look.letter.has_parts:
        return
    causes = [one for one in _days(look, Part.CAUSE) if _tells_cause(look, one[1])]
    actions = _days(look, Part.ACTIONS, most=1)
    if causes and actions and min(causes)[0] > max(actions)[0]:
        _, start, end = min(causes)
        yield start, end, "cause_after_action", {"day": look.text[start:end]}


def _tells_cause(look: Look, place: int) -> bool:
    """Return whether what a day is named for is a fault or a step of the work, and no title."""
    span = look.sentence_around(place)
    told = ("lack", "failure", "third_fault", "decision", "process")
    return any(look.marks.of(group, *span) for group in told)


def _days(look: Look, part: Part, most: int | None = None) -> list[tuple[date, int, int]]:
    """Return the days of a part, of each item at most so many: a deed's own day stands first."""
    found = []
    for item in look.parts[part]:
        for start, end, day in look.days_in(item[0].start, item[-1].end)[:most]:
            if day:
                found.append((day, start, end))
    return found


def _results_before_their_time(look: Look) -> Iterator[Contradiction]:
    """Yield a result over more days than have passed between the day it counts from and the letter's."""
    until = look.asked.letter_day or max((day for _, _, day in look.days if day), default=None)
    starts = [at for at, _, _ in look.days]
    for start, end, span in spans_in(look.text):
        first = bisect_left(starts, start - NEAR - LONGEST)
        held = look.days[first : bisect_right(starts, end + NEAR)]
        near = [day for at, behind, day in held if day and min(abs(at - end), abs(start - behind)) <= NEAR]
        is_told = look.part_at(start) not in (Part.PREVENTION, Part.CAUSE)
        if near and until and (until - min(near)).days < span and is_told:
            yield start, end, "result_too_early", {"days": str(span)}
