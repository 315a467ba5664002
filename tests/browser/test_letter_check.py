"""The letter check: keyboard alone, 简体中文, on a phone; and the column of the appeal desk."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from calculator.messages import text
from tests.review.test_review import GOOD, WEAK

from .appeal_page import AppealPage
from .conftest import Host, Keeper, serious
from .kept_page import PHONE
from .letter_page import FIELD, PAGES, LetterPage
from .test_accessibility import RUN

CASE = json.loads((Path(__file__).parent / "appeal_case.json").read_text(encoding="utf-8"))
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
PLANNED, PROMISE = "我们将加强培训，优化品控流程。", "保证绝不再发生"
INSERT = """async (words) => {
  const field = document.querySelector("#odr-letter-words");
  field.setRangeText(words, 0, 0, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}"""
PASTE = """(words) => {
  const field = document.querySelector("#odr-letter-words");
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}"""
HARM = "<img src=x onerror='window.hit = 1'><script>window.hit = 1</script>\u202egnp.exe\u2066 {{7*7}} ${hit}"


@pytest.fixture
def check(kept_page: Keeper, with_headers: Host) -> LetterPage:
    path = PAGES["zh-Hans"]
    return LetterPage(kept_page(path, PHONE), with_headers.url + path).shown().loaded()


def test_keyboard_alone_from_a_pasted_letter_to_a_mended_one(check: LetterPage) -> None:
    keys = check.page.keyboard
    keys.insert_text(WEAK["zh"])
    check.settled()
    assert check.lines.first.get_attribute("data-severity") == "blocker"
    assert PLANNED in check.marks().values()
    check.reach("[data-rule=S4] [data-to-words]")
    keys.press("Enter")
    check.settled()
    assert check.selected() == PLANNED
    here = check.element.locator("[data-here]")
    expect(here).to_contain_text(text("zh-Hans", "review.names.S4"))
    check.reach("[data-to-finding]")
    keys.press("Enter")
    expect(check.page.locator("[data-rule=S4]")).to_be_focused()
    check.reach(FIELD, "Shift+Tab")
    keys.insert_text("2026年9月28日，店主把 31 个没有现货的商品停售（截图 offers.png）。")
    check.settled()
    assert PLANNED not in check.marks().values()
    keys.press("ControlOrMeta+z")
    check.settled()
    assert PLANNED in check.marks().values()
    check.reach("[data-copy-findings]")
    keys.press("Enter")
    copied = check.page.wait_for_function("() => navigator.clipboard.readText()").json_value()
    assert text("zh-Hans", "review.names.S4") in copied
    assert check.page.evaluate(SIDEWAYS) == 0


def test_marks_stay_on_their_words_before_the_letter_is_read_again(check: LetterPage) -> None:
    check.write("😀 " + WEAK["zh"])
    before = check.marks()
    assert PLANNED in before.values()
    check.model("void session.request({ type: 'review', text: given })", WEAK["zh"] * 40)  # read first
    check.page.evaluate(INSERT, "一封信 🙂\n")
    assert check.model("session.isBehind")
    assert check.marks() == before
    check.settled()
    assert PLANNED in check.marks().values()


def test_must_first_then_three_then_the_rest_when_asked_for(check: LetterPage) -> None:
    check.write(WEAK["zh"])
    places = check.element.locator(".odr-found .odr-number")
    weights = check.model("session.review.findings.map((one) => one.severity)")
    assert places.count() == weights.count("blocker") + 3 < len(weights)
    check.element.locator("[data-all]").click()
    expect(places).to_have_count(len(weights))
    assert {one for one in check.marks().values() if PROMISE in one}
    check.element.locator("[data-all]").click()


def test_a_letter_without_gaps_is_not_called_approved(check: LetterPage) -> None:
    check.write(GOOD["zh"])
    verdict = check.element.locator("[data-verdict]")
    assert verdict.get_attribute("data-verdict") != "blockers"
    expect(verdict).to_contain_text(check.model("session.review.verdict"))
    expect(check.element).to_contain_text(text("zh-Hans", "letter_check.not_a_chance"))


def test_what_is_known_beside_the_letter_is_asked_with_it(check: LetterPage) -> None:
    check.write(WEAK["zh"])
    assert "F6" not in check.model("session.review.findings.map((one) => one.rule)")
    check.element.locator(".odr-letter-check__more > summary").click()
    check.element.locator("#odr-letter-previous").fill(WEAK["zh"])
    check.element.locator(".odr-letter-check__issues input").first.check()
    check.element.locator(".odr-letter-check__issues input").last.check()
    check.settled()
    assert "F6" in check.model("session.review.findings.map((one) => one.rule)")
    assert check.model("session.review.grid.map((one) => one.issue)") == ["not_received", "chargeback"]


def test_nothing_serious_with_marks_list_and_choices_open(check: LetterPage, axe: str) -> None:
    check.write(WEAK["zh"])
    check.page.evaluate(axe)
    assert serious(check.page.evaluate(RUN)) == []


@pytest.mark.parametrize(
    "words", [HARM, "\ud800 half \udc00", "我们保证。\n" * 17_000], ids=["harm", "half", "long"]
)
def test_untrusted_text_does_nothing_but_stand_there(check: LetterPage, words: str) -> None:
    check.page.evaluate(f"() => ({PASTE})({json.dumps(words)})")
    check.settled()
    units = len(words.encode("utf-16-le", "surrogatepass")) // 2
    assert check.field.evaluate("(field) => field.value.length") == units
    assert check.page.evaluate("() => window.hit") is None
    assert check.element.locator(".odr-marked__copy :is(img, script)").count() == 0
    assert check.page.evaluate("() => window.violations") == []
    assert check.page.evaluate(SIDEWAYS) == 0


def test_no_request_after_the_first_byte_and_a_wipe_leaves_nothing(
    check: LetterPage, with_headers: Host
) -> None:
    check.write(WEAK["zh"])
    expect(check.element.locator("[data-requests]")).to_have_attribute("data-requests", "0")
    assert with_headers.since(float(check.model("session.wire.since"))) == []
    check.element.locator("[data-wipe]").click()
    expect(check.field).to_have_value("")
    expect(check.field).to_be_focused()
    expect(check.lines).to_have_count(0)
    assert check.model("JSON.stringify(session.case).includes('letter_check')") is False


def test_the_appeal_desk_reads_its_letter_and_leads_to_words_and_field(
    kept_desk: Callable[..., AppealPage],
) -> None:
    desk = kept_desk("zh-Hans").loaded()
    desk.model("session.replace(given)", CASE)
    desk.settled()
    desk.element.locator("[data-step=letter] [data-open]").click()
    expect(desk.element.locator("[data-review=here]")).to_be_visible()
    marked = desk.element.locator(".odr-sentence__text .odr-mark__link").first
    number = marked.get_attribute("data-n")
    line = desk.element.locator(f".odr-found[data-numbers~='{number}']")
    line.locator("[data-to-words]").first.press("Enter")
    expect(marked).to_be_focused()
    marked.press("Enter")
    expect(line).to_be_focused()
    desk.element.locator("[data-mend-finding]").first.press("Enter")
    expect(desk.element.locator("[data-step][aria-current] :focus")).to_be_visible()
    expect(desk.element.locator("[data-step=letter][aria-current]")).to_have_count(0)
