"""What if: the core's answers against shops in which it happened."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date

import pytest

from calculator.orders import Fulfillment
from calculator.recovery.what_if import Question

from .compare_recovery import assessment
from .compare_what_if import asked, compare, places_of
from .shop import shop as random_shop
from .small_shop import claim, order, order_id, shop
from .truth import CLAIM

SHOPS = int(os.environ.get("ODR_SHOPS", "40")) // 2
DAY = date(2026, 10, 10)


@pytest.mark.parametrize("seed", range(SHOPS))
def test_a_random_shop_answers_as_if_it_had_happened(seed: int) -> None:
    assert compare(random_shop(seed)) == []


def test_one_claim_of_two_is_enough_and_the_money_alone_is_not() -> None:
    one = shop([DAY] * 126, [claim(0), claim(1)])
    core = assessment(one)
    question = Question.about(core, Fulfillment.MFN)
    first = places_of(core)[order_id(0), CLAIM]
    gone, money = question.alone(first), question.together({first: "appeal_money_only"})
    assert (gone.orders_with_defects.high, gone.orders.low, gone.verdict.value) == (1, 126, "on_target")
    assert (money.orders_with_defects.high, money.verdict.value) == (2, "off_target")


def test_a_defect_that_would_be_undecided_marks_no_order_for_sure() -> None:
    one = shop([DAY] * 126, [claim(0, "withdrawn")])
    core = assessment(one)
    outcomes = {(order_id(0), CLAIM): "appealed"}
    found = Question.about(core, Fulfillment.MFN).together({places_of(core)[order_id(0), CLAIM]: "appealed"})
    assert (found.orders_with_defects.low, found.orders_with_defects.high) == (0, 1)
    assert asked(one, core, places_of(core), outcomes, "together") == []


def test_a_cleared_cancelled_order_leaves_the_orders() -> None:
    rows = tuple(order(number, DAY, "Canceled" if number == 0 else "Shipped") for number in range(101))
    one = replace(shop([], [claim(0), claim(1)]), order_files=(rows,))
    core = assessment(one)
    places = places_of(core)
    found = Question.about(core, Fulfillment.MFN).alone(places[order_id(0), CLAIM])
    assert (found.orders_with_defects.high, found.orders.low, found.verdict.value) == (1, 100, "undecided")
    assert asked(one, core, places, {(order_id(0), CLAIM): "mark_removed"}, "alone") == []
