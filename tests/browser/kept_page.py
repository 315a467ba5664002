"""One page of a tool for many tests: the program goes on running, everything else is new each time.

A test that leaves the page, crashes it or changes the browser around it costs the next one a start, no
more. What a test must not do with a page given out here: add scripts, routes or a clock of its own, put
something else in the place of the browser's functions. For that there is a page of one's own.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page

Surroundings = dict[str, Any]
LET_IT_RUN = (Path(__file__).parent / "kept_page.js").read_text(encoding="utf-8")
DESKTOP: Surroundings = {"viewport": {"width": 1280, "height": 720}}
PHONE: Surroundings = {
    "viewport": {"width": 390, "height": 844},
    "locale": "zh-CN",
    "permissions": ["clipboard-read", "clipboard-write"],
    "reduced_motion": "reduce",
}


class KeptPage:
    """The one page on an address, given out as if it had just been opened."""

    def __init__(self, browser: Browser, url: str, surroundings: Surroundings, watch: str) -> None:
        self._browser, self._url, self._surroundings = browser, url, surroundings
        self._scripts = (watch, LET_IT_RUN)
        self._page: Page | None = None

    def give(self, **attributes: str) -> Page:
        """Return the page with an element that has seen nothing yet, its attributes set."""
        if self._page is None or not self._made_new(self._page, attributes):
            self.close()
            self._page = self._opened(attributes)
        return self._page

    def close(self) -> None:
        if self._page is not None:
            self._page.context.close()
        self._page = None

    def _made_new(self, page: Page, attributes: dict[str, str]) -> bool:
        """Put everything back but the program; false where the page is not the one that was opened."""
        if page.is_closed() or page.url.partition("#")[0] != self._url:
            return False
        try:
            page.set_viewport_size(self._surroundings["viewport"])
            motion = self._surroundings.get("reduced_motion", "no-preference")
            page.emulate_media(
                media="null", color_scheme="light", reduced_motion=motion, forced_colors="none"
            )
            page.mouse.move(0, 0)
            page.evaluate("(attributes) => giveNew(attributes)", attributes)
        except Error:
            return False
        return True

    def _opened(self, attributes: dict[str, str]) -> Page:
        page = self._browser.new_page(**self._surroundings, service_workers="block")
        for script in self._scripts:
            page.add_init_script(script)
        page.on("filechooser", lambda _: None)  # asked for before the first key, so that no chooser is missed
        page.goto(self._url)
        page.evaluate("(attributes) => giveNew(attributes)", attributes)
        return page
