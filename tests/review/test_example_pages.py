"""The pages of the example letters: what they say and what the rules find cannot drift apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from calculator import review
from calculator.docsite import annotated, example_letters, example_pages, marked_lines
from calculator.docsite.fact_origins import OutOfStep
from calculator.review.rules import RULES

LANGUAGES = ("en", "zh-Hans")
WORSE = [name for name in example_letters.names() if example_letters.before(name) is not None]
BETTER = [name for name in example_letters.names() if example_letters.answer(name) is None]
NAMED = sorted(
    (name, rule)
    for name in example_letters.names()
    for one in (
        *example_letters.about(name).get("sentences", ()),
        *({"rules": [held["rule"]]} for held in example_letters.about(name).get("stands", ())),
    )
    for rule in one["rules"]
)
"""Every rule a page names."""


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """A reviewer from which one rule is gone."""

    def take(rule: str) -> None:
        left = {name: check for name, check in RULES.items() if name != rule}
        monkeypatch.setattr(review, "RULES", left)

    return take


def test_three_letters_are_worse_and_eleven_good() -> None:
    assert WORSE == ["07_wrong_item", "08_second_letter", "11_harmful"]
    assert len(BETTER) == 11 and len(NAMED) > 20


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_example_is_shown(lang: str) -> None:
    index = example_pages.index(lang)
    for name in example_letters.names():
        assert f'href="{name}/"' in index
        assert 'class="odr-said"' in example_pages.page(name, lang, "../../")


@pytest.mark.parametrize(("name", "rule"), NAMED)
def test_a_page_is_not_built_without_a_rule_it_names(name: str, rule: str, without: object) -> None:
    assert example_pages.page(name, "en", "../../")
    without(rule)  # type: ignore[operator]
    with pytest.raises(OutOfStep, match=rule):
        example_pages.page(name, "en", "../../")


def test_a_note_on_a_sentence_nobody_wrote_stops_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(example_letters, "before", lambda _: "We never write this.\n")
    with pytest.raises(OutOfStep, match="no such sentence"):
        annotated.spoiled("11_harmful", "en")


def test_a_heavy_finding_in_a_good_letter_has_to_be_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        example_letters, "about", lambda _: {"title": {"en": ""}, "shows": {"en": ""}, "kind": "good"}
    )
    with pytest.raises(OutOfStep, match="S5 finds something in the good letter and nobody explains it"):
        annotated.better("02_dispute_first", "en")


@pytest.mark.parametrize("name", BETTER)
def test_no_word_of_a_letter_is_lost_on_its_page(name: str) -> None:
    letter = example_letters.letter(name)
    shown = [re.sub(r"</?b>", "", str(marked_lines.told(one))) for one in letter["sentences"]]
    plain = [str(marked_lines.marked(one["text"], 0, ())) for one in letter["sentences"]]
    assert shown == plain


@pytest.mark.parametrize("name", WORSE)
def test_the_better_letter_has_no_mark_of_what_the_worse_one_is_shown_for(name: str) -> None:
    shown = {rule for of, rule in NAMED if of == name}
    hit = {one["rule"] for row in annotated.better(name, "en").rows for one in row.hits}
    assert not shown & hit


def test_a_mark_covers_what_the_rule_points_at_and_no_more() -> None:
    hit = {"start": 14, "end": 19, "severity": "major"}
    words = marked_lines.marked("A <b> liar.", 10, [hit])
    assert words == 'A &lt;b<mark class="odr-hit odr-hit--major">&gt; lia</mark>r.'
