"""Answered: an issue whose cause is told needs a deed or a prevention that takes it up, by name or by its own words.

Worse mistake: a good letter that answers in the words of its cause, told that it passes an issue over.
"""

from __future__ import annotations

import pytest

from calculator.review import Asked, Severity, review

ISSUES = ("late_delivery", "poor_customer_service_or_no_reply")
LETTERS = {
    "en": (
        "Root cause\n1. Late: the van came at noon and the handling time stayed at one day, nobody compared it.\n"
        "2. No reply: messages went to the drawer of the former clerk, and the handover sheet lacked that line.\n\n"
        "Actions taken\n1. On 28 September 2026 the handling time was set to 3 days.\n{}\n"
        "Prevention\n1. Since 29 September 2026 late orders are listed at 16:00 each day.\n{}",
        "2. On 29 September 2026 the drawer was cleared.\n",
        "2. Each Monday the owner opens the drawer.\n",
    ),
    "zh-Hant": (
        "一、根本原因\n1. 到貨太晚：取件早了三小時，處理時間沒有跟著改，我也沒有比對過。\n"
        "2. 來信無人回覆：客服離職以後，信件轉到一個只有她知道密碼的信箱，離職交接單上沒有帳號這一欄。\n\n"
        "二、已採取的行動\n1. 9月28日，處理時間由 1 天改成 3 天。\n{}\n"
        "三、預防措施\n1. 9月29日起，倉管每天16點列出 24 小時內到期的訂單，延遲超過 15 單就加派一人。\n{}",
        "2. 9月29日，找回信箱密碼，交接單加上帳號一欄。\n",
        "2. 交接單每月核對信箱密碼。\n",
    ),
}


def _passed_over(text: str) -> dict[str, Severity]:
    found = review(text, Asked(issues=ISSUES))
    return {dict(one.values)["issue"]: one.severity for one in found if one.rule == "S3"}


@pytest.mark.parametrize("lang", LETTERS)
def test_a_cause_without_deed_and_prevention_is_passed_over_and_its_own_words_answer_it(lang: str) -> None:
    letter, deed, rule = LETTERS[lang]
    issue = "poor_customer_service_or_no_reply"
    assert _passed_over(letter.format("", "")) == {issue: Severity.BLOCKER}
    assert _passed_over(letter.format(deed, "")) == {issue: Severity.MAJOR}
    assert _passed_over(letter.format(deed, rule)) == {}
