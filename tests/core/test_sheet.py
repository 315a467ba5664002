"""The printed sheet: cut with a count of what is cut, what ends soonest first, ids masked."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import pytest

from calculator.explain import explanation

from .taken import NOTICE_DAY, PAGE, claim, seed, typed


def many(number: int) -> dict[str, object]:
    rows = [
        claim(
            n,
            (date(2026, 9, 10) + timedelta(days=n % 55)).isoformat(),
            (NOTICE_DAY - timedelta(days=n % 20)).isoformat(),
        )
        for n in range(1, number + 1)
    ]
    return explanation(typed(*rows, odr_page={**PAGE, "orders_with_defects": str(number)}), "en")


def test_sixty_marks_are_cut_and_the_rest_is_counted() -> None:
    sheet = many(60)["sheet"]
    assert isinstance(sheet, dict)
    assert len(sheet["rows"]) == 10
    assert sheet["more"] == "And 50 more marks: see the table (CSV)."
    assert "2 Dec 2026" in sheet["rows"][0]["until"].replace("\u00a0", " ")


@pytest.mark.parametrize("number", [1, 10])
def test_what_fits_is_not_cut(number: int) -> None:
    sheet = many(number)["sheet"]
    assert isinstance(sheet, dict)
    assert (len(sheet["rows"]), sheet["more"]) == (number, None)


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_the_sheet_names_no_whole_order_id(lang: str) -> None:
    sheet = json.dumps(explanation(seed(), lang)["sheet"], ensure_ascii=False)
    assert "•" in sheet
    assert not re.search(r"\d{3}-\d{7}-\d{7}", sheet)


def test_a_route_that_is_missing_says_why_in_its_place() -> None:
    passed = typed(claim(1, "2026-09-20", "2026-10-01"), odr_page=PAGE)
    (row,) = explanation(passed, "en")["sheet"]["rows"]
    assert row["route"] is None
    assert row["until"]
