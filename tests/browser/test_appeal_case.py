"""The desk's case: changed by path as the core changes it, carried between pages, copied where nothing downloads."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from calculator.desk import path

from .appeal_page import PAGES, AppealPage
from .calculator_page import CalculatorPage
from .conftest import Host

CASE = json.loads((Path(__file__).parent / "appeal_case.json").read_text(encoding="utf-8"))
WECHAT = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.40"
REPLY = (
    "We need greater detail on the root cause and on the actions you have taken. Please reply within 7 days."
)

CHANGES: list[tuple[str, str, Any]] = [
    ("put", "notice.orders", "127"),
    ("put", "appeal.notice.path", ["mfn", "order_defect_rate"]),
    ("put", "appeal.causes.c1.actions.a1.answers.on", "2026-11-23"),
    ("put", "marks.report~1txt:3:chargeback.cause", "not_received"),
    ("put", "appeal.causes.c9.answers.since", "2026-09-01"),
    ("add", "appeal.causes.c1.actions", {"id": "a7", "frame": "own", "answers": {}}),
    ("add", "appeal.rounds", {"id": "r2", "text": "~ and ."}),
    ("remove", "appeal.causes.c1.evidence.e1", None),
    ("remove", "defects.d2", None),
    ("remove", "defects.d99", None),
]


@pytest.fixture
def desk(kept_desk: Callable[..., AppealPage]) -> AppealPage:
    """The English desk with a case in which everything stands."""
    desk = kept_desk()
    desk.model("session.replace(given)", CASE)
    desk.settled()
    return desk


def test_a_change_by_path_is_the_one_the_core_makes(desk: AppealPage) -> None:
    for how, where, value in CHANGES:
        button = {"label": "", "set": [], "add": [], "remove": []}
        if how == "remove":
            button["remove"] = [where]
        else:
            button["set" if how == "put" else "add"] = [{"path": where, "value": value}]
        before = desk.model("session.case")
        changed = path.remove(before, where) if how == "remove" else getattr(path, how)(before, where, value)
        desk.model("session.carryOut(given)", button)
        assert desk.model("session.case") == changed, (how, where)


def test_a_row_that_was_taken_away_comes_back_where_it_stood(desk: AppealPage) -> None:
    before = desk.model("session.case.defects.map((one) => one.id)")
    desk.model("session.carryOut({ label: '', set: [], add: [], remove: ['defects.d2'] })")
    desk.model("session.put('notice.orders', '128')")
    desk.model("session.undo()")
    assert desk.model("session.case.defects.map((one) => one.id)") == before
    assert desk.model("session.case.notice.orders") == "128"


def test_what_is_typed_comes_along_from_the_calculator(page: Page, with_headers: Host) -> None:
    calculator = CalculatorPage(page, with_headers.url).open()
    calculator.type_case()
    calculator.answered()
    page.locator("[data-show-result]").click()
    page.locator("a.odr-carry").click()
    desk = AppealPage(page, with_headers.url + PAGES["en"])
    page.wait_for_function("() => document.querySelector('odr-appeal')?.session?.case.defects.length === 1")
    desk.settled()
    assert desk.model("[session.words('odr_page.orders'), session.answer.facts.defects.length]") == ["126", 1]


def test_a_pasted_reply_shows_what_it_asks_for(desk: AppealPage) -> None:
    desk.open_step("letter")
    field = desk.element.locator("[data-field='appeal.rounds.r1.reply'] textarea")
    field.fill(REPLY)
    desk.settled()
    expect(desk.element.locator("[data-reply]")).to_contain_text("Root cause")
    desk.open_step("grid")
    expect(desk.element.locator("[data-cell=root_cause] .odr-grid__asked").first).to_be_visible()


def test_inside_wechat_files_are_copied_instead(browser: Browser, with_headers: Host) -> None:
    context = browser.new_context(user_agent=WECHAT, permissions=["clipboard-read", "clipboard-write"])
    desk = AppealPage(context.new_page(), with_headers.url + PAGES["zh-Hans"]).open()
    desk.model("session.replace(given)", CASE)
    desk.settled()
    desk.open_step("letter")
    desk.element.locator("[data-export='letter.md']").click()
    expect(desk.element.locator(".odr-told", has_text="letter-")).to_contain_text("已复制")
    copied = desk.page.evaluate("() => navigator.clipboard.readText()")
    assert "Root cause" in copied
    context.close()


def test_the_finished_example_shows_a_whole_letter_and_goes_without_a_trace(
    kept_desk: Callable[..., AppealPage],
) -> None:
    desk = kept_desk().loaded()
    desk.press("[data-example]")
    assert desk.model("session.answer.letter.ready")
    assert desk.model("session.wire.count") is None
    expect(desk.element.locator("[data-ready=yes]").first).to_be_visible()
    desk.element.locator("[data-end-example]").click()
    expect(desk.element.locator("#odr-appeal-notice-text")).to_have_value("")
    desk.settled()
    assert desk.model("session.case.defects") == []
