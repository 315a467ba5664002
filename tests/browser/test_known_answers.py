"""The known answers on the visitor's own device: all right, one that differs named, stopped, broken off."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from calculator.docsite import settings, words
from calculator.docsite.serve import Server, serve
from tests.core.case import cases

from .conftest import Host
from .kept_page import PHONE

PAGES = {"en": "about/known-answers/", "zh-Hans": "zh/about/known-answers/"}
SET = "**/known-answers-*.json"
FEW = 5
LISTEN = """(said) => {
  window.said = [];
  new MutationObserver(() => window.said.push(said.textContent)).observe(said, { childList: true, characterData: true });
}"""


class KnownAnswersPage:
    """The page of known answers in the words of whoever presses its button."""

    def __init__(self, page: Page, site: str, lang: str = "en") -> None:
        self.page, self.lang = page, lang
        page.goto(site + PAGES[lang])
        self.panel = page.locator(".odr-known")
        expect(self.panel).to_have_attribute("data-state", "idle")
        self.said = self.panel.locator("[data-said]")

    def press(self, name: str) -> None:
        """Use a control as a keyboard does."""
        self.panel.locator(f"[data-{name}]").focus()
        self.page.keyboard.press("Enter")

    def until(self, state: str) -> None:
        """Wait until the run is over, and see how."""
        self.page.wait_for_function(
            "() => !['idle', 'coming', 'asking'].includes(document.querySelector('.odr-known').dataset.state)",
            timeout=120_000,
        )
        assert self.panel.get_attribute("data-state") == state, self.said.inner_text()

    def until_asked(self, so_many: int) -> None:
        self.page.wait_for_function(
            "(n) => { const one = document.querySelector('.odr-known'); return one.dataset.state === 'asking' && one.querySelector('progress').value >= n; }",
            arg=so_many,
        )

    def below(self) -> float:
        """Where the first heading below the panel stands."""
        return float(self.page.locator("h2").first.evaluate("(one) => one.offsetTop"))

    def report(self) -> list[str]:
        self.press("copy")
        expect(self.panel.locator("[data-copied]")).to_have_text(
            words.text(self.lang, "known_answers.copied")
        )
        return str(self.page.evaluate("navigator.clipboard.readText()")).splitlines()


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(**PHONE, service_workers="block")
    yield context
    context.close()


@pytest.fixture
def few(phone: BrowserContext) -> Iterator[BrowserContext]:
    """A phone that is given the first few cases alone, the answer of the second spoiled."""

    def shorter(route: Route) -> None:
        table: dict[str, Any] = route.fetch().json()
        answers = table["answers"][:FEW]
        answers[1]["asks"][0]["digest"] = answers[0]["asks"][0]["digest"]
        route.fulfill(json={"answers": answers})

    phone.route(SET, shorter)
    yield phone
    phone.unroute(SET)


@pytest.fixture
def below_a_path(tmp_path: Path) -> Iterator[tuple[str, Server]]:
    """The site in a folder of a host."""
    shutil.copytree(settings.SITE, tmp_path / "below", copy_function=os.link)
    server = serve(tmp_path, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/below/", server
    server.server_close()


def test_every_answer_is_right_here_and_once_more_without_the_host(
    browser: Browser, below_a_path: tuple[str, Server]
) -> None:
    site, server = below_a_path
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    known = KnownAnswersPage(context.new_page(), site)
    known.page.wait_for_function("() => navigator.serviceWorker.controller !== null", timeout=60_000)
    before = known.below()
    known.said.evaluate(LISTEN)
    known.press("start")
    known.until("done")
    _, said, *rest = known.report()
    total = len(cases())
    assert said.startswith(f"{total} of {total} known answers, Python 3.14")
    assert len(rest) == 2
    assert rest[1] == known.page.evaluate("navigator.userAgent")
    assert known.below() == before
    assert 3 <= len(known.page.evaluate("window.said")) <= 6
    known.page.evaluate("navigator.serviceWorker.ready")
    server.shutdown()
    server.server_close()
    known.press("start")
    known.until_asked(3)
    known.press("stop")
    known.until("stopped")
    expect(known.said).to_contain_text(f"of {total}; 0 of these came out differently.")
    context.close()


def test_one_digest_that_differs_is_named_and_nothing_else(few: BrowserContext, with_headers: Host) -> None:
    known = KnownAnswersPage(few.new_page(), with_headers.url, "zh-Hans")
    known.press("start")
    known.until("differs")
    spoiled = cases()[1].folder.name
    assert known.panel.locator("li").all_inner_texts() == [spoiled.replace("_", " ")]
    _, said, named, *_ = known.report()
    assert f"{FEW} 道已知答案的题，答对 {FEW - 1} 道" in said
    assert "{" not in said
    assert named == spoiled
    assert known.panel.locator("[data-start]").get_attribute("aria-disabled") == "false"
    known.page.close()


def test_a_program_that_dies_says_nothing_about_answers_and_is_started_again(
    few: BrowserContext, with_headers: Host
) -> None:
    known = KnownAnswersPage(few.new_page(), with_headers.url)
    known.press("start")
    known.until_asked(1)
    (worker,) = [one for one in known.page.workers if one.url.startswith("blob:")]
    worker.evaluate("() => { setTimeout(() => { throw new Error('gone'); }, 0); }")
    known.until("broken")
    expect(known.said).to_contain_text("gone")
    expect(known.said).to_contain_text("says nothing about the answers")
    known.press("start")
    known.until("differs")
    known.page.close()


def test_without_the_set_or_the_program_it_breaks_off_in_words(
    phone: BrowserContext, with_headers: Host
) -> None:
    phone.route(SET, lambda route: route.abort())
    known = KnownAnswersPage(phone.new_page(), with_headers.url)
    known.press("start")
    known.until("broken")
    assert known.panel.locator("[data-copy]").get_attribute("aria-disabled") == "true"
    phone.unroute(SET)
    known.page.close()
