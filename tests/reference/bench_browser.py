"""The start budgets: the calculator beside stock Pyodide, each in a fresh headless Chromium on localhost."""

from __future__ import annotations

import os
import shutil
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from . import bench_stock
from .measure import Budget, Measured

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.server import ThreadingHTTPServer

    from playwright.sync_api import BrowserType, Page

ROUNDS = int(os.environ.get("ODR_BENCH_ROUNDS", "7"))
SITE = Path(".build/site")
PATIENCE_MS = 60_000
OURS = """async () => {
  await customElements.whenDefined("odr-calculator");
  const { session } = document.querySelector("odr-calculator");
  const began = performance.now();
  session.wake();
  while (session.phase !== "ready") {
    if (session.trouble) throw new Error(JSON.stringify(session.trouble));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return performance.now() - began;
}"""
USED = """async () => {
  const { session } = document.querySelector("odr-calculator");
  session.showExample();
  while (session.explanation === undefined || session.computing) {
    if (session.trouble) throw new Error(JSON.stringify(session.trouble));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}"""
"""What a visit is for, the example shop computed: only after some work does a browser keep compiled code."""
STOCK = "() => window.start()"
REST_MS = 1500
AFTER_READY = "python_calamine"
"""What reads .xlsx: asked for once the program is ready, so no part of what comes until then."""


class Counted:
    """A server in this process that counts every byte it sends."""

    def __init__(self, root: Path) -> None:
        from calculator.docsite.serve import serve
        from calculator.docsite.served_files import warm

        warm(root)
        self.sent = 0
        self.server: ThreadingHTTPServer = serve(root, 0)
        self.server.RequestHandlerClass = self._counting(self.server.RequestHandlerClass)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self, path: str) -> str:
        """The address of a page on this server."""
        return f"http://127.0.0.1:{self.server.server_address[1]}{path}"

    def _counting(self, handler: Any) -> Any:
        outer = self

        class Counting(handler):  # type: ignore[misc]  # a class given at run time
            def setup(self) -> None:
                super().setup()
                send = self.wfile.write

                def write(data: bytes) -> int:
                    if AFTER_READY not in getattr(self, "path", ""):
                        outer.sent += len(data)
                    return int(send(data))

                self.wfile.write = write

        return Counting


def measured(budgets: dict[str, Budget], folder: Path) -> list[Measured]:
    """Both starts, the bytes they take, and the bytes of the first pictures."""
    ours, stock = Counted(SITE), Counted(bench_stock.site(folder / "stock"))
    try:
        with sync_playwright() as playwright:
            return list(_all(playwright.chromium, budgets, ours, stock))
    finally:
        for one in (ours, stock):
            one.server.shutdown()


def _all(
    chromium: BrowserType, budgets: dict[str, Budget], ours: Counted, stock: Counted
) -> Iterator[Measured]:
    cold, second, wire = [], [], []
    for _ in range(ROUNDS):
        mine = visits(chromium, ours, "/calculator/", OURS, USED)
        other = visits(chromium, stock, "/", STOCK)
        cold.append((mine.cold, other.cold))
        second.append((mine.second, other.second))
        wire.append(mine.sent)
    yield _ratio(budgets["cold_start"], cold)
    yield _ratio(budgets["second_visit"], second)
    yield Measured(budget=budgets["bytes_until_ready"], runs=tuple(wire), notes={"page": "/calculator/"})
    for key, path in (("bytes_home", "/"), ("bytes_calculator", "/calculator/")):
        yield Measured(budget=budgets[key], runs=(first_picture(chromium, ours, path),), notes={"page": path})


def _ratio(budget: Budget, pairs: list[tuple[float, float]]) -> Measured:
    notes = {
        name: round(median(pair[place] for pair in pairs))
        for place, name in enumerate(("ours_ms", "stock_ms"))
    }
    return Measured(budget=budget, runs=tuple(mine / other for mine, other in pairs), notes=notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """Milliseconds to ready on the first and on the second visit, and the bytes of the first."""

    cold: float
    second: float
    sent: float


def visits(chromium: BrowserType, server: Counted, path: str, start: str, used: str | None = None) -> Visits:
    """Two visits with one new profile, each in a browser process of its own: a start, then what it was for."""
    before, times, sent = server.sent, [], []
    with TemporaryDirectory() as profile:
        for _ in range(2):
            with opened(chromium, profile, server.address(path)) as page:
                times.append(float(page.evaluate(start)))
                sent.append(server.sent - before)
                if used is not None:
                    page.evaluate(used)
                page.wait_for_timeout(REST_MS)
    return Visits(cold=times[0], second=times[1], sent=sent[0])


def first_picture(chromium: BrowserType, server: Counted, path: str) -> float:
    """Bytes sent for a page until nothing more is asked for: never less than until its first useful paint."""
    before = server.sent
    with TemporaryDirectory() as profile, opened(chromium, profile, server.address(path)):
        return float(server.sent - before)


@contextmanager
def opened(chromium: BrowserType, profile: str, address: str) -> Iterator[Page]:
    """A page in a browser process of its own, when the network has come to rest."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    context = chromium.launch_persistent_context(profile, executable_path=program, args=["--no-sandbox"])
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.goto(address, wait_until="networkidle")
        yield page
    finally:
        context.close()
