"""Figures: what Amazon stated, in the notice and on the ODR page, each with its day.

Three figures may stand side by side, and they may differ: the notice was written on another
day than today's page, and files are a third account. A letter quotes Amazon's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculator.case.model import Case, StatedFigure
from calculator.dates import DateRange
from calculator.orders import Fulfillment, fulfillment_of
from calculator.reports.hand_cells import plain
from calculator.reports.order_counts import whole
from calculator.reports.written_day import DateOrder, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Counts that Amazon told the seller.

    Attributes:
        source: `notice` or `odr_page`.
        day: when it was seen, None where that was not typed.
        days: the window it is for, None where that was not typed.
    """

    source: str
    day: date | None
    days: DateRange | None
    fulfillment: Fulfillment
    orders: int
    orders_with_defects: int


def figures(case: Case) -> tuple[Figure, ...]:
    """Return the figures that can be read whole, the notice first."""
    return tuple(_readable(("notice", case.notice), ("odr_page", case.odr_page)))


def _readable(*forms: tuple[str, StatedFigure]) -> Iterator[Figure]:
    for source, form in forms:
        orders, marked = whole(form.orders), whole(form.orders_with_defects)
        who = fulfillment_of(form.fulfillment) if form.fulfillment else Fulfillment.MFN
        if orders is None or marked is None or marked > orders or who is None:
            continue
        yield Figure(
            source=source,
            day=_day(form.day),
            days=_days(form),
            fulfillment=who,
            orders=orders,
            orders_with_defects=marked,
        )


def _days(form: StatedFigure) -> DateRange | None:
    first, last = _day(form.first_day), _day(form.last_day)
    return DateRange(first, last) if first and last and first <= last else None


def _day(text: str) -> date | None:
    return read(plain(text), DateOrder.YEAR)
