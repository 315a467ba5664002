"""Without a network: everything after one visit, versions that never mix, and nothing where a browser refuses."""

from __future__ import annotations

import os
import random
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calculator.docsite import headers, offline, settings, words
from calculator.docsite.languages import LANGUAGES
from calculator.docsite.serve import Server, serve

from .calculator_page import CalculatorPage
from .conftest import WATCH, Host
from .site_pages import addresses

KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys())
    if (name.startsWith("odr ")) found[name.split(" ").pop()] = (await (await caches.open(name)).keys()).map(({ url }) => decodeURIComponent(url.slice(location.origin.length + 1)));
  return found;
}"""
CONTROLLED = "() => navigator.serviceWorker.controller !== null"
UPDATE = """async () => {
  const coming = (await (await navigator.serviceWorker.getRegistration()).update()).installing;
  while (coming !== null && coming.state === "installing") await new Promise((wake) => setTimeout(wake, 50));
  return coming?.state;
}"""
SAMPLE = 3


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that may keep a site."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    yield context
    context.close()


class Own:
    """A host of one test: it can go away, and it can show another version."""

    def __init__(self, root: Path) -> None:
        self.server: Server = serve(root, 0)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def show(self, root: Path) -> None:
        """Show another folder from now on."""
        handlers: Any = self.server.RequestHandlerClass
        handlers.root = root

    def go_away(self) -> None:
        """Answer nobody any more, on no connection that is still open either."""

        def gone(_: Any) -> None:
            raise ConnectionAbortedError

        handlers: Any = self.server.RequestHandlerClass
        handlers.do_GET = gone
        self.server.shutdown()
        self.server.server_close()


def kept(page: Page) -> dict[str, list[str]]:
    """Return what is kept, by version."""
    return dict(page.evaluate(KEPT))


def until_kept(page: Page, mark: str) -> list[str]:
    """Wait until a stage is kept whole; return all that is."""
    for _ in range(300):
        for found in kept(page).values():
            if mark in found:
                return found
        page.wait_for_timeout(100)
    raise AssertionError(f"{mark} is not kept: {kept(page).keys()}")


def test_after_one_visit_everything_works_without_the_host(visitor: BrowserContext) -> None:
    host = Own(settings.SITE)
    page = visitor.new_page()
    page.goto(host.url)
    found = until_kept(page, "kept?pages ")
    english = [one for one in addresses() if not one.startswith("zh")]
    assert len(english) > 100
    assert [one for one in english if one not in found] == []
    page.goto(host.url + offline.ABOUT)
    panel = page.locator(".odr-kept")
    expect(panel.locator("[data-state=pages]")).to_have_text(words.text("en", "offline.kept.yes"))
    expect(panel.locator("[data-state=program]")).to_have_text(words.text("en", "offline.kept.no"))
    panel.locator(".odr-button--main").click()
    expect(panel.locator("[role=status]")).to_have_text(words.text("en", "offline.kept.kept"))
    host.go_away()
    readable(page, host)
    calculated(visitor.new_page(), host)
    page.goto(host.url + "zh/understand/")
    assert page.url == host.url + offline.ABOUT
    assert page.evaluate("window.violations") == []


def readable(page: Page, host: Own) -> None:
    """A sample of the pages opens, an address without its slash too, and the search finds."""
    pages = [one for one in addresses() if not one.startswith(("zh", "404"))]
    for address in random.Random(10).sample(pages, SAMPLE):
        page.goto(host.url + address)
        expect(page.locator("h1")).to_have_count(1)
    page.goto(host.url + "start/first-hour")
    assert page.url == host.url + "start/first-hour/"
    answer = page.reload()
    assert answer is not None
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors" in answer.headers["content-security-policy"]
    page.locator(".odr-search").click()
    page.locator("input[name=query]").press_sequentially("chargeback")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def calculated(page: Page, host: Own) -> None:
    """The calculator answers and the appeal desk reads a notice; what the browser hands over is no request."""
    calculator = CalculatorPage(page, host.url).open()
    calculator.type_case()
    assert calculator.answered() == ["off_target", "= 1.587\u00a0%"]
    assert calculator.model("session.wire.count") == 0
    page.goto(host.url + "appeal-desk/")
    page.locator("#odr-appeal-notice-text").fill("Your order defect rate is 1.6 %.")
    page.wait_for_function("() => document.querySelector('odr-appeal').session.answer !== undefined")


def test_nothing_is_fetched_while_data_is_here(visitor: BrowserContext, with_headers: Host) -> None:
    calculator = CalculatorPage(visitor.new_page(), with_headers.url).open()
    calculator.page.wait_for_function(CONTROLLED)
    calculator.type_case()
    calculator.answered()
    calculator.page.wait_for_timeout(4000)  # longer than the quiet after which pages would be kept
    assert with_headers.since(calculator.data_since() + 3000) == []
    assert calculator.model("session.wire.count") == 0
    (found,) = kept(calculator.page).values()
    assert any(one.endswith(".wasm") for one in found), "a part that came anyway is put by"
    assert "kept?pages " not in found


def versions(folder: Path) -> tuple[Path, Path]:
    """Return two versions of a small site: other words, another sheet."""
    made = []
    for name in ("first", "second"):
        site = folder / name
        languages = [f"{one.folder}{part}" for one in LANGUAGES for part in ("index.html", "assets")]
        for part in (*languages, "404.html", "about/privacy/index.html"):
            source, goal = settings.SITE / part, site / part
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, goal, copy_function=os.link) if source.is_dir() else shutil.copy(
                source, goal
            )
        (sheet,) = (site / "assets/stylesheets").glob("odr.*.css")
        for page in site.rglob("*.html"):
            text = page.read_text(encoding="utf-8").replace("<title>", f"<title>{name} ")
            page.write_text(text.replace(sheet.name, f"odr.{name}.css"), encoding="utf-8")
        sheet.rename(sheet.with_name(f"odr.{name}.css"))
        offline.publish(site, headers.write(site, [""]))
        made.append(site)
    return made[0], made[1]


def test_an_update_is_offered_arrives_whole_and_never_mixes(visitor: BrowserContext, tmp_path: Path) -> None:
    first, second = versions(tmp_path)
    host = Own(first)
    page, beside = visitor.new_page(), visitor.new_page()
    page.goto(host.url)
    until_kept(page, "kept?pages ")
    (before,) = kept(page)
    beside.goto(host.url + "about/privacy/")

    host.show(second)
    beside.evaluate("dispatchEvent(new Event('paste'))")  # somebody works there: nothing is fetched
    assert page.evaluate(UPDATE) == "redundant"
    assert kept(page).keys() == {before}
    beside.reload()
    assert page.evaluate(UPDATE) == "installed"
    notice = page.locator(".odr-update")
    expect(notice).to_be_visible()
    (after,) = kept(page).keys() - {before}
    assert "kept?pages " in kept(page)[after]

    notice.locator("button").click()
    expect(notice.locator("[role=status]")).to_have_text(words.text("en", "offline.update.others"))
    for one, goal in ((beside, ""), (page, "about/privacy/"), (beside, "about/privacy/")):
        one.goto(host.url + goal)
        one.mouse.wheel(0, 50)  # somebody reads: the page is not exchanged under their eyes
        assert one.title().startswith("first ")
        assert sheets(one) == ["odr.first.css"]

    beside.close()
    expect(notice).to_be_visible()
    notice.locator("button").click()
    expect(page).to_have_title(re.compile("^second "))
    host.go_away()
    page.goto(host.url)
    assert page.title().startswith("second ")
    assert sheets(page) == ["odr.second.css"]
    assert kept(page).keys() == {after}


def sheets(page: Page) -> list[str]:
    """Return the site's own sheet as the page has really loaded it."""
    return list(
        page.evaluate(
            "[...document.styleSheets].filter((one) => /odr\\.(first|second)/.test(one.href) && one.cssRules.length > 10).map((one) => one.href.split('/').pop())"
        )
    )


@pytest.fixture
def outdated(visitor: BrowserContext, tmp_path: Path) -> Iterator[tuple[Page, Own]]:
    """A page of the first version, alone, with the second one waiting."""
    first, second = versions(tmp_path)
    host = Own(first)
    page = visitor.new_page()
    page.goto(host.url)
    until_kept(page, "kept?pages ")
    host.show(second)
    assert page.evaluate(UPDATE) == "installed"
    yield page, host
    host.go_away()


def test_left_alone_the_next_page_is_the_newer_one(outdated: tuple[Page, Own]) -> None:
    page, host = outdated
    page.goto(host.url + "about/privacy/", wait_until="commit")
    expect(page).to_have_title(re.compile("^second "))
    page.wait_for_load_state()
    assert sheets(page) == ["odr.second.css"]


def test_a_page_somebody_has_begun_to_read_is_not_taken_away(outdated: tuple[Page, Own]) -> None:
    page, host = outdated
    page.goto(host.url + "about/privacy/")
    page.mouse.wheel(0, 200)
    notice = page.locator(".odr-update")
    expect(notice).to_be_visible()
    assert page.title().startswith("first ")
    assert sheets(page) == ["odr.first.css"]
    notice.locator("button").click()
    expect(page).to_have_title(re.compile("^second "))


def test_too_little_space_is_said_and_costs_nothing(visitor: BrowserContext, with_headers: Host) -> None:
    page = visitor.new_page()
    small = {"origin": with_headers.url.rstrip("/"), "quotaSize": 1000}
    visitor.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", small)
    page.goto(with_headers.url + offline.ABOUT)
    panel = page.locator(".odr-kept")
    panel.locator(".odr-button--main").click()
    expect(panel.locator("[role=status]")).to_have_text(words.text("en", "offline.kept.failed"))
    calculator = CalculatorPage(page, with_headers.url).open()
    calculator.type_case()
    assert calculator.answered() == ["off_target", "= 1.587\u00a0%"]


def test_where_the_worker_fails_the_site_is_as_before(visitor: BrowserContext, with_headers: Host) -> None:
    faults: list[str] = []
    page = visitor.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script(
        "navigator.serviceWorker.register = async () => { throw new DOMException('refused'); };"
    )
    page.goto(with_headers.url + offline.ABOUT)
    expect(page.locator(".odr-kept__none")).to_be_visible()
    expect(page.locator(".odr-kept")).to_be_hidden()
    assert faults == page.evaluate("window.violations") == []
