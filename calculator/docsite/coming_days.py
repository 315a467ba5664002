"""Coming days: how the number of the worked example moves when nothing new is sold.

The shop of `example` sells until the day of the notice. The core's calendar counts every coming
day; the pages name a few of them. Every figure is the core's.

Worse mistake: a day that sounds like the day offers come back. It is a day of the number alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from calculator import display
from calculator.docsite import example
from calculator.docsite.invented import Mark, Shop, spread, window_of
from calculator.orders import Fulfillment
from calculator.recovery import Day, Recovery, recovery_of

LATER = 10
"""Days after the last full one, for a look at the rate on its way up."""


def shop(as_of: date, marks: tuple[Mark, ...] | None = None) -> Shop:
    """Return the shop of the example, selling until `as_of`, with its own marks or with others."""
    window = window_of(as_of)
    sales = spread(example.ORDERS, window.first_day, window.days, until=as_of)
    return Shop(sales, example.shop(as_of).marks if marks is None else marks)


def ahead(held: Shop, as_of: date) -> Recovery:
    """Return what the core says about the coming days of a shop."""
    return recovery_of(held.on(as_of), Fulfillment.MFN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """The days that the pages name.

    Attributes:
        full: the last day with all orders of the notice day.
        later: some days after it.
        highest: the day of the highest rate.
        left: the day on which the first marked order has left.
        eve: the day before the first one under the target.
        under: the first day on which the number alone is under the target.
    """

    full: Day
    later: Day
    highest: Day
    left: Day
    eve: Day
    under: Day


def moments(as_of: date) -> Moments:
    """Return the days of the example that matter.

    Raises:
        ValueError: the example does not come under its target, so the pages would be untrue.
    """
    found = ahead(shop(as_of), as_of).no_new_orders
    days = {one.day: one for one in found.days}
    full = max(one.day for one in found.days if one.orders == found.days[0].orders)
    left = min(one.day for one in found.days if one.orders_with_defects < found.days[0].orders_with_defects)
    under = found.first_day_on_target
    if under is None or not full < left < under:
        raise ValueError("The example no longer climbs, falls and comes under its target.")
    return Moments(
        full=days[full],
        later=days[full + timedelta(days=LATER)],
        highest=max(found.days, key=rate),
        left=days[left],
        eve=days[under - timedelta(days=1)],
        under=days[under],
    )


def rate(one: Day) -> Fraction:
    """Return the rate of a day, 0 where nothing is left to divide by."""
    return Fraction(one.orders_with_defects, one.orders) if one.orders else Fraction(0)


def part(name: str, lang: str, as_of: date) -> str:
    """Return one figure of a named day as words, such as `later.rate`.

    Raises:
        LookupError: the example has no such figure.
    """
    moment, _, what = name.partition(".")
    one = getattr(moments(as_of), moment, None)
    if not isinstance(one, Day):
        raise LookupError(f'The coming days have no moment "{moment}".')
    figures = {
        "day": display.day(one.day, lang),
        "orders": display.count(one.orders),
        "defects": display.count(one.orders_with_defects),
        "rate": display.percent(rate(one), lang, example.case(as_of).target),
    }
    return figures[what]
