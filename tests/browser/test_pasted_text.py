"""Pasted text: shown row by row, asked about, taken over only when the seller says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from calculator.messages import text

from .calculator_page import CalculatorPage

CLAIMS = """A-to-z Guarantee claims
Order ID: 111-0000001-0000001
Order date: October 6, 2026
Claim status: Granted
Decision date: November 9, 2026
"""


@pytest.fixture
def pasted(calculator: CalculatorPage) -> CalculatorPage:
    page = calculator.page
    page.locator("#odr-paste").fill(CLAIMS)
    page.locator("[data-read]").click()
    expect(page.locator("#odr-understood-title")).to_be_focused()
    return calculator


def test_nothing_is_taken_over_before_the_seller_says_so(pasted: CalculatorPage) -> None:
    page = pasted.page
    expect(page.locator("[data-row='defects.0']")).to_contain_text("111-0000001-0000001")
    expect(page.locator("fieldset[data-defect]")).to_have_count(0)
    page.locator("[data-take]").click()
    expect(page.locator("#odr-defects-d1-order_id")).to_have_value("111-0000001-0000001")
    page.locator("[data-undo]").click()
    expect(page.locator("fieldset[data-defect]")).to_have_count(0)


def test_a_row_that_is_not_ticked_stays_out(pasted: CalculatorPage) -> None:
    page = pasted.page
    for box in page.locator(".odr-understood__take input").all():
        box.uncheck()
    page.locator("[data-take]").click()
    expect(page.locator(".odr-paste__said")).to_have_text(text("en", "pasting.none_chosen"))
    expect(page.locator("fieldset[data-defect]")).to_have_count(0)
