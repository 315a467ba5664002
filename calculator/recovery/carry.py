"""Carry: how many more orders with a defect a window holds and stays strictly under the target.

Asked for the day itself, and for the coming days, on which clean orders leave and the window carries
less. A new mark mostly falls on an order that is in the window already, so the orders stay as they are.

Source: order_defect_rate.target
Worse mistake: room that is not there. Orders certain to be counted carry, every mark that may count weighs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from calculator.recovery.calendar import Recovery
from calculator.recovery.projection import Day

AHEAD_DAYS = 30
"""Days looked ahead, ours: a month is as far as a seller plans, and twice the wait of a new order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carry:
    """What a window carries on the day asked for, and on the worst of the coming days.

    Attributes:
        worst: the first of the days with the least room, None where no coming day has orders.
    """

    today: Day
    worst: Day | None
    target: Fraction

    @property
    def more_today(self) -> int | None:
        """Return how many more orders with a defect today's window carries."""
        return more(self.today, self.target)

    @property
    def more_at_worst(self) -> int | None:
        """Return how many more the worst of the coming days carries."""
        return more(self.worst, self.target) if self.worst else None


def carry(recovery: Recovery, today: Day) -> Carry:
    """Return what is carried today and on the worst of the coming days, without new orders."""
    ahead = islice(recovery.no_new_orders.days, AHEAD_DAYS)
    return Carry(today=today, worst=_worst(ahead, recovery.target), target=recovery.target)


def more(day: Day, target: Fraction) -> int | None:
    """Return how many more orders with a defect a day carries; negative when over already.

    Units: orders; None on a day without orders, which has no rate.

    >>> from datetime import date
    >>> [more(Day(date(2026, 11, 22), 126, marked), Fraction(1, 100)) for marked in (0, 1, 2)]
    [1, 0, -1]
    >>> more(Day(date(2026, 11, 22), 100, 0), Fraction(1, 100))
    0
    """
    return most(day.orders, target) - day.orders_with_defects if day.orders else None


def most(orders: int, target: Fraction) -> int:
    """Return the most orders with a defect that are strictly under the target; 0 without orders."""
    return max(orders * target.numerator - 1, 0) // target.denominator


def fewest_orders(marked: int, target: Fraction) -> int:
    """Return the fewest orders that carry so many with a defect.

    >>> fewest_orders(1, Fraction(1, 100))
    101
    """
    return marked * target.denominator // target.numerator + 1


def _worst(days: Iterable[Day], target: Fraction) -> Day | None:
    rooms = [(room, day) for day in days if (room := more(day, target)) is not None]
    return min(rooms, key=lambda one: one[0])[1] if rooms else None
