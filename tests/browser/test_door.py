"""The first door in Chromium: one question at a time, today's dates, and everything without script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calculator.docsite import settings
from calculator.order_downloads import order_downloads
from calculator.policy import policy_on
from calculator.route import every_walk, questions

from .conftest import Host, serious
from .site_pages import settings_for
from .test_accessibility import RUN

AS_OF = settings.as_of()
LANGUAGES = pytest.mark.parametrize("folder", ["", "zh/"])
WALK = """
(walks) => walks.map((answers) => {
  const again = [...document.querySelectorAll("[data-question]")][0].querySelector(".odr-route__given button");
  if (again.getClientRects().length) again.click();
  for (const [question, answer] of answers)
    document.querySelector(`[data-question="${question}"] [data-answer="${answer}"] > button`).click();
  return [...document.querySelectorAll("[data-outcome]")].filter((one) => !one.hidden).map((one) => one.dataset.outcome).join();
})
"""
DOOR = ("first-hour", "outcomes", "no-appeal", "get-your-data", "claim-clock", "rate-table", "worksheet")


def choose(page: Page, question: str, answer: str) -> None:
    page.locator(f'[data-question="{question}"] [data-answer="{answer}"] > button').click()


@pytest.mark.parametrize("folder", settings_for(["", "zh/"], ["zh/"]))
def test_every_way_ends_where_the_core_says(watched: Page, with_headers: Host, folder: str) -> None:
    watched.goto(f"{with_headers.url}{folder}start/first-hour/")
    walks = list(every_walk())
    ways = [[[one, answers[one]] for one in found.asked] for answers, found in walks]
    assert watched.evaluate(WALK, ways) == [found.outcome for _, found in walks]
    assert watched.evaluate("violations") == []


@LANGUAGES
def test_one_question_at_a_time_with_focus_and_the_way_back(
    watched: Page, with_headers: Host, folder: str
) -> None:
    watched.goto(f"{with_headers.url}{folder}start/first-hour/")
    kept = watched.evaluate("JSON.stringify([localStorage, sessionStorage])")
    open_ = watched.locator(".odr-route .odr-options:visible")
    expect(open_).to_have_count(1)
    choose(watched, "off", "mfn")
    expect(open_).to_have_count(1)
    expect(watched.locator("#question-metric h3")).to_be_focused()
    choose(watched, "metric", "order_defect_rate")
    watched.locator("#question-button .odr-route__back").click()
    expect(watched.locator("#question-metric h3")).to_be_focused()
    marked = watched.locator('#question-metric [data-answer="order_defect_rate"] > button')
    expect(marked).to_have_attribute("aria-pressed", "true")
    choose(watched, "metric", "order_defect_rate")
    for question, answer in (("button", "appeal"), ("deadline", "passed"), ("language", "chinese")):
        choose(watched, question, answer)
    outcome = watched.locator('[data-outcome="mfn_off"]')
    expect(outcome).to_be_visible()
    expect(outcome.locator("h3").first).to_be_focused()
    expect(outcome.locator(".odr-outcome__note")).to_have_count(2)
    assert watched.url.endswith("start/first-hour/")
    assert watched.evaluate("JSON.stringify([localStorage, sessionStorage])") == kept
    watched.locator("#question-metric .odr-route__given button").click()
    expect(outcome).to_be_hidden()
    choose(watched, "metric", "late_shipment")
    expect(watched.locator('[data-outcome="late_shipment"]')).to_be_visible()
    expect(watched.locator("#question-button")).to_be_hidden()


def test_the_route_by_keyboard_alone(watched: Page, with_headers: Host) -> None:
    watched.goto(f"{with_headers.url}start/first-hour/")
    watched.locator('[data-question="off"] [data-answer="mfn"] > button').focus()
    watched.keyboard.press("Enter")
    watched.keyboard.press("Tab")
    expect(
        watched.locator('[data-question="metric"] [data-answer="order_defect_rate"] > button')
    ).to_be_focused()
    watched.keyboard.press("Space")
    expect(watched.locator("#question-button h3")).to_be_focused()


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    yield context.new_page()
    context.close()


@LANGUAGES
def test_without_script_every_question_is_open_and_no_button_is_dead(
    scriptless: Page, with_headers: Host, folder: str
) -> None:
    scriptless.goto(f"{with_headers.url}{folder}start/first-hour/")
    assert scriptless.locator(".odr-route .odr-options:visible").count() == len(questions())
    assert scriptless.locator(".odr-route button:visible").count() == 0
    assert scriptless.locator("[data-outcome]:visible").count() == 0
    scriptless.locator('[data-answer="late_shipment"] a').click()
    assert scriptless.url.endswith("start/outcomes/#late-shipment")
    scriptless.goto(f"{with_headers.url}{folder}start/get-your-data/")
    assert scriptless.locator("main button:visible").count() == 0
    assert scriptless.locator("main select:visible").count() == 0
    first = order_downloads(AS_OF, policy_on(AS_OF))[0].first_day.isoformat()
    assert first in scriptless.locator(".odr-today").inner_text()
    assert scriptless.locator("#download-days tr:visible").count() > 5
    scriptless.goto(f"{with_headers.url}{folder}start/claim-clock/")
    assert scriptless.locator(".odr-lookup:visible").count() == 0
    assert scriptless.locator("#claim-days tr:visible").count() > 20


@pytest.mark.parametrize("page_name", DOOR)
@pytest.mark.parametrize("folder", settings_for(["", "zh/"], ["zh/"]))
def test_nothing_scrolls_sideways_and_axe_is_content(
    watched: Page, with_headers: Host, axe: str, folder: str, page_name: str
) -> None:
    watched.emulate_media(color_scheme="dark" if folder else "light", reduced_motion="reduce")
    for width in (320, 390, 768):
        watched.set_viewport_size({"width": width, "height": 844})
        watched.goto(f"{with_headers.url}{folder}start/{page_name}/")
        assert watched.evaluate("document.documentElement.scrollWidth") <= width
    watched.evaluate(axe)
    assert serious(watched.evaluate(RUN)) == []


def test_todays_dates_are_lifted_and_each_button_copies_the_date_it_stands_beside(
    browser: Browser, with_headers: Host
) -> None:
    context = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"], timezone_id="Asia/Shanghai"
    )
    page = context.new_page()
    page.clock.set_fixed_time("2027-03-01T17:00:00Z")
    page.goto(f"{with_headers.url}start/get-your-data/")
    today = page.locator(".odr-today")
    expect(today).to_contain_text("2027-03-01")
    expect(today.locator('[data-part="device"]')).to_contain_text("2027-03-02")
    expected = [
        day.isoformat()
        for one in order_downloads(date(2027, 3, 1), policy_on(AS_OF))
        for day in (one.first_day, one.last_day)
    ]
    shown = today.locator("[data-date]")
    expect(shown).to_have_text(expected)
    for place in range(len(expected)):
        today.locator("button[data-copy]").nth(place).click()
        expect(today.locator("[role=status]").nth(place)).not_to_be_empty()
        assert page.evaluate("navigator.clipboard.readText()") == expected[place]
    today.locator("select").select_option("mdy")
    expect(shown.first).to_have_text("12/17/2026")
    today.locator("button[data-copy]").first.click()
    page.wait_for_function("async () => await navigator.clipboard.readText() === '12/17/2026'")
    context.close()


def test_a_day_beyond_the_table_is_said(watched: Page, with_headers: Host) -> None:
    watched.clock.set_fixed_time("2029-01-01T12:00:00Z")
    watched.goto(f"{with_headers.url}start/get-your-data/")
    expect(watched.locator('.odr-today [data-part="device"]')).to_contain_text("This page was built")
    expect(watched.locator(".odr-today [data-date]").first).to_have_text(
        order_downloads(AS_OF, policy_on(AS_OF))[0].first_day.isoformat()
    )


@LANGUAGES
def test_the_claim_clock_looks_a_day_up(watched: Page, with_headers: Host, folder: str) -> None:
    watched.goto(f"{with_headers.url}{folder}start/claim-clock/")
    watched.fill("#claim-day", "2026-11-09")
    clocks = watched.locator(".odr-lookup .odr-clock__left")
    expect(clocks.first).to_contain_text("12月8日" if folder else "8\u00a0Dec")
    expect(clocks.nth(1)).to_contain_text("11月15日" if folder else "15\u00a0Nov")
    watched.fill("#claim-day", "2019-01-01")
    expect(watched.locator('.odr-lookup [data-part="outside"]')).to_be_visible()
    expect(clocks.first).to_be_hidden()


@LANGUAGES
def test_the_day_of_an_order_is_looked_up(watched: Page, with_headers: Host, folder: str) -> None:
    watched.goto(f"{with_headers.url}{folder}understand/how-recovery-works/")
    watched.fill("#order-day", "2026-10-06")
    clocks = watched.locator(".odr-lookup .odr-clock__left")
    expect(clocks.first).to_have_text("10月21日" if folder else "21\u00a0Oct")
    expect(clocks.nth(1)).to_have_text("12月20日" if folder else "20\u00a0Dec")
    watched.fill("#order-day", "2019-01-01")
    expect(watched.locator('.odr-lookup [data-part="outside"]')).to_be_visible()


@LANGUAGES
def test_the_worksheet_fits_two_sheets_of_paper(watched: Page, with_headers: Host, folder: str) -> None:
    watched.goto(f"{with_headers.url}{folder}start/worksheet/")
    pdf = watched.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) <= 2
