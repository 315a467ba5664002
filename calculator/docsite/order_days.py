"""Order days: for the day of an order, from when it weighs on the rate and from when no more.

Source: order_defect_rate.window_lag, order_defect_rate.window_days
Worse mistake: a day that reads as the day offers come back. The columns speak of the order only.
"""

from __future__ import annotations

from datetime import date, timedelta

from calculator import display
from calculator.docsite import blocks
from calculator.docsite.day_tables import DAYS_AHEAD, Row, by_month, near
from calculator.policy import policy_on
from calculator.reporting_window import ReportingWindow, choose


def table(lang: str, as_of: date) -> str:
    """Return one row for every order day from the window's first to a year ahead, folded by month."""
    window = choose(as_of, policy_on(as_of))
    first, last = window.range.first_day, as_of + timedelta(days=DAYS_AHEAD)
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    months = by_month([_row(day, window, lang) for day in days], lang, as_of)
    return blocks.render("order_days", lang, months=months, first=first, last=last)


def _row(day: date, window: ReportingWindow, lang: str) -> Row:
    enters, leaves = window.enters_on(day), window.leaves_on(day)
    if enters is None or leaves is None:
        raise ValueError(f"The table ends beyond the calendar, at {day}.")
    cells = (near(enters, day, lang), near(leaves, day, lang))
    return Row(day=day, label=display.day(day, lang, with_year=False), cells=cells)
