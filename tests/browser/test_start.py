"""A start that fails names its cause, loses nothing and can be tried again."""

from __future__ import annotations

import re
from functools import partial

from playwright.sync_api import Page, Route, expect

from calculator.messages import text

from .calculator_page import CalculatorPage
from .conftest import Host
from .test_job import FILES, assert_the_seed_result

SCRIPT = re.compile(r"pyodide\.asm\.mjs")
WASM = re.compile(r"pyodide\.asm\.wasm")
LIBRARY = re.compile(r"python_stdlib.*\.bin")
CORE = re.compile(r"odr_handbook.*\.bin")
WORKER = re.compile(r"worker-\w+\.js$")
NO_SUBTLE_IN_WORKERS = """
const { Blob } = globalThis;
globalThis.Blob = class extends Blob {
  constructor(parts, options) {
    const isWorker = options?.type === "text/javascript";
    super(isWorker ? ["Object.defineProperty(crypto, 'subtle', { value: undefined });", ...parts] : parts, options);
  }
};
"""
"""As on a host without HTTPS: what could compute a hash is not there."""


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


def flipped(route: Route) -> None:
    """Answer as the host does, one bit of one byte in the middle turned over."""
    answer = route.fetch()
    body = bytearray(answer.body())
    body[len(body) // 2] ^= 1
    kept = {name: answer.headers[name] for name in ("content-type", "etag")}
    route.fulfill(status=200, headers=kept, body=bytes(body))


def test_one_changed_byte_of_any_part_is_refused_by_name_and_the_next_try_works(
    watched: Page, with_headers: Host
) -> None:
    calculator = CalculatorPage(watched, with_headers.url).open()
    retry = calculator.element.get_by_role("button", name=text("en", "shell.failure.retry"))
    start = partial(calculator.choose, FILES)
    for part in (WASM, LIBRARY, CORE, SCRIPT):
        watched.context.route(part, flipped)
        start()
        trouble(calculator, "changed")
        expect(calculator.element.locator("[data-trouble]")).to_contain_text(part)
        watched.context.unroute(part)
        start = retry.click
    start()
    calculator.wait_until_done()
    assert_the_seed_result(calculator)


def test_without_a_secure_origin_the_browser_itself_compares(watched: Page, with_headers: Host) -> None:
    watched.add_init_script(NO_SUBTLE_IN_WORKERS)
    with watched.expect_response(WORKER):
        calculator = CalculatorPage(watched, with_headers.url).open()
    watched.context.route(LIBRARY, flipped)
    calculator.choose(FILES)
    trouble(calculator, "download")
    watched.context.unroute(LIBRARY)
    calculator.element.get_by_role("button", name=text("en", "shell.failure.retry")).click()
    calculator.wait_until_done()
    assert_the_seed_result(calculator)


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
