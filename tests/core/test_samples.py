"""Real and published files, read from beside the checkout where they are; never committed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculator.assess import assess
from calculator.encode import assessment_json
from calculator.reports import Intake
from calculator.workbook import sheets

SAMPLES = next(
    (
        base
        for base in (Path(__file__).parents[3] / "shared/samples", Path("/shared/samples"))
        if base.exists()
    ),
    None,
)
pytestmark = pytest.mark.skipif(SAMPLES is None, reason="the samples do not lie beside this checkout")


def answer(name: str, as_of: date) -> dict[str, Any]:
    intake = Intake(sheets)
    intake.open("1", name)
    assert SAMPLES is not None
    intake.feed("1", (SAMPLES / name).read_bytes())
    intake.close("1")
    found: dict[str, Any] = json.loads(assessment_json(assess(intake, as_of), "en"))
    return found


def test_a_real_file_spoiled_by_a_spreadsheet_is_read_and_its_oddities_are_said() -> None:
    found = answer("amazon_in_sale_report_2022.csv", date(2022, 5, 20))
    assert found["store"] == "IN"
    assert sum(found["orders_read"].values()) == 1890
    assert found["excluded"] == [{"reason": "non_amazon_channel", "rows": 2}]
    assert (found["files"][0]["rows"], found["files"][0]["used"]) == (2001, 1999)
    said = " ".join(found["files"][0]["notes"])
    assert "instead of tabs" in said
    assert "month first" in said
    assert "no time zone" in said
    assert found["problems"] == []


def test_amazons_own_example_is_recomputed_and_its_printed_rate_is_contradicted() -> None:
    found = answer("v2_seller_performance_amazon_example.json", date(2026, 11, 22))
    figures = {
        item["fulfillment"]: (item["orders_with_defects"], item["orders"]) for item in found["figures"]
    }
    assert figures == {"mfn": (1078, 539000), "afn": (1078, 539000)}
    assert {problem["code"] for problem in found["problems"]} == {"stated_rate_disagrees"}
    assert found["reporting_window"]["basis"] == "reported"
    said = [item["message"] for item in found["reconciliation"][0]["findings"]]
    assert any("1085 hits on 1078 orders" in sentence for sentence in said)


def test_the_feedback_page_of_2011_is_read_whole_and_only_its_one_star_rows_are_defects() -> None:
    found = answer("feedback_manager_us_2011.csv", date(2026, 11, 22))
    assert (found["files"][0]["rows"], found["files"][0]["used"]) == (135, 135)
    assert len(found["defects"]) == 8
    assert len(found["unmatched"]) == 135
    assert found["problems"] == []


def test_the_real_header_of_2017_is_known_and_its_scrubbed_row_is_excluded() -> None:
    found = answer("all_orders_2017_one_scrubbed_row.tsv", date(2026, 11, 22))
    assert found["files"][0]["kind"] == "all_orders"
    assert found["excluded"] == [{"reason": "other_id_form", "rows": 1}]
