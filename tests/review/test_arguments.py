"""Arguments: a letter that disputes, denies or threatens instead of giving a plan is told so, however it is laid out.

Worse mistake: a plan with dated deeds called an argument, because one sentence asks for a new count.
"""

from __future__ import annotations

import pytest

from calculator.review import review

DISPUTES = {
    "en": "Our rate is 1.9 % (4 of 210 orders). None of these should be counted. Order 111-0000001-0000001 was signed "
    "for. Order 111-0000002-0000002 was refunded before the claim was decided. Order 111-0000003-0000003 had a label "
    "bought from you, and the first scan was on the ship-by date. The buyer of the last one wrote that the lamp is "
    "uglier than in the picture. We ask that the offers are switched on again today.",
    "de": "Unsere Rate beträgt 1,9 % (4 von 210 Bestellungen). Zwei Fälle sind aus der Wertung zu nehmen. Die erste "
    "Bewertung besteht nur aus dem Satz, dass die Farbe nicht gefällt, und das ist eine Rezension. Der zweite Fall "
    "betrifft ein Paket mit einem Etikett von Ihnen, das pünktlich übergeben wurde. Einen Plan halten wir deshalb für "
    "entbehrlich. Wir bitten darum, die Angebote noch heute wieder freizuschalten und die Fälle zu löschen.",
    "zh-Hans": "本店缺陷率是1.9%（210单中4单）。这四单都不应计入缺陷率。第一单买家已经签收，第二单在索赔判定以前就退了款，"
    "第三单的面单是在平台买的，当天就有扫描，第四单的评论只说颜色不好看，是对商品的看法。我们请求今天就恢复商品。",
    "ja": "当店の注文不良率は1.9%（210件中4件）です。四件を不良率から除外してください。一件目は署名があり、二件目は決定の前に"
    "返金しました。三件目の送り状は貴社で買い、当日に読み取られました。四件目の感想は色の好みです。本日中の再開を求めます。",
}
PLAN = (
    "Our rate is 1.9 % (4 of 210 orders). The packer took the wrong box because nobody compared the label, and that was "
    "our mistake. On 4 May 2026 we refunded the four buyers. Since 5 May 2026 the packer scans each label. Order "
    "111-0000001-0000001 is appealed on its own; if it is granted, the marks are removed and the rate is recalculated. "
    "Attached are the list of refunds, photos of the shelf and the scan log of the last two weeks."
)


def _kinds(text: str) -> set[str]:
    return {one.kind for one in review(text) if one.rule == "F7"}


@pytest.mark.parametrize("lang", DISPUTES)
def test_a_letter_that_says_what_should_not_count_argues(lang: str) -> None:
    assert "counting" in _kinds(DISPUTES[lang])


def test_a_plan_with_dated_deeds_may_ask_for_a_new_count() -> None:
    assert _kinds(PLAN) == set()


def test_a_threat_without_a_plan_argues_though_its_sentences_seem_to_fill_the_parts() -> None:
    threat = (
        "Each buyer received the goods and each lied. Two of them went to their bank. Your decision is arbitrary. "
        "No seller could have prevented this. Unless the account is restored within 48 hours, proceedings will be "
        "issued in the competent court and the press will be informed. All costs will be claimed from you in full, and "
        "all rights are reserved. There is nothing more to say about the five orders of this summer."
    )
    assert "counting" in _kinds(threat)
