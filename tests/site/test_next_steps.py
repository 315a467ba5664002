"""The way on: named in the front matter, shown with the words of the page it leads to."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_document import Document, sources

from calculator.docsite.next_steps import BY_HAND, WrongNext, block, said

PAGE = "---\ndescription: What to do. More of it.\n---\n# The goal {: #top }\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "guide").mkdir()
    for name in ("a", "b", "c", "d"):
        (tmp_path / "guide" / f"{name}.md").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_a_goal_is_shown_with_its_title_and_the_first_sentence_of_its_description(docs: Path) -> None:
    html = block("start/x.md", {"next": ["guide/a.md"]}, docs, "en", str)
    assert "- [The goal](../guide/a.md) <small>What to do.</small>" in html
    assert said("---\ndescription: 怎么做。还有。\n---\n# 目标\n", str) == ("目标", "怎么做。")


def test_a_text_with_blanks_may_be_the_way_on(docs: Path) -> None:
    goal = "templates/a-to-z-appeal-delivered.md"
    assert f"](../{goal})" in block("guide/x.md", {"next": [goal]}, docs, "en", str)


def test_a_page_that_names_none_gets_no_block(docs: Path) -> None:
    assert block("start/x.md", {}, docs, "en", str) == ""


@pytest.mark.parametrize(
    "goals",
    [
        [],
        "guide/a.md",
        ["guide/a.md", "guide/a.md"],
        ["guide/nowhere.md"],
        ["start/x.md"],
        ["guide/a.md", "guide/b.md", "guide/c.md", "guide/d.md"],
    ],
)
def test_a_way_on_that_cannot_be_shown_stops_the_build(docs: Path, goals: object) -> None:
    with pytest.raises(WrongNext, match=r"start/x\.md"):
        block("start/x.md", {"next": goals}, docs, "en", str)


@pytest.mark.parametrize("folder", ["en", "zh"])
def test_no_page_names_its_way_on_twice(folder: str) -> None:
    both = [name for name, text in sources(folder).items() if "\nnext: " in text and BY_HAND in text]
    assert both == []


def test_the_block_stands_on_the_page_in_both_languages(pages: dict[str, Document]) -> None:
    for folder, prefix in (("en", ""), ("zh", "zh/")):
        for name, text in sources(folder).items():
            if "\nnext: " in text:
                url = prefix + name.removesuffix("index.md").replace(".md", "/")
                assert len(pages[url].with_class("odr-next")) == 1, url
