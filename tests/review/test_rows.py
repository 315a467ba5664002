"""Rows: each row of the words has its source and, in its language, words it catches and near ones it passes.

Worse mistake: a row that nobody can read an example of, so that nobody sees what it takes for a fault.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from calculator import review
from calculator.docsite.shelf_hashes import frames
from calculator.review import Asked
from calculator.review.letter import Letter
from calculator.review.look import Look
from calculator.review.marks import Marks, groups
from calculator.review.rules import RULES

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


def test_every_group_of_words_has_its_line_of_criteria() -> None:
    told = {group for lang in LANGUAGES for group, _ in _rows(lang)}
    assert told == set(_table("sources"))
    assert all(_table("sources").values())


@pytest.mark.parametrize(("lang", "group", "row", "example"), EXAMPLES)
def test_a_row_catches_its_words_and_passes_near_ones(
    lang: str, group: str, row: str, example: dict[str, str]
) -> None:
    assert _caught(lang, group, row, example["caught"]), example["caught"]
    assert not _caught(lang, group, row, example["passed"]), example["passed"]


def test_no_language_is_forgotten() -> None:
    assert {path.stem for path in WORDS.glob("*.toml")} == set(LANGUAGES)


ORDER = "111-0000001-0000001"
PLAN = f"""Dear Amazon team
Our order defect rate is 2.35 % (4 of 170 orders). Today it is 1.59 % (2 of 126 orders).

Root cause
- The carrier lost two parcels. The driver did not ring the bell.
- Two parcels never arrived. The courier was slow. We had fired the packer.
- Our metrics were too high.
- The owner chose a thin carton and nobody tested it, so two mugs were broken.

Actions taken
- On 4 May 2026 the owner refunded order {ORDER}.
- Contact buyers
- We stopped our cards with a gift for a good review. We will weigh boxes. We apologise to the buyers.

Prevention
- We will change the setting.
- Each box is weighed daily.
- Labels are scanned.
- Parcels are counted.

Attached: photos. They will never happen again. Thank you
"""
UNDATED = PLAN.replace("Today it", "It")
NOTICE = "Root cause\nA trademark was on the page.\nActions taken\nWe deleted it.\nPrevention\nWe check it."
EMPTY = (
    "We enhanced, optimised, strengthened, streamlined and improved the holistic, robust and rigorous work, "
    "ensuring excellence, commitment and a proactive, dedicated team, and reinforced what we uphold."
)
ARGUMENT = (
    "We appeal the claim. The buyer signed for the parcel. It is unfair. I beg you. Our lawyer will sue."
)
ASKED = Asked(
    issues=("damaged_or_defective", "not_received", "chargeback"),
    figures=((170, 4),),
    previous=PLAN.replace("170", "171"),
    orders=(ORDER,),
    refunds=((ORDER, date(2026, 5, 5)),),
    letter_day=date(2026, 5, 6),
)
SLOT = re.compile(r"\[\[\w+\]\]")
SORTING = frozenset(
    "future frequency lack symptom third_fault done failure decision ownership refund mechanism rate"
    " weak buyer third to_buyers process document attached amazon threat emotion other_route".split()
)
"""Groups that tell what a text is and sort its sentences: every criterion may ask for them."""


def _asked_by_the_rules(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """Return group and criterion of every question that the rules put to letters of ours."""
    seen: set[tuple[str, str]] = set()
    asking = [""]

    def noted(inner: Callable[..., Any]) -> Callable[..., Any]:
        def noting(self: Marks, group: str, *span: int) -> Any:
            seen.add((group, asking[0]))
            return inner(self, group, *span)

        return noting

    for name in ("of", "said", "has"):
        monkeypatch.setattr(Marks, name, noted(getattr(Marks, name)))
    unfilled = "\n".join(SLOT.sub("it", one) for one in [*frames()][:40])
    texts = (PLAN, UNDATED, NOTICE, EMPTY, ARGUMENT, unfilled)
    for rule, ask in RULES.items():
        asking[0] = rule
        for text, asked in product(texts, (ASKED, Asked())):
            list(ask(Look(Letter(text, "en"), asked)))
    return seen


def test_the_criteria_named_are_those_that_ask_for_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen, not told: each rule is run and every group it asks for is noted."""
    seen = _asked_by_the_rules(monkeypatch)
    named = {(group, rule) for group, rules in _table("sources").items() for rule in rules}
    assert named - seen == set()
    assert {(group, rule) for group, rule in seen - named if group not in SORTING} == set()
