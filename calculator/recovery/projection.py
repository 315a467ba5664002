"""Projection: the counts of days in a row, and when they are under the target.

A day is on target when its orders with a defect are strictly under; no orders are no rate, neither
on target nor off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Day:
    """The counts of one coming day."""

    day: date
    orders: int
    orders_with_defects: int

    def is_on_target(self, target: Fraction) -> bool:
        """Return whether the counts are strictly under the target; nothing of nothing is not."""
        return self.orders_with_defects * target.denominator < self.orders * target.numerator

    def is_off_target(self, target: Fraction) -> bool:
        """Return whether there are orders and they are not under the target."""
        return self.orders > 0 and not self.is_on_target(target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """The next days under one assumption about new orders.

    Attributes:
        first_day_on_target: the first day strictly under the target, None within the horizon.
        stays_on_target_from: the first day under it after which no day with orders is off target.
    """

    days: tuple[Day, ...]
    first_day_on_target: date | None
    stays_on_target_from: date | None

    @classmethod
    def of(cls, days: Sequence[Day], target: Fraction) -> Projection:
        """Return the projection of some days in a row."""
        last_off = max((n for n, day in enumerate(days) if day.is_off_target(target)), default=-1)
        return cls(
            days=tuple(days),
            first_day_on_target=_first(days, target),
            stays_on_target_from=_first(days[last_off + 1 :], target),
        )


def _first(days: Sequence[Day], target: Fraction) -> date | None:
    return next((day.day for day in days if day.is_on_target(target)), None)
