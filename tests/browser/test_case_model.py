"""A case alone, without a file: answered, answered anew after each change, and quiet on the wire."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, Route, expect

from .calculator_page import CalculatorPage
from .conftest import Host
from .test_job import FILES, SEED_ANSWER

WORKBOOK = {"name": "book.xlsx", "mimeType": "application/octet-stream", "buffer": b"PK\x03\x04" + bytes(200)}
VERDICT = "session.explanation?.rates.find((rate) => rate.main)?.verdict"


@pytest.fixture
def ready(calculator: CalculatorPage) -> CalculatorPage:
    """A page on which the program has come, before anything is typed."""
    return started(calculator)


def started(calculator: CalculatorPage) -> CalculatorPage:
    calculator.model("session.wake()")
    calculator.until("session.phase === 'ready'")
    return calculator


def test_typed_figures_alone_are_explained_without_a_request(
    own_calculator: CalculatorPage, with_headers: Host
) -> None:
    moment = time.time() * 1000
    ready = started(own_calculator)
    with_headers.until_asked_for("calamine", moment)  # what reads .xlsx comes ahead of all data
    ready.page.wait_for_load_state("networkidle")
    ready.type_case()
    ready.until("session.phase === 'done' && !session.computing")
    assert ready.model(VERDICT) == "off_target"
    assert ready.model("session.explanation.defects.rows[0].clocks[0].last_safe_day") == "2026-12-08"
    assert ready.model("[session.wire.count, session.wire.asked]") == [0, 0]
    assert with_headers.since(ready.data_since()) == []


def test_the_last_change_is_the_one_that_is_answered(ready: CalculatorPage) -> None:
    ready.type_case()
    for orders in ("1", "12", "126", "1260"):
        ready.model("session.set('odr_page.orders', given)", orders)
    ready.until("session.phase === 'done' && !session.computing")
    ready.until(f"{VERDICT} === 'on_target'")
    assert ready.model("session.case.odr_page.orders") == "1260"


def test_a_removed_defect_comes_back(ready: CalculatorPage) -> None:
    ready.type_case()
    before = ready.model("session.case.defects")
    ready.model("session.removeDefect('d1')")
    assert ready.model("[session.case.defects.length, session.undone.kind]") == [0, "defect"]
    ready.model("session.undo()")
    assert ready.model("session.case.defects") == before
    assert ready.model("session.undone") is None


def test_typing_before_the_program_has_come_raises_no_alarm(watched: Page, with_headers: Host) -> None:
    """The parts were asked for with the first touch; the key right behind it makes none of them an alarm."""
    calculator = CalculatorPage(watched, with_headers.url).open()
    calculator.until("session.hasExample")
    calculator.model("(session.wake(), session.set('notice.orders', '126'))")
    calculator.until("session.phase === 'done' && !session.computing")
    watched.wait_for_timeout(300)
    assert calculator.model("session.wire.count") == 0


def test_a_workbook_after_typing_is_read_and_its_reader_counted_apart(own_calculator: CalculatorPage) -> None:
    ready = started(own_calculator)
    ready.type_case()
    ready.choose([WORKBOOK])
    ready.wait_until_done()
    assert ready.model("session.wire.count") == 0
    assert ready.model("session.case.odr_page.orders") == "126"


def test_what_was_typed_is_wiped(ready: CalculatorPage) -> None:
    ready.type_case()
    ready.until("session.phase === 'done'")
    ready.model("session.wipe()")
    assert ready.model("[session.case.defects.length, session.case.odr_page.orders]") == [0, ""]
    assert ready.model("session.wire.count") is None
    ready.until_no_worker()


def test_a_crashed_worker_loses_nothing_that_is_in_the_page(ready: CalculatorPage) -> None:
    ready.model("session.set('store', 'US')")
    ready.choose(FILES)
    ready.wait_until_done()
    ready.in_worker("async () => setTimeout(() => { throw new Error('a fault of its own'); })")
    ready.until("session.trouble?.code === 'crashed'")
    assert ready.model("session.case.store") == "US"
    assert ready.model("session.files.map((entry) => entry.state)") == ["waiting"] * len(FILES)
    expect(ready.element.locator("[data-trouble]")).to_be_visible()
    ready.model("session.retry()")
    ready.wait_until_done()
    assert ready.answered() == SEED_ANSWER
    assert ready.model("session.wire.count") == 0


def test_a_worker_gone_without_a_word_is_said_while_it_answers(ready: CalculatorPage) -> None:
    ready.type_case()
    ready.answered()
    (worker,) = ready.workers
    worker.evaluate("() => self.close()")
    ready.model("session.set('odr_page.orders', '1260')")
    expect(ready.element.locator("[data-trouble]")).to_be_visible(timeout=15_000)
    assert ready.model("[session.trouble.code, session.case.odr_page.orders]") == ["crashed", "1260"]
    ready.model("session.retry()")
    ready.until(f"session.phase === 'done' && !session.computing && {VERDICT} === 'on_target'")


def test_a_worker_gone_without_a_word_is_said_while_it_reads(watched: Page, with_headers: Host) -> None:
    ready = started(CalculatorPage(watched, with_headers.url).open(**{"stall-seconds": "3"}))
    (worker,) = ready.workers
    worker.evaluate("() => self.close()")
    ready.choose(FILES)
    expect(ready.element.locator("[data-trouble]")).to_be_visible(timeout=60_000)
    assert ready.model("session.trouble.code") == "crashed"
    assert ready.model("session.files.map((entry) => entry.state)") == ["waiting"] * len(FILES)
    ready.model("session.retry()")
    ready.wait_until_done()
    assert ready.answered() == SEED_ANSWER


def test_a_download_that_fails_is_not_tried_again_with_every_key(watched: Page, with_headers: Host) -> None:
    tried: list[str] = []

    def refuse(route: Route) -> None:
        tried.append(route.request.url)
        route.fulfill(status=404)

    watched.context.route(re.compile(r"odr_handbook.*\.bin$"), refuse)
    calculator = CalculatorPage(watched, with_headers.url).open()
    calculator.until("session.hasExample")
    calculator.type_case()
    calculator.until("session.trouble?.code === 'download'")
    calculator.model("session.set('notice.orders', '12')")
    watched.wait_for_timeout(300)
    assert len(tried) == 1
    watched.context.unroute_all()
    calculator.model("session.retry()")
    calculator.until("session.phase === 'done'")
    assert calculator.model("session.case.odr_page.orders") == "126"
