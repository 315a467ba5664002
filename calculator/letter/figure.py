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
from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.case import Case, StatedFigure
from calculator.case.figures import figures
from calculator.dates import DateRange
from calculator.letter.template import both, known, past_day, said
from calculator.messages import text
from calculator.order_defect_rate import Verdict, target_of
from calculator.orders import Fulfillment
from calculator.plan_of_action.answers import Answer, written
from calculator.plan_of_action.model import CHINESE, ENGLISH, Sentence, Source, Writing
from calculator.reports.order_counts import whole

_LABELS = {"notice": "notice_day", "odr_page": "page_day"}


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


def told(one: Quoted, case: Case, assessment: Assessment | None, writing: Writing) -> Sentence:
    """Return the sentence that quotes a figure."""
    key = f"letter.figure.{one.source}"
    if one.days and one.source != "files":
        key = f"{key}_window"
    return said(key, writing, _answers(one, case, assessment, writing))


def value(one: Quoted, sentence: Sentence) -> dict[str, Any]:
    """Return the figure as a plain value."""
    return {
        "source": one.source,
        "day": one.day.isoformat() if one.day else None,
        "orders": one.orders,
        "orders_with_defects": one.orders_with_defects,
        "fulfillment": one.fulfillment.value,
        "text": sentence.text,
    }


def fulfillment_words(who: Fulfillment) -> dict[str, str]:
    """Return who ships, in both languages."""
    return both(f"letter.fulfillment.{who}")


def _answers(one: Quoted, case: Case, assessment: Assessment | None, writing: Writing) -> dict[str, Answer]:
    is_typed = one.source in _LABELS
    source, place = (Source.SELLER, one.source) if is_typed else (Source.ASSESSMENT, "assessment")
    marked, orders = one.orders_with_defects, one.orders
    most = one.highest or (marked, orders)
    found = {
        "fulfillment": known("fulfillment", fulfillment_words(one.fulfillment), Source.TEMPLATE, ""),
        "orders": known("orders", display.count_band(orders, most[1]), source, f"{place}.orders"),
        "defects": known(
            "defects", display.count_band(marked, most[0]), source, f"{place}.orders_with_defects"
        ),
        "rate": known("rate", _rate(one, assessment), Source.ASSESSMENT, f"{place}.rate"),
    }
    if one.days:
        found["first"] = known("first", written(one.days.first_day), source, f"{place}.first_day")
        found["last"] = known("last", written(one.days.last_day), source, f"{place}.last_day")
    if is_typed:
        typed = getattr(case, one.source).day
        found["day"] = past_day("day", typed, f"{one.source}.day", writing, _LABELS[one.source])
    return found


def _rate(one: Quoted, assessment: Assessment | None) -> dict[str, str]:
    """Return the rate in per cent, both ends where our own count has two."""
    target = target_of(assessment.policy) if assessment else None
    most, orders = one.highest or (one.orders_with_defects, one.orders)
    low, high = Fraction(one.orders_with_defects, orders), Fraction(most, max(one.orders, 1))
    return {
        lang: display.percent_band(low, high, lang, target).replace("\u00a0", " ")
        for lang in (ENGLISH, CHINESE)
    }


def source_name(source: str, lang: str) -> str:
    """Return where a figure comes from."""
    return text(lang, f"letter.figure.source.{source}")
