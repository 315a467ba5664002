"""Every library the project asks for has its line among the decisions, in both languages."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from calculator.docsite import settings


def asked_for() -> set[str]:
    """Return every library of the two lists of requirements."""
    project = tomllib.loads((settings.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [*project["project"]["dependencies"]]
    for group in (project["project"]["optional-dependencies"], project["dependency-groups"]):
        named += [one for rows in group.values() for one in rows]
    python = {re.split(r"[\[<>=~ ]", one)[0] for one in named}
    package = json.loads((settings.ROOT / "calculator/web/package.json").read_text(encoding="utf-8"))
    return python | {*package["dependencies"], *package["devDependencies"]}


def told(page: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", page.partition("{: #libraries }")[2]))


@pytest.mark.parametrize("folder", ["en", "zh"])
def test_each_library_has_a_line(folder: str) -> None:
    page = (settings.ROOT / "docs" / folder / "about/decisions/index.md").read_text(encoding="utf-8")
    assert told(page) == asked_for()
    assert len(asked_for()) > 20


def test_a_library_without_a_line_is_missed() -> None:
    assert told("`a` {: #libraries }\n| `b`, `c` | why |") == {"b", "c"}
