"""The appeal desk in the words of a seller who has a keyboard and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from playwright.sync_api import Locator, Page, expect

PAGES = {"en": "appeal-desk/", "zh-Hans": "zh/appeal-desk/", "zh-Hant": "zh-hant/appeal-desk/"}
MOST_TABS = 60
"""More presses than it takes from the top of the page to any control of the open question."""

_SET_AS_OF = """(day) => new MutationObserver((_, observer) => {
  const element = document.querySelector("odr-appeal");
  if (element === null) return;
  element.setAttribute("as-of", day);
  observer.disconnect();
}).observe(document, { childList: true, subtree: true })"""
_SETTLED = """() => {
  const { session } = document.querySelector("odr-appeal");
  return session.trouble === undefined && session.answer !== undefined && !session.computing;
}"""


@dataclass
class AppealPage:
    """One opened appeal desk, and every action it took so far: a field answered, a control used.

    `said` gives the words of an answer as this page says them.
    """

    page: Page
    url: str
    said: Callable[[str], str] = str
    actions: list[str] = field(default_factory=list)

    def open(self, as_of: str = "2026-11-24") -> Self:
        self.page.add_init_script(f"({_SET_AS_OF})({json.dumps(as_of)})")
        self.page.goto(self.url)
        return self.shown()

    def shown(self) -> Self:
        """Wait until the first question is there."""
        expect(self.element.locator("#odr-appeal-notice-text")).to_be_visible()
        return self

    def loaded(self) -> Self:
        """Touch the desk, and wait until the program and the page's own search have come."""
        self.element.locator("#odr-appeal-notice-text").focus()
        self.settled()
        self.page.wait_for_load_state("networkidle")
        return self

    @property
    def element(self) -> Locator:
        return self.page.locator("odr-appeal")

    def settled(self) -> None:
        """Wait for the answer to what was typed last."""
        self.page.wait_for_function(_SETTLED, timeout=60_000)
        self.page.evaluate(
            "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))"
        )

    def model(self, expression: str, given: Any = None) -> Any:
        """Evaluate an expression over the page's `session`."""
        return self.page.evaluate(
            f"(given) => {{ const {{ session }} = document.querySelector('odr-appeal'); return ({expression}); }}",
            given,
        )

    def reach(self, selector: str) -> None:
        """Press Tab until the control has the focus."""
        here = f"() => document.activeElement?.matches({json.dumps(selector)}) ?? false"
        for _ in range(MOST_TABS):
            if self.page.evaluate(here):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The keyboard does not reach {selector}; it is at {self.focused()}")

    def focused(self) -> str:
        return str(self.page.evaluate("() => document.activeElement?.outerHTML.slice(0, 160)"))

    def press(self, selector: str) -> None:
        """Use one control."""
        self.reach(selector)
        self.actions.append(selector)
        self.page.keyboard.press("Enter")
        self.settled()

    def write(self, path: str, words: str) -> None:
        """Type or paste into one field of the case."""
        self.reach(f"[data-field='{path}'] :is(input, textarea)")
        self.actions.append(path)
        self.page.keyboard.insert_text(self.said(words))
        self.settled()

    def choose(self, words: str) -> None:
        """Choose an answer of the open question by its words, and go on."""
        name = self.element.locator("[data-answer]", has_text=self.said(words)).first.get_attribute(
            "data-answer"
        )
        self.press(f"[data-answer={name}]")

    def choose_in(self, path: str, words: str) -> None:
        """Choose an answer of one field, whole rows or a list that opens."""
        self.reach(f"[data-field='{path}'] :is(input, select)")
        if self.page.evaluate("() => document.activeElement.tagName") == "SELECT":
            self.actions.append(f"{path} {words}")
            self._list_to(self.said(words))
        else:
            self._arrow_to(self.said(words))

    def choose_row(self, words: str) -> None:
        """Choose one of the open question's rows with the arrows."""
        self.reach(".odr-question-open input[type=radio]")
        self._arrow_to(self.said(words))

    def open_step(self, step: str) -> None:
        """Open a step of the path, from the top of the page."""
        self.page.evaluate("() => document.activeElement.blur()")
        self.page.evaluate("() => window.scrollTo(0, 0)")
        self.element.locator(f"[data-step={step}] [data-open]").focus()
        self.press(f"[data-step={step}] [data-open]")

    def cells(self) -> list[str]:
        """Return the state of every cell of the grid."""
        found = self.element.locator("[data-cell]")
        return list(found.evaluate_all("(cells) => cells.map((one) => one.dataset.state)"))

    def next(self) -> None:
        """Go on to what is asked next."""
        self.press("[data-next]")

    def _list_to(self, words: str) -> None:
        for _ in range(30):
            shown = self.page.evaluate("() => document.activeElement.selectedOptions[0].text")
            if words in str(shown):
                self.settled()
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The list has no {words}")

    def _arrow_to(self, words: str) -> None:
        self.actions.append(words)
        self.page.keyboard.press("Space")
        for _ in range(12):
            if words in str(
                self.page.evaluate("() => document.activeElement.closest('label')?.innerText ?? ''")
            ):
                self.settled()
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(
            f"No answer {words} in {self.element.locator('#odr-question-title').inner_text()}"
        )

    def question(self) -> str:
        """Return what is asked now."""
        return self.element.locator("#odr-question-title").inner_text()
