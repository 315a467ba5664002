"""Properties that hold for any counts: the verdict, the union, and what is printed beside them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as some

from calculator import display
from calculator.order_defect_rate import Band, OrderDefectRate, Verdict

TARGET = Fraction(1, 100)
counts = some.integers(0, 30_000)


@some.composite
def bands(draw: some.DrawFn) -> Band:
    low = draw(counts)
    return Band(low, low + draw(some.integers(0, 300)))


@given(bands(), bands())
def test_a_verdict_is_what_every_pair_of_ends_agrees_on(orders: Band, defects: Band) -> None:
    rate = OrderDefectRate.of(orders, defects, TARGET)
    on = [Fraction(d) < TARGET * o for d in (defects.low, defects.high) for o in (orders.low, orders.high)]
    if orders.high == 0:
        assert rate.verdict is Verdict.NO_ORDERS
    elif all(on):
        assert rate.verdict is Verdict.ON_TARGET
    elif not any(on):
        assert rate.verdict is Verdict.OFF_TARGET
    else:
        assert rate.verdict is Verdict.UNDECIDED


@given(counts)
def test_the_orders_needed_carry_the_defects_and_one_order_less_does_not(defects: int) -> None:
    needed = OrderDefectRate.of(Band(1, 1), Band(defects, defects), TARGET).orders_needed
    enough, short = (
        OrderDefectRate.of(Band(n, n), Band(defects, defects), TARGET).verdict for n in (needed, needed - 1)
    )
    assert enough is Verdict.ON_TARGET
    assert short is (Verdict.NO_ORDERS if needed == 1 else Verdict.OFF_TARGET)


@given(some.integers(0, 5_000), some.integers(1, 500_000))
def test_a_printed_rate_never_contradicts_the_counts(defects: int, orders: int) -> None:
    rate = Fraction(defects, orders)
    printed = Fraction(display.percent(rate, "zh-Hans", TARGET).removesuffix("%")) / 100
    assert (printed < TARGET) == (rate < TARGET)


def test_the_guard_on_printed_rates_has_its_witness() -> None:
    just_under = Fraction(99_999, 10_000_000)
    assert display.percent(just_under, "en") == "1\u00a0%"
    assert display.percent(just_under, "en", TARGET) == "0.99999\u00a0%"
