"""The core knows nothing it was not told: standard library only, no clock, no network, no paths, no typed figure."""

from __future__ import annotations

import ast
from importlib import resources
from pathlib import Path

import pytest

CORE = Path(str(resources.files("calculator")))
DOORS = {"cli.py", "__main__.py", "workbook.py"}
OUTSIDE = {"command_line", "docsite", "web"}
SOURCES = [
    path
    for path in sorted(CORE.rglob("*.py"))
    if not OUTSIDE & set(path.relative_to(CORE).parts) and path.name not in DOORS
]
FORBIDDEN_MODULES = {
    "asyncio", "http", "os", "pathlib", "random", "secrets", "shutil", "socket", "subprocess", "tempfile",
    "threading", "time", "urllib", "uuid", "zoneinfo",
}  # fmt: skip
FORBIDDEN_CALLS = {"open", "input", "eval", "exec", "today", "now", "utcnow", "print"}
STANDARD = {
    "__future__", "binascii", "bisect", "codecs", "collections", "csv", "dataclasses", "datetime", "decimal", "enum", "fractions",
    "functools", "html", "importlib", "io", "itertools", "json", "math", "operator", "pyexpat", "re", "string", "tomllib", "types",
    "typing",
    "unicodedata", "zipfile", "zlib",
}  # fmt: skip
TAKEN_BESIDES = {"browser/known_answer_request.py": {"_sha2", "hashlib", "sys"}}
"""What the self-test asks for besides: a digest, and which Python answers."""
POLICY_FIGURES = {60, 15, 201, 0.01, 30, 90, 72, 48}

needs_source = pytest.mark.skipif(not SOURCES, reason="the compiled wheel holds no source text")


def imported(tree: ast.AST) -> set[str]:
    """Top-level names a module imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


def called(tree: ast.AST) -> set[str]:
    """Plain names of everything a module calls, methods of `self` attributes included."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                found.add(node.func.id)
            elif isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
                is_clock = node.func.value.id in ("date", "datetime")
                found |= {node.func.attr} if is_clock else set()
    return found


def figures(tree: ast.AST) -> set[float]:
    """Numbers written in a module."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
    }


def named(path: Path) -> str:
    return path.relative_to(CORE).as_posix()


OURS = {"problems.py": {60}, "order_lines.py": {60}, "calendar.py": {90}, "carry.py": {30}}
"""Figures that happen to be policy's and are ours: characters of a line, days a calendar shows, days looked ahead."""


@needs_source
@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_a_module_imports_only_the_standard_library_and_ourselves(path: Path) -> None:
    found = imported(ast.parse(path.read_text(encoding="utf-8")))
    besides = TAKEN_BESIDES.get(named(path), set())
    assert found - STANDARD - besides - {"calculator", "appeal_templates"} == set()
    assert not found & FORBIDDEN_MODULES


@needs_source
@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_a_module_asks_no_clock_and_opens_nothing(path: Path) -> None:
    assert not called(ast.parse(path.read_text(encoding="utf-8"))) & FORBIDDEN_CALLS


@needs_source
@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_a_module_types_no_figure_that_belongs_to_policy(path: Path) -> None:
    allowed = OURS.get(path.name, set())
    assert figures(ast.parse(path.read_text(encoding="utf-8"))) & POLICY_FIGURES <= allowed


@pytest.mark.parametrize(
    ("text", "guard"),
    [
        ("import socket", lambda tree: imported(tree) & FORBIDDEN_MODULES),
        ("from datetime import date\nd = date.today()", lambda tree: called(tree) & FORBIDDEN_CALLS),
        ("f = open('x')", lambda tree: called(tree) & FORBIDDEN_CALLS),
        ("WINDOW = 60", lambda tree: figures(tree) & POLICY_FIGURES),
    ],
)
def test_each_guard_catches_its_witness(text: str, guard: object) -> None:
    assert guard(ast.parse(text))  # type: ignore[operator]  # lambdas of several return types in one list


@pytest.mark.parametrize("text", ["import json", "x = read(day)", "self.held.today()", "COLUMNS = 6"])
def test_the_guards_pass_what_is_fine(text: str) -> None:
    tree = ast.parse(text)
    assert not (
        imported(tree) & FORBIDDEN_MODULES or called(tree) & FORBIDDEN_CALLS or figures(tree) & POLICY_FIGURES
    )
