"""Steps: why the number moves on a day, by what leaves the window and what enters it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from calculator.dates import DateRange, plus
from calculator.recovery.calendar import Recovery
from calculator.recovery.projection import Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One day on which the counts change, against the day before.

    Attributes:
        marked_left, marked_entered: ids of orders with a defect that leave or enter.
        orders_left, orders_entered: orders certain to be counted, marked ones among them.
        rises: the rate goes up, None where one of the two days has no orders.
    """

    day: Day
    marked_left: tuple[str, ...]
    marked_entered: tuple[str, ...]
    orders_left: int
    orders_entered: int
    rises: bool | None


def steps(recovery: Recovery) -> Iterator[Step]:
    """Yield the days on which something leaves or enters without new orders, in order."""
    ledger, days = recovery.ledger, recovery.no_new_orders.days
    for before, day in zip((None, *days), days, strict=False):
        leaves, enters = _edges(day.day, recovery)
        left, entered = _marked(recovery, leaves), _marked(recovery, enters)
        orders_left, orders_entered = ledger.orders_on(leaves), ledger.orders_on(enters)
        if left or entered or orders_left or orders_entered:
            yield Step(
                day=day,
                marked_left=left,
                marked_entered=entered,
                orders_left=orders_left,
                orders_entered=orders_entered,
                rises=_rises(before, day) if before else None,
            )


def _edges(day: date, recovery: Recovery) -> tuple[date, date]:
    """Return the order day that has just left the window of `day`, and the one that has just entered."""
    enters = day - timedelta(days=recovery.lag)
    return enters - timedelta(days=recovery.length), enters


def _marked(recovery: Recovery, day: date) -> tuple[str, ...]:
    return tuple(sorted(recovery.ledger.marked.get(day, ())))


def _rises(before: Day, day: Day) -> bool | None:
    if not before.orders or not day.orders:
        return None
    return Fraction(day.orders_with_defects, day.orders) > Fraction(before.orders_with_defects, before.orders)


def entering(recovery: Recovery, window: DateRange) -> tuple[tuple[date, tuple[str, ...]], ...]:
    """Return the marked orders that are not in the window yet, by the day they enter it."""
    ahead = sorted(day for day in recovery.ledger.marked if day > window.last_day)
    entries = ((plus(day, recovery.lag), day) for day in ahead)
    return tuple((enters, _marked(recovery, day)) for enters, day in entries if enters)
