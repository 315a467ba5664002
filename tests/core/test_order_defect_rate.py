"""The rate itself: which orders carry a defect, which may, and what can be said about the target."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from calculator.dates import DateRange
from calculator.defects import Defect, DefectType, Origin
from calculator.order_defect_rate import Band, OrderDefectRate, Verdict, measure, target_of
from calculator.orders import Fulfillment, Order
from calculator.policy import Counts, policy_on
from calculator.reports.order_book import OrderBook, Vocabulary
from calculator.store_orders import StoreOrders

MFN, AFN = Fulfillment.MFN, Fulfillment.AFN
WINDOW = DateRange(date(2026, 9, 9), date(2026, 11, 7))
DAY = date(2026, 10, 6)
ONE_PERCENT = Fraction(1, 100)
THREE_IN_200 = Fraction(3, 200)


def defect(order_id: str = "order A", counts: Counts = Counts.COUNTED, **given: Any) -> Defect:
    plain: dict[str, Any] = {
        "type": DefectType.A_TO_Z_CLAIM,
        "outcome": "granted",
        "rule": None,
        "origin": Origin.HAND,
        "order_date": DAY,
        "fulfillment": MFN,
        "is_placed": True,
    }
    return Defect(order_id=order_id, counts=counts, **{**plain, **given})


def store(settled: int = 0, unsettled: int = 0, **given: Any) -> StoreOrders:
    by_day = Counter({(MFN, DAY, True): settled, (MFN, DAY, False): unsettled})
    return StoreOrders(store="US", book=OrderBook(Vocabulary()), by_day=by_day, **given)


def by_hand(*order_ids: str, is_settled: bool) -> dict[str, Order]:
    return {
        one: Order(order_id=one, day=DAY, fulfillment=MFN, is_settled=is_settled, store=None)
        for one in order_ids
    }


def rate(orders: StoreOrders, *defects: Defect) -> OrderDefectRate:
    return measure(orders, defects, WINDOW, MFN, ONE_PERCENT)


def test_the_target_is_the_one_of_policy() -> None:
    assert target_of(policy_on(date(2026, 11, 22))) == ONE_PERCENT


@pytest.mark.parametrize(
    ("orders", "defects", "target", "verdict", "needed"),
    [
        (Band(0, 0), Band(0, 0), ONE_PERCENT, Verdict.NO_ORDERS, 1),
        (Band(0, 1), Band(0, 0), ONE_PERCENT, Verdict.UNDECIDED, 1),
        (Band(1, 1), Band(0, 0), ONE_PERCENT, Verdict.ON_TARGET, 1),
        (Band(101, 101), Band(1, 1), ONE_PERCENT, Verdict.ON_TARGET, 101),
        (Band(100, 100), Band(1, 1), ONE_PERCENT, Verdict.OFF_TARGET, 101),
        (Band(100, 101), Band(1, 1), ONE_PERCENT, Verdict.UNDECIDED, 101),
        (Band(126, 126), Band(1, 2), ONE_PERCENT, Verdict.UNDECIDED, 201),
        (Band(99, 100), Band(1, 2), ONE_PERCENT, Verdict.OFF_TARGET, 201),
        (Band(67, 67), Band(1, 1), THREE_IN_200, Verdict.ON_TARGET, 67),
        (Band(66, 66), Band(1, 1), THREE_IN_200, Verdict.OFF_TARGET, 67),
        (Band(100, 100), Band(1, 2), THREE_IN_200, Verdict.UNDECIDED, 134),
        (Band(200, 200), Band(3, 3), THREE_IN_200, Verdict.OFF_TARGET, 201),
        (Band(201, 201), Band(3, 3), THREE_IN_200, Verdict.ON_TARGET, 201),
    ],
)
def test_both_ends_are_judged_strictly(
    orders: Band, defects: Band, target: Fraction, verdict: Verdict, needed: int
) -> None:
    found = OrderDefectRate.of(orders, defects, target)
    assert (found.verdict, found.orders_needed) == (verdict, needed)
    assert (found.orders, found.orders_with_defects, found.listed) == (orders, defects, defects)
    assert found.components == {}


def test_what_is_listed_may_differ_from_what_is_counted() -> None:
    components = {DefectType.CHARGEBACK: 1}
    found = OrderDefectRate.of(Band(9, 9), Band(3, 3), ONE_PERCENT, components, Band(1, 2))
    assert (found.listed, found.components) == (Band(1, 2), components)


def test_an_order_counts_once_and_each_type_for_itself() -> None:
    found = rate(
        store(settled=200),
        defect("order A"),
        defect("order A", type=DefectType.CHARGEBACK),
        defect("order B", type=DefectType.CHARGEBACK),
        defect("order B", type=DefectType.NEGATIVE_FEEDBACK, counts=Counts.NOT_COUNTED),
        defect("order C", counts=Counts.UNDECIDED),
        defect("order D", counts=Counts.NOT_COUNTED),
    )
    assert found.orders_with_defects == found.listed == Band(2, 3)
    assert found.components == {
        DefectType.NEGATIVE_FEEDBACK: 0,
        DefectType.A_TO_Z_CLAIM: 1,
        DefectType.CHARGEBACK: 2,
    }
    assert (found.orders, found.orders_needed) == (Band(200, 200), 301)


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"fulfillment": AFN},
        {"is_placed": False},
        {"order_date": None},
        {"order_date": WINDOW.first_day - timedelta(days=1)},
        {"order_date": WINDOW.last_day + timedelta(days=1)},
    ],
)
def test_a_defect_of_another_place_marks_nothing(elsewhere: dict[str, Any]) -> None:
    found = rate(store(settled=200), defect(**elsewhere))
    assert (found.orders_with_defects, found.verdict) == (Band(0, 0), Verdict.ON_TARGET)
    assert set(found.components.values()) == {0}


@pytest.mark.parametrize("day", [WINDOW.first_day, WINDOW.last_day])
def test_both_ends_of_the_window_are_in(day: date) -> None:
    assert rate(store(settled=200), defect(order_date=day)).orders_with_defects == Band(1, 1)


@pytest.mark.parametrize("fulfillment", [None, MFN])
@pytest.mark.parametrize("counts", [Counts.COUNTED, Counts.UNDECIDED])
def test_a_typed_defect_without_its_day_may_be_in_any_window(
    fulfillment: Fulfillment | None, counts: Counts
) -> None:
    one = defect(order_date=None, is_typed=True, is_placed=False, fulfillment=fulfillment, counts=counts)
    assert rate(store(settled=200), one).orders_with_defects == Band(0, 1)


@pytest.mark.parametrize(
    "given",
    [
        {"fulfillment": AFN},
        {"counts": Counts.NOT_COUNTED},
        {"is_typed": False},
        {"order_date": WINDOW.first_day - timedelta(days=1), "is_placed": False},
    ],
)
def test_one_that_cannot_be_in_it_does_not_widen_the_band(given: dict[str, Any]) -> None:
    one = defect(**{"order_date": None, "is_typed": True, "is_placed": False, **given})
    assert rate(store(settled=200), one).orders_with_defects == Band(0, 0)


def test_a_cancelled_order_is_certain_only_with_a_defect_that_counts_or_may() -> None:
    orders = store(
        settled=100, unsettled=5, by_hand=by_hand("order A", "order B", "order C", is_settled=False)
    )
    found = rate(
        orders,
        defect("order A"),
        defect("order B", counts=Counts.UNDECIDED),
        defect("order C", counts=Counts.NOT_COUNTED),
        defect("order in no file"),
    )
    everything, settled = orders.within(WINDOW, MFN)
    assert found.orders == Band(settled + 2, everything)


def test_a_settled_order_is_not_added_for_its_defect() -> None:
    orders = store(settled=100, by_hand=by_hand("order A", is_settled=True))
    assert rate(orders, defect("order A")).orders == Band(101, 101)


def test_a_typed_count_is_the_count_whatever_is_known_of_its_orders() -> None:
    orders = store(typed={MFN: 126}, by_hand=by_hand("order A", is_settled=False))
    assert rate(orders, defect("order A")).orders == Band(126, 126)


@pytest.mark.parametrize(
    ("stated", "marked"), [(0, Band(1, 2)), (1, Band(1, 2)), (2, Band(2, 2)), (3, Band(3, 3))]
)
def test_what_amazons_page_counts_is_the_least(stated: int, marked: Band) -> None:
    orders = store(typed={MFN: 400}, stated={MFN: stated, AFN: 9})
    found = rate(orders, defect("order A"), defect("order B", counts=Counts.UNDECIDED))
    assert (found.orders_with_defects, found.listed) == (marked, Band(1, 2))
    assert rate(store(settled=400, stated={AFN: 9})).orders_with_defects == Band(0, 0)


def test_the_verdict_is_the_one_of_the_target_that_is_given() -> None:
    held = (defect("order A"), defect("order B"))
    assert measure(store(settled=150), held, WINDOW, MFN, Fraction(1, 50)).verdict is Verdict.ON_TARGET
    assert measure(store(settled=150), held, WINDOW, MFN, ONE_PERCENT).verdict is Verdict.OFF_TARGET
