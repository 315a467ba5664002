"""Our own templates: filled with facts they pass, unfilled or hardly filled they are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from calculator.docsite import shelf_hashes
from calculator.docsite.shelf_hashes import frames
from calculator.review import review

EXAMPLES = Path(__file__).parents[2] / "appeal_templates" / "examples"
HAN = re.compile(r"[\u3400-\u9fff]")
SLOT = re.compile(r"\[\[\w+\]\]")
FRAMES = {
    "en": [one for one in frames() if HAN.search(one) is None],
    "zh": [one for one in frames() if HAN.search(one)],
}
THINGS = {"en": "it", "zh": "它"}
FACTS = {"en": "12 parcels on 4 May 2026", "zh": "2026年5月4日12个包裹"}


def _kinds(text: str) -> set[str]:
    return {one.kind for one in review(text) if one.rule == "H4"}


def test_the_hashes_are_those_of_the_templates_today() -> None:
    assert shelf_hashes.SHELF.read_text(encoding="utf-8") == shelf_hashes.written()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("first", [0, 40, 80, 120])
def test_a_template_filled_with_nothing_is_told_and_one_with_facts_is_not(lang: str, first: int) -> None:
    taken = FRAMES[lang][first : first + 8]
    bare, filled = ("\n".join(SLOT.sub(what[lang], one) for one in taken) for what in (THINGS, FACTS))
    assert "shelf" in _kinds(bare)
    assert "shelf" not in _kinds(filled)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/letter*.txt")), ids=lambda path: path.parent.name)
def test_the_letters_we_show_as_good_are_not_of_the_shelf(path: Path) -> None:
    assert "shelf" not in _kinds(path.read_text(encoding="utf-8"))


def test_own_words_are_of_no_shelf() -> None:
    assert "shelf" not in _kinds("Nobody weighed them.\nWe kept them in one bin.\nThe bin had no label.")
