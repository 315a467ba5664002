"""The large file: a million rows read in Chromium, beside the same file read by `odr assess`.

One page a round: the file is read and stopped a third of the way, then read to its end while the page is clicked.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from statistics import median
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from . import bench_native, bench_orders
from .bench_browser import SITE, Counted
from .measure import Budget, Measured

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

ROUNDS = int(os.environ.get("ODR_BENCH_ROUNDS", "3"))
PATIENCE_MS, SETTLED_MS = 300_000, 500
MEGABYTE = 1024 * 1024
_SECONDS = ("browser_seconds", "native_seconds", "reading_seconds")
FLAGS = ("--no-sandbox", "--disable-gpu", "--enable-precise-memory-info")
PAGE = """asOf => {
  window.session = document.querySelector("odr-calculator").session;
  session.choose({ asOf, store: "US" });
  window.clicks = [];
  let last = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    window.gap = Math.max(window.gap ?? 0, now - last);
    last = now;
    setTimeout(() => channel.port2.postMessage(0), 4);
  };
  channel.port2.postMessage(0);
  addEventListener("pointerdown", ({ timeStamp }) => clicks.push(performance.now() - timeStamp), true);
  session.wake();
}"""
WATCH = """() => {
  const seen = { given: performance.now() };
  window.seen = seen;
  window.gap = 0;
  const look = setInterval(() => {
    const [entry] = session.files;
    if (entry === undefined) return;
    if (entry.loaded > 0) seen.first ??= performance.now();
    if (entry.loaded === entry.file.size) seen.read ??= performance.now();
    if (session.trouble || (session.phase === "done" && !session.computing)) {
      seen.done = performance.now();
      seen.heap = performance.memory.usedJSHeapSize;
      clearInterval(look);
    }
  }, 2);
}"""
READY = "() => ['ready', 'done'].includes(session.phase)"
PICKER = "[data-drop] input[type=file]"
THIRD = "() => session.files[0]?.loaded > session.files[0]?.file.size / 3"
STOP = """async () => {
  const [entry] = session.files;
  const until = async (found) => { while (!found()) await new Promise((resolve) => setTimeout(resolve, 1)); };
  await until(() => document.querySelector(".odr-steps__step--now button"));
  const began = performance.now();
  document.querySelector(".odr-steps__step--now button").click();
  await until(() => entry.state !== "reading");
  return performance.now() - began;
}"""
ANSWER = "asOf => session.request({ type: 'assess', as_of: asOf, store: 'US' })"
DONE = "() => window.seen.done !== undefined"
GROWN = """() => {
  const grow = WebAssembly.Memory.prototype.grow;
  self.grown = 0;
  WebAssembly.Memory.prototype.grow = function (pages) {
    const before = grow.call(this, pages);
    self.grown = this.buffer.byteLength;
    return before;
  };
}"""


def measured(budgets: dict[str, Budget], folder: Path) -> list[Measured]:
    """Ratio to the native run beside it, heap, first progress, cancelling and the longest task of the page."""
    path = bench_orders.report(folder)
    server = Counted(SITE)
    try:
        with sync_playwright() as playwright:
            program = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
            rounds = [_round(browser, server.address("/calculator/"), path) for _ in range(ROUNDS)]
    finally:
        server.server.shutdown()
    notes = {
        name: round(median(one[name] for one in rounds), 2)
        for name in (*_SECONDS, "script_megabytes", "click_ms", "gap_ms")
    }
    return [
        Measured(budget=budgets[key], runs=tuple(one[key] for one in rounds), notes=notes)
        for key in ("browser_to_native", "heap", "first_progress", "cancelled", "longest_task")
    ]


def _round(browser: Browser, address: str, path: Path) -> dict[str, float]:
    native = bench_native.run("odr", path)
    page = browser.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address, wait_until="networkidle")
    page.evaluate(PAGE, bench_orders.AS_OF.isoformat())
    page.wait_for_function(READY)
    (worker,) = (one for one in page.workers if one.url.startswith("blob:"))
    worker.evaluate(GROWN)
    stopped = _stopped(page, path)
    browser.start_tracing(page=page, categories=["toplevel"])
    seen = _read(page, path)
    page.wait_for_timeout(SETTLED_MS)
    longest = longest_task(browser.stop_tracing())
    counted = bench_native.counted("odr", json.loads(page.evaluate(ANSWER, bench_orders.AS_OF.isoformat())))
    if counted != native.counted:
        sys.exit(f"The browser counts {counted}, the command line {native.counted}")
    heap = worker.evaluate("() => self.grown") + seen["heap"]
    found = {
        "browser_to_native": (seen["done"] - seen["given"]) / 1000 / native.seconds,
        "browser_seconds": (seen["done"] - seen["given"]) / 1000,
        "reading_seconds": (seen["read"] - seen["given"]) / 1000,
        "native_seconds": native.seconds,
        "heap": heap / MEGABYTE,
        "script_megabytes": seen["heap"] / MEGABYTE,
        "first_progress": seen["first"] - seen["given"],
        "cancelled": stopped,
        "longest_task": longest,
        "gap_ms": page.evaluate("() => window.gap"),
        "click_ms": max(page.evaluate("() => window.clicks")),
    }
    page.close()
    return found


def _stopped(page: Page, path: Path) -> float:
    """Begin to read, stop a third of the way, and take the file out."""
    page.evaluate(WATCH)
    page.locator(PICKER).set_input_files(path)
    page.wait_for_function(THIRD, polling=5)
    took = float(page.evaluate(STOP))
    page.wait_for_function(DONE)
    page.evaluate("() => session.forgetFiles()")
    return took


def _read(page: Page, path: Path) -> Any:
    """Read to the end, and click beside everything all the while."""
    page.evaluate(WATCH)
    page.locator(PICKER).set_input_files(path)
    while not page.evaluate(DONE):
        page.mouse.click(3, 300)
        page.wait_for_timeout(100)
    return page.evaluate("() => window.seen")


def longest_task(trace: bytes) -> float:
    """The longest task of the page's own thread, in milliseconds on the processor: others share this machine."""
    events = json.loads(trace)["traceEvents"]
    pages = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    return max(
        event.get("tdur", 0) / 1000
        for event in events
        if event["name"].endswith("RunTask") and (event["pid"], event["tid"]) in pages
    )
