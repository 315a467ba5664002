"""Whole letters: every good one outranks every poor one, and short ones show what each part lacks."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from calculator.review import Severity, review, weight

FOLDER = Path(__file__).parent / "development"
LETTERS = [
    (path.stem, kind, one["text"])
    for path in sorted((FOLDER / "letters").glob("*.toml"))
    for kind, letters in tomllib.loads(path.read_text(encoding="utf-8")).items()
    for one in letters
]
TEXTS = tomllib.loads((FOLDER / "structure" / "texts.toml").read_text(encoding="utf-8"))["texts"]


def test_the_worst_good_letter_weighs_less_than_the_best_poor_one() -> None:
    good, poor = (
        [weight(review(text)) for _, of, text in LETTERS if of == kind] for kind in ("good", "poor")
    )
    assert len(good) > 12
    assert len(poor) > 12
    assert max(good) * 3 < min(poor)


@pytest.mark.parametrize(("lang", "kind", "text"), LETTERS, ids=lambda one: str(one)[:16])
def test_a_good_letter_has_no_blocker_and_a_poor_one_has(lang: str, kind: str, text: str) -> None:
    found = review(text)
    assert any(one.severity is Severity.BLOCKER for one in found) is (kind == "poor")


@pytest.mark.parametrize("one", TEXTS, ids=lambda one: f"{one['lang']}-{one['must']}-{one['text'][:16]}")
def test_a_short_letter_is_told_what_it_lacks(one: dict[str, Any]) -> None:
    found = {finding.rule for finding in review(one["text"])}
    assert set(one["must"]) <= found
    assert not set(one["must_not"]) & found
