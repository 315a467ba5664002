"""Short texts by rule in five languages: what each rule must find in them, and what it must leave alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from calculator.review import review
from calculator.review.rules import RULES

FOLDER = Path(__file__).parent / "development" / "fragments"
ROWS = [
    (path.stem, rule, text, is_caught)
    for path in sorted(FOLDER.glob("*.toml"))
    for rule, row in tomllib.loads(path.read_text(encoding="utf-8")).items()
    for is_caught in (True, False)
    for text in row["caught" if is_caught else "passed"]
]


@pytest.mark.parametrize(
    ("lang", "rule", "text", "is_caught"), ROWS, ids=lambda one: str(one)[:24] if one else "passed"
)
def test_a_fragment_is_found_by_its_rule_or_left_alone(
    lang: str, rule: str, text: str, *, is_caught: bool
) -> None:
    assert (rule in {one.rule for one in review(text)}) is is_caught


def test_every_rule_of_tone_and_honesty_has_both_kinds_in_each_language() -> None:
    held = {(lang, rule, is_caught) for lang, rule, _, is_caught in ROWS}
    for lang in ("en", "de", "ja", "zh-Hans"):
        for rule in ("T1", "T2", "T3", "T4", "T5", "T6", "H1", "H2", "H3", "H4", "H8", "H9", "H10", "F7"):
            assert {(lang, rule, True), (lang, rule, False)} <= held
            assert rule in RULES
