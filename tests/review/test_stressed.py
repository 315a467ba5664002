"""Stressed: the labelled letters written otherwise; a good one stays light, a poor one gains nothing.

What a letter says is the same when its list is prose, its headings are gone or in words nobody listed.
The weights are those of `weight`; eight is what one blocker weighs. Seeded, so that a run can be had again.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from calculator.review import Asked, Severity, review, weight
from calculator.review.letter import Letter

LETTERS = 20
SETS = ("labelled", "labelled_2", "labelled_3", "labelled_4", "labelled_5", "labelled_6")
ALIEN = {"en": "Point {}", "de": "Punkt {}", "zh-Hans": "第{}点", "zh-Hant": "第{}點", "ja": "その{}"}
GREETING = {
    "en": "Dear Amazon team,",
    "de": "Sehr geehrte Damen und Herren,",
    "zh-Hans": "尊敬的亚马逊团队：",
    "zh-Hant": "尊敬的亞馬遜團隊：",
    "ja": "Amazon ご担当者様",
}
NOTICE = {
    "en": "Your notice is of 3 November 2026.",
    "de": "Ihre Mitteilung ist vom 3. November 2026.",
    "zh-Hans": "通知日期为2026年11月3日。",
    "zh-Hant": "通知日期為2026年11月3日。",
    "ja": "通知は2026年11月3日付です。",
}
BULLET = re.compile(r"^\s*[-*•·–]\s+", re.MULTILINE)
LIST = re.compile(r"(?:^\s*[-*•·–]\s+.*\n?){2,}", re.MULTILINE)


def as_prose(text: str, lang: str) -> str:
    """Return a letter whose lists are run together."""
    glue = "" if lang[:2] in ("zh", "ja") else " "

    def joined(found: re.Match[str]) -> str:
        held = (BULLET.sub("", line).strip() for line in found[0].splitlines())
        ended = (
            line if line[-1:] in ".!?。！？" else line + (". " if glue else "。") for line in held if line
        )
        return glue.join(ended) + "\n"

    return LIST.sub(joined, text)


def under_other_headings(text: str, lang: str) -> str:
    """Return a letter whose headings, where they are lines of their own, are in words of no list."""
    headings = [one for one in Letter(text, lang).sentences if one.is_heading]
    for number, one in reversed([*enumerate(headings, 1)]):
        behind = text[one.end :].partition("\n")[0]
        if not behind.strip(" *#_:：】》）)"):
            text = text[: one.start] + ALIEN[lang].format(number) + text[one.end :]
    return text


def without_headings(text: str, lang: str) -> str:
    """Return a letter without its headings."""
    for one in reversed([one for one in Letter(text, lang).sentences if one.is_heading]):
        text = text[: one.start] + text[one.end :].lstrip(" *#_:：】》）)")
    return text


def greeted(text: str, lang: str) -> str:
    """Return a letter with a greeting and the day of the notice before it."""
    return f"{GREETING[lang]}\n\n{NOTICE[lang]}\n{text}"


def without_blank_lines(text: str, _: str) -> str:
    """Return a letter whose blocks stand close together."""
    return re.sub(r"\n\s*\n", "\n", text)


Stress = Callable[[str, str], str]
STRESSES: tuple[Stress, ...] = (
    as_prose,
    under_other_headings,
    without_headings,
    greeted,
    without_blank_lines,
)


@cache
def letters(is_good: bool) -> list[tuple[str, dict[str, Any]]]:
    """Return letters of the six sets that could be sent, or that have a blocker, with their language."""
    held = [
        (path.parent.name, tomllib.loads(path.read_text(encoding="utf-8")))
        for name in SETS
        for path in sorted((Path(__file__).parent / name).glob("*/*.toml"))
    ]
    fitting = [(lang, one) for lang, one in held if (one["rank"] == 0 if is_good else one["rank"] > 2)]
    return random.Random("stressed").sample(fitting, LETTERS)


def weighed(one: dict[str, Any], text: str, lang: str) -> int:
    """Return what a letter weighs with what its set says was asked."""
    told = one.get("asked", {})
    asked = Asked(
        issues=tuple(told.get("issues", ())),
        previous=told.get("previous"),
        is_claim_appeal=told.get("claim_appeal", False),
    )
    return weight(review(text, asked, lang))


@pytest.mark.parametrize("stress", STRESSES, ids=lambda one: one.__name__)
def test_good_letters_written_otherwise_stay_lighter_than_poor_ones(stress: Stress) -> None:
    good, poor = (
        [weighed(one, stress(one["text"], lang), lang) for lang, one in letters(is_good)]
        for is_good in (True, False)
    )
    ranked = sum(light < heavy for light in good for heavy in poor)
    assert ranked >= 0.95 * len(good) * len(poor), (sorted(good)[-4:], sorted(poor)[:4])
    assert sum(one < Severity.BLOCKER.weight for one in good) >= 0.85 * len(good)
