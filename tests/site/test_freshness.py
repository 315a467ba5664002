"""The list of what nobody has read again in time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from calculator.docsite import followed
from calculator.docsite.freshness import overdue_facts, overdue_pages, overdue_texts
from calculator.docsite.shell import Shell

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


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for tag, words in (("en", "Read it."), ("zh", "先读。")):
        (tmp_path / tag).mkdir()
        (tmp_path / tag / "a.md").write_text(f"---\nreviewed: 2026-01-01\n---\n{words}\n", encoding="utf-8")
    return tmp_path


def noted(docs: Path) -> dict[str, tuple[str, str]]:
    rows = followed.written(["a.md"], docs, {})
    return {"a.md": tuple(rows.split("[")[1].replace('"', "").strip("]\n").split(", "))}  # type: ignore[dict-item]


def changed(docs: Path, tag: str, old: str, new: str) -> None:
    page = docs / tag / "a.md"
    page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_changed_source_is_listed_and_an_unchanged_one_is_not(docs: Path) -> None:
    record = noted(docs)
    assert list(followed.overdue(docs, record)) == []
    changed(docs, "en", "Read it.", "Read it twice.")
    assert list(followed.overdue(docs, record)) == ["translation zh/a.md: the English page has changed since"]


def test_a_new_day_of_review_is_no_change(docs: Path) -> None:
    record = noted(docs)
    changed(docs, "en", "2026-01-01", "2026-02-02")
    assert followed.state("a.md", docs, record) is followed.State.FOLLOWS


def test_who_edits_both_languages_is_asked_and_the_page_says_nothing(docs: Path) -> None:
    record = noted(docs)
    changed(docs, "en", "Read it.", "Read it twice.")
    changed(docs, "zh", "先读", "先读两遍")
    assert followed.state("a.md", docs, record) is followed.State.BOTH_CHANGED
    assert "`make followed`" in next(followed.overdue(docs, record))
    assert list(followed.overdue(docs, noted(docs))) == []


def test_only_a_translation_that_is_behind_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    page = SimpleNamespace(file=SimpleNamespace(abs_src_path="a.md", src_uri="a.md"), url="a/b/")
    monkeypatch.setattr(followed, "state", lambda _: followed.State.BEHIND)
    chinese = Shell.of("zh-Hans", BEFORE)
    assert chinese.is_behind(page)
    assert chinese.in_english(page) == "../../../a/b/"
    assert not Shell.of("en", BEFORE).is_behind(page)
    monkeypatch.setattr(followed, "state", lambda _: followed.State.BOTH_CHANGED)
    assert not chinese.is_behind(page)


def test_the_table_names_pages_that_exist() -> None:
    held = followed.TABLE.read_text(encoding="utf-8")
    assert held.startswith(followed.HEAD)
    assert held.count("\n") > 90
