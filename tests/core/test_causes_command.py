"""`odr causes`: the contract, for people and as JSON, with its exit codes; accuracy on our own examples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.native


def main(words: list[str]) -> int:
    from calculator.cli import main

    return main(words)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "comments.csv"
    path.write_text('comment\n"never came"\n"Too expensive, and the lid is cracked"\n', encoding="utf-8")
    return path


def test_json_follows_the_contract(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["causes", str(table), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["contract"] == "odr-causes/1"
    assert [row["row"] for row in found["comments"]] == [1, 2]
    assert found["comments"][0]["evidence"][0]["text"] == "never came"


def test_people_read_names_and_the_words_that_showed_them(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["causes", str(table)]) == 0
    assert "1. not received. Words: “never came”" in capsys.readouterr().out
    assert main(["causes", str(table), "--lang", "zh-Hans"]) == 0
    assert "1. 未收到货" in capsys.readouterr().out


def test_a_file_without_comments_leaves_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    assert main(["causes", str(path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["code"] == "missing_column"
    assert main(["causes", str(tmp_path / "none.csv")]) == 1


def test_no_file_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as left:
        main(["causes"])
    assert left.value.code == 2


def test_our_own_examples_keep_their_accuracy() -> None:
    from tests.causes.evaluate import labelled, shares

    for right, n in shares(labelled("examples")).values():
        assert right >= 0.9 * n
