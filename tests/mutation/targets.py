"""Targets: what is changed, by which tests it has to be noticed, and what changes nothing."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("targets.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """A change after which the code does what it did: a line of a function, and why nobody can tell."""

    function: str
    line: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Some files of the core.

    Attributes:
        files: patterns of the files that are changed.
        tests: files and folders of the tests that concern them.
        most: changes that are tried, drawn by `seed` where there are more; 0 for all.
        same: changes that no test can notice; they do not count.
    """

    name: str
    files: tuple[str, ...]
    tests: tuple[str, ...]
    most: int
    seed: int
    same: tuple[Same, ...]


def least() -> int:
    """Return the share of changes, in percent, that has to be noticed in every target."""
    return int(_table()["least"])


def targets() -> dict[str, Target]:
    """Return the targets by name."""
    table = _table()
    return {name: _target(name, one, table["seed"]) for name, one in table["targets"].items()}


def _target(name: str, given: dict[str, Any], seed: int) -> Target:
    return Target(
        name=name,
        files=tuple(given["files"]),
        tests=tuple(given["tests"]),
        most=given.get("most", 0),
        seed=seed,
        same=tuple(Same(**one) for one in given.get("same", ())),
    )


def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
