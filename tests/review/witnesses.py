"""Witnesses: the letters that each rule must catch or pass, put together from `witnesses.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from calculator.docsite.traditional_words import convert
from calculator.review import Asked

HERE = Path(__file__).parent
LANGUAGES = ("en", "de", "zh-Hans", "zh-Hant", "ja")


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One letter and the rule that has to find something in it, or nothing."""

    rule: str
    lang: str
    is_caught: bool
    text: str
    asked: Asked


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((HERE / "witnesses.toml").read_text(encoding="utf-8"))


@cache
def _good(lang: str) -> str:
    path = HERE / "development" / f"{lang}.toml"
    texts = tomllib.loads(path.read_text(encoding="utf-8"))["texts"]
    return next(str(one["text"]) for one in texts if one["id"] == _table()["base"][lang]["id"])


def witnesses() -> Iterator[Witness]:
    """Yield every witness; Traditional Chinese ones are the Simplified ones in its characters."""
    for lang in LANGUAGES:
        written = "zh-Hans" if lang == "zh-Hant" else lang
        for rule, row in _table()[written].items():
            for is_caught in (True, False):
                text = _letter(row, written, "caught" if is_caught else "passed")
                given = _asked(row, is_caught=is_caught)
                yield Witness(
                    rule=rule,
                    lang=lang,
                    is_caught=is_caught,
                    text=convert(text) if lang == "zh-Hant" else text,
                    asked=given,
                )


def _asked(row: dict[str, Any], *, is_caught: bool) -> Asked:
    issues = row.get("issues" if is_caught else "issues_passed", ())
    return Asked(issues=tuple(issues), previous=row.get("previous"))


def _letter(row: dict[str, Any], lang: str, which: str) -> str:
    good, words = _good(lang), str(row.get(which, ""))
    if row["in"] == "end":
        return f"{good}\n{words}"
    if row["in"] == "whole":
        return words or good
    if row["in"] == "opening":
        return f"{words}\n\n{good[good.index(_table()['base'][lang]['root_cause']) :]}"
    heading = _table()["base"][lang][row["in"]]
    return re.sub(rf"(?m)^{heading}\n(?:.+\n)+", lambda _: f"{heading}\n{words}\n" if words else "", good)
