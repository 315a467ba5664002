"""The letter check in the words of a seller: write, read what is found, go to words and back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Self

from playwright.sync_api import Locator, Page, expect

PAGES = {"en": "letter-check/", "zh-Hans": "zh/letter-check/"}
FIELD = "#odr-letter-words"
MOST_TABS = 80
_READ = """() => {
  const { session } = document.querySelector("odr-letter-check");
  return session.trouble === undefined && (session.checked.text.trim() === "" || !session.isBehind);
}"""
_MARKS = """() => Object.fromEntries([...document.querySelectorAll(".odr-marked__copy .odr-mark__number")].flatMap((one) =>
  one.dataset.n.split("·").map((n) => {
    const runs = [...document.querySelectorAll(`.odr-marked__copy .odr-mark[data-findings~='${n}']`)];
    return [n, runs.map((run) => run.textContent).join("")];
  })))"""


@dataclass
class LetterPage:
    """One opened letter check."""

    page: Page
    url: str

    def open(self) -> Self:
        self.page.goto(self.url)
        return self.shown()

    def shown(self) -> Self:
        """Wait until the field is there."""
        expect(self.field).to_be_visible()
        return self

    def loaded(self) -> Self:
        """Reach the field by the keyboard alone, and wait until the program has come."""
        self.reach(FIELD)
        self.page.wait_for_function(
            "() => document.querySelector('odr-letter-check').session.phase === 'ready'", timeout=60_000
        )
        self.page.wait_for_load_state("networkidle")
        return self

    @property
    def element(self) -> Locator:
        return self.page.locator("odr-letter-check")

    @property
    def field(self) -> Locator:
        return self.page.locator(FIELD)

    @property
    def lines(self) -> Locator:
        """What was found, a line each."""
        return self.element.locator(".odr-found")

    def write(self, words: str) -> None:
        """Put a text in the place of the letter, as a paste does."""
        self.field.focus()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(words)
        self.settled()

    def settled(self) -> None:
        """Wait until what stands in the field has been read and drawn."""
        self.page.wait_for_function(_READ, timeout=60_000)
        self.page.evaluate(
            "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))"
        )

    def rules(self) -> list[str]:
        return [str(one) for one in self.lines.evaluate_all("(all) => all.map((one) => one.dataset.rule)")]

    def marks(self) -> dict[str, str]:
        """Return the marked words by the number of their finding."""
        return dict(self.page.evaluate(_MARKS))

    def selected(self) -> str:
        return str(
            self.field.evaluate("(field) => field.value.slice(field.selectionStart, field.selectionEnd)")
        )

    def model(self, expression: str, given: Any = None) -> Any:
        """Evaluate an expression over the page's `session`."""
        return self.page.evaluate(
            f"(given) => {{ const {{ session }} = document.querySelector('odr-letter-check'); return ({expression}); }}",
            given,
        )

    def reach(self, selector: str, key: str = "Tab") -> None:
        """Press Tab until the control has the focus."""
        here = f"() => document.activeElement?.matches({json.dumps(selector)}) ?? false"
        for _ in range(MOST_TABS):
            if self.page.evaluate(here):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"The keyboard does not reach {selector}")
