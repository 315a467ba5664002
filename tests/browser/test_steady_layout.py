"""What a reader has begun to read stays where it is when a tool's form comes."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, Route

from .conftest import Host

MOST = 0.1
"""Above it a page is felt to jump: the mark of good pages for the sum of layout shifts."""
WATCH = """() => {
  window.shifts = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.shifts += one.value; }))
    .observe({ type: "layout-shift", buffered: true });
}"""
TOOLS = ("calculator/", "zh/calculator/", "appeal-desk/", "letter-check/")


def shifts(page: Page, address: str, form: str) -> float:
    """Return the sum of layout shifts of a page whose script comes late."""

    def late(route: Route) -> None:
        time.sleep(0.4)
        route.continue_()

    page.set_viewport_size({"width": 412, "height": 823})
    page.route("**/assets/odr/*.js", late)
    page.add_init_script(f"({WATCH})()")
    page.goto(address)
    page.locator(form).first.wait_for()
    page.evaluate("new Promise((tell) => requestAnimationFrame(() => setTimeout(tell, 100)))")
    return float(page.evaluate("window.shifts"))


@pytest.mark.parametrize("tool", TOOLS)
def test_nothing_jumps_when_the_form_comes(page: Page, with_headers: Host, tool: str) -> None:
    assert shifts(page, with_headers.url + tool, ".odr-place input, .odr-place textarea") < MOST


def test_a_page_that_keeps_no_place_for_its_form_is_caught(page: Page, with_headers: Host) -> None:
    def without_place(route: Route) -> None:
        style = route.fetch()
        assert "100svh" in style.text()
        route.fulfill(response=style, body=style.text().replace("100svh", "0"))

    page.route("**/assets/odr/calculator-*.css", without_place)
    assert shifts(page, with_headers.url + "calculator/", ".odr-place input") > MOST
