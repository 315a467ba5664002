"""Reviewed apart from changed; what is thin or overdue is said to the reader; how to tell us, without data."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from site_document import Document

from calculator.docsite import card_state, changes, words
from calculator.docsite.shell import Shell
from calculator.policy import entry

THIN, FIRM = "order_defect_rate.minimum_orders", "order_defect_rate.target"


def git(folder: Path, *command: str, day: str = "2026-01-02T00:00:00+0000") -> None:
    names = {f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    times = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder), **names, **times}
    subprocess.run(["git", *command], cwd=folder, env=environment, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    page = tmp_path / "docs" / "a.md"
    page.parent.mkdir()
    git(tmp_path, "init", "-q")
    for text, day in (("one", "2026-01-02T00:00:00+0000"), ("two", "2026-03-04T23:30:00-0500")):
        page.write_text(text, encoding="utf-8")
        git(tmp_path, "add", "docs", day=day)
        git(tmp_path, "commit", "-qm", text, day=day)
    return tmp_path


def test_the_changed_day_is_that_of_the_last_commit_in_utc(repository: Path) -> None:
    assert changes.day_of(repository / "docs" / "a.md", repository) == date(2026, 3, 5)


def test_without_git_or_history_nothing_is_said(tmp_path: Path, repository: Path) -> None:
    assert changes.days(Path("/")) == {}
    assert changes.day_of(repository / "docs" / "new.md", repository) is None
    assert changes.day_of(Path("/elsewhere.md"), repository) is None


def page(review_by: date | None, *keys: str) -> SimpleNamespace:
    return SimpleNamespace(
        meta={"review_by": review_by, "cards": card_state.of(list(keys)) if keys else None}
    )


def test_a_page_is_due_when_it_or_its_first_card_is() -> None:
    card = min(row.review_by for row in entry(THIN).values)
    shell = Shell.of("en", date(2026, 11, 22))
    assert shell.due(page(date(2030, 1, 1), FIRM, THIN)) == card
    assert shell.due(page(date(2026, 12, 1), THIN)) == date(2026, 12, 1)
    assert shell.due(page(None)) is None


def test_the_banner_rises_on_the_day_after() -> None:
    one = page(date(2026, 12, 1))
    assert not Shell.of("en", date(2026, 12, 1)).is_overdue(one)
    assert Shell.of("en", date(2026, 12, 2)).is_overdue(one)


def test_thin_evidence_is_to_be_verified_and_firm_is_not() -> None:
    assert card_state.is_to_verify(entry(THIN))
    assert not card_state.is_to_verify(entry(FIRM))
    assert "#fact." + THIN in card_state.live([THIN, FIRM], "en")
    assert card_state.live([FIRM], "en") == ""


def test_every_page_says_how_to_tell_us_and_warns_against_data(pages: dict[str, Document]) -> None:
    for url, one in pages.items():
        lang = "zh-Hans" if url.startswith("zh/") else "en"
        if not url.endswith("404.html"):
            (tell,) = one.with_class("odr-tell")
            assert words.text(lang, "foot.tell_warning") in tell.text, url


def test_a_page_with_thin_cards_says_so_on_top_and_lists_them(pages: dict[str, Document]) -> None:
    for url, lang in (("understand/small-shops/", "en"), ("zh/understand/small-shops/", "zh-Hans")):
        (line,) = pages[url].with_class("odr-reviewed")
        assert words.text(lang, "live.mark") in line.text
        assert "verify-live" in pages[url].ids


def test_the_form_of_the_repository_is_used_where_one_is_known() -> None:
    shell, one = Shell.of("en", date(2026, 11, 22)), SimpleNamespace(url="guide/write/")
    assert shell.tell(one, None) == "../../about/contributing/#wrong-fact"
    assert shell.tell(one, "https://host.example/a/b/").startswith(
        "https://host.example/a/b/issues/new/choose"
    )
