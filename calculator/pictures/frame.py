"""Frame: from counts to coordinates, in integers until a coordinate is written.

Across the drawing is a row of days, each as wide as the next; down it is a scale of rates or of
orders from the base line up.

>>> Frame(days=4, most=200).x(0), Frame(days=4, most=200).y(1, 100)
(12.5, 158)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import count

HUNDRED = 100
PARTS = HUNDRED * HUNDRED
"""A rate in hundredths of a per cent is the rate times this."""
LEAST_STEP, MOST_LINES = 50, 5
BEYOND = 6
"""Pixels above the roof where a line runs that nobody sees."""
OUT_OF_SCALE = 2
ROUND = (1, 2, 5)
Rate = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot of a drawing.

    Attributes:
        days: number of days across.
        most: value of the top line: hundredths of a per cent, or orders where `parts` is 1.
        top, base: the top line and the base line.
        roof: the upper end of the drawing; what is higher leaves it there.

    Units: days across; pixels down.
    """

    days: int
    most: int
    top: int = 54
    base: int = 262
    roof: int = 40
    parts: int = PARTS

    def x(self, place: int) -> float:
        """Return the middle of a day in per cent of the width."""
        return _hundredths(HUNDRED * HUNDRED * (2 * place + 1), 2 * self.days)

    def edge(self, place: int) -> float:
        """Return the beginning of a day in per cent of the width."""
        return _hundredths(HUNDRED * HUNDRED * place, self.days)

    def y(self, part: int, whole: int) -> float:
        """Return the height of a rate `part / whole`, or of `part` orders of 1."""
        height = _hundredths(HUNDRED * part * self.parts * (self.base - self.top), whole * self.most)
        return _short(max(self.base - height, self.roof - BEYOND))

    def is_beyond(self, y: float) -> bool:
        """Return whether a height is above the drawing."""
        return y < self.roof


def scale(told: Iterable[Rate], later: Iterable[Rate], target: Fraction) -> tuple[int, int]:
    """Return the top line and the step of the lines under it.

    Args:
        told: rates that have to be seen.
        later: rates that may leave the drawing where they would flatten the others.
        target: is always under the top line.

    Units: hundredths of a per cent.
    """
    most = max([*_in_parts(told), int(target * PARTS * 3 / 2)])
    highest = max([most, *_in_parts(later)])
    return rounded_up(highest if highest <= OUT_OF_SCALE * most else most, LEAST_STEP)


def _in_parts(rates: Iterable[Rate]) -> Iterator[int]:
    return (-(-part * PARTS // whole) for part, whole in rates if whole)


def rounded_up(most: int, least_step: int) -> tuple[int, int]:
    """Return the next round figure from `most` up, and a round step that divides it into few lines.

    >>> rounded_up(198, 50), rounded_up(10000, 50), rounded_up(3, 1)
    ((200, 50), (10000, 2000), (3, 1))
    """
    step = next(step for step in _round_steps(least_step) if most <= MOST_LINES * step)
    return -(-most // step) * step, step


def _round_steps(least: int) -> Iterator[int]:
    steps = (figure * 10**power for power in count() for figure in ROUND)
    return (step for step in steps if step >= least)


def _hundredths(part: int, whole: int) -> float:
    """Return `part / whole` hundredths as a coordinate, rounded to the nearest."""
    return _short(((2 * part + whole) // (2 * whole)) / HUNDRED)


def _short(value: float) -> float:
    """Return a coordinate without digits that nobody sees, a whole one as a whole number."""
    short = round(value, 2)
    return int(short) if short == int(short) else short
