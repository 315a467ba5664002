"""Zones: the order days of a strip, in the window, before it and after it.

Before the window as many days as an order waits to enter it, as far as orders are known there;
after it the days up to the as-of day, whose orders enter next.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from calculator.assess import Assessment
from calculator.dates import DateRange, plus
from calculator.pictures.telling import MOST
from calculator.recovery import Recovery
from calculator.recovery.ledger import Ledger, window_on

LONGEST = 4
"""Windows of more than so many usual ones have no strip: nobody could tell a day from the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The days of a strip, in three zones.

    Attributes:
        left, enters: the days before and after the window, None without any.
        is_todays: the window is the one of the as-of day, so days of leaving can be told.
    """

    window: DateRange
    left: DateRange | None
    enters: DateRange | None
    ledger: Ledger
    is_todays: bool

    @property
    def days(self) -> list[date]:
        """Return all days in order."""
        first = (self.left or self.window).first_day
        last = (self.enters or self.window).last_day
        return [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]

    def zone(self, day: date) -> str:
        """Return the name of the zone a day is in."""
        if day in self.window:
            return "window"
        return "left" if day < self.window.first_day else "enters"

    def orders(self, day: date) -> int:
        """Return the orders of a day, never fewer than marked."""
        return max(self.ledger.orders.get(day, 0), self.marked(day))

    def marked(self, day: date) -> int:
        """Return the orders of a day with a mark."""
        return len(self.ledger.marked.get(day, ()))


def zones_of(assessment: Assessment, recovery: Recovery) -> Strip | None:
    """Return the strip of an assessment; None for a typed count and a window that is no usual one."""
    window, as_of, ledger = assessment.window.range, assessment.as_of, recovery.ledger
    if ledger.typed is not None or window.days > LONGEST * recovery.length:
        return None
    before = plus(window.first_day, -recovery.lag)
    after = plus(window.last_day, recovery.length)
    known = [day for day in ledger.orders if before and before <= day < window.first_day]
    last = min(as_of, after) if after else as_of
    first = plus(window.last_day, 1)
    return Strip(
        window=window,
        left=DateRange(min(known), date.fromordinal(window.first_day.toordinal() - 1)) if known else None,
        enters=DateRange(first, last) if first and first <= last else None,
        ledger=ledger,
        is_todays=window == window_on(as_of, recovery.lag, recovery.length),
    )


def numbered(strip: Strip) -> list[date]:
    """Return the marked days to number: those in the window first, then what enters, then what left."""
    order = ("window", "enters", "left")
    marked = [day for day in strip.days if strip.marked(day)]
    return sorted(sorted(marked, key=lambda day: (order.index(strip.zone(day)), day))[:MOST])
