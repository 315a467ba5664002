"""The browser's own way back: from screen to screen, and a question before typed work is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .calculator_page import CalculatorPage
from .test_job import FILES

ASKED = "[data-notice=leaving_back]"


@pytest.fixture
def from_home(own_calculator: CalculatorPage) -> CalculatorPage:
    """The calculator, reached from the home page."""
    own_calculator.page.goto(own_calculator.url.removesuffix("calculator/"))
    own_calculator.page.goto(own_calculator.url)
    own_calculator.until("session.hasExample")
    own_calculator.page.mouse.click(5, 5)
    return own_calculator


def test_back_leads_from_the_result_to_the_form_and_forward_again(from_home: CalculatorPage) -> None:
    page = from_home.page
    from_home.choose(FILES)
    title = page.locator(".odr-result__title")
    expect(title).to_be_focused()
    page.go_back()
    expect(title).to_have_count(0)
    assert page.url == from_home.url
    assert from_home.model("session.files.length") == len(FILES)
    page.go_forward()
    expect(title).to_be_visible()
    assert page.url == from_home.url


def test_back_out_of_the_page_asks_where_typed_work_would_be_lost(from_home: CalculatorPage) -> None:
    page, home = from_home.page, from_home.url.removesuffix("calculator/")
    from_home.type_case()
    from_home.until("session.phase === 'done'")
    page.go_back()
    expect(page.locator(ASKED)).to_be_visible()
    assert page.url == from_home.url
    page.locator(f"{ASKED} [data-stay]").click()
    expect(page.locator(ASKED)).to_have_count(0)
    assert from_home.model("session.case.odr_page.orders") == "126"
    page.go_back()
    page.locator(f"{ASKED} [data-leave]").click()
    page.wait_for_url(home)


@pytest.mark.parametrize("how", ["nothing typed", "kept"])
def test_back_out_of_the_page_asks_nothing_where_nothing_is_lost(from_home: CalculatorPage, how: str) -> None:
    page, home = from_home.page, from_home.url.removesuffix("calculator/")
    if how == "kept":
        from_home.type_case()
        from_home.model("session.keep(true)")
        from_home.until("session.keeping.savedAt")
        page.wait_for_timeout(300)
    page.evaluate("history.back()")
    page.wait_for_url(home)


def test_a_jump_within_the_page_does_not_leave_the_result(from_home: CalculatorPage) -> None:
    page = from_home.page
    from_home.choose(FILES)
    expect(page.locator(".odr-result__title")).to_be_focused()
    page.evaluate("location.hash = '#files'")
    page.wait_for_timeout(300)
    expect(page.locator(".odr-result__title")).to_be_visible()
    page.go_back()
    expect(page.locator(".odr-result__title")).to_be_visible()
    page.go_back()
    expect(page.locator(".odr-result__title")).to_have_count(0)
