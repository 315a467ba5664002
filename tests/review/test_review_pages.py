"""The pages about the reviewer cannot drift from its rules."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from calculator.docsite import review_figures, review_pages
from calculator.review import review
from calculator.review.coverage import coverage
from calculator.review.rules import RULES
from tests.review.witnesses import witnesses

HERE = Path(__file__).parent


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def test_the_figures_of_the_self_test_are_those_the_rules_give_today() -> None:
    assert review_figures.FIGURES.read_text(encoding="utf-8") == review_figures.written()


def test_the_first_counts_are_of_the_letters_that_stand_here() -> None:
    for name, first in _read(review_pages.HERE / "review_first.toml").items():
        letters = [_read(one) for one in (HERE / name).glob("*/*.toml")]
        must, must_not = (sum(len(one[key]) for one in letters) for key in ("must", "must_not"))
        assert (len(letters), must, must_not) == (first["letters"], first["must"], first["must_not"]), name


def test_every_rule_has_its_place_in_both_languages() -> None:
    for lang in ("en", "zh-Hans"):
        told = review_pages.rules(lang)
        assert all(f"{{: #{rule.lower()} }}" in told for rule in RULES)


def test_no_finding_weighs_otherwise_than_its_page_says() -> None:
    for one in witnesses():
        for finding in review(one.text, one.asked):
            assert finding.severity.value in coverage()[finding.rule]["severity"]
