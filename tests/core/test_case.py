"""The typed case: the forms of the page, beside files and alone, and corrections of rows."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from calculator import case, workbook
from calculator.assess import Assessment, assess
from calculator.browser import bridge
from calculator.case import suggestion
from calculator.encode import assessment_value
from calculator.errors import RequestError
from calculator.explain import explanation
from calculator.orders import Fulfillment
from calculator.reports import Intake

NOTICE_DAY = date(2026, 11, 22)
PAGE = {"first_day": "2026-09-09", "last_day": "2026-11-07", "orders": "126", "orders_with_defects": "2"}
CLAIM = {"id": "d1", "order_date": "2026-10-06", "type": "a_to_z_claim", "outcome": "granted"}
ORDERS = (
    "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\n"
    "111-0000001-0000001\t2026-10-06T01:00:00+00:00\t2026-10-07T01:00:00+00:00\tShipped\tMerchant\tAmazon.com\n"
    "111-0000002-0000002\t2026-14-10\t2026-10-15T01:00:00+00:00\tShipped\tMerchant\tAmazon.com\n"
)
FEEDBACK = (
    "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n"
    "10/20/26\t1\tnever came\t\t111-0000001-0000001\tx\n"
    "10/21/26\tfive\tfine\t\t111-0000002-0000002\tx\n"
)


def typed(**forms: Any) -> case.Case:
    return case.read({"contract": "odr-case/1", **forms})


def assessed(files: dict[str, str] | None = None, **forms: Any) -> Assessment:
    intake = Intake(workbook.sheets)
    for name, content in (files or {}).items():
        intake.open(name, name)
        intake.feed(name, content.encode())
        intake.close(name)
    return assess(intake, NOTICE_DAY, store="US", case=typed(**forms))


def mfn(result: Assessment) -> tuple[int, int, int, int, str]:
    rate = result.rates[Fulfillment.MFN]
    marked = rate.orders_with_defects
    return marked.low, marked.high, rate.orders.low, rate.orders.high, rate.verdict.value


def complaints(result: Assessment) -> dict[str, str]:
    return {field["field"]: field["code"] for field in explanation(result, "en")["form"]["fields"]}


def test_two_numbers_and_two_dates_are_a_rate() -> None:
    result = assessed(odr_page=PAGE)
    assert mfn(result) == (2, 2, 126, 126, "off_target")
    assert (result.window.range.first_day, result.window.range.days) == (date(2026, 9, 9), 60)


def test_the_notice_alone_is_a_rate_in_the_usual_window() -> None:
    result = assessed(notice={"day": "2026-11-22", "orders": "126", "orders_with_defects": "2"})
    assert mfn(result) == (2, 2, 126, 126, "off_target")
    assert (result.window.range.last_day, result.window.basis.value) == (date(2026, 11, 7), "lag")


def test_what_the_page_counts_is_the_least_that_counts() -> None:
    less, more = {**PAGE, "orders_with_defects": "1"}, [CLAIM, {**CLAIM, "id": "d2"}]
    assert mfn(assessed(odr_page=PAGE, defects=[CLAIM]))[:2] == (2, 2)
    assert mfn(assessed(odr_page=less, defects=more))[:2] == (2, 2)


def test_a_defect_without_a_day_may_count_and_never_comforts() -> None:
    page = {**PAGE, "orders_with_defects": ""}
    undated = {**CLAIM, "id": "d2", "order_date": "2026-14-10"}
    result = assessed(odr_page=page, defects=[CLAIM, undated])
    assert mfn(result) == (1, 2, 126, 126, "undecided")
    assert complaints(result) == {"defects.d2.order_date": "unreadable_order_date"}


def test_a_defect_that_does_not_count_needs_no_day() -> None:
    page = {**PAGE, "orders_with_defects": ""}
    denied = {**CLAIM, "order_date": "", "outcome": "denied"}
    assert mfn(assessed(odr_page=page, defects=[denied]))[:2] == (0, 0)


def test_an_empty_card_is_no_defect_yet() -> None:
    result = assessed(odr_page=PAGE, defects=[{"id": "d1", "type": "a_to_z_claim", "fulfillment": "mfn"}])
    assert result.defect_list.defects == ()
    assert complaints(result) == {}


def test_defects_without_orders_give_no_rate_but_a_question() -> None:
    rate = explanation(assessed(defects=[CLAIM]), "en")["rates"][0]
    assert (rate["verdict"], rate["fraction"]) == ("no_orders", None)
    assert "number of orders" in rate["sentence"]


@pytest.mark.parametrize(
    ("page", "field", "code"),
    [
        ({"orders": "a lot"}, "odr_page.orders", "unreadable_order_count"),
        ({"orders_with_defects": "x"}, "odr_page.orders_with_defects", "unreadable_defect_count"),
        ({"orders_with_defects": "127"}, "odr_page.orders_with_defects", "more_defects_than_orders"),
        ({"first_day": "soon"}, "odr_page.first_day", "unreadable_window_day"),
        ({"first_day": ""}, "odr_page.first_day", "unreadable_window_day"),
        ({"last_day": "2026-09-01"}, "odr_page.last_day", "window_backwards"),
        ({"last_day": "2026-11-06"}, "odr_page.last_day", "odd_window"),
    ],
)
def test_each_field_says_what_is_wrong_with_it(page: dict[str, str], field: str, code: str) -> None:
    assert complaints(assessed(odr_page={**PAGE, **page}))[field] == code


def test_a_field_without_fault_says_nothing() -> None:
    assert complaints(assessed(odr_page=PAGE, defects=[CLAIM])) == {}


def test_faulty_counts_ask_for_the_orders_and_claim_no_empty_window() -> None:
    outside = {**CLAIM, "order_date": "2026-01-06"}
    rate = explanation(assessed(odr_page={**PAGE, "orders": "abc"}, defects=[outside]), "en")["rates"][0]
    assert "number of orders" in rate["sentence"]


def test_a_typed_case_and_its_two_files_agree() -> None:
    by_hand = assessed(
        {
            "order_counts.csv": "first_day,last_day,fulfillment,orders,orders_with_defects\n"
            "2026-09-09,2026-11-07,mfn,126,2\n",
            "defects.csv": "order_id,order_date,fulfillment,type,outcome\n,2026-10-06,mfn,a_to_z_claim,granted\n",
        }
    )
    assert mfn(by_hand) == mfn(assessed(odr_page=PAGE, defects=[CLAIM]))


def test_figures_stand_side_by_side_with_their_days() -> None:
    notice = {"day": "2026-11-20", "orders": "120", "orders_with_defects": "2"}
    value = explanation(assessed({"o.txt": ORDERS}, notice=notice, odr_page=PAGE), "en")["figures"]
    assert [(row["kind"], row["counts"]) for row in value["rows"]] == [
        ("notice", "2 / 120"),
        ("odr_page", "2 / 126"),
        ("files", "0 / 1"),
    ]


def test_an_outcome_set_by_the_seller_beats_the_files_row() -> None:
    edit = {"file": "f.txt", "line": 2, "order_id": "111-0000001-0000001", "outcome": "removed"}
    files = {"o.txt": ORDERS, "f.txt": FEEDBACK}
    assert mfn(assessed(files))[:2] == (1, 1)
    result = assessed(files, edits=[edit])
    assert mfn(result)[:2] == (0, 0)
    assert result.defect_list.defects[0].is_edited


def test_a_row_left_out_is_counted_as_left_out() -> None:
    edit = {"file": "f.txt", "line": 2, "order_id": "111-0000001-0000001", "left_out": True}
    result = assessed({"o.txt": ORDERS, "f.txt": FEEDBACK}, edits=[edit])
    value = assessment_value(result, "en")
    assert mfn(result)[:2] == (0, 0)
    assert value["excluded"] == [{"reason": "left_out", "rows": 1}]
    assert explanation(result, "en")["left_out"]["rows"][0]["line"] == 2


def test_a_corrected_cell_is_read_again_in_small_files_and_in_orders() -> None:
    files = {"o.txt": ORDERS, "f.txt": FEEDBACK}
    mended = [
        {
            "file": "o.txt",
            "line": 3,
            "order_id": "111-0000002-0000002",
            "cells": {"purchase-date": "2026-10-14"},
        },
        {"file": "f.txt", "line": 3, "order_id": "111-0000002-0000002", "cells": {"Rating": "2"}},
    ]
    assert mfn(assessed(files)) == (1, 1, 1, 1, "off_target")
    result = assessed(files, edits=mended)
    assert mfn(result) == (2, 2, 2, 2, "off_target")
    assert result.problems == ()
    assert mfn(assessed(files)) == (1, 1, 1, 1, "off_target")


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        ({"line": 9}, "edit_without_row"),
        ({"line": 2, "order_id": "111-0000009-0000009", "outcome": "removed"}, "edit_of_another_row"),
        ({"line": 2, "cells": {"Colour": "red"}}, "edit_without_column"),
        ({"line": 2, "decided_on": "soon"}, "unreadable_decided_on"),
    ],
)
def test_a_correction_that_finds_no_place_is_said(edit: dict[str, Any], code: str) -> None:
    result = assessed({"o.txt": ORDERS, "f.txt": FEEDBACK}, edits=[{"file": "f.txt", **edit}])
    assert code in [problem.code for problem in result.problems]
    assert mfn(result)[:2] == (1, 1)


@pytest.mark.parametrize(
    "document",
    [
        "",
        "{",
        "[]",
        {"contract": "odr-case/0"},
        {"contract": "odr-case/1", "defects": {}},
        {"contract": "odr-case/1", "defects": [1]},
        {"contract": "odr-case/1", "defects": [{"type": ["a"]}]},
        {"contract": "odr-case/1", "edits": [{"file": "x"}]},
        {"contract": "odr-case/1", "edits": [{"file": "x", "line": "2"}]},
        {"contract": "odr-case/1", "notice": "2 of 126"},
    ],
)
def test_a_document_that_is_no_case_is_refused(document: Any) -> None:
    with pytest.raises(RequestError) as refusal:
        case.read(document)
    assert refusal.value.code == "bad_case"


def test_numbers_in_a_case_are_read_as_typed() -> None:
    assert mfn(assessed(odr_page={**PAGE, "orders": 126, "orders_with_defects": 2}))[2] == 126


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-14-10", "2026-10-14"),
        ("20261006", "2026-10-06"),
        ("10月6日", "2026-10-06"),
        ("13/10/2026", "2026-10-13"),
        ("12-24", "2025-12-24"),
        ("5/6/2026", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_offered_only_where_one_is_near(text: str, day: str | None) -> None:
    found = suggestion.day(text, NOTICE_DAY)
    assert (found.isoformat() if found else None) == day


def test_the_bridge_takes_a_case() -> None:
    request = {
        "type": "explain",
        "as_of": "2026-11-22",
        "lang": "zh-Hans",
        "case": {"contract": "odr-case/1", "odr_page": PAGE, "defects": [CLAIM]},
    }
    answer = json.loads(bridge.handle(json.dumps(request)))
    assert answer["rates"][0]["rate"] == "= 1.587%"
    assert "111-" not in answer["case_text"]
    assert answer["defects"]["rows"][0]["typed"] == "d1"


@pytest.mark.parametrize(
    ("decided_on", "store", "offered"),
    [
        ("10/11/2026", "US", ["2026-10-11", "2026-11-10"]),
        ("10/11/2026", "DE", ["2026-11-10", "2026-10-11"]),
    ],
)
def test_a_day_that_may_be_meant_two_ways_is_asked_about(
    decided_on: str, store: str, offered: list[str]
) -> None:
    result = assess(
        Intake(workbook.sheets),
        NOTICE_DAY,
        store=store,
        case=typed(odr_page=PAGE, defects=[CLAIM | {"decided_on": decided_on}]),
    )
    (field,) = explanation(result, "en")["form"]["fields"]
    assert (field["field"], field["code"]) == ("defects.d1.decided_on", "open_day")
    assert [one["value"] for one in field["suggestions"]] == offered


@pytest.mark.parametrize(
    "decided_on", ["2026/10/11", "11 Nov 2026", "30/10/2026", "11/11/2026", "10.11.2026"]
)
def test_a_day_that_can_be_meant_one_way_only_is_not_asked_about(decided_on: str) -> None:
    assert complaints(assessed(odr_page=PAGE, defects=[CLAIM | {"decided_on": decided_on}])) == {}


def test_a_typed_number_of_orders_says_nothing_about_other_days() -> None:
    result = assessed(odr_page=PAGE | {"orders": "101", "orders_with_defects": "1"})
    assert "same verdict" not in explanation(result, "en")["sensitivity"]["sentence"]


@pytest.mark.parametrize("half", ["\\ud83d", "\\udc00", "111-0000001-0000001\\ud800"])
@pytest.mark.parametrize("field", ["id", "order_id", "order_date", "outcome", "type", "note"])
def test_half_a_character_in_a_case_is_shown_as_unreadable_and_stops_nothing(field: str, half: str) -> None:
    row = json.dumps({**CLAIM, field: "?"}).replace('"?"', f'"{half}"')
    document = (
        '{"contract":"odr-case/1","defects":[' + row + '],"edits":[{"file":"f","line":1,"order_id":"?"}]}'
    )
    result = assess(
        taken_orders(), NOTICE_DAY, store="US", case=case.read(document.replace('"?"', f'"{half}"'))
    )
    said = json.dumps([assessment_value(result, "en"), explanation(result, "zh-Hans")], ensure_ascii=False)
    assert said.encode("utf-8")


def taken_orders() -> Intake:
    intake = Intake(workbook.sheets)
    intake.open("1", "orders\ud800.txt")
    intake.feed("1", ORDERS.encode())
    intake.close("1")
    return intake


def test_a_case_nested_without_end_is_refused_in_words() -> None:
    deep: dict[str, Any] = {"contract": "odr-case/1"}
    for _ in range(300):
        deep = {"contract": "odr-case/1", "appeal": deep}
    with pytest.raises(RequestError, match="JSON"):
        case.read(deep)


@pytest.mark.parametrize(
    "text", ["[" * 10**6, '{"contract":"odr-case/1","appeal":' * 10**5, '{"a":[' * 10**5]
)
def test_a_text_nested_without_end_is_refused_before_it_is_parsed(text: str) -> None:
    with pytest.raises(RequestError, match="JSON"):
        case.read(text)
    assert json.loads(bridge.handle(text))["code"] == "bad_request"
