"""Copying a text: with the clipboard, without it, and where even the old way is refused."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from calculator.docsite import words

from .conftest import Host

PAGES = {"en": "templates/a-to-z-appeal-delivered/", "zh-Hans": "zh/templates/a-to-z-appeal-delivered/"}
OLD = """
window.copies = [];
Object.defineProperty(navigator, "clipboard", { value: undefined });
document.execCommand = () => {
  const data = new DataTransfer();
  document.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, cancelable: true }));
  copies.push(data.getData("text/plain"));
  return true;
};
"""
SLOW_FIRST = """
const write = navigator.clipboard.writeText.bind(navigator.clipboard);
let asked = 0;
navigator.clipboard.writeText = async (text) => {
  asked += 1;
  if (asked === 1) await new Promise((done) => { setTimeout(done, 600); });
  await write(text);
};
"""
REFUSED = (
    "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false;"
)


def first_text(page: Page) -> str:
    return str(page.locator("#letter-1").text_content()).strip()


@pytest.mark.parametrize("lang", PAGES)
def test_the_text_is_copied_with_its_first_line_and_the_page_says_so(
    browser: Browser, with_headers: Host, lang: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(with_headers.url + PAGES[lang])
    page.locator("button[data-copy=letter-1]").click()
    said = page.locator(".odr-copy__said").first
    expect(said).to_have_text(words.guide(lang, "letter.copied"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == first_text(page)
    assert copied.startswith("NOT READY TO SEND")
    context.close()


@pytest.mark.parametrize("script", ["", SLOW_FIRST], ids=["in turn", "first answered last"])
def test_a_second_copy_takes_the_word_from_the_first(
    browser: Browser, with_headers: Host, script: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(script)
    page = context.new_page()
    page.goto(with_headers.url + PAGES["en"])
    page.locator("button[data-copy=letter-1]").click()
    page.locator("button[data-copy=letter-2]").click()
    expect(page.locator(".odr-copy__said").nth(1)).to_have_text(words.guide("en", "letter.copied"))
    page.wait_for_timeout(800)
    expect(page.locator(".odr-copy__said").nth(0)).to_have_text("")
    context.close()


def test_without_a_clipboard_the_text_is_copied_the_old_way(page: Page, with_headers: Host) -> None:
    """WeChat and plain http have no clipboard for pages."""
    page.add_init_script(OLD)
    page.goto(with_headers.url + PAGES["zh-Hans"])
    page.locator("button[data-copy=letter-1]").click()
    expect(page.locator(".odr-copy__said").first).to_have_text(words.guide("zh-Hans", "letter.copied"))
    assert page.evaluate("copies") == [first_text(page)]


@pytest.mark.parametrize("lang", PAGES)
def test_where_copying_is_refused_the_text_is_selected_and_the_page_says_how(
    page: Page, with_headers: Host, lang: str
) -> None:
    page.add_init_script(REFUSED)
    page.goto(with_headers.url + PAGES[lang])
    page.locator("button[data-copy=letter-1]").click()
    expect(page.locator(".odr-copy__said").first).to_have_text(words.text(lang, "copy.selected"))
    assert str(page.evaluate("getSelection().toString()")).strip().startswith("NOT READY TO SEND")


def test_without_script_the_text_is_there_and_no_button_that_does_nothing(
    browser: Browser, with_headers: Host
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(with_headers.url + PAGES["zh-Hans"])
    expect(page.locator("#letter-1")).to_be_visible()
    expect(page.locator("#letter-1")).to_contain_text("NOT READY TO SEND")
    expect(page.locator("button[data-copy=letter-1]")).to_be_hidden()
    context.close()
