"""The search index waits until it is wanted, and asks for nothing once a seller's data is here."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .calculator_page import CalculatorPage
from .conftest import Host

INDEX = "search/search_index.json"
PAGES = {"": "chargeback", "zh/": "索赔"}
QUERIES = tomllib.loads(Path(__file__).with_name("search_queries.toml").read_text(encoding="utf-8"))


def asked(page: Page) -> list[str]:
    names = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    return [name for name in names if name.endswith(INDEX)]


@pytest.mark.parametrize("path", PAGES)
def test_the_index_comes_when_the_search_is_opened_and_finds(
    page: Page, with_headers: Host, path: str
) -> None:
    page.goto(with_headers.url + path, wait_until="networkidle")
    assert asked(page) == []
    page.locator(".odr-search").click()
    page.locator("input[name=query]").press_sequentially(PAGES[path])
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert len(asked(page)) == 1


def test_a_search_beside_a_sellers_data_asks_for_nothing(page: Page, with_headers: Host) -> None:
    calculator = CalculatorPage(page, with_headers.url).open()
    calculator.model("session.wake()")
    calculator.until("session.phase === 'ready'")
    calculator.type_case()
    calculator.until("session.phase === 'done'")
    page.locator(".odr-search").click()
    page.locator("input[name=query]").press_sequentially("chargeback")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert len(asked(page)) == 1
    assert calculator.model("session.wire.count") == 0


@pytest.mark.parametrize("folder", QUERIES)
def test_what_a_seller_types_finds_its_page_first(page: Page, with_headers: Host, folder: str) -> None:
    """Words arrive whole, as from an input method or the clipboard."""
    root = with_headers.url + ("" if folder == "en" else f"{folder}/")
    page.goto(root, wait_until="networkidle")
    page.locator(".odr-search").click()
    typed = page.locator("input[name=query]")
    wrong = {}
    for query, wanted in QUERIES[folder].items():
        typed.press("Control+A")
        typed.press("Backspace")
        expect(page.locator(".md-search-result__item")).to_have_count(0)
        page.keyboard.insert_text(query)
        found = page.locator(".md-search-result__item a").first.evaluate("(link) => link.href")
        first = re.split("[?#]", found)[0].removeprefix(root)
        if first not in wanted:
            wrong[query] = first
    assert wrong == {}
