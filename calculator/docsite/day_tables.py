"""Tables by day: one row for every day of the coming year, folded by month, made by the core.

A page without Python looks its answer up here, with a small script or by eye. Nothing is computed
on the page, so the rule behind a row stands in one place only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from calculator import display, messages
from calculator.claim_clock import days_table
from calculator.claim_clock.table import A_TO_Z_APPEAL, CHARGEBACK
from calculator.docsite import blocks
from calculator.order_downloads import order_downloads
from calculator.policy import policy_on

DAYS_AHEAD = 370
DAYS_BACK = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One day with what stands beside it, each as its lines of text."""

    day: date
    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The rows of one month under its name; the month of the build stands open."""

    name: str
    rows: tuple[Row, ...]
    open: bool


def downloads(lang: str, as_of: date) -> str:
    """Return the days of orders to ask for, for the day of the build, then for every later day."""
    days = [as_of + timedelta(days=step) for step in range(DAYS_AHEAD)]
    months = by_month([_download_row(day, as_of, lang) for day in days], lang, as_of)
    first = order_downloads(as_of, policy_on(as_of))
    return blocks.render(
        "downloads", lang, requests=first, months=months, as_of=as_of, last=days[-1], words=_words(lang)
    )


def claim_days(lang: str, as_of: date) -> str:
    """Return the last safe day for every day on which a claim may have been decided."""
    first, last = as_of - timedelta(days=DAYS_BACK), as_of + timedelta(days=DAYS_AHEAD)
    policy = policy_on(as_of)
    appeals = days_table(first, last, policy, A_TO_Z_APPEAL)
    answers = days_table(first, last, policy, CHARGEBACK)
    rows = [
        Row(
            day=appeal.first_day,
            label=display.day(appeal.first_day, lang, with_year=False),
            cells=(
                near(appeal.last_safe_day, appeal.first_day, lang),
                near(answer.last_safe_day, answer.first_day, lang),
            ),
        )
        for appeal, answer in zip(appeals, answers, strict=True)
    ]
    months = by_month(rows, lang, as_of)
    return blocks.render("claim_days", lang, months=months, first=first, last=last, words=_words(lang))


def _words(lang: str) -> dict[str, str]:
    """Return the words of the first door by key."""
    return messages.catalogue(lang, "door")


def _download_row(day: date, as_of: date, lang: str) -> Row:
    ranges = order_downloads(day, policy_on(as_of))
    cells = tuple(f"{one.first_day} – {one.last_day}" for one in ranges)
    return Row(day=day, label=display.day(day, lang, with_year=False), cells=cells)


def near(day: date, beside: date, lang: str) -> str:
    """Return a day with its year only where it is another one than that of the day beside it."""
    return display.day(day, lang, with_year=day.year != beside.year)


def by_month(rows: Iterable[Row], lang: str, as_of: date) -> Iterator[Month]:
    """Yield the rows month by month."""
    for month, found in groupby(rows, key=lambda row: row.day.replace(day=1)):
        yield Month(name=month_name(month, lang), rows=tuple(found), open=month == as_of.replace(day=1))


def month_name(month: date, lang: str) -> str:
    """Return a month with its year.

    >>> month_name(date(2026, 11, 1), "en"), month_name(date(2026, 11, 1), "zh-Hans")
    ('Nov 2026', '2026年11月')
    """
    if lang == "en":
        return f"{messages.text('en', f'display.months.m{month.month}')} {month.year}"
    return f"{month.year}年{month.month}月"
