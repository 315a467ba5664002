"""No sentence about the coming days promises, comforts, presses, or tells a day as the day offers come back."""

from __future__ import annotations

import re

import pytest

from calculator.messages import LANGUAGES, catalogue

from .test_plan import harm

OFFERS = re.compile(r"\boffers?\b|上架|恢復|恢复|重新销售|selling privileges", re.IGNORECASE)
ONLY_SENTENCE_ABOUT_OFFERS = "earliest.alone"
EXCUSE = re.compile(
    r"\bonly (?:bad )?luck\b|\bjust luck\b|\bnot your fault\b|只是运气|不是你的错|别担心|\bdo not worry\b"
)
SELL_MORE = re.compile(
    r"\bsell more\b|\bmore sales\b|\borders? (?:are )?(?:still )?needed\b|多卖|再卖出? ?\d|还差 ?\S* ?个订单"
)
FIGURE = re.compile(r"\d")
MAY_HOLD_A_FIGURE = {"luck.rare"}
"""Fewer than 1: the least of the count itself, no figure of policy."""


def sentences(lang: str) -> dict[str, str]:
    return catalogue(lang, "recovery")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_does_harm(lang: str) -> None:
    found = {key: words for key, words in sentences(lang).items() if harm(words)}
    assert found == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_sentence_alone_speaks_of_offers_and_it_says_that_no_source_does(lang: str) -> None:
    assert [key for key, words in sentences(lang).items() if OFFERS.search(words)] == [
        ONLY_SENTENCE_ABOUT_OFFERS
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_chance_is_no_excuse_and_nobody_is_told_to_sell_more(lang: str) -> None:
    assert [
        key for key, words in sentences(lang).items() if EXCUSE.search(words) or SELL_MORE.search(words)
    ] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_figure_is_typed_into_a_sentence(lang: str) -> None:
    typed = {
        key for key, words in sentences(lang).items() if FIGURE.search(re.sub(r"\{\w+\}|A-to-z", "", words))
    }
    assert typed == MAY_HOLD_A_FIGURE


@pytest.mark.parametrize(
    ("guard", "caught", "passed"),
    [
        (OFFERS, "On 28 Dec your offers come back.", "On 28 Dec the number alone is under 1 %."),
        (OFFERS, "12月28日恢复。", "12月28日起低于 1%。"),
        (EXCUSE, "It was just luck.", "Stands there by luck in 13 of 100 such windows."),
        (EXCUSE, "这只是运气。", "单凭运气就过线。"),
        (SELL_MORE, "75 more orders are needed.", "28 orders are placed and not in the window yet."),
        (SELL_MORE, "再卖 75 个就好。", "有 31 个订单已经下单。"),
        (FIGURE, "Look at the next 30 days.", "Look at the next {days} days."),
    ],
)
def test_each_guard_catches_its_witness_and_passes_what_is_fine(
    guard: re.Pattern[str], caught: str, passed: str
) -> None:
    assert guard.search(caught)
    assert not guard.search(passed)
