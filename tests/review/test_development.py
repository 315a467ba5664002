"""The development set: letters of our own, labelled from the criteria before the rules were tuned on them."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from calculator import case as cases
from calculator.assess import assess
from calculator.reports import Intake
from calculator.review import Asked, Severity, review
from calculator.review.case import asked_of
from calculator.review.model import Finding
from calculator.workbook import sheets

TEXTS = [
    one
    for path in sorted((Path(__file__).parent / "development").glob("*.toml"))
    for one in tomllib.loads(path.read_text(encoding="utf-8"))["texts"]
]
EXAMPLES = Path(__file__).parents[2] / "appeal_templates" / "examples"


def _asked(one: dict[str, Any]) -> Asked:
    return Asked(
        issues=tuple(one.get("issues", ())),
        previous=one.get("previous"),
        is_claim_appeal=one.get("claim_appeal", False),
    )


@pytest.mark.parametrize("one", TEXTS, ids=lambda one: one["id"])
def test_what_must_be_found_is_found_and_nothing_that_must_not(one: dict[str, Any]) -> None:
    found = {finding.rule for finding in review(one["text"], _asked(one))}
    assert set(one["must"]) <= found
    assert not set(one["must_not"]) & found


def _example(name: str) -> tuple[str, Asked]:
    document = json.loads((EXAMPLES / name / "case.json").read_text(encoding="utf-8"))
    day = date.fromisoformat(document["appeal"].get("letter_day") or document["as_of"])
    case = cases.read(document)
    asked = asked_of(case, assess(Intake(sheets), day, case=case), day)
    return (EXAMPLES / name / "letter.txt").read_text(encoding="utf-8"), asked


def _kinds(found: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(one.rule, one.kind) for one in found}


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/letter.txt")), ids=lambda path: path.parent.name)
def test_a_letter_we_show_as_good_has_no_blocker_against_its_own_case(path: Path) -> None:
    text, asked = _example(path.parent.name)
    assert not [one for one in review(text, asked) if one.severity is Severity.BLOCKER]


def test_a_disputed_order_told_as_admitted_is_found_and_one_told_as_appealed_is_not() -> None:
    text, asked = _example("02_dispute_first")
    assert asked.disputed == ("111-0000001-0000001",)
    admitted = text.replace("was appealed on 21 August 2026; the new decision is pending", "was right")
    assert ("F7", "disputed_order") not in _kinds(review(text, asked))
    assert ("F7", "disputed_order") in _kinds(review(admitted, asked))


def test_a_cause_that_only_disputed_orders_have_is_found() -> None:
    text = "Root cause\n- Parcels were not received, nobody checked the tracking."
    assert ("F7", "disputed_cause") in _kinds(review(text, Asked(disputed=("not_received",))))
    assert ("F7", "disputed_cause") not in _kinds(review(text, Asked(disputed=("late_delivery",))))


def test_orders_figures_and_refund_days_are_held_to_the_case() -> None:
    text = "Actions taken\n- Order 111-0000001-0000001 was refunded on 4 May 2026."
    known = Asked(orders=("111-0000001-0000001",), refunds=(("111-0000001-0000001", date(2026, 5, 4)),))
    other = replace(known, orders=("111-0000002-0000002",))
    later = replace(known, refunds=(("111-0000001-0000001", date(2026, 5, 9)),))
    assert not {("H5", "unknown_order"), ("H5", "refund_day")} & _kinds(review(text, known))
    assert ("H5", "unknown_order") in _kinds(review(text, other))
    assert ("H5", "refund_day") in _kinds(review(text, later))


def test_a_second_letter_is_held_to_the_first_and_to_the_reply() -> None:
    first = "Order Defect Rate 1.59 % (2 of 126 orders).\n\nOn 4 May 2026 the owner closed 31 offers without stock."
    other = "Order Defect Rate 2.38 % (3 of 126 orders).\n\nOn 4 May 2026 the owner closed 12 offers without stock."
    kinds = _kinds(review(other, Asked(previous=first)))
    assert {("F6", "other_figure"), ("F6", "other_number")} <= kinds
    same = "Root cause\n- On 4 May 2026 the owner closed 31 offers without stock."
    assert ("F6", "unanswered") in _kinds(review(same, Asked(previous=first, points=("root_cause",))))
    new = "Root cause\n- Since 2 March 2026 the wholesale counter sold cups that the upload file kept."
    assert ("F6", "unanswered") not in _kinds(review(new, Asked(previous=first, points=("root_cause",))))


def _seconds(text: str) -> float:
    begun = process_time()
    review(text)
    return process_time() - begun


HOSTILE = (
    "a",
    "the carrier lost ",
    "not ",
    "- we will\n",
    "我们没有",
    "当店は",
    "【",
    "1 of ",
    "a@a.",
    "1 % 2 of 3 ODR ",
)


@pytest.mark.native
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    """Sixteen times the text may take sixteen times as long, with room; a square would take 256 times."""
    times = []
    for length in (1_500, 24_000):
        text = (piece * length)[:length]
        times.append(min(_seconds(text), _seconds(text)))
    assert times[1] < 80 * max(times[0], 0.004)
