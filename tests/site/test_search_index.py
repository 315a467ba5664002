"""The search index: our setting in it, what a page is asked beside it, what is looked up weighs less."""

from __future__ import annotations

import json

import pytest

from calculator.docsite import search_index, settings

DOCS = [
    {"location": "understand/the-window/", "title": "统计时段", "text": "<p>订单</p>"},
    {"location": "templates/causes/", "title": "原因", "text": ""},
    {"location": "templates/", "title": "模板", "text": ""},
]
ASKED = {"understand/the-window/": ["60天从哪天算"]}


def test_the_questions_of_a_page_stand_beside_it() -> None:
    first, second, _ = search_index.indexed(DOCS, "zh-Hans", ASKED)["docs"]
    assert first["asked"] == ["60天从哪天算"]
    assert "asked" not in second


def test_the_nearest_folder_gives_the_weight() -> None:
    weights = [one.get("boost") for one in search_index.indexed(DOCS, "zh-Hans", {})["docs"]]
    assert weights[0] is None
    assert weights[1] < weights[2] < 1


def test_only_chinese_folds_its_two_scripts() -> None:
    folds = search_index.indexed(DOCS, "zh-Hans", {})["config"]["folds"]
    assert "統统" in folds
    assert "订订" not in folds
    assert search_index.indexed(DOCS, "en", {})["config"]["folds"] == ""


@pytest.mark.parametrize("folder", ["", "zh/"])
def test_no_section_is_cut_by_marks_that_nobody_sees(folder: str) -> None:
    written = (settings.SITE / folder / search_index.INDEX).read_text(encoding="utf-8")
    assert "\u200b" not in written
    assert json.loads(written)["config"]["synonyms"]


def test_no_page_starts_the_search_of_the_theme() -> None:
    assert list(settings.SITE.rglob("search.*.min.js")) == []
    page = (settings.SITE / "zh/understand/the-window/index.html").read_text(encoding="utf-8")
    assert '"search": "../../../assets/odr/search-' in page
