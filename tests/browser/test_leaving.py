"""Leaving the page: a change of language keeps the work, anything else warns where typed work would be lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Dialog, Page

from .calculator_page import CalculatorPage
from .conftest import Host
from .test_job import FILES
from .test_keeping import REFUSED, STORED, until_nothing_is_stored

LINK = "a.odr-language[hreflang='zh-Hans']"


@pytest.fixture
def typed(own_calculator: CalculatorPage) -> CalculatorPage:
    """A page with typed figures, touched by a person, so that the browser would warn."""
    own_calculator.page.mouse.click(5, 5)
    own_calculator.type_case()
    return own_calculator


def close(page: Page) -> list[str]:
    """Close the tab as its cross does, and return what the browser asked."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.bring_to_front()
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    return asked


def test_the_other_language_has_the_work_and_nothing_else_has(
    typed: CalculatorPage, with_headers: Host
) -> None:
    typed.choose(FILES)
    typed.wait_until_done()
    before = typed.model("session.case")
    page = typed.page
    page.locator(LINK).click()
    page.wait_for_url(with_headers.url + "zh/calculator/")
    typed.until("session.case.odr_page.orders === '126'")
    typed.wait_until_done()
    assert typed.model("session.case") == before
    assert typed.model("session.files.map((entry) => entry.file.name)") == [path.name for path in FILES]
    assert page.evaluate(STORED) == []
    assert typed.model("[session.keeping.state, session.recover ?? null]") == ["off", None]
    page.wait_for_timeout(300)
    late = with_headers.since(typed.data_since())
    assert [path for path in late if "calamine" not in path] == [], "but what was asked for ahead of the data"


def test_kept_work_goes_along_and_stays_kept(typed: CalculatorPage) -> None:
    typed.model("session.keep(true)")
    typed.until("session.keeping.savedAt")
    typed.page.locator(LINK).click()
    typed.page.wait_for_url("**/zh/calculator/")
    typed.until("session.recover")
    assert typed.model("[session.case.odr_page.orders, session.keeping.state]") == ["126", "on"]


def test_work_that_never_arrived_is_thrown_away(typed: CalculatorPage) -> None:
    page = typed.page
    page.context.route("**/zh/calculator/", lambda route: route.fulfill(body="<title>elsewhere</title>"))
    page.locator(LINK).click()
    page.wait_for_url("**/zh/calculator/")
    assert "handover/case" in page.evaluate(STORED)
    page.context.unroute_all()
    page.add_init_script("{ const { now } = Date; Date.now = () => now() + 61_000; }")
    page.goto(typed.url)
    typed.until("session.hasExample")
    until_nothing_is_stored(page)
    assert typed.model("session.case.odr_page.orders") == ""


def test_where_nothing_can_be_stored_the_seller_is_asked_first(watched: Page, with_headers: Host) -> None:
    watched.add_init_script(REFUSED)
    calculator = CalculatorPage(watched, with_headers.url).open()
    calculator.type_case()
    watched.locator(LINK).click()
    calculator.until("session.leaving.asked")
    assert watched.url == calculator.url
    calculator.model("session.leaving.stay()")
    assert calculator.model("session.leaving.asked ?? null") is None
    watched.locator(LINK).click()
    calculator.until("session.leaving.asked")
    calculator.model("session.leaving.go()")
    watched.wait_for_url("**/zh/calculator/")
    calculator.until("session.hasExample")
    assert calculator.model("session.case.odr_page.orders") == ""


def test_without_work_the_language_link_is_a_link(own_calculator: CalculatorPage) -> None:
    own_calculator.page.locator(LINK).click()
    own_calculator.page.wait_for_url("**/zh/calculator/")
    assert own_calculator.page.evaluate(STORED) == []


def test_the_browser_warns_of_typed_work_that_is_nowhere_else(typed: CalculatorPage) -> None:
    assert close(typed.page) == ["beforeunload"]


@pytest.mark.parametrize("how", ["kept", "saved", "wiped", "example"])
def test_the_browser_does_not_warn_where_nothing_would_be_lost(typed: CalculatorPage, how: str) -> None:
    if how == "kept":
        typed.model("session.keep(true)")
        typed.until("session.keeping.savedAt")
    elif how == "saved":
        typed.model("session.copied()")
    else:
        typed.model("session.wipe()")
        if how == "example":
            typed.model("session.showExample()")
    assert close(typed.page) == []
