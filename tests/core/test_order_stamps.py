"""Timestamps judged a column at a time: exactly the seconds of real days pass, the 29th of February aside."""

from __future__ import annotations

from itertools import product

import pytest

from calculator.dates import instant
from calculator.orders import Fulfillment
from calculator.reports.order_book import OrderBook, Vocabulary, Word, entry
from calculator.reports.order_stamps import are_real

USUAL = "2026-10-03T08:00:00+00:00"
TWO_DIGITS = [f"{number:02}" for number in range(100)]


def is_real(stamp: str) -> bool:
    """What the careful way says of the same stamp; the standard library's own word on 24:00 changed with Python 3.13."""
    return instant(stamp) is not None


def judged(stamp: str) -> bool:
    """The stamp as the second of three lines that begin with a cell of three characters."""
    heads = "".join(f"id\t{one}\t" for one in (USUAL, stamp, USUAL)).encode()
    return are_real(heads, 3, len(heads) // 3)


@pytest.mark.parametrize("month", TWO_DIGITS)
def test_exactly_the_days_of_every_month_pass(month: str) -> None:
    for day in TWO_DIGITS:
        stamp = f"2026-{month}-{day}T08:00:00+00:00"
        assert judged(stamp) == is_real(stamp), stamp


@pytest.mark.parametrize("place", [11, 14, 17, 20, 23])
def test_exactly_the_hours_minutes_and_seconds_pass_and_no_other_offset(place: int) -> None:
    for number in TWO_DIGITS:
        stamp = USUAL[:place] + number + USUAL[place + 2 :]
        assert judged(stamp) == (is_real(stamp) if place < 20 else number == "00"), stamp


@pytest.mark.parametrize("year", ["0000", "0999", "1000", "2024", "2999", "3000"])
def test_a_year_of_this_and_the_last_millennium_passes(year: str) -> None:
    assert judged(f"{year}-10-03T08:00:00+00:00") == ("1000" <= year <= "2999")


def test_the_29th_of_february_is_left_to_the_careful_way() -> None:
    assert not judged("2024-02-29T08:00:00+00:00")


def test_one_wrong_line_is_seen_among_many_and_none_among_right_ones() -> None:
    lines = [f"2026-{month:02}-{day:02}T23:59:59+00:00" for month, day in product(range(1, 13), range(1, 29))]
    assert are_real("".join(lines).encode(), 0, len(USUAL))
    for place in (0, 1, len(lines) - 1):
        wrong = [*lines[:place], "2026-04-31T23:59:59+00:00", *lines[place + 1 :]]
        assert not are_real("".join(wrong).encode(), 0, len(USUAL))


def test_orders_that_come_after_a_count_are_counted() -> None:
    book = OrderBook(Vocabulary())
    code = book.vocabulary.code(Word(status="Shipped", fulfillment=Fulfillment.MFN, store="US"))
    value = entry(USUAL.encode(), USUAL.encode(), code)
    numbers = []
    book.settle(b"111-0000001-0000001", value)
    numbers.append(sum(number for _, _, number in book.by_day()))
    book.settle_all([b"111-0000002-0000002", b"111-0000001-0000001"], [value, value])
    numbers.append(sum(number for _, _, number in book.by_day()))
    book.settle(b"111-0000003-0000003", value)
    numbers.append(sum(number for _, _, number in book.by_day()))
    assert numbers == [1, 2, 3]
