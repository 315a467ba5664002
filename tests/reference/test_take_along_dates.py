"""The days of the calendar file: of random shops, and of one shop by hand."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date

import pytest

from calculator.take_along import take_along

from .compare_recovery import assessment
from .compare_take_along import compare, entries, without
from .shop import shop as random_shop
from .small_shop import claim, shop, two_or_three_a_day

SHOPS = int(os.environ.get("ODR_SHOPS", "40")) // 4
FIRST, NOTICE = date(2026, 9, 9), date(2026, 11, 22)
CLAIMS = [
    replace(claim(56), decided_on=date(2026, 11, 9)),
    replace(claim(73), decided_on=date(2026, 11, 17)),
]


@pytest.mark.parametrize("seed", range(SHOPS))
def test_the_calendar_of_a_random_shop_holds_the_days_of_a_plain_count(seed: int) -> None:
    assert compare(random_shop(seed), "zh-Hans" if seed % 2 else "en") == []


def test_the_calendar_of_the_notice() -> None:
    text = take_along(assessment(shop(two_or_three_a_day(FIRST, NOTICE), CLAIMS)), "recovery.ics", "en").text
    assert entries(text) == [
        ("deadline", date(2026, 12, 8)),
        ("deadline", date(2026, 12, 16)),
        ("marks", date(2026, 12, 20)),
        ("earliest", date(2026, 12, 28)),
        ("marks", date(2026, 12, 28)),
    ]
    told = text.replace("\r\n ", "")
    assert (
        told.count("an order enters the window about 15 days after its own day and leaves it 60 days later")
        == 3
    )
    assert told.count("plus 30 calendar days is") == 2


def test_a_day_that_stands_in_one_of_two_lists_is_found() -> None:
    some, others = [("marks", FIRST), ("marks", FIRST)], [("marks", FIRST)]
    assert without(some, others) == [("marks", FIRST)]
    assert without(others, some) == []
