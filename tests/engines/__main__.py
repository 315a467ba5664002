"""Do the job in every engine that is here, say which are not and why, keep how each test ended.

    python -m tests.engines [firefox webkit]

Exit code 1 where something failed, or where nothing could be tried. A run of all engines writes
`calculator/docsite/engine_figures.toml`, which a page shows.
"""

from __future__ import annotations

import json
import sys
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
        """Return the text of the figures file."""
        lines = ["# Written by `make engines`, not by hand.", "", f"day = {settings.as_of()}"]
        for engine, tests in self.ended.items():
            lines += ["", f"[engines.{engine}]", f"version = {json.dumps(self.versions.get(engine, ''))}"]
            lines += [f"{test} = {json.dumps(outcome)}" for test, outcome in tests.items()]
        return "\n".join(lines) + "\n"


def main(names: list[str]) -> int:
    """Try the engines that are named, or all."""
    kept = Kept()
    chosen = ["-k", " or ".join(names)] if names else []
    code = pytest.main([HERE, "-q", "-p", "no:xdist", "-p", "no:cacheprovider", *chosen], plugins=[kept])
    print(kept.told())
    if not names and kept.versions:
        FIGURES.write_text(kept.written(), encoding="utf-8")
    return 1 if code or not kept.versions else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
