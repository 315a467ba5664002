"""Run: mutmut on a copy of the code and of the tests, all changes of a target or a draw of them.

A process that holds the tests, but has run none, is split for every change, so that nothing the code once
worked out and kept can hide it. A change that nobody ends is ended after a while and counts as noticed.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from .targets import Target

FOLDER = Path(".build/mutation")
COPIED = ("calculator", "appeal_templates", "tests")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "node_modules", "web", "browser_pages", "mutation")
NOT_NOTICED, NO_TEST = 0, 33


def codes_of(target: Target) -> tuple[int, dict[str, int]]:
    """Return how many changes there are, and how the tests ended for each that was tried."""
    folder = _prepared(target)
    _mutmut(folder, "run", "none of them", is_told=False)
    names = sorted(_codes(folder))
    if not names:
        sys.exit(f"mutmut made no changes: see {folder}/run.log")
    drawn = names
    if 0 < target.most < len(names):
        drawn = sorted(random.Random(target.seed).sample(names, target.most))
    _mutmut(folder, "run", "--max-children", str(os.cpu_count() or 1), *drawn)
    codes = _codes(folder)
    return len(names), {name: int(codes[name] or 0) for name in drawn}


def change_of(target: Target, name: str) -> tuple[str, str]:
    """Return what a change puts in the place of a line, and all of it as a difference."""
    shown = _mutmut(FOLDER / target.name, "show", name)
    new = [line[1:].strip() for line in shown.splitlines() if line[:1] == "+" and line[:3] != "+++"]
    return " ".join(new), shown


def _prepared(target: Target) -> Path:
    folder = FOLDER / target.name
    shutil.rmtree(folder, ignore_errors=True)
    for name in COPIED:
        shutil.copytree(name, folder / name, ignore=LEFT_OUT)
    settings = Path("pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text(settings + _settings(target), encoding="utf-8")
    return folder


def _settings(target: Target) -> str:
    chosen = {
        "source_paths": ["calculator", "appeal_templates"],
        "only_mutate": list(target.files),
        "pytest_add_cli_args": ["-p", "no:playwright", "-p", "no:xdist", "-p", "no:cacheprovider"],
        "pytest_add_cli_args_test_selection": list(target.tests),
        "process_isolation": "forkserver",
        "timeout_multiplier": 6.0,
        "track_dependencies": False,
        "use_git_change_detection": False,
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in chosen.items()]
    return "\n".join(["", "[tool.mutmut]", *lines, ""])


def _mutmut(folder: Path, *words: str, is_told: bool = True) -> str:
    """Return what mutmut says; where it has nothing to try it makes the changes and ends in a fault."""
    ended = subprocess.run(
        [sys.executable, "-m", "mutmut", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    (folder / f"{words[0]}.log").write_text(ended.stdout, encoding="utf-8")
    if ended.returncode and is_told:
        sys.exit(f"mutmut {words[0]} ended with {ended.returncode}:\n{ended.stdout[-3000:]}")
    return ended.stdout


def _codes(folder: Path) -> dict[str, int | None]:
    """Return the exit code of the tests by change; None where it was not tried."""
    codes: dict[str, int | None] = {}
    for path in sorted((folder / "mutants").rglob("*.meta")):
        codes |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return codes
