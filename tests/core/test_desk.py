"""The desk: every answer a field with its place, every step there, nothing said for the seller."""

from __future__ import annotations

import json

import pytest

from calculator.browser import bridge
from calculator.desk import routing
from calculator.desk.field import Desk
from calculator.desk.held import Held
from calculator.messages import LANGUAGES
from calculator.route import every_walk
from tests.core.desk_case import TODAY, buttons, document, fields, pressed, put, shown

STEPS = ["notice", "facts", "causes", "grid", "letter"]
HOSTILE = "<img src=x onerror=alert(1)>\u202e\u0000{0.__class__}【x】[[on]]%s\\n" + "𠮷" * 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_is_there_with_its_words(lang: str) -> None:
    steps = shown(document(), lang)["steps"]
    assert [one["id"] for one in steps] == STEPS
    assert all(one["title"] and one["why"] and one["minutes"] and one["next"] for one in steps)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_has_a_label_and_no_two_say_different_things(lang: str) -> None:
    found = fields(shown(document(), lang))
    assert all(one["label"] for one in found)
    assert len({(one["path"], one["value"]) for one in found}) == len({one["path"] for one in found})


def test_the_contract_keeps_its_keys() -> None:
    value = shown(document())
    assert set(value) == {
        "contract", "lang", "time", "steps", "notice", "facts", "present", "beside", "causes", "grid", "orphans",
        "letter", "letter_fields", "rounds", "exports", "review",
    }  # fmt: skip
    assert {frozenset(one) for one in fields(value)} == {
        frozenset(
            (
                "path", "kind", "label", "why", "hint", "example", "value", "most", "problem", "note", "options",
                "needed", "reading",
            )
        )
    }  # fmt: skip
    assert {frozenset(one) for one in buttons(value)} == {frozenset(("label", "set", "add", "remove"))}


def test_an_empty_case_has_a_desk() -> None:
    value = shown({"contract": "odr-case/1"})
    assert value["steps"][0]["state"] == "now"
    assert value["causes"] == [] and value["facts"]["defects"] == [] and value["review"] == []
    assert value["facts"]["figure"] is None
    assert [one["state"] for one in value["steps"][2:4]] == ["later", "later"]


def test_a_new_order_has_no_type_and_its_dispute_is_not_answered() -> None:
    (new,) = (one["value"] for one in shown(document())["facts"]["add"]["add"])
    assert new["type"] == ""
    held = document()
    for answer, is_disputed in (("", False), ("no", False), ("yes", True)):
        row = shown(put(held, "defects.d1.disputed", answer))["facts"]["defects"][0]
        asked = next(one for one in row["fields"] if one["path"] == "defects.d1.disputed")
        assert "" not in {one["id"] for one in asked["options"]}
        assert row["disputed"] is is_disputed


def test_every_field_shows_what_is_put_at_its_path() -> None:
    held = document()
    seen = set()
    for field in fields(shown(held)):
        typed = field["options"][-1]["id"] if field["options"] else "7"
        again = {one["path"]: one["value"] for one in fields(shown(put(held, field["path"], typed)))}
        assert again.get(field["path"], typed) == typed, field["path"]
        seen.add(field["path"]) if field["path"] in again else None
    assert {"defects.d1.note", "appeal.causes.c1.typed.since", "appeal.causes.c1.actions.a1.answers.on",
            "appeal.causes.c1.prevention.p1.answers.rule", "appeal.causes.c1.evidence.e1.what", "appeal.voice",
            "appeal.rounds.r1.reply", "appeal.language", "notice.day"} <= seen  # fmt: skip


def test_hostile_words_stand_as_they_were_typed_and_change_nothing_else() -> None:
    held = document()
    paths = [one["path"] for one in fields(shown(held)) if one["kind"] != "choice"]
    for path in paths:
        held = put(held, path, HOSTILE)
    for lang in LANGUAGES:
        value = shown(held, lang)
        found = {one["path"]: one for one in fields(value)}
        assert [path for path in paths if found[path]["value"] != HOSTILE] == []
        json.dumps(value).encode()


@pytest.mark.parametrize("words", ["x" * 19_000, "【" * 9_000, "2026-" * 3_000, "未" * 9_000, "\n" * 15_000])
def test_long_words_are_doubted_and_kept(words: str) -> None:
    held = put(document(), "appeal.causes.c1.actions.a1.answers.proof", words)
    field = next(one for one in fields(shown(held)) if one["path"].endswith("a1.answers.proof"))
    assert field["value"] == words
    assert words.isspace() or field["problem"]["code"] == "too_long"


def test_a_button_says_what_it_does() -> None:
    found = buttons(shown(document()))
    assert len(found) > 50
    assert all(one["label"] and (one["set"] or one["add"] or one["remove"]) for one in found)


def test_no_button_puts_a_fact_into_the_sellers_mouth() -> None:
    value = shown(document())
    own = {"list.pdf", "", TODAY.isoformat(), "2026-11-22", "126", "2", "mfn", "2026-09-09", "2026-11-07"}
    kinds = {"id", "type", "fulfillment", "frame", "cause", "path", "shows", "figure", "text"}
    for button in buttons(value):
        assert all(".answers" not in one["path"] and ".readings" not in one["path"] for one in button["set"])
        for one in button["add"]:
            facts = {name: said for name, said in one["value"].items() if name not in kinds and said}
            assert all(said in own for said in facts.values()), facts


def test_a_step_taken_back_keeps_what_stands_in_the_others() -> None:
    held = document()
    walk = shown(held)["causes"][0]["walk"]
    warehouse = next(one for one in walk["given"][0]["answers"] if one["id"] == "warehouse")
    after = pressed(held, warehouse["do"])
    row = after["appeal"]["causes"][0]
    assert row["path"] == ["not_received", "warehouse", "no_line", "not_packed", "own", "none", "day"]
    assert {name: row[name] for name in ("typed", "actions", "prevention", "evidence")} == {
        name: held["appeal"]["causes"][0][name] for name in ("typed", "actions", "prevention", "evidence")
    }


def test_another_answer_leaves_the_rows_of_the_other_block_standing() -> None:
    held = put(document(), "appeal.causes.c1.actions.a1.answers", {"on": "2026-11-22", "offers": "31"})
    handed = next(one for one in shown(held)["causes"][0]["walk"]["given"] if one["question"] == "handed")
    other = next(one for one in handed["answers"] if one["id"] == "without_slip")
    row = shown(pressed(held, other["do"]))["causes"][0]["actions"]["rows"][0]
    assert {one["path"].rpartition(".")[2]: one["value"] for one in row["fields"]}["offers"] == "31"
    assert row["notes"]


def test_an_answer_of_the_notice_changed_keeps_the_later_ones() -> None:
    held = document()
    first = shown(held)["notice"]["route"]["given"][0]
    account = next(one for one in first["answers"] if one["id"] == "account")
    after = shown(pressed(held, account["do"]))["notice"]["route"]
    assert [one["answer"] for one in after["given"]] == [
        "account",
        "order_defect_rate",
        "appeal",
        "date",
        "chinese",
    ]
    assert after["outcome"]["id"] == "account_off"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_way_through_the_notice_ends_in_words(lang: str) -> None:
    ends = {walk.outcome: list(given.values()) for given, walk in every_walk()}
    assert len(ends) > 10
    for outcome, path in ends.items():
        found = routing.block(Desk(held=Held({"appeal": {"notice": {"path": path}}}), lang=lang, as_of=TODAY))
        assert found["outcome"]["id"] == outcome and found["open"] is None
        said = [found["outcome"][name] for name in ("title", "text", "kind_text")]
        steps = ["".join((one["before"], one["link"], one["after"])) for one in found["outcome"]["steps"]]
        assert all(said) and all(steps) and not any("{" in one or "[" in one for one in (*said, *steps))


def test_a_path_that_is_no_path_is_read_as_far_as_it_goes() -> None:
    causes = [{"id": "c1", "cause": "not_received", "path": ["not_received", "carrier", "nonsense", "x"]}]
    value = shown(document(causes=causes, notice={"path": ["mfn", "nonsense"]}))
    assert value["causes"][0]["walk"]["path"] == ["not_received", "carrier"]
    assert [one["answer"] for one in value["notice"]["route"]["given"]] == ["mfn"]


def test_a_caution_stands_as_soon_as_the_step_is_known() -> None:
    path = ["not_received", "carrier", "no_line", "not_packed"]
    value = shown(document(causes=[{"id": "c1", "cause": "not_received", "path": path}]))
    assert value["causes"][0]["caution"]["id"] == "early_confirmation"
    other = shown(document(causes=[{"id": "c1", "cause": "not_received", "path": [*path[:-1], "waiting"]}]))
    assert other["causes"][0]["caution"] is None


def test_the_request_of_the_page_gives_the_same_desk() -> None:
    request = {"type": "desk", "case": document(), "as_of": TODAY.isoformat(), "lang": "zh-Hans"}
    assert json.loads(bridge.handle(json.dumps(request))) == json.loads(
        json.dumps(shown(document(), "zh-Hans"))
    )
    nothing = json.loads(bridge.handle(json.dumps({"type": "desk", "as_of": TODAY.isoformat()})))
    assert nothing["contract"] == "odr-desk/1"


def test_a_store_nobody_knows_is_doubted_at_its_field() -> None:
    request = {"type": "desk", "case": put(document(), "store", "XX"), "as_of": TODAY.isoformat()}
    store = next(
        one for one in fields(json.loads(bridge.handle(json.dumps(request)))) if one["path"] == "store"
    )
    assert store["problem"]["code"] == "choice"


def test_a_broken_case_is_refused_with_its_place() -> None:
    request = {"type": "desk", "case": document(causes="no"), "as_of": TODAY.isoformat()}
    assert json.loads(bridge.handle(json.dumps(request)))["code"] == "bad_case"
