"""Steps: why the number moves on a day, by what leaves the window and what enters it.

Each step is measured as the difference of two windows, so that the steps add up to the counts of
the days, also where a typed count is spread over days of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from calculator.dates import DateRange, plus
from calculator.recovery.calendar import Recovery
from calculator.recovery.ledger import window_on
from calculator.recovery.projection import Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One day on which the counts change, against the day before.

    Attributes:
        before: the day before, the day asked for in front of the first one.
        left_of, entered_of: the order day that has just left the window, and the one just entered.
        marked_left, marked_entered: ids of orders with a defect that leave or enter.
        undated_left: orders with a defect that may have any day and leave now at the latest.
        orders_left, orders_entered: orders certain to be counted, marked ones among them.
    """

    before: Day
    day: Day
    left_of: date
    entered_of: date
    marked_left: tuple[str, ...]
    marked_entered: tuple[str, ...]
    undated_left: int
    orders_left: int
    orders_entered: int

    @property
    def clean_left(self) -> int:
        """Return the orders without a defect that leave."""
        return max(self.orders_left - len(self.marked_left) - self.undated_left, 0)

    @property
    def clean_entered(self) -> int:
        """Return the orders without a defect that enter."""
        return max(self.orders_entered - len(self.marked_entered), 0)

    @property
    def moves_marks(self) -> bool:
        """Return whether an order with a defect leaves or enters."""
        return bool(self.marked_left or self.marked_entered or self.undated_left)

    @property
    def rises(self) -> bool | None:
        """Return whether the rate goes up, None where one of the two days has no orders."""
        return has_risen(self.before, self.day)


def has_risen(before: Day, day: Day) -> bool | None:
    """Return whether the rate of a day is above that of another; None without orders on both."""
    if not before.orders or not day.orders:
        return None
    return day.orders_with_defects * before.orders > before.orders_with_defects * day.orders


def steps(recovery: Recovery) -> Iterator[Step]:
    """Yield the days on which something leaves or enters without new orders, in order."""
    before = recovery.on(recovery.as_of)
    for day in recovery.no_new_orders.days:
        step = _step(recovery, before, day)
        if step.moves_marks or step.orders_left or step.orders_entered:
            yield step
        before = day


def _step(recovery: Recovery, before: Day, day: Day) -> Step:
    ledger, window = recovery.ledger, window_on(day.day, recovery.lag, recovery.length)
    left_of, one_day = window.first_day - timedelta(days=1), timedelta(days=1)
    common = DateRange(window.first_day, window.last_day - one_day) if recovery.length > 1 else None
    both = ledger.orders_in(common) if common else 0
    marked_left = _marked(recovery, left_of)
    number, last_day = ledger.dateless
    return Step(
        before=before,
        day=day,
        left_of=left_of,
        entered_of=window.last_day,
        marked_left=marked_left,
        marked_entered=_marked(recovery, window.last_day),
        undated_left=number if last_day == left_of else 0,
        orders_left=before.orders - both,
        orders_entered=day.orders - both,
    )


def _marked(recovery: Recovery, day: date) -> tuple[str, ...]:
    return tuple(sorted(recovery.ledger.marked.get(day, ())))


def entering(recovery: Recovery, window: DateRange) -> tuple[tuple[date, tuple[str, ...]], ...]:
    """Return the marked orders newer than the window, by the coming day on which they enter it."""
    ahead = sorted(day for day in recovery.ledger.marked if day > window.last_day)
    entries = ((plus(day, recovery.lag), day) for day in ahead)
    return tuple(
        (enters, _marked(recovery, day)) for enters, day in entries if enters and enters > recovery.as_of
    )
