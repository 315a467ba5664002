"""Telling days: those of a course that are numbered.

The last day before orders only leave, the highest day, the days on which the rate comes under the
target, goes over it again and stays under it, and the days on which marks leave or enter; at most
six, the coming ones before the past.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculator.pictures.days import Turn
from calculator.recovery import Day, Recovery

MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The days of a course and what happens on them.

    Attributes:
        today: the place of the as-of day.
        full: the last place before orders only leave, None where that is not drawn.
        until: the place from which no mark of today's window is left.
        highest: the first place from today on and before that with the highest rate, None where
            it is no news.
        under: the first place after today on which the rate comes under the target.
        stays: the place from which it stays under, None where that is no news.
        over: the first place after `under`, or after today, on which it is under it no more.
    """

    days: tuple[Day, ...]
    turns: dict[int, Turn]
    target: Fraction
    today: int
    full: int | None
    until: int
    highest: int | None
    under: int | None
    over: int | None
    stays: int | None

    @classmethod
    def of(
        cls, days: tuple[Day, ...], turns: dict[int, Turn], as_of: date, recovery: Recovery, target: Fraction
    ) -> Course:
        """Return the course of some days in a row."""
        today = next(n for n, day in enumerate(days) if day.day == as_of)
        full = _full(days, today, recovery)
        until = _until(days, today, full, recovery)
        under = _crossing(days, today, target, is_off=False)
        return cls(
            days=days,
            turns=turns,
            target=target,
            today=today,
            full=full,
            until=until,
            highest=_highest(days[:until], today, full),
            under=under,
            over=_crossing(days, under or today, target, is_off=True),
            stays=_last_crossing(days, today, target),
        )

    def numbered(self) -> list[int]:
        """Return the places to number, in order."""
        coming = sorted(n for n in self.turns if n > self.today)
        past = sorted((n for n in self.turns if n <= self.today), reverse=True)
        wished = [self.full, self.highest, self.under, self.over, self.stays, *coming[-1:], *coming, *past]
        return sorted(list(dict.fromkeys(n for n in wished if n is not None))[:MOST])


def rate(day: Day) -> Fraction | None:
    """Return the rate of a day; of no orders there is none."""
    return Fraction(day.orders_with_defects, day.orders) if day.orders else None


def _full(days: Sequence[Day], today: int, recovery: Recovery) -> int | None:
    """Return the last day on which an order enters, today at the earliest; None without any rate then."""
    ledger = recovery.ledger
    last = max((day for day, number in ledger.orders.items() if number), default=date.min)
    if ledger.typed:
        last = max(last, ledger.typed[1].last_day)
    entered = (last - days[today].day).days + recovery.lag
    place = today + max(entered, 0)
    return place if place < len(days) and days[place].orders_with_defects and days[place].orders else None


def _until(days: Sequence[Day], today: int, full: int | None, recovery: Recovery) -> int:
    """Return the place after which rates of few orders frighten and say nothing."""
    if recovery.marked_until is None:
        return len(days) if full is None else full + 1
    return min(today + (recovery.marked_until - days[today].day).days, len(days))


def _highest(days: Sequence[Day], today: int, full: int | None) -> int | None:
    """Return the first day with the highest rate from today on, unless it is the rate of the full day."""
    place = highest(days, today)
    is_known = full is not None and full < len(days) and rate(days[full]) == rate(days[place or 0])
    return None if is_known else place


def highest(days: Sequence[Day], start: int = 0) -> int | None:
    """Return the first place from `start` on with the highest rate, None where no day has one."""
    found: int | None = None
    for place in range(start, len(days)):
        day, most = days[place], days[found or 0]
        if day.orders and (
            found is None or day.orders_with_defects * most.orders > most.orders_with_defects * day.orders
        ):
            found = place
    return found


def _crossing(days: Sequence[Day], start: int, target: Fraction, *, is_off: bool) -> int | None:
    """Return the first place after `start` where the rate changes to this side of the target."""
    for place in range(start + 1, len(days)):
        before, day = days[place - 1], days[place]
        is_across = before.is_off_target(target) if not is_off else before.is_on_target(target)
        if is_across and (day.is_off_target(target) if is_off else day.is_on_target(target)):
            return place
    return None


def _last_crossing(days: Sequence[Day], today: int, target: Fraction) -> int | None:
    """Return the last place on which the rate comes under the target."""
    places = range(len(days) - 1, today, -1)
    return next(
        (n for n in places if days[n].is_on_target(target) and days[n - 1].is_off_target(target)), None
    )
