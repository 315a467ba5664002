"""The list of what nobody has read again in time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from calculator.docsite.freshness import overdue_facts, overdue_pages, overdue_texts

LONG_AFTER = date(2099, 1, 1)
BEFORE = date(2026, 11, 22)


def test_nothing_is_overdue_on_the_day_of_the_build() -> None:
    assert list(overdue_facts(BEFORE)) == []
    assert list(overdue_pages(BEFORE)) == []
    assert list(overdue_texts(BEFORE)) == []


def test_everything_is_overdue_when_nobody_looks_for_long() -> None:
    assert any(line.startswith("fact order_defect_rate.target:") for line in overdue_facts(LONG_AFTER))
    assert any(line.startswith("page zh/about/privacy.md:") for line in overdue_pages(LONG_AFTER))


def test_a_text_is_overdue_on_the_day_after_its_last_one() -> None:
    assert "text plans/one_cause: was to be read again by 2027-05-21" not in overdue_texts(date(2027, 5, 21))
    assert "text plans/one_cause: was to be read again by 2027-05-21" in overdue_texts(date(2027, 5, 22))


def test_a_page_is_overdue_on_the_day_after_its_last_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nreview_by: 2027-01-05\n---\n# A\n", encoding="utf-8")
    assert list(overdue_pages(date(2027, 1, 5), tmp_path)) == []
    assert list(overdue_pages(date(2027, 1, 6), tmp_path)) == [
        "page a.md: was to be read again by 2027-01-05"
    ]
