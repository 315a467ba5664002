"""The request `review`, as the page's worker sends it: a letter alone, with what is known, with a case."""

from __future__ import annotations

import json
from typing import Any

import pytest

from calculator.browser import bridge
from calculator.review import Asked
from calculator.review.document import review_document
from tests.review.test_review import GOOD, WEAK

DAY = {"as_of": "2026-11-24", "lang": "en"}
CASE = {
    "contract": "odr-case/1",
    "notice": {"day": "2026-11-22", "orders": "126", "orders_with_defects": "2", "fulfillment": "mfn"},
    "defects": [
        {"id": "d1", "order_id": "111-0000001-0000001", "order_date": "2026-10-06", "type": "a_to_z_claim"}
    ],
}


def asked(text: object, **more: Any) -> dict[str, Any]:
    return dict(json.loads(bridge.handle(json.dumps({"type": "review", "text": text, **DAY, **more}))))


def kinds(found: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one["rule"], one["kind"]) for one in found["findings"]}


@pytest.mark.parametrize("letter", [WEAK["en"], GOOD["zh"]])
def test_a_letter_alone_is_reviewed_as_at_the_command_line(letter: str) -> None:
    assert asked(letter) == json.loads(json.dumps(review_document(letter, Asked(), "en")))


def test_what_is_known_beside_the_letter_is_taken_into_account() -> None:
    alone = kinds(asked(WEAK["en"]))
    named = asked(WEAK["en"], issues="not_received,counterfeit_suspicion")
    assert [row["issue"] for row in named["grid"]] == ["not_received", "counterfeit_suspicion"]
    assert ("F6", "resent") in kinds(asked(WEAK["en"], previous=WEAK["en"])) - alone
    assert any(rule == "S1" for rule, _ in kinds(asked("The parcel came, see the proof.")))
    assert not any(
        rule == "S1" for rule, _ in kinds(asked("The parcel came, see the proof.", kind="claim_appeal"))
    )


def test_a_case_is_compared_with_the_letter_with_figures_or_without() -> None:
    letter = "Our Order Defect Rate was 3 of 90 orders. Order 111-0000009-0000009 came late."
    assert {("H5", "not_amazons"), ("H5", "unknown_order")} & kinds(asked(letter)) == set()
    assert {("H5", "not_amazons"), ("H5", "unknown_order")} & kinds(asked(letter, case=CASE)) != set()
    assert asked(letter, case={"contract": "odr-case/1"})["contract"] == "odr-review/1"


def test_half_a_character_is_read_as_unreadable_and_moves_no_place() -> None:
    found = asked("\ud800" + WEAK["en"])
    assert kinds(found) == kinds(asked("\ufffd" + WEAK["en"]))
    assert "\ud800" not in json.dumps(found, ensure_ascii=False)


@pytest.mark.parametrize(
    ("given", "code"),
    [({"text": 7}, "bad_request"), ({"issues": ["x"]}, "bad_request"), ({"issues": "x"}, "unknown_issue")],
)
def test_what_cannot_be_understood_is_refused_in_words(given: dict[str, Any], code: str) -> None:
    refused = asked(**{"text": "A letter.", **given})
    assert (refused["contract"], refused["code"]) == ("odr-error/1", code)
    assert refused["message"]
