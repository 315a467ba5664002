"""Consistency: what in a letter cannot be true together, or against the calendar and Amazon's figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from calculator.policy import entry
from calculator.review.facts import counts_in, dates_in, impossible_days, rates_in
from calculator.review.letter import Part
from calculator.review.look import NEAR_RATE as NEAR
from calculator.review.look import Look
from calculator.review.sizes import defective_orders, defects_by_type, spans_in, staff_in, windows_in

Contradiction = tuple[int, int, str, dict[str, str]]
LISTED = 160
"""Characters behind a figure in which its defects are listed by type."""
WINDOW_DAYS = "order_defect_rate.window_days"
_ROUNDINGS = (ROUND_HALF_UP, ROUND_DOWN, ROUND_UP)


def contradictions(look: Look) -> Iterator[Contradiction]:
    """Yield what disagrees, with the words it stands in."""
    yield from _days_that_cannot_be(look)
    yield from _rates_that_miss_their_counts(look)
    yield from _several_figures(look)
    yield from _figures_of_nobody(look)
    yield from _deeds_after_the_letter(look)
    yield from _too_few_defects(look)
    yield from _other_windows(look)
    yield from _causes_after_their_cure(look)
    yield from _sizes_that_change(look)
    yield from _results_before_their_time(look)


def _days_that_cannot_be(look: Look) -> Iterator[Contradiction]:
    for start, end in impossible_days(look.text):
        yield start, end, "no_such_day", {"day": look.text[start:end]}


def _rates_that_miss_their_counts(look: Look) -> Iterator[Contradiction]:
    counts = counts_in(look.text)
    pairs = {(part, whole) for _, _, part, whole in counts if whole > 0}
    for start, end, rate in rates_in(look.text):
        first, last = look.sentence_around(start)
        near = [
            one
            for one in _around(counts, start, end)
            if one[3] > 0 and (first <= one[0] < last or _is_of_rate(look, one[0], one[1]))
        ]
        if not near or look.is_target(start, end):
            continue
        if not any(_fits(rate, part, whole) for part, whole in pairs):
            _, _, part, whole = near[0]
            yield start, end, "rate_and_counts", {"rate": rate, "part": str(part), "whole": str(whole)}


def _around(counts: list[tuple[int, int, int, int]], start: int, end: int) -> list[tuple[int, int, int, int]]:
    """Return the counts that stand near a place."""
    first = bisect_left(counts, (start - 2 * NEAR,))
    held = counts[first : bisect_left(counts, (end + NEAR + 1,))]
    return [one for one in held if min(abs(one[0] - end), abs(start - one[1])) <= NEAR]


def _fits(rate: str, part: int, whole: int) -> bool:
    written = Decimal(rate)
    exact = Decimal(100 * part) / Decimal(whole)
    return any(
        exact.quantize(Decimal(1).scaleb(_exponent(written)), rounding) == written for rounding in _ROUNDINGS
    )


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _several_figures(look: Look) -> Iterator[Contradiction]:
    """Yield a second count of orders with defects that is told as if it were the first."""
    counts = [one for one in counts_in(look.text) if _is_of_rate(look, one[0], one[1])]
    if len({(part, whole) for _, _, part, whole in counts}) > 1 and not look.names_two_days:
        first, other = counts[0], next(one for one in counts if one[2:] != counts[0][2:])
        values = {"first": f"{first[2]}/{first[3]}", "other": f"{other[2]}/{other[3]}"}
        yield other[0], other[1], "two_figures", values


def _figures_of_nobody(look: Look) -> Iterator[Contradiction]:
    """Yield counts that are neither Amazon's nor the assessment's."""
    if not look.asked.figures:
        return
    known = {(marked, orders) for orders, marked in look.asked.figures}
    for start, end, part, whole in counts_in(look.text):
        if (part, whole) not in known and look.marks.has("rate", max(0, start - NEAR), end + NEAR):
            values = {"part": str(part), "whole": str(whole)}
            yield start, end, "not_amazons", values


def _deeds_after_the_letter(look: Look) -> Iterator[Contradiction]:
    """Yield a deed told as done on a day that had not come when the letter was written."""
    if look.asked.letter_day is None:
        return
    for item in look.parts[Part.ACTIONS]:
        start, end = item[0].start, item[-1].end
        if look.marks.has("future", start, end):
            continue
        for at, behind, day in dates_in(look.text[start:end], look.letter.lang):
            if day and day > look.asked.letter_day:
                yield start + at, start + behind, "not_yet", {"day": look.text[start + at : start + behind]}


def _too_few_defects(look: Look) -> Iterator[Contradiction]:
    """Yield a list of defects by type whose sum is less than the orders that have one."""
    counts = [
        (start, end, part) for start, end, part, _ in counts_in(look.text) if _is_of_rate(look, start, end)
    ]
    for start, end, part in (*counts, *defective_orders(look.text)):
        listed = defects_by_type(look.text[end : end + LISTED])
        if len(listed) > 1 and sum(listed) < part:
            yield start, end, "too_few_defects", {"part": str(part), "sum": str(sum(listed))}


def _is_of_rate(look: Look, start: int, end: int) -> bool:
    """Return whether the words of the rate stand near a figure, in its own sentence."""
    first, last = look.sentence_around(start)
    return look.marks.has("rate", max(first, start - NEAR), min(last, end + NEAR))


def _other_windows(look: Look) -> Iterator[Contradiction]:
    """Yield a window of the rate that never was Amazon's."""
    known = {row.value for row in entry(WINDOW_DAYS).values}
    for start, end, days in windows_in(look.text):
        if days not in known and look.marks.has("rate", max(0, start - NEAR), end + NEAR):
            yield start, end, "window", {"days": str(days)}


def _causes_after_their_cure(look: Look) -> Iterator[Contradiction]:
    """Yield a cause that begins after the last action against it."""
    causes, actions = (_days(look, part) for part in (Part.CAUSE, Part.ACTIONS))
    if causes and actions and min(causes)[0] > max(actions)[0]:
        _, start, end = min(causes)
        yield start, end, "cause_after_action", {"day": look.text[start:end]}


def _days(look: Look, part: Part) -> list[tuple[date, int, int]]:
    found = []
    for item in look.parts[part]:
        at = item[0].start
        for start, end, day in dates_in(look.text[at : item[-1].end], look.letter.lang):
            if day:
                found.append((day, at + start, at + end))
    return found


def _sizes_that_change(look: Look) -> Iterator[Contradiction]:
    """Yield a second number of people in the same shop."""
    sizes = staff_in(look.text)
    other = next((one for one in sizes if one[2] != sizes[0][2]), None)
    if other:
        yield other[0], other[1], "two_sizes", {"first": str(sizes[0][2]), "other": str(other[2])}


def _results_before_their_time(look: Look) -> Iterator[Contradiction]:
    """Yield a result over more days than have passed between the day it counts from and the letter's."""
    until = look.asked.letter_day or max((day for _, _, day in look.days if day), default=None)
    for start, end, span in spans_in(look.text):
        near = [
            day for at, behind, day in look.days if day and min(abs(at - end), abs(start - behind)) <= NEAR
        ]
        if near and until and (until - min(near)).days < span and look.part_at(start) is not Part.PREVENTION:
            yield start, end, "result_too_early", {"days": str(span)}
