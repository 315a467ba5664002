"""Course: the rate of the worked example day by day, drawn like any seller's own.

The shop sells until the day of the notice and then no more. Clean orders leave the window before
the two defects do, so the rate rises although nothing has happened. The picture is the core's.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from calculator import display
from calculator.assess import Assessment
from calculator.docsite import blocks, example, words
from calculator.docsite.invented import Shop, spread, window_of
from calculator.orders import Fulfillment
from calculator.pictures import course_of
from calculator.pictures.days import drawn
from calculator.recovery import Day, recovery_of


@cache
def assessment(as_of: date) -> Assessment:
    """Return the example on the day of the notice, with a past as long as the window before it."""
    window = window_of(as_of)
    first_day = window.first_day - timedelta(days=window.days)
    sales = spread(example.ORDERS, first_day, window.days, until=as_of)
    return Shop(sales, example.claimed(sales, as_of)).on(as_of)


def days(as_of: date) -> tuple[Day, ...]:
    """Return every day of the picture."""
    found = assessment(as_of)
    return drawn(found, recovery_of(found, Fulfillment.MFN))[0]


def block(lang: str, as_of: date) -> str:
    """Return the drawing, its numbered days as a list, and all days as a table.

    Raises:
        ValueError: the example carries no mark, so there is nothing to draw.
    """
    found, all_days = assessment(as_of), days(as_of)
    picture = course_of(found, Fulfillment.MFN, lang)
    if picture is None:
        raise ValueError("The worked example has nothing to draw.")
    today = next(one for one in all_days if one.day == as_of)
    lead = words.guide(lang, "course.lead", orders=display.count(today.orders), day=display.day(as_of, lang))
    said = words.guide(lang, "course.today")
    return blocks.render(
        "course",
        lang,
        picture={**picture, "subtitle": lead, "today": {**picture["today"], "label": said}},
        days=[(one, _counts(one, lang, found.policy.fraction(example.TARGET))) for one in all_days],
    )


def _counts(one: Day, lang: str, target: Fraction) -> str:
    rate = display.percent(Fraction(one.orders_with_defects, one.orders), lang, target)
    return f"{display.count(one.orders_with_defects)} / {display.count(one.orders)} = {rate}"
