"""In passing: words of a heading, of a question taken up or of a helper's name are no promise and no plea.

Worse mistake: a family shop told that it begs, because the wife counts the parcels.
"""

from __future__ import annotations

import pytest

from calculator.review import review
from calculator.review.letter import Letter
from calculator.review.look import Look
from calculator.review.model import Asked
from calculator.review.sentences import Part

PLAN = {
    "en": "Root cause\nNobody tested the carton.\n\nActions taken\nOn 4 May 2026 we refunded the buyers.\n\n{}",
    "de": "Ursache\nNiemand hat den Karton geprüft.\n\nUmgesetzte Maßnahmen\nAm 4. Mai 2026 haben wir erstattet.\n\n{}",
    "ja": "根本原因\n箱を誰も試験していません。\n\n実施済みの対応\n2026年5月4日に返金しました。\n\n{}",
}


def _rules(text: str) -> set[str]:
    return {one.rule for one in review(text)}


@pytest.mark.parametrize(
    ("lang", "heading", "promise"),
    [
        ("en", "What have you changed so that it does not happen again?", "This does not happen again."),
        ("de", "Was haben Sie geändert, damit es nicht wieder vorkommt?", "Das wird nie wieder vorkommen."),
    ],
)
def test_a_question_taken_up_promises_nothing_and_a_sentence_does(
    lang: str, heading: str, promise: str
) -> None:
    measure = {"en": "Each box is weighed daily.", "de": "Jeder Karton wird täglich gewogen."}[lang]
    assert "H3" not in _rules(PLAN[lang].format(f"{heading}\n{measure}"))
    assert "H3" in _rules(PLAN[lang].format(f"{heading}\n{measure} {promise}"))


@pytest.mark.parametrize(
    ("lang", "heading", "measure", "plea"),
    [
        (
            "de",
            "Vorbeugung",
            "Jeden Freitag zählt meine Frau die Kartons.",
            "Meine Frau ist am Boden zerstört.",
        ),
        ("ja", "再発防止策", "毎週金曜日に妻が箱を数えます。", "妻が泣いています。"),
    ],
)
def test_a_relative_who_does_a_measure_is_no_plea_and_one_who_suffers_is(
    lang: str, heading: str, measure: str, plea: str
) -> None:
    assert "T4" not in _rules(PLAN[lang].format(f"{heading}\n{measure}"))
    assert "T4" in _rules(PLAN[lang].format(f"{heading}\n{measure}\n{plea}"))
    assert "T4" in _rules(
        PLAN[lang].format(f"{heading}\n{measure}\n\n" + {"de": "Danke. ", "ja": ""}[lang] + plea)
    )


def test_a_heading_may_say_more_behind_a_comma_and_a_sentence_stays_one() -> None:
    text = "(a) Cause, in more detail than before\nNobody tested it.\n\n{}\nOn 4 May 2026 we refunded both."
    headed = Look(Letter(text.format("(b) Actions, each with its proof")), Asked())
    assert len(headed.parts[Part.CAUSE]) == 1
    assert headed.letter.has_parts and headed.letter.of(Part.ACTIONS)
    plain = Look(Letter(text.format("We took some actions, each with its proof.")), Asked())
    assert not plain.letter.of(Part.ACTIONS)


def test_a_cause_told_step_by_step_is_one_cause_and_a_list_of_symptoms_is_none() -> None:
    text = (
        "根本原因\n- 10月订单从5单涨到40单，我一天最多打包18单。\n- 备货时间一直是1天，我在旺季前没有改，也没有规定积压多少单要停售。\n"
        "- 没有提前看去年的每日单量。是我的安排失误。\n\n"
        "已采取的行动\n- 2026年10月31日退款。\n\n预防措施\n- 每天数未发订单。"
    )
    assert "S2" not in _rules(text)
    symptoms = text.replace(
        "备货时间一直是1天，我在旺季前没有改，也没有规定积压多少单要停售", "买家投诉"
    ).replace("没有提前看去年的每日单量。是我的安排失误", "物流延误")
    assert "S2" in _rules(symptoms)
