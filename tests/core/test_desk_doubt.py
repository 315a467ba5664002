"""What is said beside a typed answer: each doubt with what it catches and what it passes."""

from __future__ import annotations

from datetime import date

import pytest

from calculator.desk.doubt import MOST, choice, order_id, problem
from calculator.messages import LANGUAGES

TODAY = date(2026, 11, 24)


def said(kind: str, words: str, sent: str = "") -> str | None:
    found = problem(kind, words, "en", TODAY, sent=sent)
    return found["code"] if found else None


@pytest.mark.parametrize(
    ("kind", "words", "sent", "code"),
    [
        ("day", "soon", "", "day"),
        ("past_day", "2026-13-45", "", "day"),
        ("past_day", "2026-11-25", "", "future"),
        ("day", "2016-11-24", "", "far"),
        ("count", "about thirty", "", "count"),
        ("count", "12.5", "", "count"),
        ("words", "质检流程", "en", "chinese"),
        ("proof", "交接单.pdf", "en", "chinese"),
        ("words", "x" * (MOST["words"] + 1), "", "too_long"),
        ("past_day", "2026-11-20" + " " * 100 + "x", "", "too_long"),
    ],
)
def test_it_is_caught(kind: str, words: str, sent: str, code: str) -> None:
    assert said(kind, words, sent) == code


@pytest.mark.parametrize(
    ("kind", "words", "sent"),
    [
        ("day", "", ""),
        ("day", "  ", ""),
        ("day", "2026-12-04", ""),
        ("past_day", "2026年11月24日", ""),
        ("past_day", "20 Nov 2026", "en"),
        ("count", "1,260", ""),
        ("count", "１２６", ""),
        ("words", "质检流程", "zh"),
        ("words", "质检流程", ""),
        ("words", "a scale at the table", "en"),
        ("long_words", "通知" * 500, "en"),
        ("words", "x" * MOST["words"], ""),
    ],
)
def test_it_is_passed(kind: str, words: str, sent: str) -> None:
    assert said(kind, words, sent) is None


@pytest.mark.parametrize(
    ("kind", "words", "offer"),
    [
        ("past_day", "2026-14-10", "2026-10-14"),
        ("past_day", "10月6日", "2026-10-06"),
        ("past_day", "10/11/2026", None),
        ("count", "126 orders", "126"),
        ("count", "12 of 126", None),
        ("past_day", "2026-11-25", None),
    ],
)
def test_a_value_is_offered_only_where_one_alone_can_be_meant(
    kind: str, words: str, offer: str | None
) -> None:
    found = problem(kind, words, "en", TODAY)
    assert found is not None
    assert found["offer"] == offer


def test_an_order_number_is_told_from_another_name() -> None:
    wrong = order_id("111-000001-0000001", "en")
    assert wrong is not None and wrong["code"] == "order_id"
    near = order_id("11100000010000001", "en")
    assert near is not None and near["offer"] == "111-0000001-0000001"
    assert order_id("111-0000001-0000001", "en") is None
    assert order_id("the blue one", "en") is None


def test_a_choice_is_one_of_its_options() -> None:
    options = [("a", "A"), ("", "none")]
    wrong = choice("choice", "b", options, "en")
    assert wrong is not None and wrong["code"] == "choice"
    assert choice("choice", "a", options, "en") is None
    assert choice("who", "b", options, "en") is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_doubt_has_its_sentence(lang: str) -> None:
    words = [
        ("day", "soon"),
        ("past_day", "2026-11-25"),
        ("day", "1999-01-01"),
        ("count", "x"),
        ("who", "x" * 99),
    ]
    assert all(found["text"] for kind, one in words if (found := problem(kind, one, lang, TODAY)))
