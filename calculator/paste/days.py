"""Days: which day a written one is, or which days it may be.

A numeric day is certain when one order of day and month fits every day of the paste; a paste has
one order, as a column has. A day without a year, a year of two digits in doubt, a relative day
and a day with a letter among its digits are never certain: they come back with the likely days
first.

Worse mistake: swapping day and month. A likely reading is offered, not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from calculator import dates
from calculator.dates import DateRange
from calculator.paste.day_forms import Written
from calculator.reports import date_order, written_day
from calculator.reports.written_day import DateOrder

_YEAR_BACK, _YEARS_BACK, _YEAR_AHEAD = 365, 731, 366


@dataclass(frozen=True, slots=True)
class Reading:
    """The days a written one may be, likely ones first; certain where there is one and no doubt."""

    text: str
    days: tuple[date, ...]
    is_certain: bool

    @property
    def day(self) -> date | None:
        """Return the day where it is certain."""
        return self.days[0] if self.is_certain else None


@dataclass(frozen=True, slots=True)
class Calendar:
    """How the days of one paste are read.

    Attributes:
        orders: orders of day and month that fit every numeric day, the store's habit first.
        span: the period the page states, which lends its year to days inside it.
    """

    as_of: date
    orders: tuple[DateOrder, ...]
    span: DateRange | None = None

    def read(self, written: Written) -> Reading:
        """Return the days a written one may be."""
        match written.form:
            case "relative":
                past = dates.plus(self.as_of, -written.days_ago)
                return Reading(written.plain, (past,) if past else (), is_certain=False)
            case "no_year":
                return self._without_year(written)
            case "run":
                whole = f"{written.plain[:4]}-{written.plain[4:6]}-{written.plain[6:]}"
                return Reading(written.plain, self._each(whole), is_certain=False)
            case "short_year":
                whole = re.sub(r"(.*\D)'?(\d\d)$", r"\g<1> 20\2", written.plain)
                return Reading(written.plain, self._each(whole), is_certain=False)
        days = self._each(written.plain)
        is_certain = len(days) == 1 and not written.is_faulty
        return Reading(written.plain, days, is_certain)

    def _each(self, text: str) -> tuple[date, ...]:
        found = (written_day.read(text, order) for order in self.orders)
        return tuple(dict.fromkeys(day for day in found if day))

    def _without_year(self, written: Written) -> Reading:
        """Return the day in the year before `as_of` first; certain where the page's period holds it once."""
        clean = written.plain.rstrip("日号號").strip()
        years = (self.as_of.year, self.as_of.year - 1)
        texts = [f"{year}年{clean}" if "月" in clean else f"{clean} {year}" for year in years]
        days = [day for text in texts if (day := written_day.read(text, DateOrder.YEAR))]
        inside = [day for day in days if self.span and day in self.span]
        if len(inside) == 1 and not written.is_faulty:
            return Reading(written.plain, tuple(inside), is_certain=True)
        back = dates.plus(self.as_of, -_YEAR_BACK)
        ordered = sorted(days, key=lambda day: not ((back is None or back < day) and day <= self.as_of))
        return Reading(written.plain, tuple(ordered), is_certain=False)


def calendar(
    written: Iterable[Written], ranges: Iterable[tuple[Written, Written]], as_of: date, store: str | None
) -> Calendar:
    """Return how the days of a paste are read: every order that fits all days and all ranges."""
    texts = [day.plain for day in written if day.form == "whole" and date_order.is_open(day.plain)]
    habit = date_order.order_of(texts, store)[0]
    orders = [habit, *(order for order in DateOrder if order is not habit)]
    if not texts:
        return Calendar(as_of, tuple(orders))
    if all("." in text for text in texts) and _fits(texts, DateOrder.DAY):
        orders = [DateOrder.DAY]
    fitting = [order for order in orders if _fits(texts, order)] or orders
    fitting = [order for order in fitting if _plausible(texts, order, as_of)] or fitting
    fitting = [order for order in fitting if _in_order(ranges, order)] or fitting
    return Calendar(as_of, tuple(fitting))


def _fits(texts: Sequence[str], order: DateOrder) -> bool:
    return all(written_day.read(text, order) for text in texts)


def _plausible(texts: Sequence[str], order: DateOrder, as_of: date) -> bool:
    """Return whether all days in this order lie near enough to the day asked about to be a page's."""
    first, last = dates.plus(as_of, -_YEARS_BACK), dates.plus(as_of, _YEAR_AHEAD)
    found = [written_day.read(text, order) for text in texts]
    return all(day and (first is None or first <= day) and (last is None or day <= last) for day in found)


def _in_order(ranges: Iterable[tuple[Written, Written]], order: DateOrder) -> bool:
    ends = ((written_day.read(a.plain, order), written_day.read(b.plain, order)) for a, b in ranges)
    return all(a is None or b is None or a <= b for a, b in ends)
