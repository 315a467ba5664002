"""Every failed step at the desk: its sentences, its fields and its papers, in each language."""

from __future__ import annotations

from typing import Any

import pytest

from calculator.messages import LANGUAGES
from calculator.root_causes import CAUSES, every_leaf
from calculator.root_causes.model import LeafKind
from tests.core.desk_case import document, fields, pressed, put, shown


def first_ways(cause: str) -> dict[str, list[str]]:
    """Return for each failed step of a cause one way that leads to it."""
    ways: dict[str, list[str]] = {}
    for leaf in every_leaf(cause):
        if leaf.kind is LeafKind.PROCESS_FAILURE:
            ways.setdefault(leaf.failure, list(leaf.path))
    return ways


def with_rows(held: dict[str, Any]) -> dict[str, Any]:
    """Take in every action and measure the block offers, each action as done."""
    for part in ("actions", "prevention"):
        while offered := [one for one in shown(held)["causes"][0][part]["offered"] if one["frame"] != "own"]:
            held = pressed(held, offered[0]["add"])
    for row in held["appeal"]["causes"][0]["actions"]:
        row["state"] = "done"
    return held


@pytest.mark.parametrize("cause", CAUSES)
def test_every_failed_step_is_told_and_asked(cause: str) -> None:
    for failure, way in first_ways(cause).items():
        row = shown(document(causes=[{"id": "c1", "cause": cause, "path": way}]))["causes"][0]
        assert row["walk"]["failure"]["id"] == failure
        assert row["block"]["title"] and row["block"]["when"] and row["block"]["not_when"], failure
        assert row["root_cause"]["frames"] and row["actions"]["offered"] and row["prevention"]["offered"], (
            failure
        )
        assert row["evidence"]["offered"], failure


@pytest.mark.parametrize("cause", ["not_received", "damaged_or_defective", "refund_or_return_problem"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_of_a_block_has_its_question_and_named_fields(cause: str, lang: str) -> None:
    for failure, way in list(first_ways(cause).items())[:3]:
        held = put(document(causes=[{"id": "c1", "cause": cause, "path": way}]), "defects.d1.cause", cause)
        row = shown(with_rows(held), lang)["causes"][0]
        rows = [*row["root_cause"]["frames"], *row["actions"]["rows"], *row["prevention"]["rows"]]
        assert all(one["question"] and one["fields"] and one["sentence"] for one in rows), failure
        assert all(
            one["label"] and one["example"]
            for one in fields(row["actions"])
            if not one["path"].count(".readings.")
        )
