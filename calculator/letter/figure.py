"""Figure: the one pair of counts the letter quotes, Amazon's own first, each with its day.

The notice, then the Order Defect Rate page, then Amazon's report; our own count only where Amazon
gave none, and the sentence says so.

Worse mistake: a figure in the letter that Amazon does not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculator.assess import Assessment
from calculator.case import Case, StatedFigure
from calculator.case.figures import figures
from calculator.dates import DateRange
from calculator.order_defect_rate import Verdict
from calculator.orders import Fulfillment
from calculator.reports.order_counts import whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The counts a letter quotes.

    Attributes:
        source: `notice`, `odr_page`, `report` or `files`.
        highest: the most orders with defects and orders there may be; None for a figure of Amazon's.
    """

    source: str
    fulfillment: Fulfillment
    orders: int
    orders_with_defects: int
    day: date | None = None
    days: DateRange | None = None
    highest: tuple[int, int] | None = None

    @property
    def rate(self) -> Fraction:
        """Return the rate, 0 without orders."""
        return Fraction(self.orders_with_defects, self.orders) if self.orders else Fraction(0)


def quoted(case: Case, assessment: Assessment | None) -> Quoted | None:
    """Return the figure the letter quotes, None where nobody gave any."""
    return next(_all(case, assessment), None)


def _all(case: Case, assessment: Assessment | None) -> Iterator[Quoted]:
    for one in figures(case):
        if one.orders:
            yield Quoted(
                source=one.source,
                fulfillment=one.fulfillment,
                orders=one.orders,
                orders_with_defects=one.orders_with_defects,
                day=one.day,
                days=one.days,
            )
    if assessment:
        yield from _reported(assessment)
    if assessment and not _begun(case):
        yield from _own(assessment)


def asked_for(case: Case) -> str:
    """Return the field in which a figure of Amazon's is still missing."""
    place, form = next(iter(_begun(case)), ("notice", case.notice))
    return f"{place}.orders" if whole(form.orders) is None else f"{place}.orders_with_defects"


def _begun(case: Case) -> tuple[tuple[str, StatedFigure], ...]:
    """Return the forms in which a number of Amazon's was typed: then Amazon did give one."""
    forms = (("notice", case.notice), ("odr_page", case.odr_page))
    return tuple(held for held in forms if (held[1].orders + held[1].orders_with_defects).strip())


def _reported(assessment: Assessment) -> Iterator[Quoted]:
    for one in assessment.reconciliations:
        if one.reported.orders and one.fulfillment is Fulfillment.MFN:
            yield Quoted(
                source="report",
                fulfillment=one.fulfillment,
                orders=one.reported.orders,
                orders_with_defects=one.reported.orders_with_defects,
                days=one.reported.window,
            )


def _own(assessment: Assessment) -> Iterator[Quoted]:
    rate = assessment.rates[Fulfillment.MFN]
    if rate.verdict is not Verdict.NO_ORDERS and assessment.is_covered[Fulfillment.MFN]:
        orders, marked = rate.orders, rate.orders_with_defects
        yield Quoted(
            source="files",
            fulfillment=Fulfillment.MFN,
            orders=orders.low,
            orders_with_defects=marked.low,
            days=assessment.window.range,
            highest=(marked.high, orders.high),
        )
