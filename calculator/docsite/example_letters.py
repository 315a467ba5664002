"""Example letters: the twelve invented cases as they lie beside their letters, read for the pages."""

from __future__ import annotations

import json
import tomllib
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from calculator import display
from calculator.docsite import settings

FOLDER = settings.ROOT / "appeal_templates" / "examples"
SPOILED = ("weak.txt", "harmful.txt")
"""The letters that stand before the good one of the same case; a first round stands in the case."""


def names() -> list[str]:
    """Return the names of the examples in order."""
    return sorted(path.parent.name for path in FOLDER.glob("*/about.toml"))


@cache
def about(name: str) -> dict[str, Any]:
    """Return title, kind and the notes a person wrote on a case."""
    return tomllib.loads((FOLDER / name / "about.toml").read_text(encoding="utf-8"))


@cache
def case(name: str) -> dict[str, Any]:
    """Return the case file."""
    return _json(FOLDER / name / "case.json")


@cache
def letter(name: str) -> dict[str, Any]:
    """Return the letter with its sentences, as the core composed it."""
    return _json(FOLDER / name / "letter.json")


def before(name: str) -> str | None:
    """Return the worse letter of a case: the spoiled one, or the one sent in the first round."""
    for file in SPOILED:
        if (FOLDER / name / file).exists():
            return (FOLDER / name / file).read_text(encoding="utf-8")
    rounds = case(name)["appeal"].get("rounds", [])
    return f"{rounds[0]['text']}\n" if rounds else None


def rules_named(name: str) -> set[str]:
    """Return every rule a note of a case names."""
    held = about(name)
    named = {rule for one in held.get("sentences", ()) for rule in one["rules"]}
    return named | {one["rule"] for one in held.get("stands", ())}


def answer(name: str) -> str | None:
    """Return the text that is sent where no letter is."""
    path = FOLDER / name / "answer.txt"
    return path.read_text(encoding="utf-8") if path.exists() else None


def language(name: str) -> str:
    """Return the language the letter is written in."""
    return str(letter(name)["language"])


def rate(name: str, lang: str) -> tuple[int, int, str]:
    """Return Amazon's two counts of a case, and the rate they give."""
    figure = letter(name)["figure"]
    marked, orders = figure["orders_with_defects"], figure["orders"]
    return marked, orders, display.percent(Fraction(marked, orders), lang)


def causes(name: str) -> list[str]:
    """Return the cause ids of a case, in order."""
    return [str(one["cause"]) for one in case(name)["appeal"].get("causes", [])]


def _json(path: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return held
