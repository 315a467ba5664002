"""The appeal in a case: parsed into values, unknown keys passed over, wrong shapes refused."""

from __future__ import annotations

from typing import Any

import pytest

from calculator import case
from calculator.case.appeal import Appeal, appeal_of
from calculator.errors import RequestError

ROW = {
    "id": "c1",
    "cause": "not_received",
    "path": ["not_received", "carrier"],
    "answers": {"since": "2026-09-01"},
    "actions": [{"id": "a1", "frame": "own", "state": "done", "answers": {"count": 31}, "later": {}}],
    "prevention": [{"frame": "own"}],
    "evidence": [{"id": "e1", "file": "list.pdf", "shows": "a1"}],
    "unknown": 1,
}


def appeal(**forms: Any) -> Appeal:
    return appeal_of(case.read({"contract": "odr-case/1", **forms}))


def test_a_case_without_an_appeal_has_an_empty_one() -> None:
    assert appeal() == Appeal()


def test_words_stay_as_typed_and_unknown_keys_are_passed_over() -> None:
    one = appeal(appeal={"language": "zh", "causes": [ROW], "new_key": [1]}).causes[0]
    assert (one.path, one.answers) == (("not_received", "carrier"), {"since": "2026-09-01"})
    assert (one.actions[0].state, one.actions[0].answers) == ("done", {"count": "31"})
    assert (one.prevention[0].id, one.evidence[0].shows) == ("p1", "a1")


def test_a_row_without_a_cause_has_that_of_its_walk() -> None:
    assert appeal(appeal={"causes": [{"path": ["late_delivery"]}]}).causes[0].cause == "late_delivery"


def test_marks_are_those_of_rows_and_of_typed_defects() -> None:
    typed = {"id": "d1", "type": "a_to_z_claim", "disputed": "yes", "appealed_on": "2026-08-10"}
    marks = appeal(defects=[typed], marks={"f.txt:3:chargeback": {"refunded_by": "amazon"}}).marks
    assert marks["d1"].is_disputed and marks["d1"].appealed_on == "2026-08-10"
    assert (marks["f.txt:3:chargeback"].refunded_by, marks["f.txt:3:chargeback"].is_disputed) == (
        "amazon",
        False,
    )


@pytest.mark.parametrize(
    ("held", "place"),
    [
        ({"causes": {}}, "appeal.causes"),
        ({"causes": [1]}, "appeal.causes.1"),
        ({"causes": [{"id": "c1"}, {"id": "c1"}]}, "appeal.causes.2.id"),
        ({"causes": [{"actions": [{"answers": []}]}]}, "appeal.causes.1.actions.1.answers"),
        ({"causes": [{"answers": {"on": {}}}]}, "appeal.causes.1.answers.on"),
        ({"causes": [{"path": "not_received"}]}, "appeal.causes.1.path"),
        ({"language": True}, "appeal.language"),
        ({"notice": "text"}, "appeal.notice"),
        ({"rounds": [{"figure": []}]}, "appeal.rounds.1.figure"),
        ({"letter_day": 10**5000}, "appeal.letter_day"),
    ],
)
def test_a_wrong_shape_is_refused_with_its_place(held: dict[str, Any], place: str) -> None:
    with pytest.raises(RequestError) as refused:
        appeal(appeal=held)
    assert refused.value.values["field"] == place


@pytest.mark.parametrize("name", ["appeal", "marks"])
def test_the_document_itself_refuses_what_is_no_object(name: str) -> None:
    with pytest.raises(RequestError):
        case.read({"contract": "odr-case/1", name: []})


def test_a_mark_alone_makes_no_defect() -> None:
    from calculator.case.typed_rows import received

    held = case.read(
        {"contract": "odr-case/1", "defects": [{"id": "d1", "disputed": "yes", "cause": "late_delivery"}]}
    )
    assert received(held) == ()
