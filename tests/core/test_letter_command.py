"""`odr letter`: a case file in, the letter out, exit codes as everywhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from calculator.letter.told import place

from .appeal_cases import letter, whole

pytestmark = pytest.mark.native
DAY = ("--as-of", "2026-11-24")


def main(words: list[str]) -> int:
    from calculator.cli import main

    return main(words)


@pytest.fixture
def case_file(tmp_path: Path) -> Any:
    def write(document: dict[str, Any]) -> str:
        path = tmp_path / "case.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return str(path)

    return write


def test_the_text_of_a_ready_letter_is_printed_and_nothing_else(case_file: Any, capsys: Any) -> None:
    assert main(["letter", case_file(whole()), *DAY]) == 0
    assert capsys.readouterr().out == letter(whole()).text


def test_json_is_the_contract(case_file: Any, capsys: Any) -> None:
    assert main(["letter", case_file(whole()), *DAY, "--json"]) == 0
    told = capsys.readouterr().out
    assert json.loads(told) == letter(whole()).value() and told.endswith("}\n")
    keys = {"contract", "ready", "text", "boxes", "sentences", "missing", "evidence_index"}
    assert keys <= json.loads(told).keys() and json.loads(told)["contract"] == "odr-letter/1"


def test_what_is_open_stands_below_with_its_place_and_the_code_stays_0(case_file: Any, capsys: Any) -> None:
    document = whole()
    document["appeal"]["causes"][0]["actions"][1]["answers"]["on"] = "2026-11-30"
    document["defects"][0]["refunded_by"] = ""
    assert main(["letter", case_file(document), *DAY, "--lang", "zh-Hans"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("NOT READY TO SEND / 还不能发送")
    assert "- 缺陷 d1：订单 111-•••••••-••00001 是谁退款给买家的" in told
    assert "- 原因 c1，已采取的行动 a2：2026-11-30 还没到" in told


def test_files_beside_the_case_are_read(case_file: Any, tmp_path: Path, capsys: Any) -> None:
    feedback = tmp_path / "feedback.txt"
    feedback.write_text(
        "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n10/20/26\t1\tnever came\t\t111-0000007-0000007\tx\n"
    )
    assert main(["letter", case_file(whole()), str(feedback), *DAY, "--store", "US", "--json"]) == 0
    fields = [one["field"] for one in json.loads(capsys.readouterr().out)["missing"]]
    assert fields == ["marks.feedback~1txt:2:negative_feedback.refunded_by"]


def test_the_letter_and_what_goes_with_it_are_written(case_file: Any, tmp_path: Path, capsys: Any) -> None:
    folder = tmp_path / "letter"
    assert main(["letter", case_file(whole()), *DAY, "--out", str(folder)]) == 0
    assert capsys.readouterr().out == letter(whole()).text
    names = {path.name for path in folder.iterdir()}
    assert {"letter.docx", "letter.txt", "letter.md", "evidence.csv", "orders.csv"} <= names
    assert letter(whole()).text.splitlines()[0] in (folder / "letter.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["nowhere.json"], 2),
        (["{}", "missing.txt"], 1),
        (["[]"], 2),
    ],
)
def test_what_cannot_be_read_has_its_exit_code(
    words: list[str], code: int, tmp_path: Path, capsys: Any
) -> None:
    held = {"{}": '{"contract": "odr-case/1"}', "[]": "[]"}
    if words[0] in held:
        path = tmp_path / "case.json"
        path.write_text(held[words[0]])
        words = [str(path), *words[1:]]
    assert main(["letter", *words, *DAY, "--json"]) == code
    assert json.loads(capsys.readouterr().out)["contract"] == "odr-error/1"


def test_a_folder_that_cannot_be_written_to_is_said(case_file: Any, tmp_path: Path, capsys: Any) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    assert main(["letter", case_file(whole()), *DAY, "--out", str(taken)]) == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("notice.orders", "notice"),
        ("appeal.causes.c1.actions.a2.answers.on", "cause c1, action a2"),
        ("marks.report~1txt:3:chargeback.cause", "row report.txt:3:chargeback"),
        ("appeal.language", "letter"),
    ],
)
def test_a_place_is_told_in_words(field: str, words: str) -> None:
    assert place(field, "en") == words
