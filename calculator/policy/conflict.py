"""Rows of one rule beside each other: no two may hold at once unless they are told to contradict."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from calculator.policy.model import DatedValue, Status

if TYPE_CHECKING:
    from calculator.policy.form import Place


def check_rows_agree(place: Place, rows: tuple[DatedValue, ...]) -> None:
    """Refuse rows that hold at once without being in conflict, and conflicts without a choice.

    Raises:
        PolicyFileError: overlap, lonely conflict, no choice or two choices.
    """
    met = [pair for pair in combinations(range(len(rows)), 2) if meet(rows[pair[0]], rows[pair[1]])]
    for first, second in met:
        numbers = {"first": first + 1, "second": second + 1}
        if not (_in_conflict(rows[first]) and _in_conflict(rows[second])):
            raise place.error("overlap", **numbers)
        if rows[first].chosen and rows[second].chosen:
            raise place.error("two_choices", **numbers)
    for number, row in enumerate(rows):
        if not _in_conflict(row):
            continue
        others = [rows[other] for pair in met if number in pair for other in pair if other != number]
        if not others:
            raise place.error("lonely_conflict", first=number + 1)
        if not row.chosen and not any(other.chosen for other in others):
            raise place.error("no_choice")


def meet(one: DatedValue, other: DatedValue) -> bool:
    """Tell whether two rows hold on a common day in a common store.

    A row for named stores beats a row for all of them, so these two never meet.
    """
    if bool(one.stores) != bool(other.stores) or (one.stores and not set(one.stores) & set(other.stores)):
        return False
    return max(one.known_from, other.known_from) <= min(one.until or date.max, other.until or date.max)


def _in_conflict(row: DatedValue) -> bool:
    return row.status is Status.IN_CONFLICT
