"""The two contracts about the coming days, key by key; what is watched; what going without a mark changes."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from calculator.assess import Assessment
from calculator.order_defect_rate import Band, OrderDefectRate
from calculator.orders import Fulfillment
from calculator.recovery import recovery_of, removal_of
from calculator.recovery.document import recovery_document, removal_document
from calculator.recovery.projection import Day
from calculator.recovery.removal import MarkedOrder, Removal, removal
from calculator.recovery.steps import has_risen, steps
from calculator.recovery.watch import Cause, watch
from calculator.recovery.what_if import Question
from calculator.recovery.without import Lasting, lasting, without

from .courses import PAGE, SOLD, TODAY, claim, claim_on, order_id, shop

MFN = Fulfillment.MFN
MEASURED = {
    "rules": "2026.11",
    "as_of": "2026-11-22",
    "store": "US",
    "reporting_window": {
        "first_day": "2026-09-09",
        "last_day": "2026-11-07",
        "basis": "lag",
        "lag": 15,
    },
}
LEAVES_ON_THE_30TH = date(2026, 10, 8)


@pytest.fixture(scope="module")
def seed() -> Assessment:
    """2 of 126 on 22 November, and a day on which new orders enter."""
    return shop(SOLD, [claim(56, decided_on="2026-11-09"), claim(73)])


def shortened(name: str) -> str:
    return name[-3:]


def test_the_coming_days_as_a_document(seed: Assessment) -> None:
    found = recovery_document(seed, shortened)
    assert list(found) == ["contract", *MEASURED, "recovery", "steps"]
    assert found["contract"] == "odr-recovery/1"
    assert {key: found[key] for key in MEASURED} == MEASURED
    course = found["recovery"]["mfn"]
    assert (found["recovery"]["afn"]["basis"], course["basis"]) == ("orders", "orders")
    assert course["no_new_orders"]["days"][0] == {
        "day": "2026-11-23",
        "orders": 126,
        "orders_with_defects": 2,
    }
    assert course["no_new_orders"]["first_day_on_target"] == "2026-12-28"
    assert course["same_pace"]["days"][-1]["orders"] > course["no_new_orders"]["days"][-1]["orders"]
    assert found["steps"]["afn"] == []
    (left,) = [step for step in found["steps"]["mfn"] if step["marked_left"] == ["056"]]
    assert left == {
        "day": "2026-12-20",
        "orders": 99,
        "orders_with_defects": 1,
        "orders_left": 2,
        "orders_entered": 0,
        "marked_left": ["056"],
        "marked_entered": [],
    }


def test_days_on_which_orders_and_marks_enter_are_steps() -> None:
    found = recovery_document(shop([date(2026, 11, 10)] * 3, [claim(1)]))
    assert found["steps"]["mfn"][0] == {
        "day": "2026-11-25",
        "orders": 3,
        "orders_with_defects": 1,
        "orders_left": 0,
        "orders_entered": 3,
        "marked_left": [],
        "marked_entered": [order_id(1)],
    }


def test_typed_counts_say_so() -> None:
    found = recovery_document(shop([], [claim_on(1, "2026-10-06")], page=PAGE))
    assert found["recovery"]["mfn"]["basis"] == "typed_counts"
    assert found["recovery"]["afn"]["basis"] == "orders"


def test_what_could_be_removed_as_a_document(seed: Assessment) -> None:
    found = removal_document(seed, shortened)
    assert list(found) == ["contract", *MEASURED, "removal", "defects"]
    assert found["contract"] == "odr-removal/1"
    assert {key: found[key] for key in MEASURED} == MEASURED
    assert found["removal"] == {
        "mfn": {"smallest_set": 1, "honest_set": ["056"]},
        "afn": {"smallest_set": None, "honest_set": None},
    }
    assert [one["order_id"] for one in found["defects"]] == ["056", "073"]
    assert found["defects"][0] == {
        "order_id": "056",
        "order_date": "2026-10-06",
        "type": "a_to_z_claim",
        "outcome": "granted",
        "counts": "counted",
        "routes": [
            {
                "route": "a_to_z_appeal",
                "state": "running",
                "last_day": "2026-12-09",
                "last_safe_day": "2026-12-08",
                "stake": ["money", "mark"],
                "fact": "removal_routes.a_to_z_appeal.deadline",
            }
        ],
    }
    assert removal_document(seed)["defects"][0]["order_id"] == order_id(56)


def test_a_mark_without_its_day_has_none_in_the_document() -> None:
    found = removal_document(shop([], [claim(1, order_date="", fulfillment="mfn")], page=PAGE))
    assert found["defects"][0]["order_date"] is None


def marked(name: str, **given: Any) -> MarkedOrder:
    return MarkedOrder(order_id=name, **{"is_counted": True, "is_settled": True, "has_route": True, **given})


@pytest.mark.parametrize(
    ("orders", "choice", "found"),
    [
        (100, [marked("a"), marked("b")], Removal(smallest_set=1, honest_set=("a",))),
        (
            100,
            [marked("a", is_settled=False), marked("b")],
            Removal(smallest_set=1, honest_set=("b",)),
        ),
        (
            100,
            [marked("a", is_counted=False), marked("b", is_settled=False)],
            Removal(smallest_set=1, honest_set=("b",)),
        ),
        (
            70,
            [marked("a", is_settled=False), marked("b", has_route=False)],
            Removal(smallest_set=1, honest_set=("a",)),
        ),
        (66, [marked("a"), marked("b")], Removal(smallest_set=2, honest_set=("a", "b"))),
        (66, [marked("a"), marked("b", has_route=False)], Removal(smallest_set=2, honest_set=None)),
    ],
)
def test_the_least_sets_of_a_target_of_three_in_two_hundred(
    orders: int, choice: list[MarkedOrder], found: Removal
) -> None:
    target = Fraction(3, 200)
    rate = OrderDefectRate.of(Band(orders, orders), Band(2, 2), target)
    assert removal(rate, choice, target) == found


def test_marks_that_only_amazons_page_counts_are_part_of_the_least_set() -> None:
    rate = OrderDefectRate.of(Band(126, 126), Band(3, 3), Fraction(1, 100))
    assert removal(rate, [marked("a")], Fraction(1, 100)) == Removal(smallest_set=2, honest_set=None)


def test_a_counted_order_goes_before_one_that_may_not_count() -> None:
    rows = [claim(0, "appealed"), claim(1, decided_on="2026-11-09")]
    found = removal_of(shop([LEAVES_ON_THE_30TH] * 150, rows), MFN)
    assert found == Removal(smallest_set=1, honest_set=(order_id(1),))


def watched(found: Assessment) -> list[tuple[str, Cause, str, str | None]]:
    recovery = recovery_of(found, MFN)
    return [
        (one.day.isoformat(), one.cause, one.order_id, one.clock and one.clock.route.value)
        for one in watch(found, recovery, tuple(steps(recovery)), MFN)
    ]


def test_thirty_days_are_watched_and_no_more() -> None:
    rows = [claim(0, decided_on="2026-11-09")]
    deadline = ("2026-12-08", Cause.DEADLINE, order_id(0), "a_to_z_appeal")
    leaves = ("2026-12-22", Cause.LEAVES, order_id(0), None)
    assert watched(shop([LEAVES_ON_THE_30TH] * 150, rows)) == [deadline, leaves]
    assert watched(shop([LEAVES_ON_THE_30TH + timedelta(days=1)] * 150, rows)) == [deadline]


def test_an_open_case_is_told_once() -> None:
    """As a clock without its first day, or as a case that can still turn; not as both."""
    sold = [LEAVES_ON_THE_30TH + timedelta(days=1)] * 150
    assert watched(shop(sold, [claim(0, "open")])) == [
        ("2026-11-22", Cause.UNKNOWN, order_id(0), "a_to_z_answer")
    ]
    assert watched(shop(sold, [claim(0, "appealed")])) == [("2026-11-22", Cause.OPEN, order_id(0), None)]


def test_an_open_case_weighs_where_its_order_may_be_in_a_window() -> None:
    undated = claim(1, "appealed", order_date="", fulfillment="mfn")
    assert watched(shop([], [undated], page=PAGE)) == [("2026-11-22", Cause.OPEN, order_id(1), None)]
    long_ago = [date(2026, 9, 8)] + [LEAVES_ON_THE_30TH] * 150
    assert watched(shop(long_ago, [claim(0, "appealed")])) == []


def test_a_rate_rises_only_where_both_days_have_orders() -> None:
    some, none = Day(TODAY, 100, 1), Day(TODAY, 0, 0)
    assert [has_risen(*pair) for pair in ((some, none), (none, some), (none, none))] == [None] * 3
    assert has_risen(some, Day(TODAY, 99, 1)) is True
    assert has_risen(some, Day(TODAY, 101, 1)) is False


def test_a_mark_brings_the_day_nearer_without_being_enough_today() -> None:
    sold = [date(2026, 9, 20)] * 10 + [date(2026, 10, 1)] * 60 + [date(2026, 10, 20)] * 240
    recovery = recovery_of(shop(sold, [claim(n) for n in (0, 1, 10, 11, 70)]), MFN)
    assert recovery.no_new_orders.first_day_on_target == date(2026, 12, 15)
    found = lasting(recovery, date(2026, 10, 20), leaves=False, is_on_target=False)
    assert found == Lasting(sooner=date(2026, 12, 4), before=date(2026, 12, 15))
    same = lasting(recovery, date(2026, 9, 20), leaves=False, is_on_target=False)
    assert same == Lasting(sooner=None, before=date(2026, 12, 15))


@pytest.mark.parametrize("leaves", [False, True])
def test_a_mark_is_gone_from_its_first_day_in_the_window_to_its_last(leaves: bool) -> None:
    day = TODAY - timedelta(days=14)
    recovery = recovery_of(shop([day] * 5, [claim(0)]), MFN)
    gone = without(recovery, day, leaves=leaves).days
    counts = [(one.orders, one.orders_with_defects) for one in gone]
    assert counts[:60] == [(5 - leaves, 0)] * 60
    assert counts[60:] == [(0, 0)] * 30


def test_what_a_page_counts_stays_apart_from_what_is_listed() -> None:
    found = shop([], [claim_on(1, "2026-10-06")], page={**PAGE, "orders_with_defects": "3"})
    alone = Question.about(found, MFN).alone(0)
    assert (alone.listed, alone.orders_with_defects) == (Band(0, 0), Band(2, 2))
