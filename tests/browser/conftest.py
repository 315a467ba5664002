"""Chromium, the finished site on two hosts, and the calculator page as a person uses it."""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from calculator.docsite import settings
from calculator.docsite.serve import Server, serve

from . import appeal_page
from .appeal_page import AppealPage
from .calculator_page import AS_OF, PAGES, CalculatorPage
from .kept_page import DESKTOP, KeptPage, Surroundings

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
Keeper = Callable[..., Page]
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective + " " + event.blockedURI));
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """The first start on a busy machine takes its time; waiting ends as soon as it is over."""
    expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def base_url() -> None:
    """Stand in for a plugin's fixture of this name, whose form pytest is giving up."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = os.environ.get("ODR_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    executable = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **executable, "args": list(FLAGS)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Without a service worker, as in a browser that refuses one; `test_offline` allows it."""
    return {**browser_context_args, "service_workers": "block"}


@dataclass
class Host:
    """The site on one host, and every request that reached it with its moment."""

    url: str
    seen: list[tuple[float, str]] = field(default_factory=list)

    def since(self, moment: float) -> list[str]:
        """Return what was asked for after a moment, in milliseconds since 1970."""
        return [path for when, path in self.seen if when > moment]

    def until_asked_for(self, part: str, moment: float) -> None:
        """Wait until a file whose path has this part was asked for after a moment."""
        for _ in range(600):
            if any(part in path for path in self.since(moment)):
                return
            time.sleep(0.05)
        raise AssertionError(f"Nobody asked for {part}")


def _serve(*, headers: bool) -> Iterator[Host]:
    if not (settings.SITE / "index.html").is_file():
        pytest.fail("There is no finished site to test. Build it first: make site")
    server: Server = serve(settings.SITE, 0, headers=headers)
    host = Host(f"http://127.0.0.1:{server.server_port}/")
    handlers: Any = server.RequestHandlerClass
    answer = handlers.do_GET

    def noted(handler: Any) -> None:
        host.seen.append((time.time() * 1000, handler.path))
        answer(handler)

    handlers.do_GET = noted
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield host
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def with_headers() -> Iterator[Host]:
    """The site as a host serves it that sends our headers."""
    yield from _serve(headers=True)


@pytest.fixture(scope="session")
def with_meta_alone() -> Iterator[Host]:
    """The site as a host serves it that sends no headers of ours."""
    yield from _serve(headers=False)


@pytest.fixture
def watched(page: Page) -> Page:
    """A page that remembers violations of its policy and where its requests went."""
    page.add_init_script(WATCH)
    page.on("filechooser", lambda _: None)  # asked for before the first key, so that no chooser is missed
    return page


@pytest.fixture(scope="session")
def kept_page(browser: Browser, with_headers: Host) -> Iterator[Keeper]:
    """The kept page of an address below the site's root, as new."""
    pages: dict[tuple[str, str], KeptPage] = {}

    def given(path: str, surroundings: Surroundings = DESKTOP, **attributes: str) -> Page:
        key = (path, repr(surroundings))
        if key not in pages:
            pages[key] = KeptPage(browser, with_headers.url + path, surroundings, WATCH)
        return pages[key].give(**attributes)

    yield given
    for page in pages.values():
        page.close()


@pytest.fixture
def kept_calculator(kept_page: Keeper, with_headers: Host) -> Callable[..., CalculatorPage]:
    """The calculator in a language, on a day, as new on a page that is kept."""

    def given(lang: str = "en", as_of: str = AS_OF) -> CalculatorPage:
        page = kept_page(PAGES[lang], **{"as-of": as_of})
        return CalculatorPage(page, with_headers.url, lang).shown()

    return given


@pytest.fixture
def kept_desk(kept_page: Keeper, with_headers: Host) -> Callable[..., AppealPage]:
    """The appeal desk in a language, as new on a page that is kept."""

    def given(lang: str = "en", surroundings: Surroundings = DESKTOP) -> AppealPage:
        path = appeal_page.PAGES[lang]
        return AppealPage(
            kept_page(path, surroundings, **{"as-of": "2026-11-24"}), with_headers.url + path
        ).shown()

    return given


@pytest.fixture
def calculator(kept_calculator: Callable[..., CalculatorPage]) -> CalculatorPage:
    """The English calculator page, as new."""
    return kept_calculator()


@pytest.fixture
def own_calculator(watched: Page, with_headers: Host) -> CalculatorPage:
    """The English calculator on a page of one's own, where nothing has been started."""
    return CalculatorPage(watched, with_headers.url).open()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from the packages of the page's shell."""
    return (settings.ROOT / "calculator/web/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def serious(findings: str) -> list[dict[str, Any]]:
    """Return what axe calls serious or critical, with the elements it means."""
    return [
        {"rule": one["id"], "help": one["help"], "nodes": [node["html"][:160] for node in one["nodes"]]}
        for one in json.loads(findings)["violations"]
        if one["impact"] in {"serious", "critical"}
    ]
