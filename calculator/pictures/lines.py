"""Lines: the step of the rate and the area over the target, broken where there are no orders.

Across one unit is one day, so the paths are drawn into a box as wide as the days are many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from calculator.pictures.frame import Frame
from calculator.recovery import Day

Run = tuple[int, int, float]
"""First place, place after the last, height."""


def line(found: Sequence[Sequence[Run]]) -> str:
    """Return the steps of the rate."""
    return "".join(
        f"M{piece[0][0]} {piece[0][2]}"
        + "".join(f"V{y}H{end}" for _, end, y in piece).removeprefix(f"V{piece[0][2]}")
        for piece in found
    )


def over(found: Sequence[Sequence[Run]], floor: float) -> str:
    """Return the area between the target and the rate, where the rate is not under it."""
    areas = []
    for piece in found:
        steps = "".join(f"V{min(y, floor)}H{end}" for _, end, y in piece)
        areas.append(f"M{piece[0][0]} {floor}{steps}V{floor}Z")
    return "".join(areas)


def pieces(days: Sequence[Day], frame: Frame) -> list[list[Run]]:
    """Return the runs of days with one rate, in pieces that no day without orders interrupts."""
    found: list[list[Run]] = []
    for has_rate, runs in groupby(_runs(days, frame), key=lambda run: run[2] is not None):
        if has_rate:
            found.append([(first, end, y) for first, end, y in runs if y is not None])
    return found


def _runs(days: Sequence[Day], frame: Frame) -> Iterator[tuple[int, int, float | None]]:
    heights = [frame.y(day.orders_with_defects, day.orders) if day.orders else None for day in days]
    place = 0
    for y, same in groupby(heights):
        end = place + len(list(same))
        yield place, end, y
        place = end
