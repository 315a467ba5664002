"""Ledger: the orders and marked orders of one fulfilment by order day, ready to be slid over.

Counts are those of the careful side: orders that are certain to be counted, every defect that may
count. What was only typed has no days of its own: a count is spread evenly over its period and
never rounded up, a mark that only Amazon's page counts stays until the last day it could.

Worse mistake: a day on which the rate looks lower than it can be known to be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from calculator.dates import DateRange
from calculator.recovery.tally import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What one fulfilment holds, by order day.

    Attributes:
        orders: orders certain to be counted, marked ones among them.
        marked: ids of orders with a defect that counts or may count.
        typed: number of orders and the period they are spread over, where no order is known.
        dateless: orders with a defect whose day is not known, and the last day they may have.
    """

    orders: Mapping[date, int]
    marked: Mapping[date, frozenset[str]]
    typed: tuple[int, DateRange] | None = None
    dateless: tuple[int, date] = (0, date.min)
    _orders: Tally = field(init=False, repr=False, compare=False)
    _marked: Tally = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_orders", Tally.of(self.orders))
        object.__setattr__(self, "_marked", Tally.of({day: len(ids) for day, ids in self.marked.items()}))

    def orders_in(self, window: DateRange) -> int:
        """Return the orders of a window, never fewer than marked; a typed count by its share of days.

        A typed count holds the orders known of its own period; those of other days stand beside it.
        """
        known = self._orders.within(window)
        if self.typed is None:
            return known
        number, period = self.typed
        common = _common(window, period)
        within = self._orders.within(common) if common else 0
        share = number * common.days // period.days if common else 0
        return max(max(share, within) + known - within, self.marked_in(window))

    def marked_in(self, window: DateRange) -> int:
        """Return the orders with a defect of a window."""
        number, last_day = self.dateless
        return self._marked.within(window) + (number if last_day >= window.first_day else 0)


def window_on(day: date, lag: int, length: int) -> DateRange:
    """Return the window that is measured on a day."""
    return DateRange.ending(day - timedelta(days=lag), length)


def _common(one: DateRange, other: DateRange) -> DateRange | None:
    """Return the days in both ranges, None where there are none."""
    first, last = max(one.first_day, other.first_day), min(one.last_day, other.last_day)
    return DateRange(first, last) if first <= last else None
