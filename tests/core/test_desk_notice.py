"""The pasted notice at the desk: what is read, what is taken over, and what the seller said stays."""

from __future__ import annotations

from random import Random

import pytest

from calculator import route
from calculator.messages import LANGUAGES
from calculator.route.off import completed
from tests.core.desk_case import document, pressed, put, shown

CHINESE = (
    "您的订单缺陷率（ODR）超过 1%，我们已停用您的卖家自配送商品。您的 126 个订单中有 2 个订单有缺陷。"
    "请在 2026年12月4日 前点击“提交申诉”提交行动计划，可使用中文或英文。"
)
EMPTY = {"contract": "odr-case/1"}


def test_one_press_takes_over_what_the_notice_says() -> None:
    held = put(EMPTY, "appeal.notice.text", CHINESE)
    read = shown(held)["notice"]["paste"]["read"]
    after = pressed(held, read["take"])
    assert after["appeal"]["notice"]["deadline"] == "2026-12-04"
    assert after["appeal"]["notice"]["path"] == ["mfn", "order_defect_rate", "appeal", "date", "chinese"]
    assert after["notice"] == {"orders": "126", "orders_with_defects": "2"}
    assert "language" not in after["appeal"]
    read = shown(after)["notice"]["paste"]["read"]
    assert read["take"] is None and all(one["taken"] and one["do"] is None for one in read["found"])


def test_nothing_the_seller_typed_is_taken_over() -> None:
    held = put(put(EMPTY, "notice.orders", "130"), "appeal.notice.deadline", "2026-12-01")
    read = shown(put(held, "appeal.notice.text", CHINESE))["notice"]["paste"]["read"]
    assert {one["path"] for one in read["take"]["set"]} == {
        "appeal.notice.path",
        "notice.orders_with_defects",
    }


def test_the_notice_answers_until_the_seller_does() -> None:
    held = put(EMPTY, "appeal.notice.text", CHINESE)
    route_ = shown(held)["notice"]["route"]
    assert {one["from"] for one in route_["given"]} == {"notice"} and route_["outcome"]["id"] == "mfn_off"
    account = next(one for one in route_["given"][0]["answers"] if one["id"] == "account")
    after = shown(pressed(held, account["do"]))["notice"]["route"]
    assert {one["from"] for one in after["given"]} == {"seller"} and after["outcome"]["id"] == "account_off"
    assert after["given"][0]["answer"] == "account"
    back = pressed(pressed(held, account["do"]), after["again"])
    assert shown(back)["notice"]["route"]["outcome"]["id"] == "mfn_off"


@pytest.mark.parametrize(
    "words", ["", "   ", "hello", "x" * 21_000, "限时促销，全场五折", "\u0000{}[]【】" * 50]
)
def test_words_that_are_no_notice_answer_nothing(words: str) -> None:
    notice = shown(put(EMPTY, "appeal.notice.text", words))["notice"]
    assert notice["route"]["given"] == [] and notice["route"]["outcome"] is None
    assert not notice["paste"]["read"] or notice["paste"]["read"]["take"] is None


def test_a_notice_that_is_gone_is_read_no_more() -> None:
    held = put(EMPTY, "appeal.notice.text", CHINESE)
    assert shown(held)["notice"]["paste"]["read"]
    assert shown(EMPTY)["notice"]["paste"]["read"] is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_taken_over_is_named(lang: str) -> None:
    read = shown(put(document(notice={"path": [], "text": CHINESE}), "notice", {}), lang)["notice"]["paste"][
        "read"
    ]
    assert {one["path"] for one in read["found"]} == {one["path"] for one in read["take"]["set"]}
    assert all(one["text"] and one["do"] and not one["taken"] for one in read["found"])
    assert read["title"]


def test_answers_of_two_hands_always_lead_somewhere() -> None:
    chance = Random(7)
    for _ in range(3_000):
        given = {one.id: chance.choice(one.answers).id for one in route.questions() if chance.random() < 0.7}
        walked = route.walk(completed(given))
        assert walked.question or walked.outcome
