"""Facts and causes of the desk: whose figure, which cause, what a dispute keeps out, what a reply reopens."""

from __future__ import annotations

from typing import Any

import pytest

from calculator import case as cases
from calculator.case.appeal_place import joined
from calculator.desk import view
from calculator.desk.path import put
from calculator.desk.rounds import reopened
from calculator.reports import Intake
from calculator.workbook import sheets
from tests.core.desk_case import TODAY, document, fields, pressed, shown

ORDERS = (
    "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\n"
    "111-0000009-0000009\t2026-10-03T10:00:00+00:00\t2026-10-05T10:00:00+00:00\tShipped\tMerchant\tAmazon.com\n"
)
FEEDBACK = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n10/20/26\t1\tThe cup arrived broken\t\t111-0000009-0000009\t\n"


def filed() -> Intake:
    """Return an intake of one order and its feedback, in a file whose name holds dots."""
    intake = Intake(sheets)
    for name, words in (("orders.2026.txt", ORDERS), ("feed.back.txt", FEEDBACK)):
        intake.open(name, name)
        intake.feed(name, words.encode())
        intake.close(name)
    return intake


def first(value: dict[str, Any]) -> dict[str, Any]:
    return value["facts"]["defects"][0]


def test_amazons_notice_goes_before_its_page_and_both_before_our_own_count() -> None:
    held = document()
    assert shown(held)["facts"]["figure"]["source"] == "notice"
    held = put(held, "notice", {})
    assert shown(held)["facts"]["figure"]["source"] == "odr_page"
    held = put(held, "odr_page", {})
    assert shown(held, intake=filed())["facts"]["figure"]["source"] == "files"


def test_the_cause_is_the_sellers_then_the_words_then_asked() -> None:
    held = document()
    row = first(shown(held))
    assert (row["cause"], row["cause_from"], row["evidence_words"]) == (
        "not_received",
        "words",
        ["Never arrived"],
    )
    row = first(shown(put(held, "defects.d1.cause", "late_delivery")))
    assert (row["cause"], row["cause_from"]) == ("late_delivery", "seller")
    row = first(shown(put(held, "defects.d1.note", "")))
    assert (row["cause"], row["cause_from"]) == (None, None)
    asked = next(one for one in row["fields"] if one["path"] == "defects.d1.cause")
    assert asked["needed"]


def test_a_cause_that_was_read_stands_first_among_the_choices() -> None:
    def first_choice(note: str, cause: str) -> dict[str, str]:
        held = put(put(document(), "defects.d1.note", note), "defects.d1.cause", cause)
        found = next(one for one in first(shown(held))["fields"] if one["path"] == "defects.d1.cause")
        return found["options"][0]

    assert first_choice("Never arrived", "") == {"id": "", "text": "As read: not received"}
    assert first_choice("", "")["id"] == "not_received"
    assert first_choice("Never arrived", "late_delivery")["id"] == ""


def test_a_cause_no_list_knows_is_doubted_and_not_taken() -> None:
    row = first(shown(put(document(), "defects.d1.cause", "carrier_lost_it")))
    field = next(one for one in row["fields"] if one["path"] == "defects.d1.cause")
    assert row["cause"] == "not_received"
    assert field["problem"]["code"] == "choice"


def test_a_disputed_defect_enters_no_cause_and_is_not_asked_who_refunded() -> None:
    held = put(document(causes=[]), "defects.d1.disputed", "yes")
    value = shown(held)
    assert [(one["cause"], one["defects"]) for one in value["present"]] == [("not_received", 1)]
    paths = {one["path"] for one in first(value)["fields"]}
    assert "defects.d1.appealed_on" in paths and "defects.d1.refunded_by" not in paths
    assert shown(put(held, "defects.d2.disputed", "yes"))["present"] == []


def test_a_row_may_stand_beside_a_dispute_only_once_its_appeal_is_out() -> None:
    held = put(document(causes=[]), "defects.d1.disputed", "yes")
    assert shown(held)["beside"] is None
    held = put(held, "defects.d1.appealed_on", "2026-11-20")
    offered = {one["cause"]: one for one in shown(held)["beside"]["rows"]}
    assert list(offered) == ["poor_customer_service_or_no_reply"]
    held = put(put(held, "defects.d2.disputed", "yes"), "defects.d2.appealed_on", "2026-11-20")
    offered = {one["cause"]: one for one in shown(held)["beside"]["rows"]}
    assert set(offered) == {"poor_customer_service_or_no_reply", "not_received"}
    after = shown(pressed(held, offered["poor_customer_service_or_no_reply"]["add"]))
    assert after["causes"][0]["in_letter"] and "beside a dispute" in after["causes"][0]["notes"][0]
    assert [one["cause"] for one in after["beside"]["rows"]] == ["not_received"]


def test_a_cause_without_an_own_failure_need_not_be_begun() -> None:
    held = put(put(document(causes=[]), "defects.d1.note", "too expensive"), "defects.d2.disputed", "yes")
    value = shown(held)
    assert [(one["cause"], bool(one["note"])) for one in value["present"]] == [
        ("price_or_product_opinion", True)
    ]
    missing = {one["id"]: one["missing"] for one in value["steps"]}
    assert (missing["causes"], missing["grid"]) == (0, 0) and not value["letter"]["ready"]


def test_a_cause_row_is_begun_with_nothing_in_it() -> None:
    held = document(causes=[])
    held = put(held, "defects.d2.note", "arrived broken")
    for one in shown(held)["present"]:
        held = pressed(held, one["add"])
    rows = held["appeal"]["causes"]
    assert {row["cause"] for row in rows} == {"not_received", "damaged_or_defective"}
    assert len({row["id"] for row in rows}) == 2
    assert all(not row["answers"] and not row["actions"] and row["path"] == [row["cause"]] for row in rows)
    assert all(one["add"] is None for one in shown(held)["present"])


def test_a_defect_out_of_a_file_is_marked_under_its_own_path() -> None:
    held = {"contract": "odr-case/1"}
    row = first(shown(held, intake=filed()))
    assert (row["cause"], row["comment"]) == ("damaged_or_defective", "The cup arrived broken")
    path = joined("marks", row["key"], "cause")
    assert path in {one["path"] for one in row["fields"]}
    marked = put(held, path, "wrong_item_or_not_as_described")
    assert list(marked["marks"]) == [row["key"]]
    assert first(shown(marked, intake=filed()))["cause_from"] == "seller"


@pytest.mark.parametrize(
    ("path", "value", "note"),
    [
        ("refunded_by", "amazon", "do not pay twice"),
        ("refunded_by", "not_known", "Look it up"),
        ("disputed", "yes", "in parallel"),
        ("cause", "counterfeit_suspicion", "whether goods are genuine"),
    ],
)
def test_care_is_told_where_it_is_needed(path: str, value: str, note: str) -> None:
    held = put(document(), f"defects.d2.{path}", value)
    assert any(note in one for one in shown(held)["facts"]["defects"][1]["notes"])
    assert not any(note in one for one in shown(document())["facts"]["defects"][1]["notes"])


def test_chinese_that_the_notice_does_not_name_is_doubted() -> None:
    held = document(language="zh", notice={"path": ["mfn", "order_defect_rate", "appeal", "date", "english"]})
    assert shown(held)["notice"]["language"]["doubt"]
    assert not shown(document(language="zh"))["notice"]["language"]["doubt"]


@pytest.mark.parametrize(("day", "left"), [("2026-11-30", 5), ("2026-11-25", 0), ("2026-11-20", -5)])
def test_the_day_to_be_ready_is_one_before_the_notices(day: str, left: int) -> None:
    notice = shown(document(notice={"deadline": day}))["notice"]
    assert notice["deadline"]["left"] == left and notice["deadline"]["text"]


def test_a_day_the_notice_names_is_asked_for() -> None:
    way = ["mfn", "order_defect_rate", "appeal"]
    for answer, needed in (("date", True), ("none", False)):
        fields_ = shown(document(notice={"path": [*way, answer]}))["notice"]["fields"]
        assert next(one for one in fields_ if one["path"] == "appeal.notice.deadline")["needed"] is needed


@pytest.mark.parametrize(
    ("type_", "path"),
    [("a_to_z_claim", "decided_on"), ("chargeback", "decided_on"), ("negative_feedback", "event_date")],
)
def test_the_day_a_clock_starts_on_is_asked_by_its_own_name(type_: str, path: str) -> None:
    row = first(shown(put(document(), "defects.d1.type", type_)))
    assert f"defects.d1.{path}" in {one["path"] for one in row["fields"]}


def test_a_paper_named_beside_a_deed_is_offered_once_and_only_in_the_sellers_words() -> None:
    held = put(document(), "appeal.causes.c1.actions.a1.answers.proof", "offers.png")
    offered = [one for one in shown(held)["causes"][0]["evidence"]["offered"] if one["text"] == "offers.png"]
    assert len(offered) == 1
    after = pressed(held, offered[0]["add"])
    assert after["appeal"]["causes"][0]["evidence"][1] == {
        "id": "e2",
        "file": "offers.png",
        "shows": "a1",
        "what": "",
    }
    again = shown(after)["causes"][0]["evidence"]["offered"]
    assert all(one["text"] != "offers.png" for one in again)


def test_a_day_typed_in_the_walk_is_not_asked_twice() -> None:
    held = document()
    paths = [one["path"] for one in fields(shown(held)["causes"][0]["root_cause"])]
    assert "appeal.causes.c1.typed.since" in paths and "appeal.causes.c1.answers.since" not in paths
    held = put(held, "appeal.causes.c1.typed", {})
    paths = [one["path"] for one in fields(shown(held)["causes"][0]["root_cause"])]
    assert "appeal.causes.c1.answers.since" in paths


def test_a_reply_reopens_the_cells_it_asks_about() -> None:
    reply = "We need greater detail on the root cause of the orders that were not received."
    held = put(document(), "appeal.rounds.r1.reply", reply)
    value = shown(held)
    cells = {name: {"state": "filled"} for name in ("root_cause", "prevention")}
    grid = [{"cause": "c1", "cause_id": "not_received", "cells": cells}]
    asked = reopened(grid, value["rounds"])[0]["cells"]
    assert asked["root_cause"]["asked"]["words"] and asked["prevention"]["asked"] is None
    other = [{"cause": "c2", "cause_id": "damaged_or_defective", "cells": cells}]
    assert reopened(other, value["rounds"])[0]["cells"]["root_cause"]["asked"] is None
    quiet = reopened(grid, shown(document())["rounds"])[0]["cells"]
    assert quiet["root_cause"]["asked"] is None


@pytest.mark.parametrize("state", ["", "planned", "not_yet"])
def test_a_cause_without_a_deed_is_open_in_the_plan(state: str) -> None:
    held = document()
    rows = [{"id": "a1", "frame": "offers_closed", "state": state}] if state else []
    held["appeal"]["causes"][0]["actions"] = rows
    points = next(one for one in shown(held)["steps"] if one["id"] == "grid")["open"]
    assert "appeal.causes.c1.actions" in {one["path"] for one in points}


def test_what_the_letter_says_of_a_field_stands_beside_it() -> None:
    held = document()
    row = held["appeal"]["causes"][0]["actions"][0]
    row |= {"state": "planned", "answers": {"by": "2026-11-20"}}
    value = shown(held)
    field = next(one for one in fields(value) if one["path"].endswith("a1.answers.by"))
    assert field["problem"]["code"] == "by_has_passed"
    disputed = shown(put(held, "defects.d1.disputed", "yes"))
    note = next(one for one in fields(disputed) if one["path"] == "defects.d1.appealed_on")
    assert note["note"] and note["problem"] is None


def test_what_the_letter_lacks_is_asked_for_as_needed() -> None:
    held = put(document(), "defects.d1.order_id", "")
    value = shown(put(held, "defects.d1.order_date", ""))
    lacking = {one["field"] for one in value["letter"]["missing"]}
    asked = {one["path"]: one["needed"] for one in fields(value)}
    assert "defects.d1.order_id" in lacking
    assert [path for path in lacking if path in asked and not asked[path]] == []


@pytest.mark.parametrize(
    ("lang", "sent", "start"),
    [
        ("zh-Hans", "en", "用英文写"),
        ("en", "zh", "Write it in Chinese"),
        ("en", "en", None),
        ("zh-Hant", "zh", None),
    ],
)
def test_a_reader_of_another_language_is_told_which_one_to_write(
    lang: str, sent: str, start: str | None
) -> None:
    row = shown(document(language=sent), lang)["causes"][0]["root_cause"]
    words = next(one for one in fields(row) if one["kind"] == "words" and "reading" not in one["path"])
    hint = words["hint"] or ""
    assert hint.startswith(start) if start else not hint.startswith(("用英文写", "用中文写", "Write it"))
    assert words["example"].isascii() is (sent == "en")


def test_the_review_holds_every_typed_answer_once_with_its_step() -> None:
    value = shown(document())
    given = {one["path"] for one in fields(value) if one["value"].strip()}
    review = value["review"]
    assert given <= {one["field"] for one in review}
    typed = [one["field"] for one in review if not one["field"].endswith(".path")]
    assert len(typed) == len(set(typed))
    assert "111-0000001-0000001" not in str(review) and "00001" in str(review)
    assert {one["step"] for one in review} <= {"notice", "facts", "causes", "letter"}
    assert all(one["question"] and one["answer"] for one in review)


def test_many_defects_are_shown_some_at_a_time_and_none_is_out_of_reach() -> None:
    held = document(causes=[])
    held["defects"] = [
        {"id": f"d{n}", "type": "a_to_z_claim", "order_date": "2026-10-06"} for n in range(1, 121)
    ]
    keys, first = [], 0
    while first is not None:
        facts = view(cases.read(held), None, "en", TODAY, first=first)["facts"]
        keys += [one["key"] for one in facts["defects"]]
        first = facts["pages"]["next"]
    assert keys == [one["id"] for one in held["defects"]]
    for wrong in (-5, 500):
        assert view(cases.read(held), None, "en", TODAY, first=wrong)["facts"]["pages"]["before"] is None
    assert shown(document())["facts"]["more"] is None
