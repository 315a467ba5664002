"""One seller from an empty case to a letter without a blank, by fields and buttons of the desk alone."""

from __future__ import annotations

from typing import Any

import pytest

from calculator.desk.path import put
from tests.core.desk_case import TODAY, document, fields, pressed, shown

CHOICES = {
    "store": "US", "appeal.language": "en", "appeal.voice": "i", "type": "a_to_z_claim", "outcome": "granted",
    "refunded_by": "amazon", "cause": "not_received", "shows": "root_cause",
}  # fmt: skip
DAYS = {"notice.day": "2026-11-22", "appeal.notice.deadline": "2026-12-04", "order_date": "2026-10-06"}
TYPED = {
    "past_day": "2026-11-20",
    "day": "2026-11-28",
    "count": "3",
    "who": "packer",
    "proof": "list.pdf",
    "words": "the list",
}
WAY = {
    "off": "mfn", "metric": "order_defect_rate", "button": "appeal", "deadline": "date", "language": "chinese",
    "by": "carrier", "scan": "no_line", "handed": "not_packed", "who": "me", "check": "none", "since": "day",
}  # fmt: skip
DEFECT = {
    "order_id": "111-0000001-0000001", "order_date": "2026-10-06", "outcome": "granted", "decided_on": "2026-11-05",
    "note": "Never arrived",
}  # fmt: skip
FIGURE = {"notice.orders": "126", "notice.orders_with_defects": "1"}


class Seller:
    """Answers what the desk asks, one field or button at a time, and counts."""

    def __init__(self) -> None:
        self.held: dict[str, Any] = {"contract": "odr-case/1"}
        self.actions = 0

    def type(self, path: str, words: str) -> None:
        self.held = put(self.held, path, words)
        self.actions += 1

    def press(self, button: dict[str, Any]) -> None:
        self.held = pressed(self.held, button)
        self.actions += 1

    @property
    def desk(self) -> dict[str, Any]:
        return shown(self.held)

    def choose(self, question: str, answers: list[dict[str, Any]]) -> None:
        self.press(next(one["do"] for one in answers if one["id"] == WAY[question]))


def walk_notice(seller: Seller) -> None:
    while question := seller.desk["notice"]["route"]["open"]:
        seller.choose(question["question"], question["answers"])
    for path in ("notice.day", "appeal.notice.deadline"):
        seller.type(path, DAYS[path])
    for path, words in FIGURE.items():
        seller.type(path, words)
    seller.type("appeal.language", "en")


def tell_facts(seller: Seller) -> None:
    seller.press(seller.desk["facts"]["add"])
    for name, words in DEFECT.items():
        seller.type(f"defects.d1.{name}", words)
    fill(seller, "facts")


def fill(seller: Seller, step: str) -> None:
    """Answer what is open in a step, as long as a field is."""
    for _ in range(60):
        value = seller.desk
        open_ = next(one for one in value["steps"] if one["id"] == step)["open"]
        held = {one["path"]: one for one in fields(value)}
        paths = [one["path"] for one in open_ if one["path"] in held and not held[one["path"]]["value"]]
        if not paths:
            return
        field = held[paths[0]]
        last = paths[0].rpartition(".")[2]
        typed = (
            CHOICES.get(paths[0], CHOICES.get(last)) if field["kind"] == "choice" else TYPED[field["kind"]]
        )
        assert typed, paths[0]
        seller.type(paths[0], typed)


def find_cause(seller: Seller) -> None:
    seller.press(seller.desk["present"][0]["add"])
    while (walk := seller.desk["causes"][0]["walk"])["open"]:
        seller.choose(walk["question"], walk["answers"])
    seller.type("appeal.causes.c1.typed.since", "2026-09-01")
    row = seller.desk["causes"][0]
    stopped = next(one for one in row["actions"]["offered"] if one["frame"] == "confirmation_stopped")
    seller.press(stopped["add"])
    seller.press(
        next(
            one["do"]
            for one in seller.desk["causes"][0]["actions"]["rows"][0]["states"]
            if one["id"] == "done"
        )
    )
    seller.press(seller.desk["causes"][0]["prevention"]["offered"][0]["add"])
    fill(seller, "causes")


@pytest.fixture(scope="module")
def whole() -> Seller:
    seller = Seller()
    for part in (walk_notice, tell_facts, find_cause):
        part(seller)
    seller.type("appeal.voice", "i")
    fill(seller, "letter")
    return seller


def test_every_step_is_done_and_the_letter_has_no_blank(whole: Seller) -> None:
    value = whole.desk
    assert [(one["id"], one["missing"]) for one in value["steps"] if one["missing"]] == []
    assert value["letter"]["ready"] and "【" not in value["letter"]["text"]
    assert {one["state"] for one in value["steps"]} == {"done"}


def test_it_takes_fewer_than_sixty_answers(whole: Seller) -> None:
    assert whole.actions < 60


def test_taking_one_answer_back_makes_it_not_ready_and_names_the_place(whole: Seller) -> None:
    for path in ("notice.day", "defects.d1.refunded_on", "appeal.causes.c1.actions.a1.answers.proof"):
        value = shown(put(whole.held, path, ""))
        assert not value["letter"]["ready"]
        assert path in {one["path"] for step in value["steps"] for one in step["open"]}


def test_disputing_the_only_defect_leaves_nothing_admitted(whole: Seller) -> None:
    held = put(whole.held, "defects.d1.disputed", "yes")
    value = shown(held)
    assert not value["letter"]["ready"]
    assert not value["causes"][0]["in_letter"]
    emptied = shown(put(held, "appeal.causes.c1.actions.a1.answers.proof", ""))
    assert next(one for one in emptied["steps"] if one["id"] == "causes")["missing"] == 0
    assert "confirmed" not in value["letter"]["text"]
    assert held["appeal"]["causes"] == whole.held["appeal"]["causes"]


def test_a_letter_is_kept_as_sent_and_is_nothing_new_the_second_time(whole: Seller) -> None:
    value = whole.desk
    held = pressed(whole.held, value["rounds"]["sent"])
    kept = held["appeal"]["rounds"][0]
    assert (kept["text"], kept["sent_on"]) == (value["letter"]["text"], TODAY.isoformat())
    assert kept["figure"]["orders"] == "126"
    again = shown(held)
    assert not again["rounds"]["compare"]["ok"] and again["rounds"]["sent"] is None
    assert again["steps"][-1]["missing"]


def test_an_unready_letter_cannot_be_kept_as_sent() -> None:
    assert shown(document())["rounds"]["sent"] is None
