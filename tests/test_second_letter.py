"""The example of a second letter: the first one is not sent again, and what Amazon asked for is new."""

from __future__ import annotations

import json
from typing import Any

from calculator.case import read
from calculator.case.appeal import appeal_of
from calculator.docsite import settings
from calculator.rounds import changes, compare, read_reply

FOLDER = settings.ROOT / "appeal_templates/examples/08_second_letter"


def held(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def test_the_second_letter_answers_each_cell_and_the_first_one_none() -> None:
    letter, (first, *_) = held("letter.json"), appeal_of(read(held("case.json"))).rounds
    asked = read_reply(first.reply, "en")["reopens"]
    assert asked == ["root_cause", "actions_taken", "prevention"]
    told = compare(first.text, letter, "en", first.reply)
    assert (told["verdict"], told["missing"]) == ("new", [])
    assert {one["part"] for one in told["sentences"] if one["fact"]} >= set(asked)
    again = compare(first.text, {"text": first.text}, "en", first.reply)
    assert (again["verdict"], again["ok"]) == ("identical", False)
    assert [row["cell"] for row in again["missing"]] == asked


def test_the_figure_of_the_first_round_stays_and_its_excuse_is_asked_about() -> None:
    case = read(held("case.json"))
    (first, *_) = appeal_of(case).rounds
    told = changes(first, case, held("letter.json"), "en")
    (figure,) = [row for row in told["changes"] if row["kind"] == "figure"]
    assert figure["before"].startswith("2 of 101 orders") and figure["after"].startswith("2 of 96 orders")
    assert (first.figure.orders, first.figure.orders_with_defects) == ("101", "2")
    gone = [row for row in told["changes"] if row["kind"] == "gone"]
    assert gone and all(row["ask"] for row in gone)
