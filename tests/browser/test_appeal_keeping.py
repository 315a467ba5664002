"""Nothing that was allowed to be kept is lost: reload, crash, closed tab; one case with the calculator."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from .appeal_page import PAGES, AppealPage
from .calculator_page import CalculatorPage
from .conftest import Host

TEXT = "Your Order Defect Rate is 1.587 %. Submit a plan of action by 4 December 2026."


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def kept(context: BrowserContext, with_headers: Host) -> AppealPage:
    """A desk with two answers that stay on this device."""
    desk = AppealPage(context.new_page(), with_headers.url + PAGES["en"]).open().loaded()
    desk.write("appeal.notice.text", TEXT)
    desk.open_step("facts")
    desk.write("odr_page.orders", "126")
    desk.model("session.keep(true)")
    desk.page.wait_for_function("() => document.querySelector('odr-appeal').session.keeping.holdsCase")
    expect(desk.element.locator("[data-keeping=on]")).to_be_visible()
    return desk


def held(desk: AppealPage) -> list[str]:
    return list(desk.model("[session.words('appeal.notice.text'), session.words('odr_page.orders')]"))


def test_a_reload_in_the_middle_comes_back_to_the_same_step(kept: AppealPage) -> None:
    kept.page.reload()
    kept.page.wait_for_selector("[data-notice=restored]")
    kept.settled()
    assert held(kept) == [TEXT, "126"]
    expect(kept.element.locator("[data-step=facts][aria-current]")).to_be_visible()


def test_a_closed_tab_loses_nothing(kept: AppealPage, context: BrowserContext, with_headers: Host) -> None:
    kept.page.close()
    again = AppealPage(context.new_page(), with_headers.url + PAGES["en"]).open()
    again.page.wait_for_selector("[data-notice=restored]")
    again.settled()
    assert held(again) == [TEXT, "126"]


def test_a_crash_of_the_program_loses_nothing(kept: AppealPage) -> None:
    (worker,) = [one for one in kept.page.workers if one.url.startswith("blob:")]
    worker.evaluate("() => { setTimeout(() => { throw new Error('gone'); }, 0); }")
    expect(kept.element.locator("[data-trouble=crashed]")).to_be_visible()
    expect(kept.element.locator("[data-field='odr_page.orders'] input")).to_have_value("126")
    kept.element.locator("[data-trouble] .odr-button--main").click()
    kept.settled()
    assert held(kept) == [TEXT, "126"]


def test_a_worker_gone_without_a_word_is_said_and_its_letter_is_not_copied(kept: AppealPage) -> None:
    kept.open_step("letter")
    (worker,) = [one for one in kept.page.workers if one.url.startswith("blob:")]
    worker.evaluate("() => self.close()")
    kept.model("session.put('odr_page.orders', '127')")
    expect(kept.element.locator("[data-trouble=crashed]")).to_be_visible(timeout=15_000)
    expect(kept.element.locator("[data-step=letter] [data-behind]")).to_be_visible()
    kept.element.locator("[data-copy=letter]").click()
    expect(kept.element.locator("p:has([data-copy=letter]) + p")).to_contain_text("older than your answers")
    kept.element.locator("[data-trouble] .odr-button--main").click()
    kept.settled()
    assert held(kept) == [TEXT, "127"]
    expect(kept.element.locator("[data-behind]")).to_have_count(0)


def test_wiping_takes_everything_and_the_first_question_stands_there(kept: AppealPage) -> None:
    kept.element.locator("[data-wipe]").click()
    expect(kept.element.locator("#odr-appeal-notice-text")).to_have_value("")
    kept.page.reload()
    expect(kept.element.locator("#odr-appeal-notice-text")).to_be_visible()
    kept.page.wait_for_timeout(500)
    assert kept.element.locator("[data-notice=restored]").count() == 0


def test_the_calculator_and_the_desk_hold_one_case(
    kept: AppealPage, context: BrowserContext, with_headers: Host
) -> None:
    kept.page.close()
    calculator = CalculatorPage(context.new_page(), with_headers.url).open()
    calculator.until("session.recover !== undefined && session.case.odr_page.orders === '126'")
    calculator.model("session.addDefect({ order_id: '111-0000001-0000001', type: 'a_to_z_claim' })")
    calculator.until("session.keeping.holdsCase")
    calculator.page.close()
    again = AppealPage(context.new_page(), with_headers.url + PAGES["en"]).open()
    again.page.wait_for_selector("[data-notice=restored]")
    again.settled()
    assert held(again) == [TEXT, "126"]
    assert again.model("session.answer.facts.defects.map((one) => one.order_id_masked.slice(-5))") == [
        "00001"
    ]
