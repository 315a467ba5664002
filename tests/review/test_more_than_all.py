"""More than all: a letter that speaks of a fourth claim, or of all five buyers, where three orders had a defect.

Worse mistake: parcels on their way, or a fourth week, taken for a fourth defect.
"""

from __future__ import annotations

import pytest

from calculator.review import review

TOLD = [
    (
        "en",
        "Our rate is 1.69 % (3 of 178 orders). The fourth claim came in May.",
        "The fourth week was quiet.",
    ),
    (
        "de",
        "Die Rate beträgt 1,69 % (3 von 178 Bestellungen). Der vierte Antrag kam im Mai.",
        "Die vierte Woche war ruhig.",
    ),
    ("zh-Hans", "缺陷率1.69%（178单中3单）。第四单，买家说盒子破了。", "第四周很安静。"),
    ("ja", "注文不良率は1.69%（178件中3件）です。四件目の申請は五月でした。", "四週目は静かでした。"),
    (
        "ja",
        "率は1.79%とのことです。数えたところ112件のうち、不良は2件です。4件の申請はすべて郵便の遅れです。",
        "郵便は遅れます。",
    ),
]


def _kinds(text: str) -> set[str]:
    return {one.kind for one in review(text) if one.rule == "H5"}


@pytest.mark.parametrize(("lang", "more", "other"), TOLD)
def test_more_than_all_contradicts_and_an_ordinal_of_something_else_does_not(
    lang: str, more: str, other: str
) -> None:
    assert "two_figures" in _kinds(more)
    first = more.partition("。" if lang in ("zh-Hans", "ja") else "). ")[0]
    assert "two_figures" not in _kinds(f"{first}. {other}")


def test_the_last_of_them_contradicts_nothing() -> None:
    assert "two_figures" not in _kinds("Our rate is 1.69 % (3 of 178 orders). The third claim came in May.")


def test_a_count_of_something_else_is_no_number_of_defects() -> None:
    assert "two_figures" not in _kinds(
        "Our rate is too high. 2 of 20 drops broke a jar. The fourth claim came in May."
    )
