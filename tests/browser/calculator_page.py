"""The calculator page in the words of the person who uses it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import FilePayload, Locator, Page, Worker, expect

Files = Sequence[Path] | Sequence[FilePayload]
AS_OF = "2026-11-22"
PAGES = {"en": "calculator/", "zh-Hans": "zh/calculator/"}


class CalculatorPage:
    """One opened calculator page."""

    def __init__(self, page: Page, site: str, lang: str = "en") -> None:
        self.page = page
        self.url = site + PAGES[lang]

    def open(self, as_of: str | None = AS_OF, **attributes: str) -> Self:
        """Open the page, the day of the calculation fixed so that no test depends on today."""
        given = {**({"as-of": as_of} if as_of else {}), **attributes}
        self.page.add_init_script(f"({_SET_ATTRIBUTES})({json.dumps(given)})")
        self.page.goto(self.url)
        return self.shown()

    def shown(self) -> Self:
        """Wait until the form is there."""
        expect(self.drop_zone).to_be_visible()
        return self

    @property
    def element(self) -> Locator:
        return self.page.locator("odr-calculator")

    @property
    def drop_zone(self) -> Locator:
        return self.element.locator("[data-drop]")

    @property
    def picker(self) -> Locator:
        return self.drop_zone.locator("input[type=file]")

    @property
    def verdict(self) -> Locator:
        """The block of the fulfilment that is shown large."""
        return self.element.locator(".odr-verdict").first

    @property
    def files(self) -> Locator:
        return self.element.locator(".odr-files__file")

    @property
    def wipe_button(self) -> Locator:
        return self.element.locator("[data-wipe]")

    def choose(self, files: Files) -> None:
        """Give files to the picker."""
        self.picker.set_input_files([str(one) if isinstance(one, Path) else one for one in files])

    def wait_until_done(self) -> None:
        """Wait for the answer to every file that was given."""
        self.page.wait_for_function(
            "() => { const { session } = document.querySelector('odr-calculator');"
            "if (session.trouble) throw new Error(session.trouble.code + ' ' + session.trouble.detail);"
            "return session.phase === 'done' && !session.computing && session.files.every((file) => file.state !== 'waiting' && file.state !== 'reading'); }",
            timeout=60_000,
        )
        self.page.evaluate(_DRAWN)

    def block(self, name: str) -> Locator:
        """A titled block below the result: problems, defects, figures, excluded, unmatched."""
        return self.element.locator(f"[data-block={name}]")

    def ask(self, request: dict[str, Any]) -> str:
        """Ask the core through the page's own worker; JSON text as it came."""
        answer = self.page.evaluate(
            "(request) => document.querySelector('odr-calculator').session.request(request)", request
        )
        return str(answer)

    def model(self, expression: str, given: Any = None) -> Any:
        """Evaluate an expression over the page's `session`; `given` is what stands for that name in it."""
        return self.page.evaluate(
            f"(given) => {{ const {{ session }} = document.querySelector('odr-calculator'); return ({expression}); }}",
            given,
        )

    def until(self, expression: str, given: Any = None) -> None:
        """Wait until an expression over the page's `session` is true."""
        self.page.wait_for_function(
            f"(given) => {{ const {{ session }} = document.querySelector('odr-calculator') ?? {{}}; return session && ({expression}); }}",
            arg=given,
            timeout=60_000,
        )

    def type_case(self, **fields: str) -> None:
        """Type the two figures of Amazon's page and one granted claim, with what else is given."""
        typed = {"odr_page.orders": "126", "odr_page.orders_with_defects": "2", "odr_page.fulfillment": "mfn"}
        for field, value in {
            **typed,
            **{name.replace("__", "."): one for name, one in fields.items()},
        }.items():
            self.model("session.set(...given)", [field, value])
        claim = {"order_date": "2026-10-06", "fulfillment": "mfn", "type": "a_to_z_claim"}
        self.model("session.addDefect(given)", {**claim, "outcome": "granted", "decided_on": "2026-11-09"})

    def answered(self) -> list[str]:
        """Return the verdict and the rate of the fulfilment that is shown large, on whichever screen."""
        self.until("session.phase === 'done' && !session.computing && session.explanation")
        main = "session.explanation.rates.find((rate) => rate.main)"
        return list(self.model(f"[{main}.verdict, {main}.rate]"))

    def data_since(self) -> float:
        """When the first byte of data was about to be read, in milliseconds since 1970."""
        return float(self.page.evaluate("document.querySelector('odr-calculator').session.wire.since"))

    def in_worker(self, expression: str) -> Any:
        """Run an expression inside the calculator's worker, as its own code would run."""
        (worker,) = self.workers
        return worker.evaluate(
            f"() => new Promise((done, failed) => setTimeout(() => Promise.resolve().then({expression}).then(done, failed), 0))"
        )

    @property
    def workers(self) -> list[Worker]:
        """The calculator's own workers; the theme has one for its search."""
        return [worker for worker in self.page.workers if worker.url.startswith("blob:")]

    def until_no_worker(self) -> None:
        """Wait until the browser says that the worker is gone, which it may do a moment after the page."""
        for _ in range(100):
            if not self.workers:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"There is still {self.workers}")

    def violations(self) -> list[str]:
        """What the security policy refused, in the page and inside the worker."""
        inside = self.in_worker(_REFUSED) if self.workers else []
        return [*self.page.evaluate("window.violations"), *inside]


_DRAWN = """() => new Promise((drawn) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));
})"""
_REFUSED = """() => new Promise((done) => {
  const seen = (reports) => done(reports.map(({ body }) => `${body.effectiveDirective} ${body.blockedURL}`));
  const observer = new ReportingObserver(seen, { types: ["csp-violation"], buffered: true });
  observer.observe();
  setTimeout(() => seen(observer.takeRecords()), 200);
})"""
_SET_ATTRIBUTES = """(given) => new MutationObserver((_, observer) => {
  const element = document.querySelector("odr-calculator");
  if (element === null) return;
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  observer.disconnect();
}).observe(document, { childList: true, subtree: true })"""
