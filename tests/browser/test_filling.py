"""Texts filled in place: what the page shows is what the core would give, and what is copied and saved."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calculator.docsite import catalogue, cause_pages, letters, words
from calculator.messages import text
from calculator.reports.written_day import DateOrder, read
from calculator.templates import single_letter

from .conftest import Host
from .site_pages import ALL

FOLDERS = {"en": "", "zh-Hans": "zh/"}
TEXTS = catalogue.everything()
BLOCKS = [one.page for one in cause_pages.everything()]
PLAN = "plans/one_cause"
SAMPLE = 5
FILL = """(values) => {
  for (const [name, value] of Object.entries(values)) {
    const field = document.getElementById(`blank-${name}`);
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""


def some(names: tuple[str, ...] | list[str], seed: str) -> list[str]:
    """All in the long run, a fixed sample otherwise."""
    return list(names) if ALL else random.Random(seed).sample(list(names), min(SAMPLE, len(names)))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"], viewport={"width": 390, "height": 844}
    )
    yield context
    context.close()


def typed(id_: str, lang: str) -> dict[str, str]:
    """The examples of a text as a person types them: a day goes into a field for days."""
    found = {}
    for one in single_letter(id_, lang)["blanks"]:
        day = read(one["example"], DateOrder.YEAR) if one["kind"] in ("day", "past_day") else None
        found[one["blank"]] = day.isoformat() if day else one["example"]
    return found


def shown(page: Page, id_: str) -> str:
    return str(page.locator(f"#{id_}").text_content())


@pytest.mark.parametrize("lang", FOLDERS)
def test_every_button_copies_exactly_what_the_page_shows(
    context: BrowserContext, with_headers: Host, lang: str
) -> None:
    page = context.new_page()
    for id_ in some([*TEXTS, *BLOCKS], f"copy {lang}"):
        page.goto(with_headers.url + FOLDERS[lang] + letters.address(id_))
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        for button in page.locator("button[data-copy]").all():
            goal = str(button.get_attribute("data-copy"))
            button.click()
            expect(button.locator("xpath=..").locator(".odr-copy__said")).to_have_text(
                words.guide(lang, "letter.copied")
            )
            copied = page.evaluate("navigator.clipboard.readText()")
            assert copied == shown(page, goal), (id_, goal)
            assert copied.splitlines()[0] in {text(one, "letters.not_ready") for one in FOLDERS}


@pytest.mark.parametrize("lang", FOLDERS)
def test_filled_on_the_page_a_text_is_what_the_core_would_give(
    context: BrowserContext, with_headers: Host, lang: str
) -> None:
    page = context.new_page()
    page.clock.set_fixed_time("2027-01-15T12:00:00")
    for id_ in some(TEXTS, f"fill {lang}"):
        page.goto(with_headers.url + FOLDERS[lang] + letters.address(id_))
        values = typed(id_, lang)
        add_lines(page)
        page.evaluate(FILL, values)
        for number, send_in in enumerate(("en", "zh"), 1):
            first = single_letter(id_, lang)["text_lang"] == "en"
            letter = single_letter(id_, lang, blanks=values, send_in=send_in)
            found = shown(page, f"letter-{number if first else 3 - number}")
            assert found == letter["text"], (id_, send_in)


def open_plan(context: BrowserContext, host: Host, lang: str = "en") -> Page:
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-25T12:00:00")
    page.goto(host.url + FOLDERS[lang] + letters.address(PLAN))
    return page


def add_lines(page: Page) -> None:
    for tick in page.locator("[data-use]").all():
        tick.check()


def test_a_line_added_stands_in_both_languages_and_its_box_and_goes_again(
    context: BrowserContext, with_headers: Host
) -> None:
    page = open_plan(context, with_headers)
    expect(page.locator(".odr-fill__group[data-left-out] ul").first).to_be_hidden()
    before = [shown(page, one) for one in ("letter-1", "letter-2", "letter-1-actions_taken")]
    first = page.locator("[data-use]").first
    first.check()
    for was, one in zip(before, ("letter-1", "letter-2", "letter-1-actions_taken"), strict=True):
        now = shown(page, one)
        added = [line for line in now.split("\n") if line not in was.split("\n")]
        assert len(added) == 1 and added[0].startswith("- ")
    first.uncheck()
    assert [shown(page, one) for one in ("letter-1", "letter-2", "letter-1-actions_taken")] == before


def test_without_its_optional_lines_a_filled_plan_loses_its_warning_and_says_so(
    context: BrowserContext, with_headers: Host
) -> None:
    page = open_plan(context, with_headers)
    page.evaluate(FILL, typed(PLAN, "en"))
    assert "NOT READY" not in shown(page, "letter-1") and "【" not in shown(page, "letter-1")
    expect(page.locator(".odr-fill__left")).to_have_text(words.guide("en", "letter.filled"))
    page.locator("button[data-copy=letter-1]").click()
    expect(page.locator(".odr-copy__said").first).to_have_text(words.guide("en", "letter.copied_filled"))
    page.evaluate(FILL, {"check": " "})
    assert shown(page, "letter-1").startswith("NOT READY TO SEND")
    expect(page.locator(".odr-fill__left")).to_have_text(words.guide("en", "letter.left", n=1))


@pytest.mark.parametrize("lang", FOLDERS)
def test_who_sends_chinese_fills_the_chinese_text_and_hears_nothing_of_english(
    context: BrowserContext, with_headers: Host, lang: str
) -> None:
    page = open_plan(context, with_headers, lang)
    page.locator("input[value=zh-Hans]").check()
    expect(page.locator(".odr-fillin__pair pre").first).to_have_attribute("lang", "zh-Hans")
    expect(page.locator("#text")).to_have_text(words.guide(lang, "letter.other.en"))
    expect(page.locator("#other-language")).to_have_text(words.guide(lang, "letter.send.zh-Hans"))
    example = single_letter(PLAN, lang, send_in="zh")["blanks"][0]["example"]
    expect(page.locator("#where-store")).to_contain_text(example)
    page.evaluate(FILL, {"check": "库存核对"})
    expect(page.locator("[data-wrong=check]")).to_have_text("")
    assert "当时缺的检查：库存核对。" in shown(page, "letter-2")
    page.locator("input[value=en]").check()
    expect(page.locator("[data-wrong=check]")).to_have_text(words.guide(lang, "letter.chinese"))
    expect(page.locator("#text")).to_have_text(words.guide(lang, "letter.send.en"))


def test_a_deed_of_tomorrow_stays_a_blank_and_chinese_in_english_stays_a_warning(
    context: BrowserContext, with_headers: Host
) -> None:
    page = open_plan(context, with_headers)
    page.evaluate(FILL, {**typed(PLAN, "en"), "done_on": "2026-11-26"})
    assert "【day it was done】" in shown(page, "letter-1")
    expect(page.locator("[data-wrong=done_on]")).to_have_text(words.guide("en", "letter.future"))
    page.evaluate(FILL, {"done_on": "2026-11-25", "check": "库存核对"})
    assert shown(page, "letter-1").startswith(text("en", "letters.look_again"))
    assert not shown(page, "letter-2").startswith(text("zh-Hans", "letters.look_again"))
    expect(page.locator("[data-wrong=check]")).to_have_text(words.guide("en", "letter.chinese"))


def test_what_is_typed_is_one_run_of_words_and_no_bracket(
    context: BrowserContext, with_headers: Host
) -> None:
    page = open_plan(context, with_headers)
    page.evaluate(FILL, {"step": " a\n\n【b】 <b>c</b>\u0000 "})
    assert "The step that failed: a [b] <b>c</b>.\n" in shown(page, "letter-1")


def test_a_text_is_saved_as_it_is_shown(context: BrowserContext, with_headers: Host, tmp_path: Path) -> None:
    page = open_plan(context, with_headers, "zh-Hans")
    page.evaluate(FILL, {"store": "Amazon.com"})
    with page.expect_download() as waiting:
        page.locator("button[data-save=letter-2]").click()
    assert waiting.value.suggested_filename == "plans-one-cause-zh.txt"
    waiting.value.save_as(tmp_path / "saved.txt")
    assert (tmp_path / "saved.txt").read_text(encoding="utf-8") == shown(page, "letter-2") + "\n"


def test_nothing_is_asked_for_kept_or_sent_while_a_text_is_filled(
    context: BrowserContext, with_headers: Host
) -> None:
    page = open_plan(context, with_headers)
    page.wait_for_load_state("networkidle")
    asked: list[Any] = []
    page.on("request", lambda one: asked.append(one.url))
    page.evaluate(FILL, typed(PLAN, "en"))
    page.locator("button[data-copy=letter-1]").click()
    kept = page.evaluate(
        "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])"
    )
    assert "warehouse" not in kept and "126" not in kept
    assert asked == []
    page.reload()
    assert page.locator("#blank-store").input_value() == ""


def test_with_keys_alone_a_blank_is_filled(context: BrowserContext, with_headers: Host) -> None:
    page = open_plan(context, with_headers)
    page.locator("#blank-store").focus()
    page.keyboard.type("Amazon.com")
    assert "store Amazon.com;" in shown(page, "letter-1")
    page.locator("#letter-1 mark[data-blank=defects]").click()
    expect(page.locator("#blank-defects")).to_be_focused()


def test_without_script_the_page_says_what_goes_into_each_blank(browser: Browser, with_headers: Host) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(with_headers.url + "zh/" + letters.address(PLAN))
    expect(page.locator("#blank-store")).to_be_hidden()
    expect(page.locator("#where-store")).to_be_visible()
    expect(page.locator("button[data-save]").first).to_be_hidden()
    context.close()
