"""The desk's walk in 繁體中文: the same notice and answers, every word of the page in Taiwan's."""

from __future__ import annotations

from collections.abc import Callable

from calculator.docsite.traditional_words import convert, left_over

from .appeal_page import AppealPage
from .kept_page import PHONE
from .test_appeal import find_cause, give_notice, give_orders, plan

SHOWN = """() => {
  const walker = document.createTreeWalker(document.querySelector("odr-appeal"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (around.closest("[lang]").lang === "zh-Hant" && !around.closest("textarea, script")) found.push(walker.currentNode.data);
  }
  return found.join("\\n");
}"""


def test_from_a_notice_to_a_letter_nothing_simplified_is_shown(
    kept_desk: Callable[..., AppealPage],
) -> None:
    desk = kept_desk("zh-Hant", PHONE).loaded()
    desk.said = convert
    page = desk.page
    seen = []
    for step in (give_notice, give_orders, find_cause, plan):
        step(desk)
        seen.append(page.evaluate(SHOWN))
    assert set(desk.cells()) == {"filled"}
    desk.next()
    seen.append(page.evaluate(SHOWN))
    letter = desk.model("session.answer.letter")
    assert letter["ready"] and letter["language"] == "zh-Hant"
    assert left_over(letter["text"]) == frozenset()
    assert "提交" in seen[0] and "證據" in seen[-1]
    assert [line for words in seen for line in words.split("\n") if left_over(line)] == []
    assert page.evaluate("window.violations") == []


def test_the_finished_example_is_read_in_traditional_characters(
    kept_desk: Callable[..., AppealPage],
) -> None:
    desk = kept_desk("zh-Hant", PHONE).loaded()
    desk.press("[data-example]")
    readings = [
        held["reading"]["zh-Hant"]
        for held in desk.model("session.answer.letter.sentences")
        if held["reading"]
    ]
    assert "北京時間" in "".join(readings)
    assert [one for one in readings if left_over(one)] == []
    desk.element.locator("[data-end-example]").click()
