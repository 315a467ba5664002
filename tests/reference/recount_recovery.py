"""The next ninety days of a shop, each recounted from the whole list of orders: slow and obvious.

The words of the specification, and how they are read here:

* Day d looks at the orders of the sixty days that end on d - L. An order counts as it does in
  `orders.low`; an order with an open claim counts as one with a defect.
* Without orders nothing is on target: 0 of 0 is not under one in a hundred.
* "First day from which no later day with orders is off target": the day itself has to be on
  target, so it has orders; days without orders that come later change nothing. A day without
  orders is never the answer, and a shop whose orders only run out stays off target (None).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from .recount import WINDOW_DAYS
from .recount_sides import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .recount_sides import Side

DAYS_AHEAD = 90
NO_NEW_ORDERS, SAME_PACE = "no_new_orders", "same_pace"


@dataclass(frozen=True, slots=True)
class Count:
    """One day's window: the orders in it and those with a defect."""

    day: date
    orders: int
    orders_with_defects: int

    @property
    def on_target(self) -> bool:
        """Strictly under one in a hundred."""
        return 100 * self.orders_with_defects < self.orders


def windows(one: Side) -> Iterator[tuple[date, date, date]]:
    """Each of the next ninety days that the calendar still has, with the days of its window."""
    for ahead in range(1, min(DAYS_AHEAD, (date.max - one.as_of).days) + 1):
        day = one.as_of + timedelta(days=ahead)
        last = day - timedelta(days=one.lag)
        yield day, last - timedelta(days=WINDOW_DAYS - 1), last


def known(one: Side) -> list[Count]:
    """The counts of each of the next ninety days, when nothing more is sold."""
    return [Count(day, *inside(one, first, last)) for day, first, last in windows(one)]


def with_new(one: Side, days: list[Count]) -> list[Count]:
    """The same days when every day after today brings as many orders as a day of today's window."""
    sold = pace(one)
    new = [floor(sold * days_after(one.as_of, first, last)) for _, first, last in windows(one)]
    return [replace(day, orders=day.orders + more) for day, more in zip(days, new, strict=True)]


def days_after(today: date, first: date, last: date) -> int:
    """How many days of a window are still to come."""
    return sum(first + timedelta(days=number) > today for number in range((last - first).days + 1))


def pace(one: Side) -> Fraction:
    """Orders a day in today's window."""
    orders = one.typed.orders if one.typed else inside(one, one.first, one.last)[0]
    return Fraction(orders, (one.last - one.first).days + 1)


def outlook(days: list[Count]) -> dict[str, object]:
    """The days with their two answers, as the assessment writes them."""
    return {
        "days": [
            {"day": str(one.day), "orders": one.orders, "orders_with_defects": one.orders_with_defects}
            for one in days
        ],
        "first_day_on_target": next((str(one.day) for one in days if one.on_target), None),
        "stays_on_target_from": stays_from(days),
    }


def stays_from(days: list[Count]) -> str | None:
    """The first day on target after which no day with orders is off target."""
    for place, one in enumerate(days):
        if one.on_target and all(later.on_target for later in days[place:] if later.orders):
            return str(one.day)
    return None


def recovery(one: Side) -> dict[str, object]:
    """Both calendars of one fulfilment: nothing sold any more, and as much as in today's window."""
    days = known(one)
    return {NO_NEW_ORDERS: outlook(days), SAME_PACE: outlook(with_new(one, days))}
