"""axe finds nothing serious on the calculator page, empty and with a result."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Literal

import pytest
from playwright.sync_api import Page

from .calculator_page import CalculatorPage
from .conftest import Host, serious
from .seller import Seller
from .site_pages import settings_for
from .test_job import FILES

RUN = "async () => JSON.stringify(await axe.run(document, { resultTypes: ['violations'] }))"


LANGUAGES, SCHEMES = ("en", "zh-Hans"), ("light", "dark")


@pytest.fixture
def kept_one(lang: str, kept_calculator: Callable[..., CalculatorPage]) -> CalculatorPage:
    return kept_calculator(lang)


@pytest.fixture
def opened(lang: str, watched: Page, with_headers: Host) -> CalculatorPage:
    return CalculatorPage(watched, with_headers.url, lang).open()


@pytest.mark.parametrize(
    ("lang", "scheme", "width"),
    settings_for(
        [*product(LANGUAGES, SCHEMES, (390, 1440))], [("zh-Hans", "light", 390), ("en", "dark", 1440)]
    ),
)
def test_nothing_serious_empty_and_done(
    opened: CalculatorPage, axe: str, scheme: Literal["light", "dark"], width: int
) -> None:
    page = opened.page
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 844})
    page.reload()
    page.evaluate(axe)
    assert serious(page.evaluate(RUN)) == []
    opened.choose(FILES)
    opened.wait_until_done()
    assert serious(page.evaluate(RUN)) == []


@pytest.mark.parametrize(
    ("lang", "scheme"),
    settings_for([*product(LANGUAGES, SCHEMES)], [("zh-Hans", "light"), ("en", "dark")]),
)
def test_nothing_serious_on_the_way_from_form_to_letter(
    opened: CalculatorPage, axe: str, scheme: Literal["light", "dark"]
) -> None:
    page = opened.page
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    page.evaluate(axe)
    seller = Seller(page)
    seller.type_the_seed()
    seller.add_claim("d2", "2026-14-10", "2026-11-17")
    page.locator("#odr-odr_page-orders").focus()
    page.locator("#odr-defects-d2-order_date-problem").wait_for()
    assert serious(page.evaluate(RUN)) == []
    seller.press(page.locator("[data-show-result]"))
    assert serious(page.evaluate(RUN)) == []
    seller.press(page.locator("[data-template]").first)
    page.locator("#odr-letter-text").wait_for()
    assert serious(page.evaluate(RUN)) == []


@pytest.mark.parametrize(
    ("lang", "width"),
    settings_for(
        [*product(LANGUAGES, (390, 768, 1440))],
        [("zh-Hans", 390), ("zh-Hans", 768), ("en", 390), ("en", 1440)],
    ),
)
def test_no_sideways_scrolling(kept_one: CalculatorPage, width: int) -> None:
    kept_one.page.set_viewport_size({"width": width, "height": 844})
    kept_one.choose(FILES)
    kept_one.wait_until_done()
    assert kept_one.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("lang", ["en"])
def test_axe_does_find_a_fault_that_is_put_in(kept_one: CalculatorPage, axe: str) -> None:
    kept_one.page.evaluate(axe)
    kept_one.page.evaluate(
        "document.querySelector('odr-calculator').append(document.createElement('button'))"
    )
    assert [one["rule"] for one in serious(kept_one.page.evaluate(RUN))] == ["button-name"]
