"""The plan of shops read from files: cancelled orders, two fulfilments, windows asked for, unplaced marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from calculator.explain import plan

from .compare_recovery import assessment
from .small_shop import NOTICE_DAY, claim, order, order_id, shop
from .truth import CHARGEBACK

if TYPE_CHECKING:
    from .truth import HandRow, OrderRow, Shop

DAY = NOTICE_DAY - timedelta(days=30)
DECIDED = NOTICE_DAY - timedelta(days=10)


def block(one: Shop, **supposed: str) -> dict[str, Any]:
    core = assessment(one)
    value = plan.block(core, {key(core, number): word for number, word in supposed.items()}, "en")
    assert value is not None
    return value


def key(core: Any, number: str) -> str:
    """The row of the defect on the order of this number, such as `n3`."""
    wanted = order_id(int(number.removeprefix("n")))
    found = next(one for one in core.defect_list.defects if one.order_id == wanted)
    return f"{found.file}:{found.line}:{found.type}"


def orders(many: int, *others: OrderRow) -> tuple[tuple[OrderRow, ...], ...]:
    return ((*(order(1000 + number, DAY) for number in range(many)), *others),)


def by_amazon(number: int, day: date = DAY) -> OrderRow:
    return replace(order(number, day), fulfillment_word="Amazon")


def granted(number: int) -> HandRow:
    return claim(number, decided_on=DECIDED)


def test_a_cancelled_order_without_its_mark_leaves_the_orders_and_that_is_said() -> None:
    rows = orders(99, order(0, DAY, "Canceled"), order(1, DAY))
    found = block(shop([], [granted(0), granted(1)], order_files=rows), n0="mark_removed")
    cancelled, settled = found["rows"]
    assert cancelled["alone"] == (
        "Without this mark: 1 of 100–101 = 0.99–1\u00a0%, under 1\u00a0% or not, by what is still open. "
        "The order is cancelled or pending: without a mark it leaves the number of orders too."
    )
    assert settled["alone"] == (
        "Without this mark: 1 of 101 = 0.99\u00a0%, under 1\u00a0%. "
        "If nothing new is sold and no mark is added, it then stays under 1\u00a0% on the days ahead."
    )
    assert found["together"]["state"] == "undecided"


def test_where_no_order_is_sure_to_count_no_rate_is_made_up() -> None:
    rows = (((order(0, DAY, "Canceled")),),)
    (only,) = block(shop([], [granted(0)], order_files=rows))["rows"]
    assert only["alone"].startswith("Without this mark: 0 of 0–1: no order is certain to be counted")


def test_two_fulfilments_are_told_apart_the_sellers_first_and_the_worse_decides() -> None:
    rows = orders(149, order(0, DAY), by_amazon(1), by_amazon(2))
    found = block(shop([], [granted(1), granted(0)], order_files=rows))
    assert found["together"]["sentence"] == (
        "Nothing is chosen yet. As it stands: Fulfilled by seller (MFN): 1 of 150 = 0.667\u00a0%, under 1\u00a0%; "
        "Fulfilled by Amazon (AFN): 1 of 2 = 50\u00a0%, not under 1\u00a0%."
    )
    assert found["together"]["state"] == "off_target"
    seller, amazon = found["honest"].split(" Fulfilled by Amazon (AFN): ")
    assert seller.startswith(
        "Fulfilled by seller (MFN): On these counts the number is under 1\u00a0% already"
    )
    assert amazon.startswith(
        "With open decisions counted as marks, it would be enough to come under 1\u00a0% today if 1 order"
    )
    assert "••00001" in amazon and "••00000" not in amazon


def test_the_open_routes_of_orders_ahead_do_not_count_for_today() -> None:
    ahead = order(2, NOTICE_DAY - timedelta(days=5))
    service = [replace(claim(number, "service"), type=CHARGEBACK) for number in (0, 1)]
    rows = orders(98, order(0, DAY), order(1, DAY), ahead)
    found = block(shop([], [*service, granted(2)], order_files=rows))
    assert found["honest"].startswith("No route that may take a mark away is open.")


def test_a_day_to_be_typed_ahead_is_not_told_as_a_route_of_today() -> None:
    ahead = order(2, NOTICE_DAY - timedelta(days=5))
    rows = orders(98, order(0, DAY), order(1, DAY), ahead)
    service = [replace(claim(number, "service"), type=CHARGEBACK) for number in (0, 1)]
    assert "No route" in block(shop([], [*service, claim(2)], order_files=rows))["honest"]


def test_marks_that_have_left_or_cannot_be_placed_are_counted_among_the_others() -> None:
    left = order(0, NOTICE_DAY - timedelta(days=80))
    nobodys = claim(3, order_date=DAY)
    hand = [granted(0), granted(1), claim(2, "denied"), nobodys]
    found = block(shop([], hand, order_files=orders(99, left)))
    assert found["rows"] == []
    assert found["others"] == (
        "1 more listed does not count. 1 is on an order that has left the window. 2 cannot be placed, as the "
        "orders' days or fulfilment are not known: look at the list of defects."
    )


def test_of_a_window_asked_for_no_day_is_told_that_is_past() -> None:
    """The order entered and left long before the day asked for; only the window given is spoken of."""
    rows = orders(99, order(0, date(2026, 3, 1)), order(1, date(2026, 1, 5)))
    service = replace(claim(1, "service"), type=CHARGEBACK)
    one = shop([], [granted(0), service], order_files=rows)
    asked = replace(one, window=(date(2026, 1, 1), date(2026, 2, 20)))
    found = {row["order"][-2:]: row for row in block(asked, n0="mark_removed")["rows"]}
    assert found["00"]["alone"] == (
        "The order is after the window you gave: the number of that window is the same without it."
    )
    assert found["00"]["counts"] == "Not in the window"
    assert found["00"]["effect"] == "The number of the window you gave stays the same."
    assert "leaves the window" not in found["01"]["no_route"]


def test_an_open_route_of_the_other_fulfilment_opens_nothing_here() -> None:
    service = [replace(claim(number, "service"), type=CHARGEBACK) for number in (0, 1)]
    rows = orders(98, order(0, DAY), order(1, DAY), by_amazon(2))
    found = block(shop([], [*service, granted(2)], order_files=rows))["honest"]
    assert found.startswith("Fulfilled by seller (MFN): No route that may take a mark away is open.")
