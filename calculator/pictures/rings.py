"""Rings: where the number of a marked day stands, so that no two touch at any width.

A number stands over its day where it can, else beside or below it. Days move together as a
drawing gets narrow and numbers do not, so a place is tried at several widths.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

RADIUS = 11
WIDTHS = (255, 280, 310, 340, 420, 520, 640, 760)
PLACES = (
    (0, -21), (-19, -16), (19, -16), (-23, 3), (23, 3), (0, -45), (0, 24),
    (-25, -36), (25, -36), (-20, 18), (20, 18), (0, -69), (-47, -4), (47, -4), (-46, -31), (46, -31),
)  # fmt: skip
ROOM = 2 * RADIUS + 3
DOT = RADIUS + 6

Point = tuple[float, float]


def placed(points: Sequence[Point], top: int, bottom: int) -> list[tuple[int, int]]:
    """Return for each point how far its ring stands from it, across and down.

    Args:
        points: across in per cent, down in pixels, in the order of their numbers.
        top: the highest line a ring may touch.
        bottom: the lowest one.

    Units: pixels.
    """
    rings: list[tuple[int, int]] = []
    for point in points:
        free = (place for place in PLACES if _is_free(point, place, points, rings, (top, bottom)))
        rings.append(next(free, PLACES[0]))
    return rings


def _is_free(
    point: Point,
    place: tuple[int, int],
    points: Sequence[Point],
    rings: Sequence[tuple[int, int]],
    rows: tuple[int, int],
) -> bool:
    y = point[1] + place[1]
    if not rows[0] + RADIUS <= y <= rows[1] - RADIUS:
        return False
    for width in WIDTHS:
        x = point[0] * width / 100 + place[0]
        if not RADIUS <= x <= width - RADIUS:
            return False
        if any(_distance(x, y, *other) < room**2 for other, room in _others(point, points, rings, width)):
            return False
    return True


def _others(
    point: Point, points: Sequence[Point], rings: Sequence[tuple[int, int]], width: int
) -> Iterator[tuple[Point, int]]:
    """Yield the rings that stand already and the dots of all other points, with the room each needs."""
    for (x, y), (across, down) in zip(points, rings, strict=False):
        yield (x * width / 100 + across, y + down), ROOM
    for x, y in points:
        if (x, y) != point:
            yield (x * width / 100, y), DOT


def _distance(x: float, y: float, other_x: float, other_y: float) -> float:
    return (x - other_x) ** 2 + (y - other_y) ** 2
