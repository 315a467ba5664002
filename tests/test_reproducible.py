"""The comparison of two builds sees a changed byte, a missing file and a file too many."""

from __future__ import annotations

from pathlib import Path

import pytest

from .reproducible import differing

pytestmark = pytest.mark.native


def test_the_comparison_sees_what_differs_and_nothing_else(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        (folder / "in").mkdir(parents=True)
        (folder / "in/same.html").write_text("same", encoding="utf-8")
    assert differing(first, second) == []
    (first / "in/other.html").write_text("a", encoding="utf-8")
    (second / "in/other.html").write_text("b", encoding="utf-8")
    (second / "more.html").write_text("b", encoding="utf-8")
    assert differing(first, second) == ["in/other.html", "more.html"]
