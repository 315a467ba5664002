"""Bad input: a clear message, the rest computed, the page alive."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from calculator.messages import text

from .calculator_page import CalculatorPage
from .test_job import FILES, assert_the_seed_result

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb0043") + bytes(range(256)) * 40
BAD = {
    "a photo renamed": ("photo.txt", JPEG),
    "an empty file": ("empty.txt", b""),
    "a header without the needed column": (
        "orders.txt",
        b"amazon-order-id\torder-status\n111-0000001-0000001\tShipped\n",
    ),
    "a broken workbook": ("book.xlsx", b"PK\x03\x04" + bytes(200)),
    "a page saved instead of a report": (
        "report.html",
        b"<!doctype html><title>Sign in</title><p>Sign in</p>",
    ),
    "markup as content": ("<img src=x onerror=alert(1)>.txt", b"<script>alert(1)</script>\n"),
}


@pytest.mark.parametrize(("name", "content"), BAD.values(), ids=list(BAD))
def test_a_bad_file_is_named_and_good_files_beside_it_are_computed(
    calculator: CalculatorPage, name: str, content: bytes
) -> None:
    calculator.choose([{"name": name, "mimeType": "text/plain", "buffer": content}])
    calculator.wait_until_done()
    expect(calculator.element.locator("[data-refusal]")).to_contain_text(name)
    expect(calculator.files).to_have_count(1)
    calculator.choose(FILES)
    calculator.wait_until_done()
    assert_the_seed_result(calculator)
    expect(calculator.files.filter(has_text=name)).to_contain_text(text("en", "shell.file.refused"))
    assert calculator.violations() == []


def test_reading_a_large_file_can_be_stopped_and_the_rest_is_computed(
    calculator: CalculatorPage, tmp_path: Path
) -> None:
    large = tmp_path / "large.txt"
    header = b"amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-channel\n"
    row = b"111-0000001-0000001\t2026-10-02T08:11:00+00:00\tShipped\tMerchant\tAmazon.com\n"
    large.write_bytes(header + row * 2_000_000)
    calculator.choose([*FILES, large])
    stop = calculator.element.get_by_role("button", name=text("en", "shell.file.stop_one", name="large.txt"))
    stop.click()
    calculator.wait_until_done()
    assert_the_seed_result(calculator)
    expect(calculator.files.filter(has_text="large.txt")).to_contain_text(text("en", "shell.file.cancelled"))


def test_a_workbook_that_does_not_say_so_still_finds_its_reader(own_calculator: CalculatorPage) -> None:
    """The reader is fetched before any data is read again: the old worker and all in it is gone."""
    own_calculator.choose(FILES)
    own_calculator.wait_until_done()
    first = own_calculator.data_since()
    own_calculator.choose(
        [{"name": "book.txt", "mimeType": "text/plain", "buffer": b"PK\x03\x04" + bytes(200)}]
    )
    own_calculator.page.wait_for_function(
        "(first) => document.querySelector('odr-calculator').session.wire.since > first", arg=first
    )
    own_calculator.wait_until_done()
    assert_the_seed_result(own_calculator)
    expect(own_calculator.element.locator("[data-requests]")).to_have_attribute("data-requests", "0")
