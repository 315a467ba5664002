"""Sellers at random: whatever is typed or pressed in whatever order, the desk stands and loses nothing."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from tests.core.desk_case import buttons, document, fields, pressed, put, shown

WORDS = [
    "",
    "2026-11-20",
    "2026-12-30",
    "tomorrow",
    "31",
    "about 9",
    "the packer",
    "清单",
    "a" * 700,
    "【x】",
    "[[on]]",
]


def typed_in(held: Any) -> set[str]:
    """Return every word that stands anywhere in a case."""
    if isinstance(held, dict):
        return set().union(*map(typed_in, held.values())) if held else set()
    if isinstance(held, list):
        return set().union(*map(typed_in, held)) if held else set()
    return {str(held)}


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_answers_leaves_a_desk(seed: int) -> None:
    chance = Random(seed)
    held = document() if seed % 3 else {"contract": "odr-case/1"}
    for number in range(25):
        value = shown(held, chance.choice(["en", "zh-Hans"]))
        if chance.random() < 0.5:
            field = chance.choice(fields(value))
            options = [one["id"] for one in field["options"] or ()]
            held = put(held, field["path"], chance.choice(options or WORDS))
        else:
            pressable = [one for one in buttons(value) if not one["remove"] or chance.random() < 0.1]
            held = pressed(held, chance.choice(pressable))
        assert [one["id"] for one in value["steps"]] == ["notice", "facts", "causes", "grid", "letter"], (
            number
        )


@pytest.mark.parametrize("seed", range(4))
def test_what_was_typed_stays_whatever_is_answered_elsewhere(seed: int) -> None:
    chance = Random(seed)
    held = document()
    paths = sorted({one["path"] for one in fields(shown(held)) if one["kind"] != "choice"})
    for number, path in enumerate(paths):
        held = put(held, path, f"typed {number}")
    for _ in range(15):
        held = pressed(held, chance.choice([one for one in buttons(shown(held)) if not one["remove"]]))
    assert {f"typed {number}" for number in range(len(paths))} <= typed_in(held)


@pytest.mark.native
def test_whatever_is_pressed_or_typed_the_case_file_is_valid() -> None:
    from jsonschema import Draft202012Validator

    from calculator.case_file.schema import schema

    valid, chance = Draft202012Validator(schema()), Random(5)
    held: dict[str, Any] = document()
    for _ in range(25):
        value = shown(held)
        field = chance.choice([one for one in fields(value) if one["kind"] != "choice" or one["options"]])
        held = put(held, field["path"], chance.choice([one["id"] for one in field["options"] or ()] or WORDS))
        held = pressed(held, chance.choice([one for one in buttons(value) if not one["remove"]]))
        assert not list(valid.iter_errors(held))


def unknown_everywhere(held: dict[str, Any]) -> dict[str, Any]:
    """Answer every question with "I do not know yet", as long as one is open."""
    for _ in range(80):
        value = shown(held)
        begin = [one["add"] for one in value["present"] if one["add"]]
        route = value["notice"]["route"]["open"]
        walks = [one["walk"]["answers"] for one in value["causes"] if one["walk"]["open"]]
        states = [
            row["states"] for one in value["causes"] for row in one["actions"]["rows"] if not row["state"]
        ]
        open_ = ([route["answers"]] if route else []) + walks + states
        if begin:
            held = pressed(held, begin[0])
        elif open_:
            answer = next(one for one in open_[0] if one["id"] in ("unknown", "not_yet"))
            held = pressed(held, answer["do"])
        else:
            return held
    raise AssertionError("no end")


def test_not_known_is_an_answer_everywhere_and_makes_no_deed() -> None:
    held = document(causes=[], notice={}, rounds=[])
    held = unknown_everywhere(held)
    value = shown(held)
    assert not value["letter"]["ready"]
    assert all(not one["actions"]["rows"] for one in value["causes"])
    assert all(one["walk"]["find_out"] for one in value["causes"])
    open_ = {one["path"] for one in next(one for one in value["steps"] if one["id"] == "causes")["open"]}
    assert {f"appeal.causes.{one['id']}.path" for one in value["causes"]} <= open_
    told = [one for one in value["letter"].get("sentences", ()) if one["part"] == "actions_taken"]
    assert [one for one in told if one["from"] == "seller"] == []


def test_not_yet_after_a_known_step_makes_no_deed_either() -> None:
    held = document()
    row = held["appeal"]["causes"][0]
    row["prevention"], row["evidence"] = [], []
    row["actions"] = [
        {"id": "a1", "frame": "offers_closed", "state": "not_yet", "answers": {"on": "2026-11-20"}}
    ]
    value = shown(held)
    assert not value["letter"]["ready"]
    assert value["causes"][0]["actions"]["rows"][0]["fields"] == []
    assert "20 November" not in value["letter"]["text"]
