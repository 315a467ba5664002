"""The result on paper: two pages of A4 at most, in both languages, nothing cut in silence, no whole order id."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Page, expect

from .calculator_page import CalculatorPage
from .conftest import Host
from .site_pages import settings_for

WHOLE_ID = re.compile(r"\d{3}-\d{7}-\d{7}")
A4 = (595, 842)
MANY = 60


def printed(page: Page) -> pypdf.PdfReader:
    """The page as Chromium prints it, on the paper its own style asks for."""
    return pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=False)))


def claim(number: int) -> dict[str, Any]:
    ordered = date(2026, 9, 10) + timedelta(days=number % 55)
    return {
        "order_id": f"111-0000001-{number:07d}",
        "order_date": ordered.isoformat(),
        "fulfillment": "mfn",
        "type": "a_to_z_claim",
        "outcome": "granted",
        "decided_on": (date(2026, 11, 22) - timedelta(days=number % 20)).isoformat(),
    }


def feedback(number: int) -> dict[str, Any]:
    """Feedback after the window: its line of the plan is the longest there is."""
    late = {
        "order_date": "2026-11-15",
        "type": "negative_feedback",
        "outcome": "kept",
        "event_date": "2026-11-18",
    }
    return {**claim(number), **late, "decided_on": ""}


def result(calculator: CalculatorPage) -> None:
    calculator.wait_until_done()
    calculator.page.locator("[data-show-result]").first.click()
    expect(calculator.element.locator(".odr-result")).to_be_visible()


@pytest.mark.parametrize(
    ("lang", "shop"),
    settings_for(
        [*product(["en", "zh-Hans"], ["example", "claims", "feedback"])],
        [("en", "feedback"), ("zh-Hans", "claims")],
    ),
)
def test_the_result_is_two_pages_of_a4_at_most(
    kept_calculator: Callable[..., CalculatorPage], lang: str, shop: str
) -> None:
    calculator = kept_calculator(lang)
    if shop == "example":
        calculator.until("session.hasExample")
        calculator.model("session.showExample()")
    else:
        calculator.type_case(odr_page__first_day="2026-09-09", odr_page__last_day="2026-11-07")
        made = claim if shop == "claims" else feedback
        marks = [made(number) for number in range(1, MANY)]
        calculator.model("given.forEach((one) => session.addDefect(one))", marks)
    result(calculator)
    document = printed(calculator.page)
    assert len(document.pages) <= 2
    assert all(
        abs(found - wanted) < 2
        for page in document.pages
        for found, wanted in zip(page.mediabox[2:], A4, strict=True)
    )
    assert not WHOLE_ID.search(" ".join(one.extract_text() for one in document.pages))
    sheet = calculator.model("session.explanation.sheet")
    assert (sheet["more"] is None) == (shop == "example")
    earliest = calculator.model("session.explanation.recovery[0].earliest.sentence")
    calculator.page.emulate_media(media="print")
    for said in filter(None, (sheet["title"], sheet["more"], earliest)):
        expect(calculator.element.locator(".odr-paper")).to_contain_text(said)


def test_the_sheet_is_never_on_the_screen(calculator: CalculatorPage) -> None:
    calculator.until("session.hasExample")
    calculator.model("session.showExample()")
    result(calculator)
    for width in (1440, 390):
        calculator.page.set_viewport_size({"width": width, "height": 844})
        expect(calculator.element.locator(".odr-paper")).to_be_hidden()
    calculator.page.emulate_media(media="print")
    expect(calculator.element.locator(".odr-paper")).to_be_visible()
    expect(calculator.element.locator(".odr-result")).to_be_hidden()


@pytest.mark.parametrize("folder", ["", "zh/"])
def test_the_summary_is_one_sheet_with_all_its_parts(page: Page, with_headers: Host, folder: str) -> None:
    page.goto(with_headers.url + folder + "start/summary/")
    headings = page.locator("article > h2:not(#figures)").all_inner_texts()
    paper = printed(page)
    assert len(paper.pages) == 1
    text = unicodedata.normalize("NFKC", paper.pages[0].extract_text())
    assert len(re.sub(r"\s", "", text)) > 400
    if not folder:  # a printed Chinese letter reads back as the radical that looks like it
        assert [one for one in headings if one.strip(" \u00b6") not in text] == []


def test_a_page_that_is_not_made_for_one_sheet_takes_more(page: Page, with_headers: Host) -> None:
    page.goto(with_headers.url + "understand/small-shops/")
    assert len(printed(page).pages) > 1
