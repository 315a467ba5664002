"""The rows of a file: a hundred thousand of them scroll, by keys as well, and are found without the browser's search."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from calculator.messages import text

from .calculator_page import CalculatorPage

ROWS = 100_000
HEADER = "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\tproduct-name\n"
STAMPS = "2026-10-05T10:00:00+00:00\t2026-10-06T10:00:00+00:00"


def order_id(number: int) -> str:
    return f"111-{number:07d}-{number:07d}"


@pytest.fixture
def frame(calculator: CalculatorPage, tmp_path: Path) -> Locator:
    lines = (f"{order_id(n)}\t\t{STAMPS}\tShipped\tMerchant\tAmazon.com\tMug {n}\n" for n in range(1, ROWS))
    path = tmp_path / "orders.txt"
    path.write_text(
        HEADER + "".join(lines) + f"{order_id(ROWS)}\t\tsoon\tsoon\tShipped\tMerchant\tAmazon.com\tMug\n"
    )
    calculator.choose([path])
    calculator.wait_until_done()
    calculator.element.locator("[data-rows]").click()
    return calculator.element.locator(".odr-rows__frame")


def test_a_hundred_thousand_rows_scroll_and_are_found(calculator: CalculatorPage, frame: Locator) -> None:
    rows, page = frame.locator(".odr-rows__shown [role=row]"), calculator.page
    said = calculator.element.locator(".odr-rows__said")
    expect(frame).to_have_attribute("aria-rowcount", str(ROWS + 1))
    expect(rows.first).to_contain_text("111-•••••••-••00001")
    assert rows.count() < 80

    frame.press("End")
    expect(rows.last).to_contain_text("soon")
    expect(rows.last).to_contain_text(text("en", "row_review.rows.look"))
    expect(rows.last).to_have_attribute("aria-rowindex", str(ROWS + 1))
    frame.press("Home")
    page.keyboard.press("PageDown")
    expect(rows.last).to_contain_text("Shipped")

    find = calculator.element.locator("#odr-rows-find")
    find.fill("mug 77777")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("77778")
    assert said.inner_text() == text("en", "row_review.rows.found", n=1)
    calculator.element.locator("odr-rows .odr-switch input").check()
    expect(rows.first).to_contain_text(order_id(77_777))
    find.fill("no such row")
    expect(said).to_have_text(text("en", "row_review.rows.found_none"))
    find.fill("")
    expect(frame).to_have_attribute("aria-rowcount", str(ROWS + 1))
    assert calculator.violations() == []
