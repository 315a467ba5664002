"""The smallest set of orders to clear, found by trying every set there is."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from .recount_defects import COUNTED

if TYPE_CHECKING:
    from .recount_sides import Line, Side

MOST_DEFECTS = 15


def marked(one: Side) -> list[Line]:
    """The orders with a defect in today's window."""
    return [line for line in one.lines if line.is_marked and one.first <= line.day <= one.last]


def certain_without_defects(one: Side) -> int:
    """The orders of today's window that have no defect and are counted all the same."""
    return sum(line.settled and not line.is_marked for line in one.lines if one.first <= line.day <= one.last)


def smallest_sets(one: Side, among: list[Line]) -> list[tuple[Line, ...]]:
    """Every set of the least size that is enough; none where even all are not.

    A cleared order stays in the count when its status alone keeps it there.
    """
    clean, hit = certain_without_defects(one), len(marked(one))
    for size in range(len(among) + 1):
        left = hit - size
        found = [
            cleared
            for cleared in combinations(among, size)
            if 100 * left
            < (one.typed.orders if one.typed else clean + left + sum(line.settled for line in cleared))
        ]
        if found:
            return found
    return []


def smallest_set(one: Side) -> int | None:
    """How many orders have to lose their defects; None where no number is enough."""
    found = smallest_sets(one, marked(one))
    return len(found[0]) if found else None


def counted_first(sets: list[tuple[Line, ...]]) -> list[set[str]]:
    """The ids of those sets that hold most orders whose defect is sure to count."""
    most = max((sum(line.worst == COUNTED for line in one) for one in sets), default=0)
    return [
        {line.order_id for line in one} for one in sets if sum(line.worst == COUNTED for line in one) == most
    ]
