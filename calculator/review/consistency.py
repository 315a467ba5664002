"""Consistency: what in a letter cannot be true together, or against the calendar and Amazon's figure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from calculator.review.facts import counts_in, dates_in, impossible_days, rates_in
from calculator.review.letter import Part
from calculator.review.look import Look

Contradiction = tuple[int, int, str, dict[str, str]]
NEAR = 80
"""Characters between a rate and the counts it is said of."""
_ROUNDINGS = (ROUND_HALF_UP, ROUND_DOWN, ROUND_UP)


def contradictions(look: Look) -> Iterator[Contradiction]:
    """Yield what disagrees, with the words it stands in."""
    yield from _days_that_cannot_be(look)
    yield from _rates_that_miss_their_counts(look)
    yield from _several_figures(look)
    yield from _figures_of_nobody(look)
    yield from _deeds_after_the_letter(look)


def _days_that_cannot_be(look: Look) -> Iterator[Contradiction]:
    for start, end in impossible_days(look.text):
        yield start, end, "no_such_day", {"day": look.text[start:end]}


def _rates_that_miss_their_counts(look: Look) -> Iterator[Contradiction]:
    counts = counts_in(look.text)
    for start, end, rate in rates_in(look.text):
        near = [one for one in counts if min(abs(one[0] - end), abs(start - one[1])) <= NEAR and one[3] > 0]
        if not near or look.is_target(start, end):
            continue
        if not any(_fits(rate, part, whole) for _, _, part, whole in near):
            _, _, part, whole = near[0]
            yield start, end, "rate_and_counts", {"rate": rate, "part": str(part), "whole": str(whole)}


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
    counts = [
        one for one in counts_in(look.text) if look.marks.has("rate", max(0, one[0] - NEAR), one[1] + NEAR)
    ]
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
