"""The days of orders to ask for: the window and what enters next, in requests Amazon accepts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from calculator.dates import DateRange
from calculator.order_downloads import order_downloads
from calculator.policy import policy_on

RULES = policy_on(date(2026, 11, 22))


def test_the_days_of_one_known_day() -> None:
    assert order_downloads(date(2026, 11, 22), RULES) == (
        DateRange(date(2026, 9, 9), date(2026, 10, 8)),
        DateRange(date(2026, 10, 9), date(2026, 11, 7)),
        DateRange(date(2026, 11, 8), date(2026, 11, 22)),
    )


@pytest.mark.parametrize("today", [date(2027, 3, 1), date(2028, 2, 29), date(2028, 3, 14), date(2027, 1, 1)])
def test_requests_join_without_gap_or_overlap_up_to_today(today: date) -> None:
    found = order_downloads(today, RULES)
    assert found[-1].last_day == today
    assert sum(one.days for one in found) == 75
    assert all(one.days <= 30 for one in found)
    for earlier, later in pairwise(found):
        assert later.first_day == earlier.last_day + timedelta(days=1)


def test_the_window_of_the_rate_is_among_them() -> None:
    found = order_downloads(date(2026, 11, 22), RULES)
    assert (found[0].first_day, found[1].last_day) == (date(2026, 9, 9), date(2026, 11, 7))
