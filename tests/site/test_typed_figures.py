"""A figure with a unit comes from a card, from the core, or is called our own aloud."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from site_document import sources

from calculator.docsite import page_parts
from calculator.docsite.typed_figures import TypedFigure, check, found, own

CAUGHT = {
    "Appeal within 30 days.": "30 days",
    "The limit is 1 %.": "1 %",
    "The limit is 1\u00a0%.": "1\u00a0%",
    "Under 0.5 percent.": "0.5 percent",
    "A 60-day window.": "60-day",
    "You have sixty days.": "sixty days",
    "Wait forty-eight hours.": "forty-eight hours",
    "Within 14–17 days.": "14–17 days",
    "Up to $2,500.": "$2,500",
    "Costs 40 euros.": "40 euros",
    "With 1-2 stars.": "1-2 stars",
    "Below 200 orders.": "200 orders",
    "统计六十天。": "六十天",
    "统计 60 天。": "60 天",
    "三十天内申诉。": "三十天",
    "48小时内回复。": "48小时",
    "百分之一以下。": "百分之一",
    "低于 1% 才行。": "1%",
    "两星也算。": "两星",
    "收 300 元。": "300 元",
    '{{ fact("a.b", "within 30 days") }}': "30 days",
    "| Appeal | 30 |\n|---|---|\n| Reply | 48 |": "30",
    "---\ndescription: Within 30 days.\n---\n# A\n": "30 days",
}
PASSED = (
    'Appeal {{ fact("a.b", "within {value}") }}.',
    "Reviewed on 22 Nov 2026, again in May 2027.",
    "2026年11月22日核对，11 月 7 日前。",
    "Order 111-0000001-0000001 was late.",
    "1. First\n2. Second",
    "One claim, one day early.",
    "提前一天。第二天再看。",
    "`60 days` is code.\n\n```\n60 days\n```",
    '{{ own("ten minutes", "our advice") }} and {{ quoted("200 orders", "a forum") }}',
    "[a](30-days.md) <a data-x='30 days'>b</a> {: #in-30-days }",
    "Python 3.11 and version 9.8.1",
    "五个问题，三个原因。",
    "---\nreviewed: 2026-11-22\n---\n# A\n",
)


@pytest.mark.parametrize(("text", "figure"), CAUGHT.items())
def test_a_typed_figure_is_caught(text: str, figure: str) -> None:
    assert figure in [one.text for one in found(text)]


@pytest.mark.parametrize("text", PASSED)
def test_what_is_no_typed_figure_passes(text: str) -> None:
    assert found(text) == []


def test_the_page_and_its_line_are_named() -> None:
    with pytest.raises(TypedFigure, match=r'guide/a\.md types figures \(line 4: "30 days"\)'):
        check("# A\n\nText.\nWithin 30 days.\n", "guide/a.md")


def test_a_page_about_the_program_may_call_its_figures_its_own() -> None:
    page = "---\nown_figures: measured here\n---\n# A\n\nIt takes 30 minutes.\n"
    check(page, "about/method.md")
    with pytest.raises(TypedFigure):
        check(page, "guide/write.md")
    with pytest.raises(TypedFigure):
        check(page.replace("measured here", ""), "about/method.md")


def test_our_own_figure_needs_a_reason() -> None:
    assert own("ten minutes", "our advice") == "ten minutes"
    with pytest.raises(TypedFigure):
        own("ten minutes", " ")


@pytest.mark.parametrize("folder", ["en", "zh"])
def test_no_page_types_a_figure(folder: str) -> None:
    for name, text in sources(folder).items():
        check(text, name)


def test_a_typed_figure_stops_the_build() -> None:
    """Before the first macro of the page is filled."""
    file = SimpleNamespace(content_string="# A\n\nAppeal within 30 days.\n", src_uri="index.md")
    with pytest.raises(TypedFigure, match=r"index\.md"):
        page_parts.open_page(SimpleNamespace(page=SimpleNamespace(file=file), variables={}))
