"""Paths of the desk: what the page puts, adds and takes away, and what it must leave alone."""

from __future__ import annotations

from copy import deepcopy

import pytest

from calculator.case.appeal_place import joined
from calculator.desk.held import Held
from calculator.desk.path import add, free_id, parts_of, put, remove

CASE = {"defects": [{"id": "d1", "note": "x"}, {"note": "no id"}], "appeal": {"causes": [{"id": "c2"}]}}


@pytest.mark.parametrize("parts", [("marks", "a.b~c.txt:3:chargeback", "cause"), ("a",), ("~1", "~0~1.", "")])
def test_parts_come_back_from_their_path(parts: tuple[str, ...]) -> None:
    assert parts_of(joined(*parts)) == list(parts)


@pytest.mark.parametrize(
    "path",
    [
        "store",
        "notice.orders",
        "defects.d1.note",
        "defects.d2.note",
        "defects.d9.note",
        "appeal.causes.c2.answers.on",
        "appeal.causes.c7.actions.a1.answers.on",
        "marks.report~1txt:3:chargeback.cause",
    ],
)
def test_what_is_put_is_held_there_and_nothing_else_changes(path: str) -> None:
    before = deepcopy(CASE)
    after = put(CASE, path, "typed")
    assert Held(after).words(path) == "typed"
    assert before == CASE
    assert put(put(after, path, "again"), path, "typed") == after


def test_lists_are_made_as_lists_and_parts_as_parts() -> None:
    assert put({}, "appeal.causes.c1.actions.a1.answers.on", "x") == {
        "appeal": {"causes": [{"id": "c1", "actions": [{"id": "a1", "answers": {"on": "x"}}]}]}
    }


def test_a_row_without_an_id_is_called_by_its_place() -> None:
    assert put(CASE, "defects.d2.note", "y")["defects"][1] == {"note": "y"}


def test_a_row_is_added_once_and_taken_away_again() -> None:
    more = add(CASE, "appeal.causes.c2.actions", {"id": "a1"})
    assert [id_ for id_, _ in Held(more).rows("appeal.causes.c2.actions")] == ["a1"]
    assert Held(remove(more, "appeal.causes.c2.actions.a1")).rows("appeal.causes.c2.actions") == []
    assert remove(CASE, "defects.d1")["defects"] == [{"note": "no id"}]


def test_a_new_row_takes_no_name_that_is_there() -> None:
    assert free_id(CASE["appeal"]["causes"], "causes") == "c3"
    assert free_id(None, "rounds") == "r1"
    assert free_id([{"id": "a999999999999"}, {"id": "a²"}], "actions") == "a1"


@pytest.mark.parametrize("value", [None, 5, "words", [], {"appeal": 3}, {"appeal": {"causes": "no"}}])
def test_whatever_else_stands_there_reads_as_empty(value: object) -> None:
    held = Held(value if isinstance(value, dict) else {})
    assert held.words("appeal.causes.c1.cause") == ""
    assert held.rows("appeal.causes") == []
    assert held.names("appeal.notice.path") == ()
