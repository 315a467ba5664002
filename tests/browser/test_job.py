"""The main job: the seller's own files in, an explained rate out, everything wiped again."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculator.messages import text

from .calculator_page import CalculatorPage
from .conftest import Host

SEED = Path(__file__).parents[1] / "cases" / "seed_two_of_126"
FILES = sorted(path for path in SEED.iterdir() if path.name not in {"args.json", "expected.json"})
SEED_ANSWER = ["off_target", "= 1.587\u00a0%"]


def test_the_runtime_is_not_loaded_before_somebody_wants_it(
    own_calculator: CalculatorPage, with_headers: Host
) -> None:
    own_calculator.page.wait_for_load_state("networkidle")
    fetched = own_calculator.page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert not any(name.endswith((".wasm", ".bin")) for name in fetched)
    assert own_calculator.in_worker("async () => performance.getEntriesByType('resource').length") == 0
    before = [path for _, path in with_headers.seen]
    own_calculator.drop_zone.hover()
    expect(own_calculator.element.get_by_text(text("en", "shell.drop.ready")).last).to_be_visible()
    after = [path for _, path in with_headers.seen][len(before) :]
    assert any(path.endswith("pyodide.asm.wasm") for path in after)


def test_with_the_mouse_files_give_a_result_and_a_table_and_are_wiped(calculator: CalculatorPage) -> None:
    with calculator.page.expect_file_chooser() as chooser:
        button = calculator.drop_zone.get_by_text(text("en", "shell.drop.choose"))
        button.scroll_into_view_if_needed()
        box = button.bounding_box()
        assert box is not None
        calculator.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    chooser.value.set_files(FILES)
    calculator.wait_until_done()
    assert_the_seed_result(calculator)
    expect(calculator.files).to_have_count(len(FILES))
    calculator.wipe_button.click()
    assert_nothing_is_left(calculator)


def test_with_the_keyboard_alone_the_same_job_is_done(calculator: CalculatorPage) -> None:
    page = calculator.page
    tab_to(page, "[data-drop] input[type=file]")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(FILES)
    calculator.wait_until_done()
    expect(calculator.element.locator(".odr-result__title")).to_be_focused()
    assert_the_seed_result(calculator)
    tab_to(page, "[data-wipe]")
    page.keyboard.press("Enter")
    assert_nothing_is_left(calculator)


def test_files_can_be_dropped_even_beside_the_field(calculator: CalculatorPage) -> None:
    drop(calculator.page, "odr-calculator", FILES)
    calculator.wait_until_done()
    assert_the_seed_result(calculator)


def test_a_drop_beside_the_calculator_does_not_replace_the_page(calculator: CalculatorPage) -> None:
    address = calculator.page.url
    drop(calculator.page, "body", FILES)
    calculator.wait_until_done()
    assert calculator.page.url == address


def test_the_page_speaks_chinese_on_the_chinese_page(kept_calculator: Callable[..., CalculatorPage]) -> None:
    calculator = kept_calculator("zh-Hans")
    expect(calculator.drop_zone).to_contain_text(text("zh-Hans", "shell.drop.title"))
    calculator.choose(FILES)
    calculator.wait_until_done()
    expect(calculator.verdict).to_contain_text("1.587%")
    expect(calculator.block("review")).to_contain_text(text("zh-Hans", "explain.defects.title"))


def test_a_file_can_be_taken_out_and_another_added(calculator: CalculatorPage) -> None:
    calculator.choose(FILES)
    calculator.wait_until_done()
    names = [path.name for path in FILES]
    defects = next(name for name in names if "defect" in name)
    calculator.element.get_by_role("button", name=text("en", "shell.file.remove_one", name=defects)).click()
    calculator.wait_until_done()
    expect(calculator.verdict).to_have_attribute("data-verdict", "on_target")
    calculator.choose([SEED / defects])
    calculator.wait_until_done()
    assert_the_seed_result(calculator)


def test_another_day_gives_another_window_without_reading_the_files_again(calculator: CalculatorPage) -> None:
    calculator.choose(FILES)
    calculator.wait_until_done()
    before = calculator.verdict.inner_text()
    calculator.element.get_by_label(text("en", "shell.choice.as_of")).fill("2027-03-01")
    calculator.page.keyboard.press("Tab")
    expect(calculator.verdict).to_have_attribute("data-verdict", "no_orders")
    assert calculator.verdict.inner_text() != before


def test_every_reason_leads_to_the_page_of_its_rule(calculator: CalculatorPage) -> None:
    calculator.choose(FILES)
    calculator.wait_until_done()
    links = calculator.element.locator(".odr-fact")
    addresses = {str(links.nth(n).get_attribute("href")) for n in range(links.count())}
    assert addresses
    read: dict[str, str] = {}
    for address in addresses:
        page, _, key = address.partition("#")
        if page not in read:
            read[page] = calculator.page.request.get(calculator.url + page).text()
        assert read[page].count(f'id="{key}"') == 1, key


def assert_the_seed_result(calculator: CalculatorPage) -> None:
    expect(calculator.verdict).to_have_attribute("data-verdict", "off_target")
    expect(calculator.verdict).to_contain_text("126")
    expect(calculator.verdict).to_contain_text("1.587\u00a0%")
    expect(calculator.block("defects").locator("tbody tr").first).to_contain_text("111-")


def assert_nothing_is_left(calculator: CalculatorPage) -> None:
    expect(calculator.element.get_by_text(text("en", "shell.wipe.done")).last).to_be_visible()
    expect(calculator.element).not_to_contain_text("111-")
    expect(calculator.files).to_have_count(0)
    calculator.until_no_worker()


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    """Press Tab until the element has the focus, as somebody without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} was not reached with {most} times Tab")


def drop(page: Page, selector: str, files: list[Path]) -> None:
    """Drop files on an element, as the browser does after a drag from the desktop."""
    payload = [[path.name, base64.b64encode(path.read_bytes()).decode("ascii")] for path in files]
    transfer = page.evaluate_handle(
        """(files) => {
          const transfer = new DataTransfer();
          for (const [name, content] of files) {
            transfer.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
          }
          return transfer;
        }""",
        payload,
    )
    for kind in ("dragenter", "dragover", "drop"):
        page.dispatch_event(selector, kind, {"dataTransfer": transfer})
