"""How the number moves, in words: known answers worked out by hand, in both languages."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import pytest

from calculator.explain import explanation, recovery
from calculator.explain.plain_text import as_text
from calculator.messages import LANGUAGES
from calculator.orders import Fulfillment
from calculator.recovery import recovery_of

from .courses import FIRST, NBSP, PAGE, SOLD, TODAY, block, claim, seed, shop, soft, told

MIDDLE = date(2026, 10, 10)
DILUTED = [MIDDLE] * 50 + [TODAY - timedelta(days=5)] * 60 + [TODAY] * 40
"""One in fifty again and again: more orders enter before more marks do, and no mark leaves without orders."""
WHOLE_ID = re.compile(r"\d{3}-\d{7}-\d{7}")


def test_the_seed_climbs_before_it_falls_and_every_step_has_its_reason() -> None:
    assert told(seed()) == {
        "23 Nov – 7 Dec": "31 clean orders leave and 31 clean orders enter."
        " The rate stays at 2 of 126 = 1.587 %.",
        "8 Dec – 19 Dec": "25 clean orders leave, so the rate rises although nothing happened."
        " At the end 2 of 101 = 1.98 %.",
        "20 Dec": "An A-to-z claim on an order of 6 Oct leaves. 1 clean order leaves."
        " 1 of 99 = 1.01 %. Still not under 1 %.",
        "21 Dec – 27 Dec": "15 clean orders leave, so the rate rises although nothing happened."
        " At the end 1 of 84 = 1.19 %.",
        "28 Dec": "An A-to-z claim on an order of 14 Oct leaves. 1 clean order leaves. 0 of 82 = 0 %. Under 1 %.",
        "29 Dec – 4 Feb": "80 clean orders leave. At the end 0 of 2 = 0 %.",
        "5 Feb": "2 clean orders leave. Then no order is in the window, so there is no rate.",
    }
    assert soft(block(seed())["lead"]) == (
        "The rate climbs first: clean orders leave the window before the 2 orders with a defect do. That is"
        " arithmetic, not a new fault. While today's defects are in the window, the highest day is 19 Dec 2026: 2 of 101 = 1.98 %."
    )


def test_the_seed_in_chinese() -> None:
    steps = told(seed(), "zh-Hans")
    assert list(steps)[:3] == ["11月23日—12月7日", "12月8日—12月19日", "12月20日"]
    assert steps["12月8日—12月19日"] == (
        "25 个没有缺陷的订单移出；什么事都没有发生，缺陷率却上升了。最后一天是 2 / 101 = 1.98%。"
    )
    assert steps["12月20日"] == (
        "10月6日订单的一笔 A-to-z 索赔移出。1 个没有缺陷的订单移出。1 / 99 = 1.01%。仍没有低于 1%。"
    )
    assert block(seed(), "zh-Hans")["lead"].startswith("缺陷率会先上升：没有缺陷的订单先移出统计时段")
    assert block(seed(), "zh-Hans")["earliest"]["day"] == "2026年12月28日"


def test_every_coming_day_is_a_row_and_equals_the_calendar() -> None:
    for lang in LANGUAGES:
        rows = block(seed(), lang)["days"]["rows"]
        days = recovery_of(seed(), Fulfillment.MFN).no_new_orders.days
        assert [(row["iso"], row["orders"], row["orders_with_defects"]) for row in rows] == [
            (str(day.day), str(day.orders), str(day.orders_with_defects)) for day in days
        ]
        assert all(row["text"] and row["rate"] for row in rows)
    assert {row["state"] for row in rows} == {"off_target", "on_target", "no_orders"}


@pytest.mark.parametrize(
    ("as_of", "sold", "enters", "leaves"),
    [
        (date(2028, 2, 20), date(2028, 2, 14), "29 Feb", "29 Apr"),
        (date(2026, 12, 20), date(2026, 12, 17), "1 Jan", "2 Mar"),
    ],
)
def test_a_leap_day_and_a_year_end(as_of: date, sold: date, enters: str, leaves: str) -> None:
    found = told(shop([sold], [claim(0)], as_of))
    day = f"{sold.day} {'Feb' if sold.month == 2 else 'Dec'}"
    assert found == {
        enters: f"An A-to-z claim on an order of {day} enters. 1 of 1 = 100 %. Not under 1 %.",
        leaves: f"An A-to-z claim on an order of {day} leaves. Then no order is in the window, so there is no rate.",
    }


def test_an_empty_window_has_no_rate_and_a_shop_without_any_coming_order_no_block() -> None:
    assert recovery.blocks(recovery.courses(shop([date(2026, 8, 1)], []), "en")) == []
    found = block(shop([date(2026, 11, 20)], []))
    assert soft(found["subtitle"]).endswith("No order in the window on 22 Nov 2026.")
    assert "enter from 5 Dec 2026 on" in soft(found["lead"])
    assert found["luck"]["sentence"] is None


@pytest.mark.parametrize(
    ("sold", "rows", "lead"),
    [
        (
            SOLD,
            [claim(120)],
            "Under 1 % on these counts today, but not on 20 Dec 2026. Nothing new has to happen",
        ),
        (
            [FIRST] + [MIDDLE] * 120,
            [claim(0), claim(1)],
            "The rate falls first, on 23 Nov 2026, when an order",
        ),
        (
            DILUTED,
            [claim(0), claim(50), claim(110)],
            "The rate falls at first, because orders placed already enter",
        ),
        (
            [MIDDLE] * 90 + [TODAY],
            [claim(0), claim(90)],
            "The rate climbs first, on 7 Dec 2026, when an order",
        ),
        (
            [MIDDLE] * 100,
            [claim(0)],
            "Nothing that is known today changes the rate before the last order leaves",
        ),
        (
            [FIRST] * 80 + [MIDDLE] * 4,
            [claim(0), claim(80)],
            "The rate climbs on 23 Nov 2026: more clean orders leave",
        ),
        (SOLD, [], "Under 1 % on these counts today, and on every one of the next 90 days that has a rate."),
    ],
)
def test_the_lead_says_what_the_counts_do_first(
    sold: list[date], rows: list[dict[str, str]], lead: str
) -> None:
    assert soft(block(shop(sold, rows))["lead"]).startswith(lead)


def test_marks_of_one_day_are_told_together_and_each_kind_by_its_name() -> None:
    two = told(shop([MIDDLE] * 90, [claim(0), claim(1)]))
    assert next(iter(two.values())).startswith(
        "2 orders of 10 Oct with a defect leave. 88 clean orders leave."
    )
    kinds = {
        "An A-to-z claim": [claim(0)],
        "Negative feedback": [{**claim(0), "type": "negative_feedback", "outcome": "kept"}],
        "A chargeback": [{**claim(0), "type": "chargeback", "outcome": "service"}],
        "An order of 10 Oct with more than one": [
            claim(0),
            {**claim(0), "type": "chargeback", "outcome": "service"},
        ],
    }
    for words, rows in kinds.items():
        assert next(iter(told(shop([MIDDLE] * 90, rows)).values())).startswith(words)


def test_the_list_to_watch_is_in_the_order_of_days_and_misses_no_deadline() -> None:
    rows = [
        claim(56, decided_on="2026-11-09"),
        claim(73),
        claim(100, "open", event_date="2026-11-21"),
        claim(150, "appealed"),
    ]
    found = [(row["kind"], row["iso"]) for row in block(shop(SOLD, rows))["carry"]["watch"]["rows"]]
    assert found == [
        ("unknown", "2026-11-22"),
        ("deadline", "2026-11-22"),
        ("open", "2026-11-22"),
        ("open", "2026-11-22"),
        ("enters", "2026-12-04"),
        ("deadline", "2026-12-08"),
        ("leaves", "2026-12-20"),
    ]


def test_what_is_about_to_enter_is_listed_by_its_day() -> None:
    found = block(shop(SOLD, [claim(56), claim(150)]))["carry"]["entering"]["rows"]
    assert [row["iso"] for row in found] == ["2026-12-04"]
    assert soft(found[0]["text"]).startswith("111-•••••••-••00150 (A-to-z claim), order of 19 Nov")


@pytest.mark.parametrize(
    ("orders", "said"),
    [
        (126, "In a window of 126 orders 2 with a defect are over the line. A shop whose true rate is 0.5 % stands"
              " there by luck in 13 of 100 such windows. Amazon counts it all the same."),
        (1, "In a window of 1 order 1 with a defect is over the line. A shop whose true rate is 0.5 % stands there"
            " by luck in fewer than 1 of 100 such windows. Amazon counts it all the same."),
        (500, "In a window of 500 orders 5 with a defect are over the line."),
        (501, None),
        (5000, None),
    ],
)  # fmt: skip
def test_luck_is_one_sentence_for_a_small_shop_only(orders: int, said: str | None) -> None:
    found = block(shop([], [], page={**PAGE, "orders": str(orders)}))["luck"]["sentence"]
    assert found is None if said is None else soft(found).startswith(said)


def test_every_row_names_its_rule_and_every_rule_is_among_the_sources() -> None:
    rows = [claim(56, decided_on="2026-11-09"), claim(150, "open")]
    for lang in LANGUAGES:
        found = block(shop(SOLD, rows), lang)
        named = {row["fact"] for row in (*found["steps"], *found["carry"]["watch"]["rows"], *found["notes"])}
        named |= {found["earliest"]["fact"], found["luck"]["fact"]}
        assert named - {None} <= {row["fact"] for row in found["sources"]}
        assert all(re.search("2026", row["text"]) for row in found["sources"])


def test_no_whole_order_id_and_nothing_about_selling_more_in_any_language() -> None:
    found = shop(SOLD, [claim(56, decided_on="2026-11-09"), claim(73, "open"), claim(150)])
    for lang in LANGUAGES:
        words = json.dumps(recovery.blocks(recovery.courses(found, lang)), ensure_ascii=False)
        assert not WHOLE_ID.search(words)
        assert "orders_needed" not in words and "same_pace" not in words
        assert not re.search(r"\b201\b", words)


def test_the_short_texts_tell_the_day_and_the_next_steps() -> None:
    for lang, words in (
        ("en", f"28{NBSP}Dec{NBSP}2026: Earliest day"),
        ("zh-Hans", "2026年12月28日：只看数字"),
    ):
        value = explanation(seed(), lang)
        for told_short in (value["case_text"], as_text(value, lang)):
            assert words in told_short
            assert told_short.count("\n- ") >= 3


def test_both_fulfilments_have_a_block_the_main_one_first() -> None:
    orders = "".join(
        f"113-0000001-{n:07d}\t2026-10-10T12:00:00+00:00\tShipped\tAmazon\tAmazon.com\n" for n in range(5)
    )
    header = "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-channel\n"
    found = recovery.blocks(
        recovery.courses(shop(SOLD, [claim(56)], files=[("fba.txt", header + orders)]), "en")
    )
    assert [(one["fulfillment"], one["main"]) for one in found] == [("mfn", True), ("afn", False)]
    assert found[1]["earliest"]["wait"] is None
