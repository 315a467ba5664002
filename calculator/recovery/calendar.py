"""Calendar: the counts of each of the next ninety days, with and without new orders.

An order of day D is in the window from D + lag to D + lag + 59. So the coming days are decided by
orders that exist already: defects leave, clean orders leave too, and what was ordered in the last
days enters. `no_new_orders` takes nothing else; `same_pace` adds orders at the window's own pace.

Source: order_defect_rate.window_days, order_defect_rate.window_lag
Worse mistake: a date that sounds like the day offers come back. It is a day of the number alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculator.dates import plus
from calculator.recovery.ledger import Ledger, window_on

HORIZON = 90


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """Both projections of one fulfilment, and the ledger and lag they rest on."""

    ledger: Ledger
    lag: int
    length: int
    no_new_orders: Projection
    same_pace: Projection


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
    return Recovery(
        ledger=ledger,
        lag=lag,
        length=length,
        no_new_orders=Projection.of(list(_days(ledger, as_of, lag, length, Fraction(0))), target),
        same_pace=Projection.of(list(_days(ledger, as_of, lag, length, pace)), target),
    )


def _days(ledger: Ledger, as_of: date, lag: int, length: int, pace: Fraction) -> Iterator[Day]:
    for day in filter(None, (plus(as_of, step) for step in range(1, HORIZON + 1))):
        window = window_on(day, lag, length)
        new_days = min(max((window.last_day - as_of).days, 0), length)
        orders = ledger.orders_in(window) + int(pace * new_days)
        yield Day(day, orders, ledger.marked_in(window))


def _first(days: Sequence[Day], target: Fraction) -> date | None:
    return next((day.day for day in days if day.is_on_target(target)), None)
