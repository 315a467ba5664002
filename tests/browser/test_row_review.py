"""Row review: correct, leave out, take back, undo; ids masked unless asked for, always on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from calculator import display

from .calculator_page import CalculatorPage
from .test_job import FILES

WHOLE = "111-0000001-0000001"


@pytest.fixture
def rows(calculator: CalculatorPage) -> Locator:
    calculator.choose(FILES)
    calculator.wait_until_done()
    expect(calculator.verdict).to_have_attribute("data-verdict", "off_target")
    return calculator.block("defects").locator("tbody tr")


def test_a_mark_set_to_removed_changes_the_rate_and_can_be_undone(
    calculator: CalculatorPage, rows: Locator
) -> None:
    rows.first.locator("[aria-expanded]").click()
    rows.first.locator("select").select_option("mark_removed")
    expect(calculator.verdict).to_have_attribute("data-verdict", "on_target")
    expect(rows.first).to_contain_text("Corrected by you")
    calculator.element.locator("[data-undo-all]").click()
    expect(calculator.verdict).to_have_attribute("data-verdict", "off_target")
    calculator.element.locator("[data-undo]").click()
    expect(calculator.verdict).to_have_attribute("data-verdict", "on_target")


def test_a_row_that_is_left_out_can_be_taken_back(calculator: CalculatorPage, rows: Locator) -> None:
    rows.first.locator("[aria-expanded]").click()
    rows.first.locator("[data-leave-out]").click()
    expect(rows).to_have_count(1)
    out = calculator.block("left-out")
    out.get_by_role("button").click()
    expect(rows).to_have_count(2)
    expect(out).to_have_count(0)


def test_ids_are_masked_until_they_are_asked_for_and_on_paper_always(
    calculator: CalculatorPage, rows: Locator
) -> None:
    expect(rows.first).not_to_contain_text(WHOLE)
    calculator.element.locator(".odr-switch input").check()
    expect(rows.first.locator(".odr-on-screen")).to_be_visible()
    expect(rows.first).to_contain_text(WHOLE)
    calculator.page.emulate_media(media="print")
    paper = calculator.element.inner_text()
    assert display.masked(WHOLE) in paper
    assert WHOLE not in paper
