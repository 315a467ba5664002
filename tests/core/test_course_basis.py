"""What the coming days rest on: typed counts, reports, open cases, cancelled orders, windows of another time."""

from __future__ import annotations

import json
from datetime import date, timedelta

from calculator.dates import DateRange
from calculator.explain import recovery

from .courses import NBSP, PAGE, SOLD, TODAY, block, claim, claim_on, seed, shop, soft, told

MIDDLE = date(2026, 10, 10)


REPORT = """{"accountStatuses": [], "performanceMetrics": [{"marketplaceId": "ATVPDKIKX0DER",
 "orderDefectRate": {"mfn": {"reportingDateRange": {"reportingDateFrom": "%s", "reportingDateTo": "%s"},
 "orderCount": 1, "status": "GOOD", "targetValue": 0.01, "targetCondition": "LESS_THAN",
 "orderWithDefects": {"count": 1, "status": "GOOD"}, "claims": {"count": 1, "rate": 1, "status": "GOOD"},
 "chargebacks": {"count": 0, "rate": 0, "status": "GOOD"},
 "negativeFeedback": {"count": 0, "rate": 0, "status": "GOOD"}, "rate": 1}}}]}"""


def test_a_window_set_by_a_report_moves_the_days_and_names_its_rule() -> None:
    last = TODAY - timedelta(days=12)
    words = REPORT % (last - timedelta(days=59), last)
    found = block(shop([MIDDLE], [claim(0)], files=[("report.json", words)]))
    assert [row["day"] for row in found["steps"]] == [f"21{NBSP}Dec"]
    assert "order_defect_rate.reported_lag" in {row["fact"] for row in found["sources"]}
    assert "order_defect_rate.reported_lag" not in {row["fact"] for row in block(seed())["sources"]}


def test_a_typed_count_is_said_to_be_spread_evenly() -> None:
    rows = [claim_on(1, "2026-10-06"), claim_on(2, "2026-10-14")]
    for lang, words in (("en", "spread evenly over"), ("zh-Hans", "平均分到")):
        typed = block(shop([], rows, page=PAGE), lang)
        assert any(words in note["text"] for note in typed["notes"])
        assert not any(words in note["text"] for note in block(seed(), lang)["notes"])
        assert typed["earliest"]["iso"] == "2026-12-28"


def test_marks_that_only_amazons_page_counts_leave_at_the_latest_possible_day() -> None:
    found = shop([], [], page={**PAGE, "orders_with_defects": "2"})
    notes = [soft(note["text"]) for note in block(found)["notes"]]
    assert notes[0].startswith("2 orders with a defect have no order date here.")
    last = list(told(found).items())[-1]
    assert last[0] == "21 Jan" and last[1].startswith("2 orders with a defect have no order date here: now")


def test_what_is_undecided_is_said_to_be_counted() -> None:
    found = block(shop([MIDDLE] * 150, [claim(0), claim(1, "open"), claim(2, "appealed")]))
    assert found["notes"][0]["text"].startswith("2 orders with a defect are not decided yet.")
    assert "Open cases are taken here as counting." in found["earliest"]["sentence"]
    alone = block(shop([MIDDLE] * 250, [claim(0, "open")]))
    assert "even if every open case counts" in alone["earliest"]["sentence"]
    assert "not decided yet" not in alone["steps"][0]["text"]
    waiting = told(
        shop([MIDDLE] * 150 + [TODAY] * 3, [claim(150, "open"), claim(151, "appealed"), claim(152)])
    )
    assert "2 of them are not decided yet; here they count." in waiting["7 Dec"]
    one = told(shop([MIDDLE] * 150 + [TODAY], [claim(150, "open")]))
    assert "It is not decided yet; here it counts." in one["7 Dec"]
    decided = json.dumps(block(seed()))
    assert "not decided" not in decided and "open case" not in decided


def test_cancelled_orders_are_left_out_and_said_to_be() -> None:
    found = block(shop([MIDDLE] * 150, [claim(0)], cancelled=(3, 4)))
    assert found["days"]["rows"][0]["orders"] == "148"
    assert found["notes"][0]["text"].startswith("2 cancelled or pending orders of the window are left out")


def test_orders_after_the_last_one_of_the_files_are_said_to_be_unknown() -> None:
    ended = [day for day in SOLD if day <= date(2026, 11, 7)]
    words = f"The last order in your files is of 7{NBSP}Nov{NBSP}2026."
    assert any(note["text"].startswith(words) for note in block(shop(ended, []))["notes"])
    assert block(shop(SOLD, []))["notes"] == []


def test_a_window_of_another_time_is_not_taken_for_today() -> None:
    asked = DateRange(date(2026, 8, 1), date(2026, 9, 29))
    found = block(shop(SOLD, [claim(56), claim(73)], window=asked))
    assert soft(found["subtitle"]).endswith("126 orders in the window on 22 Nov 2026.")
    assert found["earliest"]["iso"] == "2026-12-28"
    assert any("need not follow" in note["text"] for note in found["notes"])


def test_without_the_number_of_orders_nothing_is_drawn_out_of_the_defects() -> None:
    assert recovery.blocks(recovery.courses(shop([], [claim_on(1, "2026-10-06")]), "en")) == []
