"""Types of defect that a notice names: a letter answers them by name or by every order with a defect.

Worse mistake: a good letter that treats what the claims complain of, held back for a word it lacks.
"""

from __future__ import annotations

import pytest

from calculator.defects import DefectType
from calculator.review import Asked, Severity, review
from calculator.review.case import issues_named

LATE = {
    "en": "Our order defect rate is 2 % (4 of 200 orders).\n\nRoot cause\n- The shelf was locked at noon and nobody had "
    "the key, so parcels were late.\n\nActions taken\n- On 4 May 2026 the owner made a second key.\n\nPrevention\n- {}",
    "de": "Rate an Bestellmängeln: 2 % (4 von 200 Bestellungen).\n\nUrsache\n- Das Regal war ab Mittag zu und niemand "
    "hatte den Schlüssel, die Pakete kamen zu spät.\n\nUmgesetzte Maßnahmen\n- Am 4. Mai 2026 haben wir einen zweiten "
    "Schlüssel gemacht.\n\nVorbeugung\n- {}",
    "zh-Hans": "订单缺陷率 2%（200单中4单）。\n\n根本原因\n- 货架中午上锁，没有人有钥匙，发货晚了。\n\n"
    "已采取的行动\n- 2026年5月4日配了第二把钥匙。\n\n预防措施\n- {}",
    "ja": "注文不良率は2%（200件中4件）です。\n\n根本原因\n- 昼に棚に鍵がかかり、誰も鍵を持たず、配送が遅れました。\n\n"
    "実施済みの対応\n- 2026年5月4日に合鍵を作りました。\n\n再発防止策\n- {}",
}
NAMED = {
    "en": "The buyer's bank sends chargebacks; the clerk reads them daily.",
    "de": "Rückbuchungen liest die Kollegin täglich.",
    "zh-Hans": "店员每天查看信用卡拒付。",
    "ja": "担当者が毎日チャージバックを確認します。",
}
OF_OTHERS = {
    "en": "The key hangs there daily.",
    "de": "Der Schlüssel hängt täglich da.",
    "zh-Hans": "钥匙每天挂好。",
    "ja": "鍵は毎日掛けます。",
}
ISSUES = ("late_delivery", "chargeback")


def _types(text: str, *issues: str, lang: str | None = None) -> dict[str, Severity]:
    """Return the severity of each type of defect that the review says a letter passes over."""
    found = review(text, Asked(issues=issues), lang)
    return {dict(one.values)["issue"]: one.severity for one in found if one.kind == "lacks_type"}


@pytest.mark.parametrize("lang", LATE)
def test_a_chargeback_passed_over_is_a_blocker_and_one_that_is_named_is_none(lang: str) -> None:
    assert _types(LATE[lang].format(OF_OTHERS[lang]), *ISSUES, lang=lang) == {"chargeback": Severity.BLOCKER}
    assert _types(LATE[lang].format(NAMED[lang]), *ISSUES, lang=lang) == {}


@pytest.mark.parametrize(
    "end",
    [
        "All 4 buyers were refunded on 5 May 2026.",
        "Orders 111-0000001-0000001, 111-0000002-0000002, 111-0000003-0000003 and 111-0000004-0000004 were late.",
    ],
)
def test_a_letter_that_answers_for_every_order_passes_over_none(end: str) -> None:
    letter = LATE["en"].format(f"The key hangs there daily.\n\n{end}")
    assert _types(letter, *ISSUES) == {}
    assert _types(letter.replace("4 of 200", "6 of 200"), *ISSUES) == {"chargeback": Severity.BLOCKER}


def test_claims_and_feedback_are_answered_by_what_they_complain_of() -> None:
    letter = LATE["en"].format(OF_OTHERS["en"])
    assert _types(letter, "late_delivery", "a_to_z_claim", "negative_feedback") == {}
    silent = letter.replace("parcels were late", "it took a while")
    assert _types(silent, "a_to_z_claim", "negative_feedback") == {"a_to_z_claim": Severity.MAJOR}


def test_a_type_that_the_letter_denies_is_not_named() -> None:
    denied = LATE["en"].format("The key hangs there daily. We had no chargebacks.")
    assert _types(denied, *ISSUES) == {"chargeback": Severity.BLOCKER}


def test_the_only_thing_a_notice_names_needs_no_word_of_its_own() -> None:
    assert _types(LATE["en"].format(OF_OTHERS["en"]), "chargeback") == {}


def test_each_type_of_defect_can_be_named_as_an_issue() -> None:
    assert issues_named(", ".join(DefectType)) == tuple(DefectType)
