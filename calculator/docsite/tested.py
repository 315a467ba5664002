"""Tested: what other browsers did and what changed code was noticed, as the last long run kept it."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from calculator.docsite import words

HERE = Path(__file__).parent
WORDS, ENGINES, CHANGES = "tested.toml", "engine_figures.toml", "mutation_figures.toml"


@cache
def kept(name: str) -> dict[str, Any]:
    """Return what a file of this folder holds."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def engines(lang: str) -> str:
    """Return each thing that is done, and how it ended in each engine that was there."""
    say, held = kept(WORDS)[lang], kept(ENGINES)["engines"]
    heads = [
        say[f"engine_{name}"].format(version=one["version"] or f"({say['not_found']})")
        for name, one in held.items()
    ]
    tests = [key.removeprefix("test_") for key in say if key.startswith("test_")]
    rows = [[say[f"test_{test}"], *(say[one.get(test, "absent")] for one in held.values())] for test in tests]
    return _table([say["what"], *heads], rows, "---")


def engines_day(lang: str) -> str:
    """Return the day of the last run."""
    return words.day(lang, kept(ENGINES)["day"])


def changes(lang: str) -> str:
    """Return how many changes of each part were noticed."""
    say = kept(WORDS)[lang]
    heads = [say[name] for name in ("code", "there", "tried", "noticed", "share")]
    rows = [
        [
            say[f"target_{name}"],
            *(f"{one[key]}" for key in ("there", "tried", "noticed")),
            f"{100 * one['noticed'] / one['tried']:.1f}\u00a0%",
        ]
        for name, one in kept(CHANGES)["targets"].items()
        if one
    ]
    return _table(heads, rows, "---:")


def changes_least() -> str:
    """Return the share below which the run fails."""
    return f"{kept(CHANGES)['least']}\u00a0%"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], rule: str) -> str:
    lines = [heads, ["---", *[rule] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
