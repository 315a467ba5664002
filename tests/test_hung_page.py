"""A page that never answers costs its own test, named, and nothing else of the run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.native
MAKEFILE = Path(__file__).parents[1] / "Makefile"
HUNG = """
import threading

def test_that_never_answers():
    threading.Event().wait()

def test_after_it():
    assert True
"""


def options() -> list[str]:
    """Return how the Makefile runs the pages' tests."""
    given = dict(re.findall(r"^(\w+) := (.+)$", MAKEFILE.read_text(encoding="utf-8"), re.MULTILINE))
    return re.sub(r"\$\((\w+)\)", lambda name: given[name[1]], given["SIDE_BY_SIDE"]).split()


def test_a_hung_test_fails_by_name_and_the_rest_is_run(tmp_path: Path) -> None:
    (tmp_path / "test_hung.py").write_text(HUNG, encoding="utf-8")
    asked = [*options(), "--timeout", "1", "--rootdir", str(tmp_path), "-p", "no:cacheprovider"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *asked, "-q", "test_hung.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "1 failed, 1 passed" in done.stdout
    assert "FAILED test_hung.py::test_that_never_answers" in done.stdout


def test_the_wait_is_long_enough_for_a_busy_machine_and_short_enough_for_a_run() -> None:
    """The slowest page test takes half a minute on two processors; ten hung ones still end within the hour."""
    given = options()
    assert 120 <= int(given[given.index("--timeout") + 1]) <= 360
