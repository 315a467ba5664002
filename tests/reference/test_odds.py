"""Luck in small shops: the core against sums order by order, and the interval against its definition."""

from __future__ import annotations

from fractions import Fraction
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from calculator.recovery.odds import chance_of_at_least, chance_off_target, fewest_off_target, interval

from .recount_odds import at_least, at_most, over_the_line

TARGET = Fraction(1, 100)
NEAR = Fraction(1, 10**8)

RATES = some.fractions(0, 1, max_denominator=2000)


@pytest.mark.parametrize(
    ("orders", "rate"), [(126, Fraction(1, 200)), (7, Fraction(1, 3)), (40, Fraction(1))]
)
def test_the_chances_of_a_shop_add_up_to_one(orders: int, rate: Fraction) -> None:
    assert at_most(3, orders, rate) + at_least(4, orders, rate) == 1
    assert at_least(0, orders, rate) == 1


@settings(max_examples=40, deadline=None)
@given(orders=some.integers(0, 220), rate=some.one_of(RATES, some.fractions(0, TARGET, max_denominator=900)))
def test_the_chance_to_stand_over_the_line_is_the_sum_of_its_cases(orders: int, rate: Fraction) -> None:
    assert chance_off_target(orders, rate, TARGET) == over_the_line(orders, rate)


@settings(max_examples=40, deadline=None)
@given(orders=some.integers(0, 60), hits=some.integers(0, 61), rate=RATES)
def test_the_chance_of_so_many_or_more_is_the_sum_of_its_cases(
    orders: int, hits: int, rate: Fraction
) -> None:
    assert chance_of_at_least(hits, orders, rate) == at_least(hits, orders, rate)


def test_the_fewest_defects_off_target_are_the_first_not_under_one_in_a_hundred() -> None:
    for orders in range(1, 2500):
        fewest = next(hits for hits in range(orders + 1) if not 100 * hits < orders)
        assert fewest_off_target(orders, TARGET) == fewest


def test_without_orders_there_is_no_rate_to_be_over_the_line() -> None:
    assert chance_off_target(0, Fraction(1, 2), TARGET) == over_the_line(0, Fraction(1, 2)) == 0


def test_a_single_defect_and_a_hundred_orders_by_hand() -> None:
    assert chance_off_target(100, TARGET, TARGET) == 1 - Fraction(99, 100) ** 100
    assert chance_off_target(1, TARGET, TARGET) == TARGET
    assert chance_off_target(101, TARGET, TARGET) == at_least(2, 101, TARGET)


def beside(rate: Fraction, step: Fraction) -> Fraction:
    """A rate next to this one, of few digits and never under 0 or over 1."""
    return min(max(Fraction(round((rate + step) / NEAR), 10**8), Fraction(0)), Fraction(1))


@settings(max_examples=30, deadline=None)
@given(data=some.data(), orders=some.integers(1, 130), doubt=some.sampled_from((20, 10, 100, 1000)))
def test_each_end_of_the_interval_leaves_half_of_the_doubt(
    data: some.DataObject, orders: int, doubt: int
) -> None:
    hits = data.draw(some.integers(0, orders))
    low, high = interval(hits, orders, Fraction(1, doubt))
    half, step = Fraction(1, 2 * doubt), 2 * NEAR
    assert (low == 0) is (hits == 0) and (high == 1) is (hits == orders)
    if hits:
        assert at_least(hits, orders, beside(low, -step)) < half < at_least(hits, orders, beside(low, step))
    if hits < orders:
        assert at_most(hits, orders, beside(high, step)) < half < at_most(hits, orders, beside(high, -step))


def test_intervals_printed_elsewhere() -> None:
    for (hits, orders), (low, high) in {
        (0, 50): (0, 0.07112),
        (2, 126): (0.00193, 0.05616),
        (10, 10): (0.69150, 1),
        (5, 10): (0.18709, 0.81291),
    }.items():
        found = interval(hits, orders, Fraction(1, 20))
        assert [round(float(end), 5) for end in found] == [low, high]


@pytest.mark.parametrize(("hits", "orders"), [(800, 40_000), (1000, 5000), (4999, 5000), (3, 400_000)])
def test_the_interval_of_a_large_shop_holds_its_own_rate(hits: int, orders: int) -> None:
    low, high = interval(hits, orders, Fraction(1, 20))
    spread = 1.96 * (hits * (orders - hits) / orders) ** 0.5 / orders
    assert low < Fraction(hits, orders) < high
    assert isclose(float(high - low), 2 * spread, rel_tol=0.5)


def test_all_orders_of_a_large_shop_by_the_closed_form() -> None:
    low, high = interval(5000, 5000, Fraction(1, 20))
    assert high == 1
    assert isclose(float(low), 0.025 ** (1 / 5000), abs_tol=1e-8)
