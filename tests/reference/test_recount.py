"""The second opinion itself, on shops small enough to count on one's fingers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from .recount import recount
from .shop import shop as random_shop
from .truth import CLAIM, CountRow, FeedbackRow, HandRow, OrderRow, Shop

AS_OF = date(2026, 11, 22)
NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


def order(number: int, **changes: Any) -> OrderRow:
    plain = OrderRow(
        order_id=f"111-0000001-{number:07d}",
        purchase=NOON,
        updated=NOON,
        status="Shipped",
        fulfillment_word="Merchant",
        sales_channel="Amazon.com",
        item=1,
    )
    return replace(plain, **changes)


def feedback(number: int, stars: int, day: int = 5) -> FeedbackRow:
    return FeedbackRow(order_id=f"111-0000001-{number:07d}", left_on=date(2026, 10, day), stars=stars)


def claim(number: int, outcome: str) -> HandRow:
    return HandRow(order_id=f"111-0000001-{number:07d}", type=CLAIM, outcome=outcome)


def mfn(*rows: OrderRow, **others: Any) -> dict[str, Any]:
    shop = Shop(seed=0, as_of=AS_OF, store="US", window=None, order_files=(rows,), **others)
    rates: Any = recount(shop)["order_defect_rate"]
    counts: dict[str, Any] = rates["mfn"]
    return counts


def many(count: int) -> list[OrderRow]:
    return [order(number) for number in range(count)]


@pytest.mark.parametrize(("orders", "verdict"), [(100, "off_target"), (101, "on_target")])
def test_one_in_a_hundred_is_off_and_one_in_a_hundred_and_one_is_on(orders: int, verdict: str) -> None:
    assert mfn(*many(orders), feedback_files=((feedback(1, 2),),))["verdict"] == verdict


def test_an_order_with_a_claim_and_a_feedback_counts_once() -> None:
    counts = mfn(*many(3), feedback_files=((feedback(1, 1),),), hand_files=((claim(1, "granted"),),))
    assert counts["orders_with_defects"] == {"low": 1, "high": 1}
    assert (counts["negative_feedback"], counts["a_to_z_claims"]) == (1, 1)


def test_a_later_better_feedback_takes_the_earlier_ones_place() -> None:
    rows = ((feedback(1, 1, day=5), feedback(1, 4, day=6)),)
    assert mfn(*many(3), feedback_files=rows)["orders_with_defects"] == {"low": 0, "high": 0}


def test_an_open_claim_leaves_the_verdict_undecided() -> None:
    counts = mfn(*many(3), hand_files=((claim(1, "open"),),))
    assert (counts["orders_with_defects"], counts["verdict"]) == ({"low": 0, "high": 1}, "undecided")


def test_a_cancelled_order_is_a_low_order_only_with_a_defect() -> None:
    rows = (order(1, status="Cancelled"), order(2, status="Canceled"), order(3))
    assert mfn(*rows, hand_files=((claim(1, "granted"),),))["orders"] == {"low": 2, "high": 3}


def test_the_day_of_an_order_is_its_day_in_utc() -> None:
    edge = datetime.fromisoformat("2026-09-08T17:00:00-07:00")
    assert mfn(order(1, purchase=edge))["orders"]["high"] == 1
    assert mfn(order(1, purchase=edge - timedelta(seconds=1)))["orders"]["high"] == 0


def test_typed_counts_are_the_orders_and_their_period_is_the_window() -> None:
    day, last = date(2026, 9, 20), date(2026, 11, 18)
    hand = tuple(replace(claim(number, "granted"), order_date=day, fulfillment="mfn") for number in (1, 2))
    counts = (CountRow(first_day=day, last_day=last, fulfillment="mfn", orders=126),)
    shop = Shop(seed=0, as_of=AS_OF, store="US", window=None, hand_files=(hand,), counts=counts)
    answer: Any = recount(shop)
    assert answer["order_defect_rate"]["mfn"]["orders"] == {"low": 126, "high": 126}
    assert answer["order_defect_rate"]["mfn"]["orders_with_defects"] == {"low": 2, "high": 2}
    assert answer["reporting_window"]["last_day"] == "2026-11-18"


def test_the_same_seed_is_the_same_shop() -> None:
    assert random_shop(7) == random_shop(7) != random_shop(8)
