"""Consistency: what in a letter cannot be true together, or against Amazon's figure."""

from __future__ import annotations

from collections.abc import Iterator

from calculator.review.counts_agree import count_contradictions
from calculator.review.days_agree import day_contradictions
from calculator.review.look import Contradiction, Look
from calculator.review.rates_agree import rate_contradictions
from calculator.review.sizes import staff_in
from calculator.review.totals import crowd_of_one
from calculator.review.windows_agree import window_contradictions


def contradictions(look: Look) -> Iterator[Contradiction]:
    """Yield what disagrees, with the words it stands in."""
    yield from day_contradictions(look)
    yield from rate_contradictions(look)
    yield from count_contradictions(look)
    yield from window_contradictions(look)
    yield from _sizes_that_change(look)


def _sizes_that_change(look: Look) -> Iterator[Contradiction]:
    """Yield a second number of people in the same shop."""
    sizes = staff_in(look.text)
    other = next((one for one in sizes if one[2] != sizes[0][2]), None)
    crowd = crowd_of_one(look.text)
    if other:
        yield other[0], other[1], "two_sizes", {"first": str(sizes[0][2]), "other": str(other[2])}
    elif crowd:
        yield crowd[0], crowd[1], "two_sizes", {"first": "1", "other": str(crowd[2])}
