"""The earliest day the number alone is under the target: what is said of it, and how far it can be trusted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from calculator.take_along import take_along

from .courses import FIRST, NBSP, SOLD, TODAY, block, claim, claim_on, shop, soft

MIDDLE = date(2026, 10, 10)


def earliest(*args: Any, lang: str = "en", **others: Any) -> dict[str, Any]:
    value = block(shop(*args, **others), lang)["earliest"]
    return {key: soft(words) if isinstance(words, str) else words for key, words in value.items()}


def test_the_day_of_the_seed_is_about_and_says_nothing_of_offers_but_that_no_source_does() -> None:
    assert earliest(SOLD, [claim(56), claim(73)]) == {
        "day": "28 Dec 2026",
        "iso": "2026-12-28",
        "title": "Under 1 % by the number alone, at the earliest",
        "sentence": "Earliest day the number alone is under 1 %. No source says offers come back by themselves.",
        "wait": "A figure is no reason to wait: a deadline in your notice comes first,"
        " and each claim has a clock of its own.",
        "about": "About, not exact: Amazon does not publish where the window ends. If it ends one day earlier or"
        " later than taken here, this day lies between 27 Dec 2026 and 29 Dec 2026.",
        "stays": None,
        "fact": "order_defect_rate.window_lag",
    }


def test_exactly_one_per_cent_is_not_under_it() -> None:
    found = earliest([MIDDLE] * 100, [claim(0)])
    assert found["day"] is None
    assert found["sentence"].startswith(
        "On none of the next 90 days is the number alone under 1 %: once the last defect has left, on"
        " 24 Dec 2026, no order is left either"
    )
    assert found["about"] == "The same if Amazon's window ends one day earlier or later than taken here."
    assert earliest([MIDDLE] * 101, [claim(0)])["title"] == "Under 1 % by the number alone, today"


def test_one_day_of_lag_moves_the_day_or_leaves_none() -> None:
    later = MIDDLE + timedelta(days=1)
    moved = earliest([MIDDLE] + [later] * 5, [claim(0)])
    assert moved["day"] == "24 Dec 2026"
    assert moved["about"].endswith("this day lies between 23 Dec 2026 and 25 Dec 2026.")
    enters = TODAY - timedelta(days=13)
    only = earliest([FIRST] + [MIDDLE] * 150 + [enters], [claim(0), claim(1), claim(151)])
    assert only["iso"] == "2026-11-23"
    assert only["about"].endswith(
        "If it ends one day later than taken here, there is no such day in the next 90 days."
    )


def test_under_today_and_over_later_is_told_in_front_with_its_reason() -> None:
    enters = TODAY - timedelta(days=3)
    found = shop([MIDDLE] * 150 + [enters] * 10, [claim(0), claim(150)])
    assert block(found)["lead"].startswith(f"Under 1{NBSP}% on these counts today, but not on 4{NBSP}Dec")
    stays = soft(block(found)["earliest"]["stays"])
    assert stays.startswith("On 4 Dec 2026 it is not under 1 % any more: 2 of 160 = 1.25 %. An A-to-z claim")
    assert stays.endswith("Within these 90 days it does not come under 1 % to stay.")


def test_the_first_day_under_it_that_does_not_last_says_so() -> None:
    leaves, enters = date(2026, 9, 9), TODAY - timedelta(days=3)
    found = earliest([leaves] + [MIDDLE] * 150 + [enters], [claim(0), claim(1), claim(151)])
    assert found["iso"] == "2026-11-23"
    assert found["stays"].startswith("On 4 Dec 2026 it is not under 1 % any more: 2 of 151 = 1.325 %.")


PERIOD = {"first_day": "2026-09-09", "last_day": "2026-11-07", "fulfillment": "mfn", "orders": "126"}


def test_marks_whose_order_days_are_missing_leave_the_day_untold() -> None:
    """Two of 126 off the page alone: neither "never in 90 days" nor a rate of the last two orders is said."""
    found = shop([], [], page={**PERIOD, "orders_with_defects": "2"})
    value = block(found)
    assert value["earliest"]["day"] is None
    assert value["earliest"]["title"] == "The day cannot be told yet: order days are missing"
    assert value["earliest"]["about"] is None
    assert value["earliest"]["wait"]
    assert value["lead"].startswith("The order days of 2 orders with a defect are missing")
    assert "UID:earliest" not in take_along(found, "recovery.ics", "en").text


def test_a_typed_count_names_no_highest_day_as_later_orders_are_not_known() -> None:
    rows = [claim_on(1, "2026-10-06"), claim_on(2, "2026-10-14")]
    value = block(shop([], rows, page=PERIOD))
    assert value["earliest"]["iso"] == "2026-12-28"
    assert value["lead"].startswith("The rate climbs first")
    assert "highest" not in value["lead"]
