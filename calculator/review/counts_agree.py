"""Counts that agree: orders and defects of a letter that are counted twice in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculator.review.facts import rates_in
from calculator.review.figures import Count, fits, is_of_rate
from calculator.review.look import NEAR_RATE as NEAR
from calculator.review.look import Contradiction, Look
from calculator.review.sentences import Part
from calculator.review.sizes import defective_orders, defects_by_type, has_other_numbers
from calculator.review.totals import ordinals_in, spelt, totals_in

LISTED = 160
"""Characters behind a figure in which its defects are listed by type."""


def count_contradictions(look: Look) -> Iterator[Contradiction]:
    """Yield counts that are not one another's, nor Amazon's, nor the sum of their types."""
    yield from _several_figures(look)
    yield from _figures_of_nobody(look)
    yield from _too_few_defects(look)
    yield from _more_than_all(look)


def _several_figures(look: Look) -> Iterator[Contradiction]:
    """Yield a second count of orders with defects that is told as if it were the first."""
    counts = [
        one
        for one in look.counts
        if one[2] and is_of_rate(look, one[0], one[1]) and look.part_at(one[0]) is not Part.PREVENTION
    ]
    others = [one for one in counts if one[2:] != counts[0][2:] and not _breaks_down(one, counts[0])]
    shares = {one[2:] for one in others if one[3] == counts[0][3]}
    if others and not look.names_two_days and sum(part for part, _ in shares) != counts[0][2]:
        first, other = counts[0], others[0]
        values = {"first": f"{first[2]}/{first[3]}", "other": f"{other[2]}/{other[3]}"}
        yield other[0], other[1], "two_figures", values


def _breaks_down(one: Count, first: Count) -> bool:
    """Return whether a count is a share of the defective orders themselves, or says `all of them`."""
    return one[3] <= first[2] or one[2] == one[3]


def _figures_of_nobody(look: Look) -> Iterator[Contradiction]:
    """Yield counts that are neither Amazon's nor the assessment's."""
    if not look.asked.figures:
        return
    known = {(marked, orders) for orders, marked in look.asked.figures}
    for start, end, part, whole in look.counts:
        if (part, whole) not in known and look.marks.has("rate", max(0, start - NEAR), end + NEAR):
            values = {"part": str(part), "whole": str(whole)}
            yield start, end, "not_amazons", values


def _too_few_defects(look: Look) -> Iterator[Contradiction]:
    """Yield a list of defects by type whose sum is less than the orders that have one."""
    counts = [(start, end, part) for start, end, part, _ in look.counts if is_of_rate(look, start, end)]
    for start, end, part in (*counts, *defective_orders(look.text)):
        listed = defects_by_type(look.text[end : end + LISTED])
        if len(listed) > 1 and sum(listed) < part and not has_other_numbers(look.text[end : end + LISTED]):
            yield start, end, "too_few_defects", {"part": str(part), "sum": str(sum(listed))}


def _more_than_all(look: Look) -> Iterator[Contradiction]:
    """Yield `all 9 buyers`, or `the fifth claim`, where fewer orders had a defect."""
    counts = [one[2] for one in look.counts if is_of_rate(look, one[0], one[1]) or _fits_beside(look, one)]
    if not counts:
        return
    for start, end, number in _told_of_all(look):
        if number > max(counts) and look.part_at(start) is not Part.PREVENTION:
            yield start, end, "two_figures", {"first": str(max(counts)), "other": str(number)}


def _told_of_all(look: Look) -> Iterator[tuple[int, int, int]]:
    """Yield numbers of buyers, claims and orders that are told of all that had a defect."""
    yield from ordinals_in(look.text)
    if look.names_two_days:
        return
    for start, end, number, is_of_defects in totals_in(look.text):
        if is_of_defects and not _is_counted_before(look, number, start):
            yield start, end, number


def _is_counted_before(look: Look, number: int, place: int) -> bool:
    """Return whether a number was told of something else before: `9 letters on their way. All 9 buyers`."""
    written = rf"(?<![\d.,]){number}(?!\s?[\d.,月日年/-])|\b(?:{'|'.join(spelt(number)) or number})\b"
    return re.search(written, look.text[:place], re.IGNORECASE) is not None


def _fits_beside(look: Look, count: Count) -> bool:
    """Return whether a rate told near a count follows from it."""
    start, _, part, whole = count
    held = rates_in(look.text[max(0, start - NEAR) : start + NEAR])
    return whole > 0 and any(fits(rate, part, whole) for _, _, rate in held)
