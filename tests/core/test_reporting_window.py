"""The window: the four ways to know it, which one wins, how long an order waits and stays, days without a file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from calculator.dates import DateRange
from calculator.policy import policy_on
from calculator.reporting_window import Basis, ReportingWindow, choose, gaps, may_be_todays, with_gaps

TODAY = date(2026, 11, 22)
POLICY = policy_on(TODAY)
LAST = date(2026, 11, 7)
USUAL = DateRange(date(2026, 9, 9), LAST)
REPORTED = DateRange.ending(TODAY - timedelta(days=12), 60)
TYPED = DateRange(date(2026, 9, 1), date(2026, 10, 30))
CHOSEN = DateRange(date(2026, 1, 1), date(2026, 1, 3))


def day(number: int) -> date:
    return date(2026, 9, number)


def days(first: int, last: int) -> DateRange:
    return DateRange(day(first), day(last))


def test_without_anything_it_ends_the_lag_before_the_day() -> None:
    found = choose(TODAY, POLICY)
    assert found == ReportingWindow(range=USUAL, basis=Basis.LAG, lag=15, length=60, gaps=())


def test_each_way_beats_the_one_before() -> None:
    reported = choose(TODAY, POLICY, reported=REPORTED)
    assert reported == ReportingWindow(range=REPORTED, basis=Basis.REPORTED, lag=12, length=60)
    typed = choose(TODAY, POLICY, reported=REPORTED, typed=TYPED)
    assert typed == ReportingWindow(range=TYPED, basis=Basis.CHOSEN, lag=15, length=60)
    chosen = choose(TODAY, POLICY, reported=REPORTED, typed=TYPED, chosen=CHOSEN)
    assert chosen == ReportingWindow(range=CHOSEN, basis=Basis.CHOSEN, lag=15, length=60)


@pytest.mark.parametrize(("seen", "lag"), [(9, 15), (10, 10), (15, 15), (21, 21), (22, 15)])
def test_a_stated_window_gives_its_own_lag_where_it_can_be_todays(seen: int, lag: int) -> None:
    stated = DateRange.ending(TODAY - timedelta(days=seen), 60)
    assert choose(TODAY, POLICY, reported=stated).lag == lag
    assert may_be_todays(stated, TODAY, POLICY) is (10 <= seen <= 21)


@pytest.mark.parametrize("length", [59, 61])
def test_a_window_of_another_length_is_not_todays(length: int) -> None:
    assert not may_be_todays(DateRange.ending(LAST, length), TODAY, POLICY)
    assert may_be_todays(USUAL, TODAY, POLICY)


def test_an_order_waits_the_lag_and_stays_the_length() -> None:
    window = choose(TODAY, POLICY)
    assert window.enters_on(LAST) == TODAY
    assert window.leaves_on(USUAL.first_day) == TODAY + timedelta(days=1)
    assert (window.enters_on(date.max), window.leaves_on(date.max)) == (None, None)


@pytest.mark.parametrize(
    ("spans", "free"),
    [
        ([], [(5, 20)]),
        ([(5, 20)], []),
        ([(1, 30)], []),
        ([(6, 19)], [(5, 5), (20, 20)]),
        ([(5, 9), (10, 20)], []),
        ([(5, 9), (11, 20)], [(10, 10)]),
        ([(15, 20), (5, 12)], [(13, 14)]),
        ([(5, 18), (7, 9), (19, 20)], []),
        ([(7, 12), (10, 11)], [(5, 6), (13, 20)]),
        ([(1, 3)], [(5, 20)]),
        ([(1, 4), (21, 25)], [(5, 20)]),
        ([(1, 4), (23, 25)], [(5, 20)]),
        ([(1, 5), (20, 25)], [(6, 19)]),
        ([(8, 9), (22, 25), (26, 27)], [(5, 7), (10, 20)]),
        ([(5, 20), (23, 25)], []),
        ([(5, 19), (20, 20)], []),
    ],
)
def test_the_days_that_no_file_reaches(spans: list[tuple[int, int]], free: list[tuple[int, int]]) -> None:
    held = [(day(first), day(last)) for first, last in spans]
    assert gaps(days(5, 20), held) == tuple(days(*one) for one in free)


def test_a_span_to_the_end_of_the_calendar_leaves_nothing_after_it() -> None:
    assert gaps(days(5, 20), [(day(8), date.max)]) == (days(5, 7),)


def test_without_a_file_of_orders_there_are_no_gaps_to_tell() -> None:
    window = choose(TODAY, POLICY, chosen=days(5, 20))
    assert with_gaps(window, ()) == window
    assert with_gaps(window, iter([(day(8), day(20))])).gaps == (days(5, 7),)
    assert with_gaps(window, iter([(day(8), day(20))])).range == days(5, 20)
