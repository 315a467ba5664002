"""Any of the three tools, by what they have in common: a case, files, and a place where work is kept."""

from __future__ import annotations

from typing import Any, Self

from playwright.sync_api import Locator, Page, Worker, expect

PATHS = {
    "calculator": "calculator/",
    "appeal": "appeal-desk/",
    "letter-check": "letter-check/",
}
TOOLS = tuple(PATHS)


class ToolPage:
    """One opened tool."""

    def __init__(self, page: Page, site: str, tool: str, lang: str = "en") -> None:
        self.page, self.tool = page, tool
        self.url = site + {"en": "", "zh-Hans": "zh/"}[lang] + PATHS[tool]

    def open(self) -> Self:
        self.page.goto(self.url)
        return self.shown()

    def shown(self) -> Self:
        """Wait until the form and what is said of keeping are there."""
        expect(self.keeping).to_be_visible()
        return self

    @property
    def element(self) -> Locator:
        return self.page.locator(f"odr-{self.tool}")

    @property
    def keeping(self) -> Locator:
        """What is said of where the work is kept."""
        return self.element.locator("[data-keeping]")

    def model(self, expression: str, given: Any = None) -> Any:
        """Evaluate an expression over the page's `session`."""
        return self.page.evaluate(
            f"(given) => {{ const {{ session }} = document.querySelector('odr-{self.tool}'); return ({expression}); }}",
            given,
        )

    def until(self, expression: str, given: Any = None) -> None:
        """Wait until an expression over the page's `session` is true."""
        self.page.wait_for_function(
            f"(given) => {{ const {{ session }} = document.querySelector('odr-{self.tool}') ?? {{}}; return session && ({expression}); }}",
            arg=given,
            timeout=60_000,
        )

    def type(self, words: str) -> None:
        """Type something that the tool keeps in its case."""
        if self.tool == "letter-check":
            self.model("session.change({ text: given })", words)
        else:
            self.model("session.set('notice.orders', given)", words)

    @property
    def typed(self) -> str:
        """What was typed, as it stands in the case."""
        where = "session.checked.text" if self.tool == "letter-check" else "session.case.notice.orders"
        return str(self.model(where))

    def keep(self, words: str) -> None:
        """Type, and have it kept on this device."""
        self.type(words)
        self.model("session.keep(true)")
        self.until("session.keeping.holdsCase")

    @property
    def workers(self) -> list[Worker]:
        """The tool's own workers; the theme has one for its search."""
        return [worker for worker in self.page.workers if worker.url.startswith("blob:")]

    def throw_inside(self, error: str) -> None:
        """Let the worker meet an error that nobody catches."""
        (worker,) = self.workers
        worker.evaluate(f"() => {{ setTimeout(() => {{ throw {error}; }}, 0); }}")
