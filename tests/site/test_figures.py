"""No figure on a page is typed by hand; every one equals the core's."""

from __future__ import annotations

import json
import re

import pytest
from site_document import FENCE, Document
from site_document import sources as pages_of

from calculator.docsite import example, facts, settings, words
from calculator.encode import assessment_json
from calculator.order_defect_rate import Verdict
from calculator.policy import entries, policy_on
from calculator.policy import sources as known_sources

MACRO = re.compile(r"\{\{.*?\}\}", re.DOTALL)
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
UNITS = (
    r"%|‰|per ?cent|(?:calendar |business |whole )?(?:days?|hours?|stars?)\b",
    r"个?自然日|个?工作日|天|小时|星|分之",
)
TYPED = re.compile(rf"\d+(?:[.,]\d+)?[\s\u00a0]*(?:{'|'.join(UNITS)})|\b\d+\s*(?:of|/)\s*\d+")
AS_OF = settings.as_of()


def typed_figures(markdown: str) -> list[str]:
    """Return every threshold, deadline or rate that stands in a page outside a macro."""
    bare = MACRO.sub(" ", FENCE.sub("", FRONT.sub("", markdown)))
    return [found[0] for found in TYPED.finditer(bare)]


@pytest.mark.parametrize("folder", ["en", "zh"])
def test_no_page_has_a_figure_typed_by_hand(folder: str) -> None:
    assert {name: found for name, text in pages_of(folder).items() if (found := typed_figures(text))} == {}


@pytest.mark.parametrize(
    "text",
    [
        "under 1 %",
        "必须低于 1%。",
        "within 30 days",
        "48 小时内",
        "60 calendar days",
        "1 星",
        "2 of 126 orders",
    ],
)
def test_a_typed_figure_is_caught(text: str) -> None:
    assert typed_figures(f"# Title\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        'under {{ fact("order_defect_rate.target") }}',
        "Python 3.11 or newer, on 127.0.0.1:8000",
        "1. First step\n2. Second step",
        "```sh\nsleep 60 days\n```",
        "reviewed in May 2027, 2027 年 5 月",
    ],
)
def test_text_without_a_figure_of_amazons_passes(text: str) -> None:
    assert typed_figures(text) == []


def test_templates_and_stylesheets_have_no_figure_typed_by_hand() -> None:
    for path in (settings.ROOT / "calculator" / "docsite").rglob("*"):
        if path.suffix == ".html" or path.name == "site.css":
            content = re.sub(
                r"/\*.*?\*/|\{[#%].*?[#%]\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL
            )
            if path.suffix == ".css":
                content = " ".join(re.findall(r"content:\s*([^;]+);", content))
            assert typed_figures(content) == [], path.name


def test_each_figure_in_a_sentence_is_the_value_of_the_core(pages: dict[str, Document]) -> None:
    seen = 0
    for url, page in pages.items():
        lang = "zh-Hans" if url.startswith("zh/") else "en"
        for tag in page.with_class("odr-fact"):
            key = tag["href"].removeprefix("#fact.")
            figures = set(re.findall(r"\d+(?:\.\d+)?", tag.text))
            if tag.text.startswith(facts.entry(key).statement[lang]):
                continue  # the core's own sentence, whole
            if not figures or (key.startswith("counted_defects.") and "stars" not in key):
                continue
            values = {words.value(lang, row) for row in facts.entry(key).values if _has_figure(row)}
            assert any(
                figures <= set(re.findall(r"\d+(?:\.\d+)?", value)) for value in values | {_target(lang)}
            ), key
            seen += 1
    assert seen >= 20


def _has_figure(row: object) -> bool:
    try:
        words.value("en", row)  # type: ignore[arg-type]
    except LookupError:
        return False
    return True


def _target(lang: str) -> str:
    return facts.figure("order_defect_rate.target", lang, AS_OF)


def test_the_ruler_is_labelled_with_the_target(pages: dict[str, Document]) -> None:
    for url, page in pages.items():
        (header,) = page.with_class("md-header")
        assert header["data-odr-limit"] == ("1%" if url.startswith("zh/") else "1\u00a0%")


def test_the_worked_example_is_assessed_by_the_core() -> None:
    found = example.case(AS_OF)
    assert (found.defects, found.orders) == (2, 126)
    assert found.verdict is Verdict.OFF_TARGET
    assert found.rate("en") == "1.587\u00a0%"
    assert found.rate("zh-Hans", marks_removed=1) == "0.794%"
    assert example.assessment(AS_OF).problems == ()


def test_the_pages_show_the_example_as_assessed(
    english: dict[str, Document], chinese: dict[str, Document]
) -> None:
    one = example.case(AS_OF)
    for tag, home in (("en", english[""]), ("zh-Hans", chinese[""])):
        numbers = [found.text for found in home.with_class("odr-fraction__number")]
        assert numbers == [str(one.defects), str(one.orders)]
        assert one.rate(tag) in home.with_class("odr-fraction__rate")[0].text
        assert one.rate(tag, marks_removed=1) in home.with_class("odr-fraction__sentence")[0].text


def test_every_outcome_of_the_policy_is_in_the_tables(
    english: dict[str, Document], chinese: dict[str, Document]
) -> None:
    outcomes = [
        one for one in entries() if one.key.startswith("counted_defects.") and one.key.count(".") == 2
    ]
    assert len(outcomes) > 15
    for tag, found in (("en", english), ("zh-Hans", chinese)):
        page = found["understand/what-counts/"]
        chips = [chip["class"].split("--")[1] for chip in page.with_class("odr-chip")]
        expected = [str(policy_on(AS_OF).value(one.key)) for one in outcomes]
        assert sorted(chips) == sorted(expected)
        for one in outcomes:
            assert one.statement[tag] in page.words


def test_every_fact_and_every_source_has_its_place(
    english: dict[str, Document], chinese: dict[str, Document]
) -> None:
    for found in (english, chinese):
        assert {one.key for one in entries()} <= found["reference/facts/"].ids
        assert set(known_sources()) <= found["reference/sources/"].ids


def test_a_fact_card_says_grade_day_place_and_source(english: dict[str, Document]) -> None:
    page = english["understand/order-defect-rate/"]
    (rows,) = [tag for tag in page.tags if tag["id"] == "fact.order_defect_rate.window_lag"]
    for expected in (
        "15 days",
        "A, official",
        "22\u00a0Nov\u00a02026",
        "all stores",
        "Conflict",
        "14 to 16 days",
    ):
        assert expected in rows.text, expected


def test_the_example_is_what_the_command_line_would_say() -> None:
    """The pages read the assessment; the same files give the same figures as JSON."""
    found = json.loads(assessment_json(example.assessment(AS_OF), "en"))
    rate = found["order_defect_rate"]["mfn"]
    one = example.case(AS_OF)
    assert (rate["orders_with_defects"]["high"], rate["orders"]["high"]) == (one.defects, one.orders)
    assert rate["verdict"] == one.verdict.value
    assert rate["orders_needed"] == 201


def test_pages_name_the_day_they_were_read() -> None:
    for folder in ("en", "zh"):
        for name, text in pages_of(folder).items():
            if name != "index.md":
                assert re.search(
                    r"^reviewed: \d{4}-\d{2}-\d{2}\nreview_by: \d{4}-\d{2}-\d{2}$", text, re.MULTILINE
                ), name
