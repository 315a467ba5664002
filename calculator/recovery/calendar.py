"""Calendar: the counts of each of the next ninety days, with and without new orders.

An order of day D is in the window from D + lag to D + lag + 59. So the coming days are decided by
orders that exist already: defects leave, clean orders leave too, and what was ordered in the last
days enters. `no_new_orders` takes nothing else; `same_pace` adds orders at the window's own pace.

Source: order_defect_rate.window_days, order_defect_rate.window_lag
Worse mistake: a date that sounds like the day offers come back. It is a day of the number alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from calculator.dates import plus
from calculator.recovery.ledger import Ledger, window_on
from calculator.recovery.projection import Day, Projection

HORIZON = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """The next days of one fulfilment, and what they rest on.

    Attributes:
        as_of: the day before the first one shown.
        lag: days an order waits before it enters the window.
        length: days an order stays.
        pace: orders a day that `same_pace` adds.
        target: share that must not be reached.
    """

    ledger: Ledger
    as_of: date
    lag: int
    length: int
    pace: Fraction
    target: Fraction
    no_new_orders: Projection

    @property
    def same_pace(self) -> Projection:
        """Return the days if orders went on coming; asked for by scripts, shown to nobody."""
        return _projection(self, self.lag, self.pace)

    def on(self, day: date, lag: int | None = None) -> Day:
        """Return the counts of one day, from what is known now."""
        window = window_on(day, self.lag if lag is None else lag, self.length)
        return Day(day, self.ledger.orders_in(window), self.ledger.marked_in(window))

    @property
    def marked_until(self) -> date | None:
        """Return the day on which the last mark of the as-of day's window has left.

        None without marks whose day is known, and for a typed count: later orders are not known then.
        """
        window = window_on(self.as_of, self.lag, self.length)
        held = [day for day in self.ledger.marked if day in window and self.ledger.typed is None]
        return plus(max(held), self.lag + self.length) if held else None

    @property
    def undated(self) -> int:
        """Return the marks without a day that may be in the as-of day's window."""
        number, last_day = self.ledger.dateless
        return number if last_day >= window_on(self.as_of, self.lag, self.length).first_day else 0

    def with_lag(self, lag: int) -> Projection:
        """Return the days without new orders if orders waited so many days instead."""
        return _projection(self, lag, Fraction(0))

    def first_day_if_ending(self, later: int) -> date | None:
        """Return the first day on target if every window ended so many days later than is taken.

        The same windows on other days: nothing is counted again but those beyond both ends.
        """
        held = {one.day: one for one in self.no_new_orders.days}
        for day in held:
            other = plus(day, later)
            if other and (held.get(other) or self.on(other)).is_on_target(self.target):
                return day
        return None


def recovery(
    ledger: Ledger, as_of: date, lag: int, pace: Fraction, length: int, target: Fraction
) -> Recovery:
    """Return the next ninety days of one fulfilment.

    Args:
        ledger: orders and marks by order day.
        as_of: the day before the first one shown.
        lag: days an order waits before it enters the window.
        pace: orders a day that `same_pace` adds.
        length: days an order stays.
        target: share that must not be reached.

    Units: orders and days.
    """
    bare = Recovery(
        ledger=ledger,
        as_of=as_of,
        lag=lag,
        length=length,
        pace=pace,
        target=target,
        no_new_orders=Projection(days=(), first_day_on_target=None, stays_on_target_from=None),
    )
    return replace(bare, no_new_orders=bare.with_lag(lag))


def _projection(recovery: Recovery, lag: int, pace: Fraction) -> Projection:
    return Projection.of(list(_days(recovery, lag, pace)), recovery.target)


def _days(recovery: Recovery, lag: int, pace: Fraction) -> Iterator[Day]:
    as_of = recovery.as_of
    for day in filter(None, (plus(as_of, step) for step in range(1, HORIZON + 1))):
        counts = recovery.on(day, lag)
        new_days = min(max((day - as_of).days - lag, 0), recovery.length) if pace else 0
        yield replace(counts, orders=counts.orders + int(pace * new_days)) if new_days else counts
