"""The review: a good letter stays clean, a weak one is told what it lacks, every finding points at words."""

from __future__ import annotations

import json
import tomllib
from importlib import resources

import pytest

from calculator.messages import LANGUAGES
from calculator.review import Asked, Severity, review, weight
from calculator.review.coverage import coverage
from calculator.review.document import review_document
from calculator.review.rules import RULES
from calculator.review.sarif import sarif

WEAK = {
    "en": """Dear Amazon Seller Performance team,
We are very sorry. We sincerely apologize!! We have been selling since 2015 and have a 98% positive rating. Please give us a second chance, our family depends on it.

Root cause:
Our ODR exceeded 1%. The carrier lost the parcels and customers complained.

Actions taken:
- We will optimize quality control and strengthen training.
- We will pay more attention.

Preventive measures:
- We guarantee it will never happen again.
- We will monitor our metrics.
- Respond quickly to customers.
Thank you""",
    "zh": """尊敬的亚马逊团队：
您好！我们从2015年成立以来一直表现良好，好评率98%。对此我们深表歉意，非常抱歉。恳请给我们一次机会，全家都靠这个店铺生活！
一、根本原因
订单缺陷率超过1%，物流公司弄丢了包裹，客户投诉。
二、已采取的措施
1、我们将加强培训，优化品控流程。
2、更加注意包装。
三、预防措施
1、保证绝不再发生。
2、加强管理，提高服务质量。
3、严格遵守亚马逊政策。""",
}
GOOD = {
    "en": """Plan of action: Order Defect Rate, seller-fulfilled orders, US store

Your notice of 22 November 2026 gives an Order Defect Rate of 1.587 % (2 of 126 orders). Both were claims for parcels not received.

Root cause
- From 1 September 2026 on we listed 31 SKUs before the goods were in our warehouse. Orders were confirmed on day 2 and handed over on day 6 to 9, because nobody compared the confirmed orders with the carrier's hand-over list. This was our own process failure.

Actions taken
- On 22 November 2026 the owner closed 31 offers without stock (offers-2026-11-22.png).
- On 22 November 2026 the handling time was raised from 2 to 5 days (settings mail).
- On 22 November 2026 customer service wrote to 9 buyers with open orders; 7 were shipped and 2 cancelled by 24 November. Amazon refunded both claims from our account on 5 and 9 November 2026.

Steps to prevent recurrence
- Since 23 November 2026 the packer prints a label only at weigh-in; unweighed orders cannot be confirmed.
- Every day at 17:00 the warehouse lead reads the list of orders confirmed without a first scan and settles every line before 18:00.
- Each Monday the owner counts parcels without a scan; more than 1 stops new offers.

Attached: offers-2026-11-22.png, settings mail, carrier bills, list of 9 orders with refund dates.
Kind regards""",
    "zh": """行动计划：US 站点自配送订单的订单缺陷率
贵方2026年9月28日的通知写明，订单缺陷率为 1.176%（170 个订单中有 2 个缺陷订单），两单都缺螺丝。

根本原因
- 2026年7月10日换了打包员以后，螺丝包靠目测清点，没有称重，也没有人复核。这是我们流程的疏忽。

已采取的行动
- 2026年9月28日，仓库主管称重 640 箱库存，补齐 23 箱（weigh-640.xlsx）。
- 2026年9月28日，客服给 2 个买家补寄了螺丝包（补寄清单.pdf）。

预防措施
- 自2026年9月29日起，打包台的电子秤设 ±5 克，超出就不能贴面单。
- 每批由仓库主管在批次单上签字，每周一统计拦下的箱数，超过 3 箱就停发。

附件：weigh-640.xlsx、补寄清单.pdf、批次单样张。""",
}
CRITERIA = [
    *(f"S{n}" for n in range(1, 12)),
    *(f"T{n}" for n in range(1, 8)),
    *(f"H{n}" for n in range(1, 11)),
    *(f"F{n}" for n in range(1, 8)),
]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_good_letter_weighs_little_and_a_weak_one_much(lang: str) -> None:
    assert weight(review(GOOD[lang])) <= 1
    assert weight(review(WEAK[lang])) >= 40


@pytest.mark.parametrize("text", [*WEAK.values(), *GOOD.values(), "", "\n", "【】" * 500, "a" * 200_000])
def test_every_finding_points_at_words_that_are_there(text: str) -> None:
    for one in review(text):
        assert 0 <= one.start <= one.end <= len(text)
        assert one.rule in RULES


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", [*WEAK.values(), "We appeal this claim. The claim was granted in error."])
def test_every_finding_has_its_words_in_each_language(text: str, lang: str) -> None:
    found = review_document(text, Asked(issues=("not_received", "chargeback")), lang)
    assert all(one["message"] and one["fix"] and one["name"] for one in found["findings"])
    assert found["ready"] == (not any(one["severity"] == "blocker" for one in found["findings"]))
    assert json.loads(json.dumps(sarif(found, "letter.txt", lang)))["runs"][0]["results"]


def test_every_criterion_is_a_rule_and_stands_in_the_coverage() -> None:
    assert list(RULES) == CRITERIA
    assert list(coverage()) == CRITERIA


def test_every_kind_of_finding_has_its_words() -> None:
    source = resources.files("calculator.messages").joinpath("en/review.toml").read_text(encoding="utf-8")
    told = tomllib.loads(source)
    assert {rule for rule in told if rule in RULES} == set(RULES)


def test_the_weights_are_those_of_the_contract() -> None:
    assert [severity.weight for severity in Severity] == [8, 3, 1, 0]
