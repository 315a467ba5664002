"""The case as a file or as text: saved, opened again, refused in words, and found among reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Page

from calculator.case_file.schema import schema

from .calculator_page import CalculatorPage
from .conftest import Host
from .test_job import FILES, SEED_ANSWER

WECHAT = (
    "Mozilla/5.0 (Linux; Android 12; V2148A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/86.0.4240.99 XWEB/4317 MMWEBSDK/20220604 Mobile Safari/537.36 MicroMessenger/8.0.24.2180 Language/zh_CN"
)
A_CASE: dict[str, Any] = {"contract": "odr-case/1", "store": "US", "notice": {"orders": "126"}}
NOT_OPENED = {
    "empty": " \n",
    "not_a_case": "order-id\tpurchase-date\n",
    "foreign": json.dumps({"contract": "odr-assessment/1"}),
    "newer": json.dumps({**A_CASE, "contract": "odr-case/2"}),
    "damaged": json.dumps({**A_CASE, "defects": [{"type": ["a_to_z_claim"]}]}),
}


def given(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def test_a_saved_case_opens_again_as_it_was(calculator: CalculatorPage, tmp_path: Path) -> None:
    calculator.type_case()
    before = calculator.model("session.case")
    with calculator.page.expect_download() as waiting:
        assert calculator.model("session.save()") is True
    assert waiting.value.suggested_filename == "odr-case-2026-11-22.json"
    waiting.value.save_as(tmp_path / "case.json")
    calculator.model("session.wipe()")
    text = (tmp_path / "case.json").read_text(encoding="utf-8")
    Draft202012Validator(schema()).validate(json.loads(text))
    assert calculator.model("session.reopen(given)", text) is None
    assert calculator.model("session.case") == before


DAMAGED: tuple[dict[str, Any], ...] = (
    {"appeal": "x"},
    {"appeal": {"causes": {}}},
    {"appeal": {"causes": [1]}},
    {"appeal": {"causes": [{"id": "c1", "answers": {"on": ["x"]}}]}},
    {"appeal": {"causes": [{"id": "c1"}, {"id": "c1"}]}},
    {"appeal": {"causes": [{"actions": [{"state": {}}]}]}},
    {"appeal": {"notice": {"path": "mfn"}}},
    {"appeal": {"rounds": [{"figure": []}]}},
    {"marks": []},
    {"marks": {"k": {"disputed": True}}},
)


def test_a_damaged_appeal_is_not_opened(calculator: CalculatorPage) -> None:
    for part in DAMAGED:
        text = json.dumps({**A_CASE, **part})
        assert calculator.model("session.reopen(given)", text) == "case_file.damaged", part


def test_a_whole_appeal_is_opened_with_numbers_as_typed_and_nothing_for_null(
    calculator: CalculatorPage,
) -> None:
    appeal = json.loads(Path(__file__).with_name("appeal_case.json").read_text(encoding="utf-8"))
    assert calculator.model("session.reopen(given)", json.dumps(appeal)) is None
    assert json.loads(calculator.model("session.caseFile"))["appeal"] == appeal["appeal"]
    loose = {
        **A_CASE,
        "notice": None,
        "appeal": {"voice": None, "causes": [{"answers": {"count": 31}}], "rounds": None},
    }
    assert calculator.model("session.reopen(given)", json.dumps(loose)) is None
    assert json.loads(calculator.model("session.caseFile"))["appeal"] == {
        "causes": [{"answers": {"count": "31"}}]
    }


def test_keys_of_a_later_edition_are_carried_along(calculator: CalculatorPage) -> None:
    later = {**A_CASE, "causes": [{"cause": "not_received"}], "notice": {"orders": 126, "route": "x"}}
    assert calculator.model("session.reopen(given)", json.dumps(later)) is None
    written = json.loads(calculator.model("session.caseFile"))
    assert written["causes"] == later["causes"]
    assert written["notice"]["orders"] == "126"
    assert written["notice"]["route"] == "x"


@pytest.mark.parametrize(("why", "text"), NOT_OPENED.items(), ids=list(NOT_OPENED))
def test_what_is_no_case_is_refused_and_nothing_is_lost(
    calculator: CalculatorPage, why: str, text: str
) -> None:
    calculator.model("session.set('notice.orders', '126')")
    assert calculator.model("session.reopen(given)", text) == f"case_file.{why}"
    assert calculator.model("session.case.notice.orders") == "126"


def test_a_case_file_among_the_reports_is_opened_as_what_it_is(calculator: CalculatorPage) -> None:
    reports = [{"name": path.name, "mimeType": "text/plain", "buffer": path.read_bytes()} for path in FILES]
    calculator.choose([*reports, given("mine.txt", json.dumps(A_CASE))])
    calculator.wait_until_done()
    assert calculator.model("session.case.notice.orders") == "126"
    assert calculator.model("session.files.length") == len(FILES)
    assert calculator.answered() == SEED_ANSWER


def test_a_damaged_case_file_among_the_reports_is_named(calculator: CalculatorPage) -> None:
    calculator.choose([given("mine.json", json.dumps(A_CASE)[:-9])])
    calculator.until("session.notOpened")
    assert calculator.model("session.notOpened") == {"name": "mine.json", "why": "damaged"}
    assert calculator.model("session.files.length") == 0


def test_opening_a_case_over_another_can_be_taken_back(calculator: CalculatorPage) -> None:
    calculator.type_case()
    before = calculator.model("session.case")
    calculator.model("session.reopen(given)", json.dumps(A_CASE))
    assert calculator.model("[session.case.notice.orders, session.undone.kind]") == ["126", "opened"]
    calculator.model("session.undo()")
    assert calculator.model("session.case") == before


def test_inside_wechat_the_case_goes_by_paste_and_copy(page: Page, with_headers: Host) -> None:
    assert page.context.browser is not None
    context = page.context.browser.new_context(user_agent=WECHAT, viewport={"width": 390, "height": 844})
    calculator = CalculatorPage(context.new_page(), with_headers.url, "zh-Hans").open()
    assert calculator.model("session.surroundings") == {
        "app": "wechat",
        "canPick": False,
        "canDownload": False,
    }
    calculator.type_case()
    assert calculator.model("session.save()") is False
    text = calculator.model("session.caseFile")
    calculator.model("session.wipe()")
    assert calculator.model("session.reopen(given)", text) is None
    calculator.until("session.phase === 'done' && !session.computing")
    assert calculator.model("session.case.odr_page.orders") == "126"
    context.close()
