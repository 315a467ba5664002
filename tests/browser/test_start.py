"""A start that fails names its cause, loses nothing and can be tried again."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect

from calculator.messages import text

from .calculator_page import CalculatorPage
from .conftest import Host
from .test_job import FILES, assert_the_seed_result

WASM = re.compile(r"pyodide\.asm\.wasm$")
CORE = re.compile(r"odr_handbook.*\.bin$")


def trouble(calculator: CalculatorPage, code: str) -> None:
    shown = calculator.element.locator("[data-trouble]")
    expect(shown).to_have_attribute("data-trouble", code)
    expect(shown).to_contain_text(text("en", "shell.failure.safe"))


def test_a_part_that_is_missing_is_named_and_the_next_try_works(watched: Page, with_headers: Host) -> None:
    calculator = CalculatorPage(watched, with_headers.url).open()
    watched.context.route(CORE, lambda route: route.fulfill(status=404))
    calculator.choose(FILES)
    trouble(calculator, "download")
    expect(calculator.element.locator("[data-trouble]")).to_contain_text("odr_handbook")
    watched.context.unroute(CORE)
    calculator.element.get_by_role("button", name=text("en", "shell.failure.retry")).click()
    calculator.wait_until_done()
    assert_the_seed_result(calculator)


def test_no_bytes_for_a_while_is_called_what_it_is(watched: Page, with_headers: Host) -> None:
    held: list[Route] = []
    calculator = CalculatorPage(watched, with_headers.url).open(**{"stall-seconds": "2"})
    watched.context.route(WASM, lambda route: held.append(route))
    calculator.choose(FILES)
    trouble(calculator, "stalled")
    assert held
    watched.context.unroute(WASM)
    calculator.element.get_by_role("button", name=text("en", "shell.failure.retry")).click()
    calculator.wait_until_done()
    assert_the_seed_result(calculator)


def test_a_core_that_was_changed_on_its_way_is_refused(watched: Page, with_headers: Host) -> None:
    calculator = CalculatorPage(watched, with_headers.url).open()
    watched.context.route(CORE, lambda route: route.fulfill(body=b"something else"))
    calculator.choose(FILES)
    trouble(calculator, "download")


def test_a_browser_without_webassembly_is_told_so(watched: Page, with_headers: Host) -> None:
    watched.add_init_script("delete globalThis.WebAssembly;")
    calculator = CalculatorPage(watched, with_headers.url).open()
    calculator.choose(FILES)
    trouble(calculator, "unsupported")


def test_stopping_the_download_keeps_the_files_for_another_try(watched: Page, with_headers: Host) -> None:
    held: list[Route] = []
    calculator = CalculatorPage(watched, with_headers.url).open()
    watched.context.route(WASM, lambda route: held.append(route))
    calculator.choose(FILES)
    calculator.element.get_by_role("button", name=text("en", "shell.stage.stop"), exact=True).click()
    trouble(calculator, "cancelled")
    expect(calculator.files).to_have_count(len(FILES))
    watched.context.unroute(WASM)
    calculator.element.get_by_role("button", name=text("en", "shell.failure.retry")).click()
    calculator.wait_until_done()
    assert_the_seed_result(calculator)
