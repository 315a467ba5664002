"""The sentences about the coming days against a plain count: random shops, the notice, another shop's words."""

from __future__ import annotations

import os
from datetime import date

import pytest

from calculator.explain import explanation

from .compare_recovery import assessment
from .compare_words import compare, told_room
from .shop import shop as random_shop
from .small_shop import NOTICE_DAY, claim, shop, two_or_three_a_day

SHOPS = int(os.environ.get("ODR_SHOPS", "40")) // 4
SOLD = two_or_three_a_day(date(2026, 9, 9), NOTICE_DAY)


@pytest.mark.parametrize("seed", range(SHOPS))
def test_the_sentences_of_a_random_shop_hold_the_figures_of_a_plain_count(seed: int) -> None:
    assert compare(random_shop(seed)) == []


def test_the_notice_in_words() -> None:
    one = shop(SOLD, [claim(56), claim(73)])
    assert compare(one) == []
    (block,) = (block for block in explanation(assessment(one), "en")["recovery"] if block["main"])
    told = {step["iso"]: step["text"] for step in block["steps"]}
    assert block["earliest"]["iso"] == "2026-12-28"
    about = block["earliest"]["about"].replace("\xa0", " ")
    assert about.endswith("between 27 Dec 2026 and 29 Dec 2026.")
    assert "1 of 99 = 1.01 %" in told["2026-12-20"].replace("\xa0", " ")
    rates = {row["iso"]: row["rate"] for row in block["days"]["rows"]}
    assert [rates[day].replace("\xa0", " ") for day in ("2026-12-07", "2026-12-17", "2026-12-28")] == [
        "1.587 %",
        "1.905 %",
        "0 %",
    ]


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("It can carry no further one.", 0),
        ("It can carry 12 more and stay under 1 %.", 12),
        ("That is 3 too many.", -3),
        ("None of the next 30 days is tighter.", None),
    ],
)
def test_room_is_read_out_of_a_sentence(words: str, more: int | None) -> None:
    assert told_room(words) == more
