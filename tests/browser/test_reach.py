"""Where little is allowed: a slow line, no other host, a messenger's browser, no storage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from calculator.messages import text

from .appeal_page import PAGES as DESKS
from .appeal_page import AppealPage
from .calculator_page import CalculatorPage
from .conftest import WATCH, Host
from .site_pages import opened
from .test_appeal_case import CASE
from .test_case_file import WECHAT

ONLY_AS_FILES = (".docx", ".zip")
KILOBITS = 400
SLOW = {
    "offline": False,
    "latency": 300,
    "downloadThroughput": KILOBITS * 1000 / 8,
    "uploadThroughput": KILOBITS * 1000 / 8,
}
PAINTED = """() => new Promise((done) => new PerformanceObserver((list) => {
  for (const { name, startTime } of list.getEntries()) if (name === "first-contentful-paint") done(startTime);
}).observe({ type: "paint", buffered: true }))"""
REFUSED = """for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
  Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException("refused", "SecurityError"); } });"""
MESSENGER = """
Object.defineProperty(navigator, "clipboard", { value: undefined });
document.execCommand = () => false;
delete HTMLAnchorElement.prototype.download;
for (const name of ["showSaveFilePicker", "showOpenFilePicker"]) delete window[name];
for (const name of ["serviceWorker", "locks", "share"]) Object.defineProperty(navigator, name, { value: undefined });
"""


@pytest.fixture
def slow(watched: Page) -> Page:
    """A page on a line of 400 kbit/s with 300 ms there and back."""
    session = watched.context.new_cdp_session(watched)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    return watched


@pytest.mark.parametrize("folder", ["", "zh/"])
def test_on_a_slow_line_the_first_hour_is_read_within_five_seconds(
    slow: Page, with_headers: Host, folder: str
) -> None:
    slow.goto(with_headers.url + folder + "start/first-hour/", wait_until="commit")
    slow.locator("main h1").wait_for()
    assert slow.evaluate(PAINTED) < 5000
    assert slow.locator("main li").count() > 3
    slow.goto("about:blank")


def test_on_a_slow_line_typed_counts_are_answered_long_before_python(slow: Page, with_headers: Host) -> None:
    calculator = CalculatorPage(slow, with_headers.url, "zh-Hans").open()
    calculator.model("session.set('odr_page.orders', '126')")
    calculator.model("session.set('odr_page.orders_with_defects', '2')")
    calculator.until("session.lookup?.rate")
    assert calculator.model("[session.lookup.verdict, session.phase]") == ["off_target", "loading"]
    took = slow.evaluate("performance.now()")
    loaded, total = calculator.model("[session.download.loaded, session.download.total]")
    assert took < 15_000, "about nine seconds on a quiet machine"
    assert loaded < total / 4
    slow.goto("about:blank")


def test_with_every_other_host_blocked_nothing_is_missing(watched: Page, with_headers: Host) -> None:
    refused: list[str] = []

    def only_ours(route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(with_headers.url).netloc:
            return route.continue_()
        refused.append(route.request.url)
        return route.abort()

    watched.context.route("**/*", only_ours)
    for address in opened("blocked hosts"):
        watched.goto(with_headers.url + address, wait_until="networkidle")
        assert watched.evaluate("window.violations") == []
    calculator = CalculatorPage(watched, with_headers.url).open()
    calculator.type_case()
    assert calculator.answered() == ["off_target", "= 1.587\u00a0%"]
    assert refused == []


def test_without_storage_pages_search_and_calculator_work(watched: Page, with_headers: Host) -> None:
    faults: list[str] = []
    watched.on("pageerror", lambda error: faults.append(str(error)))
    watched.add_init_script(REFUSED)
    calculator = CalculatorPage(watched, with_headers.url).open()
    calculator.type_case()
    assert calculator.answered() == ["off_target", "= 1.587\u00a0%"]
    calculator.model("session.keep(true)")
    calculator.until("session.keeping.state === 'refused'")
    watched.goto(with_headers.url)
    chosen = watched.locator("body").get_attribute("data-md-color-scheme")
    watched.locator("form[data-md-component=palette] label:not([hidden])").click()
    watched.locator("form[data-md-component=palette] label:not([hidden])").click()
    assert watched.locator("body").get_attribute("data-md-color-scheme") != chosen
    watched.locator(".odr-search").click()
    watched.locator("input[name=query]").press_sequentially("chargeback")
    expect(watched.locator(".md-search-result__link").first).to_be_visible()
    assert faults == []


@pytest.fixture(scope="module")
def messenger(browser: Browser) -> Iterator[BrowserContext]:
    """A messenger's browser: no files, no clipboard, none of the newer ways."""
    context = browser.new_context(
        user_agent=WECHAT, viewport={"width": 390, "height": 844}, locale="zh-CN", service_workers="block"
    )
    context.add_init_script(WATCH + MESSENGER)
    yield context
    context.close()


def test_in_a_messenger_every_export_of_the_calculator_can_be_copied_by_hand(
    messenger: BrowserContext, with_headers: Host
) -> None:
    calculator = CalculatorPage(messenger.new_page(), with_headers.url, "zh-Hans").open()
    hint = calculator.element.locator("[data-notice=wechat]")
    expect(hint).to_contain_text(text("zh-Hans", "keeping.wechat_title"))
    calculator.type_case()
    calculator.answered()
    calculator.element.locator("[data-see-result], .odr-so-far button").first.click()
    offers = calculator.element.locator("[data-take]")
    expect(offers.first).to_be_visible()
    for index in range(offers.count()):
        offers.nth(index).click()
        expect(calculator.element.locator("#odr-taken-text")).not_to_be_empty()
    assert calculator.violations() == []


def test_in_a_messenger_every_export_of_the_appeal_desk_can_be_copied_by_hand(
    messenger: BrowserContext, with_headers: Host
) -> None:
    desk = AppealPage(messenger.new_page(), with_headers.url + DESKS["zh-Hans"]).open()
    desk.model("session.replace(given)", CASE)
    desk.settled()
    desk.open_step("letter")
    exports = desk.element.locator("[data-export]")
    expect(exports.first).to_be_visible()
    told = desk.element.locator("section:has([data-export]) > .odr-told")
    for index in range(exports.count()):
        kind = Path(exports.nth(index).get_attribute("data-export") or "").suffix
        exports.nth(index).click()
        if kind in ONLY_AS_FILES:
            expect(told).to_contain_text(text("zh-Hans", "appeal_page.file_no_copy", file="").strip())
        else:
            made = desk.element.locator("#odr-made-text")
            expect(made).to_have_attribute("aria-label", re.compile(rf"{re.escape(kind)}$"))
            expect(told).to_have_text(text("zh-Hans", "keeping.copy_failed"))
