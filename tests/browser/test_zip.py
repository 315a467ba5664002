"""The ZIP edition: unpacked below a long path behind Python's own server, and straight from its folder."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculator.docsite import settings, words, zip_edition

from .calculator_page import CalculatorPage

PATH = "a/b/c/"


class Plain(SimpleHTTPRequestHandler):
    """What `python -m http.server` does, without its log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name http.server uses
        """Say nothing."""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a server that shows the unpacked edition below `PATH`."""
    root = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(settings.SITE / zip_edition.NAME) as edition:
        assert edition.testzip() is None
        edition.extractall(root)
    (root / PATH).parent.mkdir(parents=True)
    (root / zip_edition.FOLDER).rename(root / PATH)
    return root


@pytest.fixture(scope="module")
def address(unpacked: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=str(unpacked)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{PATH}"
    server.shutdown()
    server.server_close()


def test_any_server_below_any_path_shows_all_of_it(watched: Page, address: str) -> None:
    missing: list[str] = []
    watched.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    calculator = CalculatorPage(watched, address).open()
    calculator.type_case()
    assert calculator.answered() == ["off_target", "= 1.587\u00a0%"]
    calculator.page.locator(".odr-search").click()
    calculator.page.locator("input[name=query]").press_sequentially("chargeback")
    expect(calculator.page.locator(".md-search-result__link").first).to_be_visible()
    watched.goto(address + "start/first-hour/")
    watched.locator("a.odr-language[hreflang=zh-Hans]").click()
    watched.wait_for_url(address + "zh/start/first-hour/")
    expect(watched.locator("h1")).to_be_visible()
    watched.goto(address + "about/offline/")
    expect(watched.locator("main")).to_contain_text(words.text("en", "offline.zip.inside"))
    assert missing == watched.evaluate("window.violations") == []


def test_straight_from_the_folder_it_can_be_read(watched: Page, unpacked: Path) -> None:
    watched.goto(f"{(unpacked / PATH).as_uri()}/index.html")
    watched.locator("a.odr-door").first.click()
    expect(watched.locator("h1")).to_be_visible()
    assert watched.url.endswith("/start/first-hour/index.html")
    watched.locator("a.odr-language[hreflang=zh-Hans]").click()
    watched.wait_for_url("**/zh/start/first-hour/index.html")
    expect(watched.locator(".odr-search")).to_be_hidden()
    watched.goto(f"{(unpacked / PATH).as_uri()}/calculator/index.html")
    expect(watched.locator(".odr-waiting")).to_have_text(words.text("en", "offline.zip.file"))
    assert watched.evaluate("document.styleSheets.length") >= 3
