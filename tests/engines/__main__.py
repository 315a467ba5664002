"""Do the job in every engine that is here, say which are not and why, keep how each test ended.

    python -m tests.engines [firefox webkit]

Exit code 1 where something failed, or where nothing could be tried. The result is
written to `calculator/docsite/engine_figures.toml`, which a page shows.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

import pytest

from calculator.docsite import settings

from .conftest import ENGINES

FIGURES = Path("calculator/docsite/engine_figures.toml")
HERE = str(Path(__file__).parent)


class Kept:
    """A plug-in of pytest: how each test of each engine ended."""

    def __init__(self) -> None:
        self.versions: dict[str, str] = {}
        self.missing: dict[str, str] = {}
        self.ended: dict[str, dict[str, str]] = {name: {} for name in ENGINES}
        self.failed: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "teardown" or (report.when == "setup" and report.passed):
            return
        name, _, given = report.location[2].partition("[")
        engine, _, part = given.rstrip("]").partition("-")
        test = name.removeprefix("test_") + (f"_{part}" if part else "")
        if report.when == "setup" and report.skipped:
            self.missing[engine] = str(report.longrepr[2]).removeprefix("Skipped: ")
            return
        self.versions[engine] = str(dict(report.user_properties).get("version", ""))
        self.ended[engine][test] = report.outcome
        if report.failed:
            self.failed.append(report.nodeid)

    def told(self) -> str:
        """Return a line for each engine."""
        lines = []
        for engine, tests in self.ended.items():
            if engine in self.missing:
                lines.append(f"{engine:<8} not tried: {self.missing[engine]}")
            elif tests:
                passed = sum(outcome == "passed" for outcome in tests.values())
                lines.append(f"{engine:<8} {self.versions[engine]}: {passed} of {len(tests)} passed")
        return "\n".join(lines)

    def written(self) -> str:
        """Return the text of the figures file; an engine that was not asked for keeps what it had."""
        held = tomllib.loads(FIGURES.read_text(encoding="utf-8"))["engines"] if FIGURES.exists() else {}
        lines = ["# Written by `make engines`, not by hand.", "", f"day = {settings.as_of()}"]
        for engine, tests in self.ended.items():
            found = {"version": self.versions.get(engine, ""), **tests}
            if not tests and engine not in self.missing:
                found = held.get(engine, found)
            lines += [
                "",
                f"[engines.{engine}]",
                *(f"{key} = {json.dumps(one)}" for key, one in found.items()),
            ]
        return "\n".join(lines) + "\n"


def main(names: list[str]) -> int:
    """Try the engines that are named, or all; what missed its moment on a busy machine is tried once more."""
    kept = Kept()
    code = _tested(kept, HERE, *(["-k", " or ".join(names)] if names else []))
    if again := kept.failed:
        kept.failed = []
        code = _tested(kept, *again)
    print(kept.told())
    if kept.versions:
        FIGURES.write_text(kept.written(), encoding="utf-8")
    return 1 if code or not kept.versions else 0


def _tested(kept: Kept, *words: str) -> int:
    return int(pytest.main(["-q", "-p", "no:xdist", "-p", "no:cacheprovider", *words], plugins=[kept]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
