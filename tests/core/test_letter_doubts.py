"""What a case says that cannot be, or is no answer at all: held back or said, each with what passes beside it."""

from __future__ import annotations

from typing import Any

import pytest

from calculator.plan_of_action.blocks import blocks
from calculator.templates.no_answer import is_no_answer

from .appeal_cases import letter, whole


def row(document: dict[str, Any]) -> dict[str, Any]:
    return document["appeal"]["causes"][0]


def codes(document: dict[str, Any]) -> list[tuple[str, bool]]:
    return [(one["code"], one["blocks"]) for one in letter(document).problems]


@pytest.mark.parametrize(
    "words",
    [
        "none",
        "N/A",
        "TBD",
        "unknown",
        "xxx",
        "To do",
        "I do not know yet.",
        "x",
        "（无）",
        "不知道",
        "待定",
        "暫無",
        "还没！",
        "？无？",
    ],
)
def test_words_that_say_there_is_no_answer_are_none(words: str) -> None:
    assert is_no_answer(words)
    for place in (
        ("actions", 0, "answers", "proof"),
        ("actions", 0, "answers", "who"),
        ("answers", "check"),
        ("prevention", 0, "answers", "measure"),
    ):
        document = whole()
        held: Any = row(document)
        for step in place[:-1]:
            held = held[step]
        held[place[-1]] = words
        one = letter(document)
        assert not one.ready and ("no_answer", True) in codes(document)
        assert "【" in one.text


@pytest.mark.parametrize(
    "words",
    [
        "秤",
        "none of the parcels had a scan",
        "no step",
        "无纸化记录",
        "12",
        "test of five pieces",
        "IMG_1.png",
        "不知道的包裹清单",
    ],
)
def test_words_that_hold_an_answer_are_one(words: str) -> None:
    assert not is_no_answer(words)
    document = whole()
    row(document)["actions"][0]["answers"]["proof"] = words
    assert ("no_answer", True) not in codes(document)


def test_an_order_still_to_come_has_no_day() -> None:
    document = whole()
    document["defects"][0]["order_date"] = "2026-12-23"
    one = letter(document)
    assert ("order_to_come", True) in codes(document) and not one.ready
    assert "December" not in one.text


def test_a_refund_before_its_order_is_none() -> None:
    document = whole()
    document["defects"][0]["refunded_on"] = "2026-10-05"
    assert codes(document) == [("refund_before_order", True)]
    assert letter(document).text.count("Refund for") == 1
    document["defects"][0]["refunded_on"] = "2026-10-06"
    assert letter(document).ready


def test_an_appeal_before_its_order_is_none() -> None:
    document = whole()
    document["defects"][1].update(disputed="yes", appealed_on="2026-10-01")
    assert codes(document) == [("appeal_day", False)] and "was appealed on" not in letter(document).text


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2031-01-01", "letter_day_far"),
        ("2026-12-09", "letter_day_far"),
        ("2026-11-20", "letter_before_notice"),
    ],
)
def test_a_letter_day_that_cannot_be_is_refused(day: str, code: str) -> None:
    document = whole()
    document["appeal"]["letter_day"] = day
    assert (code, True) in codes(document) and not letter(document).ready


@pytest.mark.parametrize("day", ["2026-11-24", "2026-12-08"])
def test_a_letter_day_of_these_weeks_passes(day: str) -> None:
    document = whole()
    document["appeal"]["letter_day"] = day
    assert letter(document).ready


def test_a_commitment_before_the_letters_day_is_none() -> None:
    document = whole()
    document["appeal"]["letter_day"] = "2026-11-28"
    answers = {"by": "2026-11-25", "who": "owner", "offers": "31"}
    row(document)["actions"][0].update(state="planned", answers=answers)
    assert ("by_before_letter", True) in codes(document)
    answers["by"] = "2026-11-28"
    assert letter(document).ready


def test_a_figure_below_the_list_or_the_target_is_said_and_holds_nothing_back() -> None:
    document = whole()
    document["notice"]["orders_with_defects"] = "1"
    assert (
        codes(document) == [("fewer_than_listed", False), ("under_target", False)] and letter(document).ready
    )
    document["notice"]["orders_with_defects"] = "3"
    assert codes(document) == []


@pytest.mark.parametrize(
    ("part", "name", "day", "code"),
    [
        ("actions", "on", "2026-10-05", "before_defects"),
        ("actions", "on", "2024-10-05", "before_defects"),
        ("prevention", "start", "2026-09-30", "before_defects"),
        ("prevention", "start", "2039-11-23", "far_ahead"),
    ],
)
def test_a_measure_of_another_time_is_said(part: str, name: str, day: str, code: str) -> None:
    document = whole()
    row(document)[part][0]["answers"][name] = day
    assert codes(document) == [(code, False)] and letter(document).ready


def test_readings_with_other_numbers_are_said() -> None:
    document = whole()
    row(document)["answers"]["handed_after"], row(document)["readings"]["handed_after"] = (
        "6 to 9 days",
        "6至8天",
    )
    assert codes(document) == [("reading_digits", False)]
    assert letter(document).problems[0]["field"] == "appeal.causes.c1.readings.handed_after"
    row(document)["readings"]["handed_after"] = "9天，最少6天"
    assert codes(document) == []


def stopped(**changes: Any) -> dict[str, Any]:
    """The whole case with the deed that ended the early confirmation changed, or taken out by frame=None."""
    document = whole()
    deeds = row(document)["actions"]
    deeds[1] |= changes
    row(document)["actions"] = [one for one in deeds if one["frame"]]
    return document


@pytest.mark.parametrize(
    "changes",
    [
        {"frame": None},
        {"state": "planned"},
        {"state": "not_yet"},
        {"state": ""},
        {"answers": {"who": "owner"}},
    ],
)
def test_early_confirmation_without_the_day_it_stopped_is_not_ready(changes: dict[str, Any]) -> None:
    document = stopped(**changes)
    one = letter(document)
    assert not one.ready and ("not_stopped", True) in codes(document)
    (said,) = (found for found in one.problems if found["code"] == "not_stopped")
    assert said["field"] == "appeal.causes.c1.actions" and "on which day" in said["message"]


def test_early_confirmation_with_the_day_it_stopped_is_ready() -> None:
    assert letter(stopped()).ready and codes(stopped()) == []


def test_another_step_needs_no_such_day() -> None:
    document = stopped(frame=None)
    row(document)["path"] = ["not_received", "own", "me", "none", "day"]
    assert not {"not_stopped", "nothing_to_write"} & dict(codes(document)).keys()


def test_each_block_with_this_caution_offers_the_deed_that_ends_it() -> None:
    found = [one for one in blocks() if one.caution == "early_confirmation"]
    assert found and all(one.frame("confirmation_stopped") for one in found)
