"""`odr review`: its exit codes, its text, JSON and SARIF."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from calculator.cli import main
from calculator.review.rules import RULES
from tests.review.test_review import GOOD, WEAK

MINOR_ONLY = GOOD["en"] + "\nPlease release our funds."
EXAMPLES = Path(__file__).parents[2] / "appeal_templates" / "examples"


def _run(folder: Path, letter: str, *words: str) -> int:
    path = folder / "letter.txt"
    path.write_text(letter, encoding="utf-8")
    return main(["review", str(path), *words])


@pytest.mark.parametrize(
    ("letter", "level", "code"),
    [
        (GOOD["zh"], "minor", 0),
        (WEAK["en"], "blocker", 1),
        (MINOR_ONLY, "blocker", 0),
        (MINOR_ONLY, "major", 0),
        (MINOR_ONLY, "minor", 1),
    ],
)
def test_the_exit_code_says_whether_something_of_the_level_was_found(
    letter: str, level: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, letter, "--fail-on", level) == code
    assert capsys.readouterr().out


def test_blockers_are_what_stops_where_nobody_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, MINOR_ONLY) == 0
    assert _run(tmp_path, WEAK["zh"], "--json") == 1
    assert capsys.readouterr().out


def test_a_letter_that_cannot_be_read_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", str(tmp_path / "none.txt"), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["contract"] == "odr-error/1"
    assert _run(tmp_path, GOOD["en"], "--issues", "nonsense") == 2


def test_a_case_is_held_to_its_letter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = EXAMPLES / "02_dispute_first"
    letter = (folder / "letter.txt").read_text(encoding="utf-8")
    told = ["--case", str(folder / "case.json"), "--as-of", "2026-08-26", "--json"]
    assert _run(tmp_path, letter, *told) == 0
    admitted = letter.replace("was appealed on 21 August 2026; the new decision is pending", "was right")
    assert _run(tmp_path, admitted, *told) == 1
    assert '"disputed_order"' in capsys.readouterr().out


def _sarif(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    _run(folder, WEAK["en"], "--sarif")
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_sarif_has_what_its_schema_requires(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The required members of SARIF 2.1.0: log, run, tool, driver, rule, result, message, region."""
    log = _sarif(tmp_path, capsys)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"]
    assert [one["id"] for one in rules] == list(RULES)
    assert run["columnKind"] == "unicodeCodePoints"
    for one in run["results"]:
        assert one["message"]["text"]
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["level"] in {"error", "warning", "note", "none"}
        (place,) = one["locations"]
        assert place["physicalLocation"]["artifactLocation"]["uri"] == "letter.txt"
        region = place["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["charOffset"] >= 0
        assert region["charLength"] >= 0


def test_a_region_of_sarif_is_the_words_it_is_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    threat = next(one for one in _sarif(tmp_path, capsys)["runs"][0]["results"] if one["ruleId"] == "H3")
    region = threat["locations"][0]["physicalLocation"]["region"]
    words = WEAK["en"][region["charOffset"] : region["charOffset"] + region["charLength"]]
    assert "guarantee" in words
    assert "guarantee" in WEAK["en"].splitlines()[region["startLine"] - 1]
