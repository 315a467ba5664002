"""Windows that are empty, end in a leap year, are set by a report or hold typed counts, by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from calculator.dates import DateRange
from calculator.orders import Fulfillment
from calculator.recovery import recovery_of
from calculator.recovery.steps import entering

from .calendars import both, counts, turns
from .compare_recovery import assessment
from .recount_removal import smallest_set
from .recount_sides import side
from .small_shop import NOTICE_DAY, claim, claim_on, report, shop
from .truth import MFN, CountRow

FIRST = date(2026, 9, 9)


def test_an_empty_window_is_not_on_target() -> None:
    empty = shop([date(2026, 8, 1)], [])
    answer = both(empty)
    assert {counts(answer, NOTICE_DAY + timedelta(days=number)) for number in (1, 45, 90)} == {(0, 0)}
    assert turns(answer) == turns(answer, "same_pace") == (None, None)
    assert smallest_set(side(empty, MFN)) is None


@pytest.mark.parametrize(
    ("as_of", "order_day", "enters", "left"),
    [
        (date(2028, 2, 20), date(2028, 2, 14), date(2028, 2, 29), date(2028, 4, 29)),
        (date(2026, 12, 20), date(2026, 12, 17), date(2027, 1, 1), date(2027, 3, 2)),
        (date(2027, 12, 31), date(2027, 12, 16), date(2027, 12, 31), date(2028, 2, 29)),
    ],
)
def test_a_leap_day_and_a_year_end(as_of: date, order_day: date, enters: date, left: date) -> None:
    answer = both(shop([order_day], [claim(0)], as_of))
    one_day = timedelta(days=1)
    if enters > as_of + one_day:
        assert counts(answer, enters - one_day) == (0, 0)
    assert counts(answer, max(enters, as_of + one_day)) == (1, 1)
    assert (counts(answer, left - one_day), counts(answer, left)) == ((1, 1), (0, 0))


@pytest.mark.parametrize(("lag", "used"), [(9, 15), (10, 10), (21, 21), (22, 15)])
def test_a_v2_report_sets_the_lag_from_10_to_21_days(lag: int, used: int) -> None:
    ordered = date(2026, 10, 10)
    answer = both(shop([ordered], [claim(0)], report=report(NOTICE_DAY, lag)))
    leaves = ordered + timedelta(days=60 + used)
    assert (counts(answer, leaves - timedelta(days=1)), counts(answer, leaves)) == ((1, 1), (0, 0))


def test_a_typed_count_is_spread_over_its_period() -> None:
    count = CountRow(first_day=FIRST, last_day=date(2026, 11, 7), fulfillment=MFN, orders=126)
    typed = [claim_on(1, date(2026, 10, 6)), claim_on(2, date(2026, 10, 14)), claim_on(3, date(2026, 11, 20))]
    answer = both(shop([], typed, counts=(count,)))
    assert [counts(answer, date(2026, 11, day)) for day in (23, 24)] == [(2, 123), (2, 121)]
    assert counts(answer, date(2026, 12, 5)) == (3, 98 + 1)
    assert counts(answer, date(2027, 1, 20)) == (1, 2 + 1)
    assert counts(answer, date(2027, 1, 21)) == (1, 1)


def test_a_typed_count_keeps_its_period_when_another_window_is_asked_for() -> None:
    count = CountRow(first_day=FIRST, last_day=date(2026, 11, 7), fulfillment=MFN, orders=126)
    asked = (date(2026, 8, 1), date(2026, 9, 29))
    answer = both(shop([], [claim_on(1, date(2026, 10, 6))], counts=(count,), window=asked))
    assert counts(answer, date(2026, 11, 23)) == (1, 123)
    assert counts(answer, date(2026, 11, 23), "same_pace") == (1, 123)
    assert counts(answer, date(2026, 12, 8), "same_pace") == (1, 92 + 2)


def test_half_of_two_typed_orders_is_never_fewer_than_the_claims_on_them() -> None:
    count = CountRow(first_day=FIRST, last_day=date(2026, 11, 7), fulfillment=MFN, orders=2)
    late = date(2026, 11, 5)
    answer = both(shop([], [claim_on(1, late), claim_on(2, late)], counts=(count,)))
    assert counts(answer, late + timedelta(days=74)) == (2, 2)
    assert counts(answer, late + timedelta(days=75)) == (0, 0)


def test_the_calendar_ends_with_the_year_9999() -> None:
    last = date(9999, 12, 31)
    assert both(shop([last], [claim(0)], last))["no_new_orders"]["days"] == []
    answer = both(shop([date(9999, 11, 1)], [claim(0)], date(9999, 12, 1)))
    assert len(answer["no_new_orders"]["days"]) == 30
    assert counts(answer, last) == (1, 1)


def test_an_order_beyond_the_calendar_never_enters() -> None:
    typed = [claim_on(1, date(9999, 12, 31))]
    core = recovery_of(assessment(shop([date(2026, 10, 10)], typed)), Fulfillment.MFN)
    assert entering(core, DateRange(FIRST, date(2026, 11, 7))) == ()
