"""Known answers of recovery and removal, worked out by hand, for the recount and for the core."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from .calendars import both, counts, turns
from .compare_recovery import compare
from .recount_removal import marked, smallest_set
from .recount_sides import side
from .small_shop import NOTICE_DAY, claim, order, order_id, shop, two_or_three_a_day
from .truth import MFN

FIRST, SIXTH, FOURTEENTH = date(2026, 9, 9), 56, 73
SOLD = two_or_three_a_day(FIRST, NOTICE_DAY)
SOLD_UNTIL_WINDOW_ENDS = two_or_three_a_day(FIRST, date(2026, 11, 7))


@pytest.fixture(scope="module")
def notice() -> dict[str, Any]:
    """2 of 126 on 22 November, claims on orders of 6 and 14 October."""
    assert (SOLD[SIXTH], SOLD[FOURTEENTH]) == (date(2026, 10, 6), date(2026, 10, 14))
    return both(shop(SOLD, [claim(SIXTH), claim(FOURTEENTH)]))


def test_nothing_sold_after_the_notice_keeps_the_rate_until_7_december(notice: dict[str, Any]) -> None:
    days = [NOTICE_DAY + timedelta(days=number) for number in range(1, 16)]
    assert days[-1] == date(2026, 12, 7)
    assert {counts(notice, day) for day in days} == {(2, 126)}
    assert counts(notice, date(2026, 12, 8)) == (2, 124)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 12, 17), (2, 105)),
        (date(2026, 12, 19), (2, 101)),
        (date(2026, 12, 20), (1, 99)),
        (date(2026, 12, 27), (1, 84)),
        (date(2026, 12, 28), (0, 82)),
        (date(2027, 2, 4), (0, 2)),
        (date(2027, 2, 5), (0, 0)),
        (date(2027, 2, 20), (0, 0)),
    ],
)
def test_the_rate_of_a_day(notice: dict[str, Any], day: date, expected: tuple[int, int]) -> None:
    assert counts(notice, day) == expected


def test_it_is_under_one_per_cent_when_the_second_claim_leaves(notice: dict[str, Any]) -> None:
    assert turns(notice) == ("2026-12-28", "2026-12-28")


def test_at_the_same_pace_one_claim_less_is_enough(notice: dict[str, Any]) -> None:
    assert counts(notice, date(2026, 12, 19), "same_pace") == (2, 126)
    assert counts(notice, date(2026, 12, 20), "same_pace") == (1, 126)
    assert turns(notice, "same_pace") == ("2026-12-20", "2026-12-20")


def test_orders_that_stopped_before_the_window_ended_leave_from_the_first_day() -> None:
    answer = both(shop(SOLD_UNTIL_WINDOW_ENDS, [claim(SIXTH), claim(FOURTEENTH)]))
    assert counts(answer, date(2026, 11, 23)) == (2, 124)
    assert counts(answer, date(2026, 12, 28)) == (0, 51)


def test_exactly_one_per_cent_is_off_target() -> None:
    middle = date(2026, 10, 10)
    assert turns(both(shop([middle] * 100, [claim(0)]))) == (None, None)
    assert turns(both(shop([middle] * 101, [claim(0)]))) == ("2026-11-23", "2026-11-23")
    assert smallest_set(side(shop([middle] * 100, [claim(0)]), MFN)) == 1


def test_on_target_first_and_off_target_again_before_it_stays() -> None:
    enters = NOTICE_DAY - timedelta(days=3)
    answer = both(shop([date(2026, 10, 10)] * 150 + [enters] * 10, [claim(0), claim(150)]))
    assert turns(answer) == ("2026-11-23", None)
    assert counts(answer, enters + timedelta(days=15)) == (2, 160)


def test_days_without_orders_neither_begin_nor_end_a_stay() -> None:
    first, later = date(2026, 9, 20), date(2026, 11, 20)
    answer = both(shop([first, later, later], [claim(0)]))
    assert counts(answer, first + timedelta(days=74)) == (1, 1)
    assert counts(answer, first + timedelta(days=75)) == (0, 0)
    assert turns(answer) == ("2026-12-05", "2026-12-05")


def test_a_cancelled_order_counts_for_its_claim_alone() -> None:
    days = [date(2026, 10, 10)] * 100
    rows = tuple(
        order(number, day, "Canceled" if number == 0 else "Shipped") for number, day in enumerate(days)
    )
    one = replace(shop(days, [claim(0), claim(1, "open")]), order_files=(rows,))
    assert not compare(one)
    assert counts(both(one), date(2026, 11, 23)) == (2, 100)
    assert smallest_set(side(one, MFN)) == 2


def test_a_cancelled_order_is_cleared_last() -> None:
    days = [date(2026, 10, 10)] * 101
    rows = tuple(
        order(number, day, "Canceled" if number == 0 else "Shipped") for number, day in enumerate(days)
    )
    one = replace(shop(days, [claim(0), claim(1, "open")]), order_files=(rows,))
    assert not compare(one)
    assert smallest_set(side(one, MFN)) == 1
    assert [line.order_id for line in marked(side(one, MFN))] == [order_id(0), order_id(1)]
