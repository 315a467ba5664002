"""Recovery and removal of random shops: the core from the files, the recount from the truth."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta
from pprint import pformat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from .compare_recovery import compare
from .dice import dice
from .reports import arguments
from .shop import shop as random_shop
from .small_shop import claim, order, report, shop
from .smallest import smallest
from .truth import CHARGEBACK, CLAIM, FEEDBACK, HandRow, Shop

SHOPS = int(os.environ.get("ODR_SHOPS", "40"))
STATUSES = ("Shipped", "Shipped", "Canceled", "Pending")
OUTCOMES = (
    (CLAIM, "granted"), (CLAIM, "open"), (CLAIM, "withdrawn"), (CHARGEBACK, "service"),
    (CHARGEBACK, "unknown"), (FEEDBACK, "kept"), (CLAIM, "appealed"), (CLAIM, "appeal_money_only"),
    (CLAIM, "seller_refunded_after_claim"), (CLAIM, "cancelled_by_seller"), (FEEDBACK, "removed"),
)  # fmt: skip
AS_OF = some.dates(date(2026, 9, 1), date(2028, 6, 1))
MOST_KNOWN = 24


@pytest.mark.parametrize("seed", range(SHOPS))
def test_a_random_shop_recovers_as_the_recount_from_its_truth_says(seed: int) -> None:
    one = random_shop(seed)
    found = compare(one)
    if found:
        least = smallest(one, lambda candidate: bool(compare(candidate)), tries=60)
        lines = [f"shop {seed}, {arguments(least)}", *compare(least)[:9], pformat(least, width=180)]
        pytest.fail("\n".join(lines), pytrace=False)


@pytest.mark.parametrize("seed", range(SHOPS // 4))
def test_a_random_shop_recovers_alike_when_another_window_is_asked_for(seed: int) -> None:
    one = random_shop(seed)
    rng = dice(f"window {seed}")
    last = one.as_of - timedelta(days=rng.randrange(120))
    asked = replace(one, window=(last - timedelta(days=rng.choice((0, 29, 59, 89))), last))
    assert compare(asked) == []


@some.composite
def small_shops(draw: some.DrawFn) -> Shop:
    """A few dozen orders of any day and status beside many plain ones, and typed defects on them."""
    as_of = draw(AS_OF)
    days = draw(
        some.lists(some.integers(10, 80).map(lambda back: as_of - timedelta(days=back)), max_size=MOST_KNOWN)
    )
    rows = [order(number, day, draw(some.sampled_from(STATUSES))) for number, day in enumerate(days)]
    plain_day = as_of - timedelta(days=draw(some.integers(10, 75)))
    many = draw(some.sampled_from((1, 98, 99, 100, 101, 200, 201)))
    rows += [order(1000 + number, plain_day) for number in range(many)]
    hit = some.sampled_from([number for number, _ in enumerate(days)] or [1000])
    hand = [typed(draw, number, as_of) for number in draw(some.lists(hit, max_size=12))]
    lag = draw(some.sampled_from((None, None, 9, 10, 14, 21, 22)))
    plain = shop([], hand, as_of, order_files=(tuple(rows),))
    return plain if lag is None else replace(plain, report=report(as_of, lag))


def typed(draw: some.DrawFn, number: int, as_of: date) -> HandRow:
    """A typed defect of any kind about the order of this number, decided lately, long ago or never."""
    kind, outcome = draw(some.sampled_from(OUTCOMES))
    back = draw(some.none() | some.integers(0, 45))
    day = None if back is None else as_of - timedelta(days=back)
    return replace(claim(number, outcome), type=kind, event_date=day, decided_on=day)


@settings(max_examples=max(20, SHOPS), deadline=None)
@given(one=small_shops())
def test_a_small_shop_recovers_as_the_recount_says(one: Shop) -> None:
    assert compare(one) == []
