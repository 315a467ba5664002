"""Kept work comes back after a reload, a closed tab and a crash; nothing is kept that was not allowed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Page

from .calculator_page import CalculatorPage
from .conftest import Host
from .test_job import FILES, SEED_ANSWER

STORED = """async () => {
  const known = (await indexedDB.databases()).some(({ name }) => name === "odr-handbook");
  if (!known) return [];
  const opened = indexedDB.open("odr-handbook");
  await new Promise((done, failed) => { opened.onsuccess = done; opened.onerror = opened.onblocked = failed; });
  const keys = opened.result.transaction("work").objectStore("work").getAllKeys();
  await new Promise((done) => { keys.onsuccess = done; });
  opened.result.close();
  return keys.result;
}"""
REFUSED = "IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };"
NO_ROOM_FOR_FILES = """{
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    if (value instanceof File) throw new DOMException("full", "QuotaExceededError");
    return put.call(this, value, key);
  };
}"""
NO_LOCKS = "delete Navigator.prototype.locks;"

Opener = Callable[..., CalculatorPage]


@pytest.fixture
def opened(page: Page, with_headers: Host) -> Opener:
    """Open the calculator in another tab of the same browser."""

    def open_(script: str = "", lang: str = "en") -> CalculatorPage:
        tab = page.context.new_page()
        if script:
            tab.add_init_script(script)
        calculator = CalculatorPage(tab, with_headers.url, lang).open()
        calculator.until("session.surroundings")
        return calculator

    return open_


def until_nothing_is_stored(page: Page) -> None:
    page.wait_for_function(f"async () => (await ({STORED})()).length === 0")


def keep_the_seed(calculator: CalculatorPage) -> None:
    """Type a store, add the files, keep all of it."""
    calculator.model("session.set('notice.day', '2026-11-22')")
    calculator.choose(FILES)
    calculator.wait_until_done()
    calculator.model("session.keep(true)")
    calculator.until("session.keeping.state !== 'off' && session.keeping.savedAt")


def test_nothing_is_kept_by_default(opened: Opener) -> None:
    calculator = opened()
    calculator.type_case()
    calculator.until("session.phase === 'done'")
    calculator.page.wait_for_timeout(600)
    assert calculator.page.evaluate(STORED) == []
    calculator.page.reload()
    calculator.until("session.hasExample")
    assert calculator.model("[session.case.odr_page.orders, session.recover]") == ["", None]


def test_kept_work_is_there_after_a_reload_and_no_request_follows_it(
    opened: Opener, with_headers: Host
) -> None:
    calculator = opened()
    keep_the_seed(calculator)
    calculator.page.reload()
    calculator.until("session.recover")
    calculator.wait_until_done()
    assert calculator.answered() == SEED_ANSWER
    assert calculator.model("session.case.notice.day") == "2026-11-22"
    assert calculator.model("session.keeping.state") == "on"
    calculator.page.wait_for_timeout(300)
    assert with_headers.since(calculator.data_since()) == []
    assert calculator.model("session.wire.count") == 0


def test_a_change_after_keeping_is_kept_and_a_closed_tab_brings_it_back(opened: Opener) -> None:
    calculator = opened()
    keep_the_seed(calculator)
    first = calculator.model("session.keeping.savedAt")
    calculator.model("session.set('notice.orders', '126')")
    calculator.until("session.keeping.savedAt !== given", first)
    calculator.page.close()
    again = opened()
    again.until("session.recover")
    assert again.model("session.case.notice.orders") == "126"
    again.wait_until_done()
    assert again.answered() == SEED_ANSWER


def test_typing_before_kept_work_is_back_does_not_write_over_it(opened: Opener) -> None:
    calculator = opened()
    keep_the_seed(calculator)
    calculator.page.reload()
    calculator.until("session.keeping.state === 'on'")
    calculator.model("session.set('notice.orders', '7')")
    calculator.until("session.recover")
    assert calculator.model("[session.case.notice.day, session.case.notice.orders]") == ["2026-11-22", ""]
    assert calculator.model("session.undone.kind") == "opened"
    assert calculator.answered() == SEED_ANSWER


def test_a_crashed_tab_brings_it_back(opened: Opener) -> None:
    calculator = opened()
    keep_the_seed(calculator)
    with calculator.page.expect_event("crash"), contextlib.suppress(Error):
        calculator.page.goto("chrome://crash", timeout=3000)
    again = opened()
    again.until("session.recover")
    again.wait_until_done()
    assert again.answered() == SEED_ANSWER


def test_storage_that_is_refused_is_said_and_the_rest_works(opened: Opener) -> None:
    calculator = opened(REFUSED)
    calculator.model("session.keep(true)")
    calculator.until("session.keeping.state === 'refused'")
    calculator.type_case()
    calculator.until("session.phase === 'done' && !session.computing")
    assert calculator.model("session.keeping.holdsCase") is False


def test_without_room_the_case_stays_and_the_files_are_named(opened: Opener) -> None:
    calculator = opened(NO_ROOM_FOR_FILES)
    keep_the_seed(calculator)
    calculator.until("session.keeping.state === 'full'")
    assert calculator.model("session.keeping.unkept") == [path.name for path in FILES]
    calculator.page.reload()
    calculator.until("session.recover")
    assert calculator.model("[session.case.notice.day, session.files.length]") == ["2026-11-22", 0]
    assert calculator.model("session.keeping.unkept") == [path.name for path in FILES]


@pytest.mark.parametrize("script", ["", NO_LOCKS], ids=["locks", "no locks"])
def test_two_tabs_never_write_over_each_other(opened: Opener, script: str) -> None:
    first = opened(script)
    keep_the_seed(first)
    second = opened(script)
    second.until("session.recover")
    if not script:
        assert second.model("session.keeping.state") == "elsewhere"
    for tab, orders in ((second, "999"), (first, "111")):
        tab.model("session.set('notice.orders', given)", orders)
        tab.model("session.keeping.flush()")
    states = [tab.model("session.keeping.state") for tab in (first, second)]
    assert states == (["elsewhere", "on"] if script else ["on", "elsewhere"])
    loser = first if script else second
    loser.model("session.keep(true)")
    loser.until("session.keeping.state === 'on'")
    kept = loser.model("session.case.notice.orders")
    if not script:
        first.until("session.keeping.state === 'elsewhere'")
    first.page.close()
    second.page.close()
    third = opened()
    third.until("session.recover")
    assert third.model("session.case.notice.orders") == kept


def test_a_wipe_reaches_what_was_kept(opened: Opener) -> None:
    calculator = opened()
    keep_the_seed(calculator)
    assert len(calculator.page.evaluate(STORED)) == 2 + len(FILES)
    calculator.model("session.wipe()")
    calculator.until("session.keeping.state === 'off'")
    until_nothing_is_stored(calculator.page)
    calculator.page.reload()
    calculator.until("session.hasExample")
    assert calculator.model("session.recover") is None
