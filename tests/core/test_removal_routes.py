"""Which honest routes a defect has, and which of them make an order part of the honest set."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from calculator import case
from calculator.assess import Assessment, assess
from calculator.defects import Defect
from calculator.orders import Fulfillment
from calculator.recovery import has_open_route, removal_of, routes_of
from calculator.recovery.routes import clocks, is_open
from calculator.reports import Intake
from calculator.workbook import sheets

TODAY = date(2026, 11, 22)
CLAIM, FEEDBACK, CHARGEBACK = "a_to_z_claim", "negative_feedback", "chargeback"


def assessed(*rows: dict[str, str], orders: int = 126) -> Assessment:
    page = {
        "first_day": "2026-09-09",
        "last_day": "2026-11-07",
        "fulfillment": "mfn",
        "orders": str(orders),
    }
    defects = [
        {"order_id": f"111-0000001-{n:07}", "order_date": "2026-10-06", "fulfillment": "mfn", **row}
        for n, row in enumerate(rows, 1)
    ]
    document = {"contract": case.CASE, "store": "US", "odr_page": page, "defects": defects}
    return assess(Intake(sheets), TODAY, case=case.read(document))


def one(type_: str, outcome: str, **days: str) -> tuple[Defect, Assessment]:
    found = assessed({"type": type_, "outcome": outcome, **days})
    return found.defect_list.defects[0], found


@pytest.mark.parametrize(
    ("type_", "outcome", "days"),
    [
        (CLAIM, "granted", {"decided_on": "2026-11-09"}),
        (CLAIM, "cancelled_by_seller", {"decided_on": "2026-10-23"}),
        (CLAIM, "open", {"event_date": "2026-11-21"}),
        (CLAIM, "appealed", {}),
        (CLAIM, "appeal_money_only", {}),
        (FEEDBACK, "kept", {"event_date": "2026-11-01"}),
        (FEEDBACK, "kept", {}),
        (FEEDBACK, "kept", {"event_date": "2026-08-01", "order_date": "2026-07-01"}),
    ],
)
def test_a_route_in_its_days_or_without_a_published_day_is_open(
    type_: str, outcome: str, days: dict[str, str]
) -> None:
    assert has_open_route(*one(type_, outcome, **days))


@pytest.mark.parametrize(
    ("type_", "outcome", "days"),
    [
        (CLAIM, "granted", {"decided_on": "2026-10-22"}),
        (CLAIM, "granted", {}),
        (CLAIM, "granted", {"decided_on": "2026-11-23"}),
        (CLAIM, "open", {"event_date": "2026-11-19"}),
        (CLAIM, "open", {}),
        (CLAIM, "refused_or_returned", {"decided_on": "2026-11-09"}),
        (CLAIM, "something else", {"decided_on": "2026-11-09"}),
        (CHARGEBACK, "service", {"decided_on": "2026-11-21"}),
        (CHARGEBACK, "unknown", {"decided_on": "2026-11-21"}),
        (FEEDBACK, "something else", {"event_date": "2026-11-01"}),
    ],
)
def test_a_passed_day_a_missing_day_and_a_route_for_the_money_alone_are_not_open(
    type_: str, outcome: str, days: dict[str, str]
) -> None:
    assert not has_open_route(*one(type_, outcome, **days))


def test_what_only_the_buyer_can_change_opens_nothing() -> None:
    """Were it a route, every feedback would read like a buyer to be asked."""
    defect, found = one(FEEDBACK, "kept", event_date="2026-11-01")
    routes = {route["route"]: route for route in routes_of(defect, found)}
    assert list(routes) == ["feedback_removal", "feedback_strike_through", "buyers_own_change"]
    assert [clock.route for clock in clocks(defect, found) if is_open(clock)] == list(routes)[:2]


@pytest.mark.parametrize("days", [{}, {"event_date": "2026-08-01", "order_date": "2026-07-01"}])
def test_a_day_of_hearsay_that_is_past_or_missing_closes_nothing(days: dict[str, str]) -> None:
    removal = clocks(*one(FEEDBACK, "kept", **days))[0]
    assert removal.said_to_be and removal.state in ("passed", "no_start")
    assert is_open(removal)


def test_the_routes_of_a_defect_are_plain_values() -> None:
    defect, found = one(CLAIM, "granted", decided_on="2026-11-09")
    assert routes_of(defect, found) == [
        {
            "route": "a_to_z_appeal",
            "state": "running",
            "last_day": "2026-12-09",
            "last_safe_day": "2026-12-08",
            "stake": ["money", "mark"],
            "fact": "removal_routes.a_to_z_appeal.deadline",
        }
    ]
    assert routes_of(*one(CLAIM, "denied")) == []


HONEST: list[tuple[list[dict[str, Any]], tuple[int, ...] | None]] = [
    ([{"type": CLAIM, "outcome": "appealed"}, {"type": CHARGEBACK, "outcome": "service"}], (1,)),
    ([{"type": CHARGEBACK, "outcome": "service"}, {"type": FEEDBACK, "outcome": "kept"}], (2,)),
    ([{"type": CHARGEBACK, "outcome": "service"}, {"type": CLAIM, "outcome": "granted"}], None),
    ([{"type": CLAIM, "outcome": "appeal_money_only"}, {"type": CLAIM, "outcome": "appealed"}], (1,)),
]


@pytest.mark.parametrize(("rows", "numbers"), HONEST)
def test_the_honest_set_holds_orders_whose_route_has_no_day(
    rows: list[dict[str, Any]], numbers: tuple[int, ...] | None
) -> None:
    found = removal_of(assessed(*rows), Fulfillment.MFN).honest_set
    assert found == (None if numbers is None else tuple(f"111-0000001-{n:07}" for n in numbers))
