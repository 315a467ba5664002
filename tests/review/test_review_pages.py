"""The pages about the reviewer cannot drift from its rules."""

from __future__ import annotations

import tomllib

import pytest

from calculator.docsite import review_figures, review_pages
from calculator.review import review
from calculator.review.coverage import coverage
from calculator.review.rules import RULES
from tests.review.witnesses import witnesses

NOTES = [
    (name, file, one["says"], tuple(one["rules"]))
    for name, file in (("07_wrong_item", "weak.txt"), ("11_harmful", "harmful.txt"))
    for one in tomllib.loads((review_pages.EXAMPLES / name / "about.toml").read_text(encoding="utf-8"))[
        "sentences"
    ]
]


def test_the_figures_of_the_self_test_are_those_the_rules_give_today() -> None:
    assert review_figures.FIGURES.read_text(encoding="utf-8") == review_figures.written()


@pytest.mark.parametrize(("name", "file", "says", "rules"), NOTES, ids=lambda one: str(one)[:24])
def test_each_note_of_an_example_is_one_the_rules_make(
    name: str, file: str, says: str, rules: tuple[str, ...]
) -> None:
    assert says in (review_pages.EXAMPLES / name / file).read_text(encoding="utf-8")
    assert set(rules) <= review_pages.hits(name, file)


def test_every_example_and_every_rule_has_its_place_in_both_languages() -> None:
    for lang in ("en", "zh-Hans"):
        told = review_pages.rules(lang)
        assert all(f"{{: #{rule.lower()} }}" in told for rule in RULES)
        for name in review_pages.examples():
            assert f"({name}.md)" in review_pages.index(lang)
            assert '<pre class="odr-example"' in review_pages.example(name, lang)


def test_the_better_letter_of_an_example_has_none_of_what_the_worse_one_is_shown_for() -> None:
    for name, file in (("07_wrong_item", "weak.txt"), ("11_harmful", "harmful.txt")):
        shown = {rule for one, of, _, rules in NOTES if (one, of) == (name, file) for rule in rules}
        assert not shown & review_pages.hits(name, "letter.txt")


def test_no_finding_weighs_otherwise_than_its_page_says() -> None:
    for one in witnesses():
        for finding in review(one.text, one.asked):
            assert finding.severity.value in coverage()[finding.rule]["severity"]
