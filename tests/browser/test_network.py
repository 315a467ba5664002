"""Nothing leaves the page: no foreign host, no request while data is here, a policy that holds."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from calculator.docsite import settings
from calculator.messages import text

from .calculator_page import CalculatorPage
from .conftest import Host
from .test_job import FILES

EVAL = "async () => { try { return 'ran ' + (0, eval)('1'); } catch (refused) { return refused.name; } }"
FETCH = "async () => { try { await fetch('%s', { mode: 'no-cors' }); return 'sent'; } catch (refused) { return refused.name; } }"


@pytest.fixture(params=["headers", "meta"])
def hosts(request: pytest.FixtureRequest, with_headers: Host, with_meta_alone: Host) -> tuple[Host, Host]:
    """The host under test, and another origin that would gladly answer."""
    return (with_headers, with_meta_alone) if request.param == "headers" else (with_meta_alone, with_headers)


@pytest.fixture
def destinations(watched: Page) -> list[str]:
    """Where every request of the browser went."""
    found: list[str] = []
    watched.context.on("request", lambda sent: found.append(sent.url))
    return found


@pytest.mark.parametrize("path", ["", "calculator/", "zh/", "zh/calculator/"])
def test_no_page_asks_another_origin(
    watched: Page, with_headers: Host, destinations: list[str], path: str
) -> None:
    watched.goto(with_headers.url + path, wait_until="networkidle")
    assert destinations
    assert [url for url in destinations if not url.startswith((with_headers.url, "blob:", "data:"))] == []


@pytest.mark.parametrize("lang", ["en", "zh-Hans"])
def test_no_request_between_the_first_byte_of_data_and_the_wipe(
    watched: Page, hosts: tuple[Host, Host], destinations: list[str], lang: str
) -> None:
    host, _ = hosts
    calculator = CalculatorPage(watched, host.url, lang).open()
    calculator.choose(FILES)
    calculator.wait_until_done()
    began = calculator.data_since()
    calculator.element.locator("#odr-as-of").fill("2026-11-20")
    watched.keyboard.press("Tab")
    calculator.wait_until_done()
    expect(calculator.element.locator("[data-requests]")).to_have_attribute("data-requests", "0")
    watched.wait_for_timeout(300)
    assert host.since(began) == []
    assert [url for url in destinations if not url.startswith((host.url, "blob:", "data:"))] == []
    assert calculator.violations() == []
    calculator.wipe_button.click()
    expect(calculator.element.locator("[data-requests]")).to_have_count(0)


def test_a_request_that_should_not_be_is_counted_aloud(calculator: CalculatorPage) -> None:
    calculator.choose(FILES)
    calculator.wait_until_done()
    calculator.page.evaluate("fetch(location.href).then((response) => response.text())")
    expect(calculator.element.locator("[data-requests='1']")).to_contain_text(
        text("en", "shell.request.loud_title", n=1)
    )
    calculator.in_worker("async () => (await fetch(self.location.origin + '/')).status")
    expect(calculator.element.locator("[data-requests='2']")).to_be_visible()


def test_the_worker_is_refused_eval_and_a_foreign_fetch(watched: Page, hosts: tuple[Host, Host]) -> None:
    host, foreign = hosts
    calculator = CalculatorPage(watched, host.url).open()
    calculator.choose(FILES)
    calculator.wait_until_done()
    before = len(foreign.seen)
    assert calculator.in_worker(EVAL) == "EvalError"
    assert calculator.in_worker(FETCH % (foreign.url + "robots.txt")) == "TypeError"
    assert calculator.in_worker(FETCH % (host.url + "robots.txt")) == "sent"
    assert len(foreign.seen) == before
    refused = " ".join(calculator.violations())
    assert "connect-src" in refused
    assert "script-src" in refused


def test_a_worker_that_no_policy_binds_would_run_both(watched: Page, with_meta_alone: Host) -> None:
    """The control: without the blob the same code does run, so the test above can fail."""
    watched.goto(with_meta_alone.url + "calculator/")
    scripts = json.loads(settings.MANIFEST.read_text(encoding="utf-8"))
    address = f"{with_meta_alone.url}assets/{scripts['worker.js']['path']}"
    with watched.expect_event("worker", lambda one: one.url == address) as coming:
        watched.evaluate(
            "(address) => { window.unbound = new Worker(address, { type: 'module' }); }", address
        )
    assert (
        coming.value.evaluate(
            f"() => new Promise((done) => setTimeout(async () => done(await ({EVAL})()), 0))"
        )
        == "ran 1"
    )
