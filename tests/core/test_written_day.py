"""Dates as people write them: one order of day and month per column, never one per row."""

from __future__ import annotations

from datetime import date

import pytest

from calculator.dates import DateRange, instant, plus
from calculator.reports.date_order import order_of
from calculator.reports.written_day import DateOrder, read

DAY = date(2026, 10, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-03", "2026/10/3", "2026.10.3", "2026年10月3日", "2026 年 10 月 3 日", "October 3, 2026", "Oct 3, 2026",
        "oct. 3 2026", "October 3rd, 2026", "Saturday, October 3, 2026", "3 Oct 2026", "03-Oct-2026", "3. Oktober 2026",
        "3 octobre 2026", "3 de octubre de 2026", "3 ottobre 2026", "2026-10-03T23:59:59+00:00", "2026-10-03 08:00:00",
        "2026-10-03T08:00Z", "Oct 3, 2026 1:05:07 AM PDT",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert read(text, DateOrder.DAY) == DAY


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (DateOrder.MONTH, "10/3/26"),
        (DateOrder.DAY, "3/10/26"),
        (DateOrder.YEAR, "26/10/3"),
        (DateOrder.DAY, "3.10.2026"),
    ],
)
def test_a_numeric_day_follows_the_order_of_its_column(order: DateOrder, text: str) -> None:
    assert read(text, order) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-13-02",
        "2026-02-30",
        "31/31/26",
        "99999-1-1",
        "Smarch 3, 2026",
    ],
)
def test_a_day_that_cannot_be_is_no_day(text: str) -> None:
    assert read(text, DateOrder.DAY) is None


@pytest.mark.parametrize(
    ("texts", "store", "order", "is_proven"),
    [
        (["04-30-22", "04-05-22"], "IN", DateOrder.MONTH, True),
        (["30/04/22", "04/05/22"], "US", DateOrder.DAY, True),
        (["10/11/26"], "US", DateOrder.MONTH, False),
        (["10/11/26"], "UK", DateOrder.DAY, False),
        (["26/10/11"], "JP", DateOrder.YEAR, False),
        (["27/4/27", "25/4/27"], "DE", DateOrder.DAY, True),
        (["27/4/27", "25/4/27"], None, DateOrder.DAY, False),
        (["27/4/27", "25/4/27"], "JP", DateOrder.YEAR, False),
        (["1.2.26"], "US", DateOrder.DAY, True),
        (["2026-10-11", "October 3, 2026"], "US", DateOrder.YEAR, True),
        (["31/31/2026", "2026-10-11"], "US", DateOrder.YEAR, True),
        (["31/31/2026", "10/11/2026"], "US", DateOrder.MONTH, False),
    ],
)
def test_the_column_then_the_store_decides(
    texts: list[str], store: str, order: DateOrder, *, is_proven: bool
) -> None:
    found, proven = order_of(texts, store)
    assert found is order
    assert proven is is_proven


def test_an_instant_belongs_to_its_utc_day() -> None:
    found = instant("2026-10-03T20:30:00-07:00")
    assert found is not None
    assert found[0].date() == date(2026, 10, 4)
    assert found[1]


@pytest.mark.parametrize(
    "text", ["2026-10-03T24:00:00", "20261003", "2026-W40-6", "0001-01-01T00:00:00+14:00", "2026-10-03T10"]
)
def test_forms_that_pythons_read_differently_are_no_instant(text: str) -> None:
    assert instant(text) is None


def test_a_range_counts_both_ends_and_never_runs_backwards() -> None:
    window = DateRange(date(2026, 9, 9), date(2026, 11, 7))
    assert window.days == 60
    assert date(2026, 9, 9) in window
    assert date(2026, 11, 7) in window
    assert date(2026, 11, 8) not in window
    with pytest.raises(ValueError, match="before"):
        DateRange(date(2026, 9, 9), date(2026, 9, 8))


def test_the_calendar_ends_without_a_crash() -> None:
    assert plus(date.max, 1) is None
    assert DateRange(date.max, date.max).shifted(1) == DateRange(date.max, date.max)
