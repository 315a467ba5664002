"""Rows: each row of the words has its source and, in its language, words it catches and near ones it passes.

Worse mistake: a row that nobody can read an example of, so that nobody sees what it takes for a fault.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from calculator import review
from calculator.review.coverage import coverage
from calculator.review.letter import Letter
from calculator.review.marks import Marks, groups

HERE = Path(__file__).parent / "rows"
WORDS = Path(review.__file__).parent / "words"
LANGUAGES = ("en", "zh", "de", "ja")


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def _rows(lang: str) -> list[tuple[str, str]]:
    """Return group and row of every row that holds phrases."""
    return [(group, row) for group, row, phrases in groups(lang) if phrases]


def _caught(lang: str, group: str, row: str, text: str) -> bool:
    """Return whether a row says something of a text: its words, neither denied nor quoted."""
    letter = Letter(text, lang="zh-Hans" if lang == "zh" else lang)
    return any(mark.row == row for mark in Marks(letter.own, lang).said(group))


EXAMPLES = [
    (lang, group, row, example)
    for lang in LANGUAGES
    for group, rows in _table(lang).items()
    for row, example in rows.items()
]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_has_its_examples_and_no_example_is_left_over(lang: str) -> None:
    told = {(group, row) for group, rows in _table(lang).items() for row in rows}
    assert told == set(_rows(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_group_names_the_criteria_it_serves(lang: str) -> None:
    sources = _table("sources")
    for group, _ in _rows(lang):
        assert sources[group], group
        assert set(sources[group]) <= set(coverage()), group


@pytest.mark.parametrize(("lang", "group", "row", "example"), EXAMPLES)
def test_a_row_catches_its_words_and_passes_near_ones(
    lang: str, group: str, row: str, example: dict[str, str]
) -> None:
    assert _caught(lang, group, row, example["caught"]), example["caught"]
    assert not _caught(lang, group, row, example["passed"]), example["passed"]


def test_no_language_is_forgotten() -> None:
    assert {path.stem for path in WORDS.glob("*.toml")} == set(LANGUAGES)
