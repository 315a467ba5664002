"""Letters about one defect: nothing is in them that nobody said, and none looks finished before it is."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from calculator import case as cases
from calculator.browser.bridge import feed, handle
from calculator.claim_clock import Situation, clocks_of
from calculator.errors import RequestError
from calculator.messages import LANGUAGES
from calculator.policy import entry, policy_on
from calculator.templates import Known, facts_of, single_letter, template, templates, typed

TODAY = date(2026, 11, 22)
FOR_AMAZON = [id_ for id_ in templates() if template(id_, "en").is_for_amazon]
EVERY = [(id_, lang) for id_ in templates() for lang in LANGUAGES]
CASE: dict[str, Any] = {
    "contract": "odr-case/1",
    "odr_page": {"day": "2026-11-22"},
    "defects": [
        {
            "id": "d1",
            "order_id": "111-0000001-0000001",
            "order_date": "2026年10月6日",
            "fulfillment": "mfn",
            "type": "a_to_z_claim",
            "outcome": "granted",
            "decided_on": "2026/11/9",
            "note": "the buyer is a liar",
        },
        {
            "id": "d2",
            "order_id": "order A",
            "type": "chargeback",
            "outcome": "service",
            "event_date": "2026-11-19",
        },
    ],
}


def filled(id_: str, lang: str, **options: Any) -> dict[str, Any]:
    """A letter with every blank typed as its example says."""
    blanks = {one["blank"]: one["example"] for one in single_letter(id_, lang, **options)["blanks"]}
    return single_letter(id_, lang, blanks=blanks, **options)


def test_the_texts_of_the_first_list_are_there_in_order() -> None:
    assert templates() == (
        "a_to_z_answer_delivered",
        "a_to_z_answer_in_transit",
        "a_to_z_answer_refunded_before",
        "a_to_z_appeal_delivered",
        "a_to_z_appeal_refused_or_returned",
        "a_to_z_appeal_buy_shipping",
        "a_to_z_mark_correction",
        "feedback_removal_obscene",
        "feedback_removal_personal_data",
        "feedback_removal_product_review",
        "feedback_strike_through",
        "chargeback_not_received",
        "chargeback_refunded",
        "forwarder_proof_of_delivery",
    )


@pytest.mark.parametrize(("id_", "lang"), EVERY)
def test_without_facts_a_text_says_first_that_it_is_not_ready(id_: str, lang: str) -> None:
    for send_in, warning in (("en", "NOT READY TO SEND: fill every 【】 first."), ("zh", "【】")):
        letter = single_letter(id_, lang, send_in=send_in)
        assert not letter["ready"]
        assert warning in letter["text"].splitlines()[0]
        assert letter["text"].splitlines()[1] == ""
        assert letter["title"] and letter["when"] and letter["not_when"] and letter["deadline"]


@pytest.mark.parametrize(("id_", "lang"), EVERY)
def test_the_blanks_in_the_text_are_the_blanks_listed(id_: str, lang: str) -> None:
    letter = single_letter(id_, lang, send_in="en" if lang == "en" else "zh")
    body = letter["text"].split("\n", 1)[1]
    shown = list(dict.fromkeys(re.findall("【(.*?)】", body)))
    assert shown == [one["label"] for one in letter["blanks"]] == [one["in_text"] for one in letter["blanks"]]
    assert len(shown) == len({one["blank"] for one in letter["blanks"]})
    assert all(one["where"] and one["example"] for one in letter["blanks"])


@pytest.mark.parametrize("id_", templates())
def test_the_languages_have_the_same_blanks_and_the_same_lines(id_: str) -> None:
    english = template(id_, "en")
    for lang in LANGUAGES[1:]:
        other = template(id_, lang)
        assert sorted(one.name for one in other.blanks) == sorted(one.name for one in english.blanks)
        assert len(_lines(id_, lang)) == len(_lines(id_, "en"))


def _lines(id_: str, lang: str) -> list[str]:
    return single_letter(id_, lang, send_in="en" if lang == "en" else "zh")["text"].splitlines()


@pytest.mark.parametrize("id_", templates())
def test_a_text_cannot_be_sent_without_facts_that_only_this_seller_has(id_: str) -> None:
    """Four facts at least, two of them such as no mail of Amazon's tells."""
    own = [one for one in template(id_, "en").blanks if one.fact is None]
    assert len(own) >= 2
    assert len(template(id_, "en").blanks) >= 4


@pytest.mark.parametrize("id_", [one for one in FOR_AMAZON if not one.startswith("feedback_removal")])
def test_a_text_with_deeds_names_a_day_and_a_file_as_proof(id_: str) -> None:
    names = {one.name for one in template(id_, "en").blanks}
    assert any(name.startswith("file_") for name in names)
    assert any(name.endswith("_date") for name in names) or id_ == "feedback_strike_through"


@pytest.mark.parametrize(("id_", "lang"), EVERY)
def test_a_text_filled_whole_is_ready_and_shows_no_bracket(id_: str, lang: str) -> None:
    letter = filled(id_, lang)
    assert letter["ready"]
    assert "【" not in letter["text"] + letter["reading"] and "NOT READY" not in letter["text"]
    assert all("text" in part for part in letter["parts"])


@pytest.mark.parametrize("id_", templates())
def test_one_blank_left_is_enough_not_to_be_ready(id_: str) -> None:
    blanks = {one["blank"]: one["example"] for one in single_letter(id_, "en")["blanks"]}
    for name in blanks:
        letter = single_letter(id_, "en", blanks={**blanks, name: "  "})
        assert not letter["ready"] and letter["text"].count("【") == 2


@pytest.mark.parametrize(("id_", "lang"), EVERY)
def test_the_parts_together_are_the_text(id_: str, lang: str) -> None:
    letter = single_letter(id_, lang, {"order_id": "111-0000001-0000001"}, blanks={"carrier": "Example Post"})
    shown = "".join(part.get("text", f"【{part.get('label')}】") for part in letter["parts"])
    assert shown == letter["text"]


def test_the_seller_reads_english_to_amazon_and_chinese_to_the_forwarder() -> None:
    appeal, forwarder = (
        single_letter("a_to_z_appeal_delivered", "zh-Hans"),
        single_letter("forwarder_proof_of_delivery", "en"),
    )
    assert (appeal["text_lang"], appeal["reading_lang"]) == ("en", "zh-Hans")
    assert (forwarder["text_lang"], forwarder["reading_lang"]) == ("zh-Hans", "en")
    chosen = single_letter("a_to_z_appeal_delivered", "zh-Hant", send_in="zh")
    assert (chosen["text_lang"], chosen["text"].splitlines()[2][:2]) == ("zh-Hant", "對訂")


def test_facts_of_the_case_stand_in_both_languages_and_say_where_they_are_from() -> None:
    letter = single_letter(
        "a_to_z_appeal_delivered",
        "zh-Hans",
        {"order_id": "111-0000001-0000001", "decision_date": date(2026, 11, 9)},
        blanks={"carrier": "Example Post"},
    )
    assert "of 9 November 2026 on order 111-0000001-0000001." in letter["text"]
    assert "对订单 111-0000001-0000001 于2026年11月9日作出的" in letter["reading"]
    assert "交给 Example Post，" in letter["reading"]
    origins = {part["blank"]: part["from"] for part in letter["parts"] if "from" in part}
    assert origins == {"order_id": "case", "decision_date": "case", "carrier": "blank"}


def test_what_the_seller_types_beats_the_case_and_can_be_no_bracket_and_no_line() -> None:
    letter = single_letter(
        "a_to_z_appeal_delivered",
        "en",
        {"decision_date": date(2026, 11, 9)},
        blanks={"decision_date": "8 November\n2026", "carrier": "Post\n【】\x00", "no_such_blank": "x"},
    )
    assert "decision of 8 November 2026 on order" in letter["text"]
    assert "Handed to Post [] on" in letter["text"]


def complaints(send_in: str = "en", **blanks: str) -> dict[str, str]:
    letter = single_letter(
        "a_to_z_appeal_delivered", "zh-Hans", blanks=blanks, send_in=send_in, as_of=date(2026, 11, 22)
    )
    assert not letter["ready"]
    return {one["blank"]: one["code"] for one in letter["complaints"]}


def test_a_typed_day_is_written_in_the_language_of_the_letter() -> None:
    letter = single_letter("a_to_z_appeal_delivered", "zh-Hans", blanks={"delivery_date": "2026/10/19"})
    assert "on 19 October 2026 in" in letter["text"]
    assert "2026年10月19日在" in letter["reading"]


def test_examples_are_in_the_language_of_the_letter() -> None:
    english, chinese = (
        single_letter("a_to_z_appeal_delivered", "zh-Hans", send_in=language) for language in ("en", "zh")
    )
    assert {one["blank"]: one["example"] for one in english["blanks"]}["delivery_date"] == "19 October 2026"
    assert {one["blank"]: one["example"] for one in chinese["blanks"]}["delivery_date"] == "2026年10月19日"


@pytest.mark.parametrize(
    ("blanks", "code"),
    [
        ({"carrier": "TBD"}, "no_answer"),
        ({"carrier": "不知道"}, "no_answer"),
        ({"delivery_date": "n/a"}, "no_answer"),
        ({"order_id": "111-000001-0000001"}, "order_id"),
        ({"order_id": "my first order"}, "order_id"),
        ({"order_id": "111-0000001-0000001 and another"}, "order_id"),
        ({"delivery_date": "10月19日"}, "day"),
        ({"delivery_date": "soon"}, "day"),
        ({"delivery_date": "2026-11-23"}, "future"),
        ({"delivery_date": "2026-10-01", "hand_over_date": "2026-10-02"}, "backwards"),
        ({"carrier": "示例邮政"}, "chinese"),
    ],
)
def test_what_cannot_be_sent_as_it_stands_is_said(blanks: dict[str, str], code: str) -> None:
    assert list(complaints(**blanks).values()) == [code]


@pytest.mark.parametrize(
    "blanks",
    [
        {"delivery_date": "2026-11-22"},
        {"delivery_date": "2026年10月19日"},
        {"delivery_date": "2026-10-02", "hand_over_date": "2026-10-02"},
        {"carrier": "Example Post"},
        {"order_id": "111-0000001-0000001"},
        {"carrier": "Unknown Roads Post"},
    ],
)
def test_what_can_be_sent_is_not_complained_about(blanks: dict[str, str]) -> None:
    assert complaints(**blanks) == {}


def test_chinese_words_belong_in_a_chinese_text() -> None:
    assert complaints(send_in="zh", carrier="示例邮政") == {}


def test_a_letter_with_a_complaint_is_not_ready_though_no_blank_is_left() -> None:
    whole = filled("a_to_z_appeal_delivered", "en")
    blanks = {one["blank"]: one["value"] for one in whole["blanks"]} | {"delivery_date": "soon"}
    letter = single_letter("a_to_z_appeal_delivered", "en", blanks=blanks)
    assert (whole["ready"], letter["ready"]) == (True, False)
    assert letter["text"].startswith("NOT READY TO SEND")


def test_a_case_gives_whole_id_and_days_and_never_the_note() -> None:
    case = cases.read(CASE)
    facts = facts_of(typed(case, "d1"))
    assert facts == {
        "order_id": "111-0000001-0000001",
        "order_date": date(2026, 10, 6),
        "decision_date": date(2026, 11, 9),
    }
    assert facts_of(typed(case, "d2")) == {"mail_date": date(2026, 11, 19)}


def test_the_day_of_an_open_claim_is_the_day_of_amazons_question() -> None:
    asked = Known(
        order_id="", type="a_to_z_claim", outcome="open", order_date=None, event_date=TODAY, decided_on=None
    )
    assert facts_of(asked) == {"question_date": TODAY}


def test_an_unknown_text_is_a_letter_not_a_crash() -> None:
    with pytest.raises(RequestError, match="There is no text called universal_poa"):
        single_letter("universal_poa", "en")


def request(**values: Any) -> dict[str, Any]:
    base = {"type": "letter", "template": "a_to_z_appeal_delivered", "as_of": "2026-11-22", "store": "US"}
    answer: dict[str, Any] = json.loads(handle(json.dumps({**base, **values})))
    return answer


def test_the_bridge_fills_a_letter_from_a_typed_case() -> None:
    letter = request(case=CASE, defect="d1", blanks={"carrier": "Example Post"}, lang="zh-Hans")
    assert letter["contract"] == "odr-single-letter/1"
    assert "9 November 2026" in letter["text"] and "Example Post" in letter["text"]
    assert "30 个自然日" in letter["deadline"]


def test_the_bridge_gives_the_empty_text_without_a_defect() -> None:
    letter = request()
    assert not letter["ready"] and "111-" not in letter["text"]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"template": "x"}, "unknown_template"),
        ({"case": CASE, "defect": "d9"}, "unknown_defect"),
        ({"case": CASE, "defect": "d1", "blanks": ["x"]}, "bad_request"),
        ({"blanks": {"carrier": "x" * 20_001}}, "bad_request"),
        ({"blanks": {"carrier": 5}}, "bad_request"),
        ({"as_of": "tomorrow"}, "bad_day"),
        ({"case": {"contract": "x"}}, "bad_case"),
    ],
)
def test_a_request_that_cannot_be_answered_is_an_error_of_ours(values: dict[str, Any], code: str) -> None:
    assert request(**values)["code"] == code


def test_every_text_a_clock_offers_exists_and_every_text_is_offered() -> None:
    offered = {
        name
        for type_, outcomes in {
            "a_to_z_claim": ("open", "granted", "appeal_money_only"),
            "negative_feedback": ("kept",),
            "chargeback": ("service",),
        }.items()
        for outcome in outcomes
        for clock in clocks_of(Situation(type=type_, outcome=outcome), TODAY, policy_on(TODAY, "US"))
        for name in clock.templates
    }
    assert offered == set(templates())


def test_a_deadline_is_the_figure_of_policy() -> None:
    for id_ in templates():
        key = template(id_, "en").deadline
        if key:
            row = next(row for row in entry(key).values if row.chosen)
            assert re.search(rf"\b{row.value}\b", single_letter(id_, "en")["deadline"])


FORBIDDEN = {
    "guilt": r"\b(?:sorry|apolog\w+|regret|our fault|our mistake|we failed)\b|抱歉|道歉|对不起|我们的错|深感",
    "promise": r"\b(?:guarantee that|100 ?%|never again|promise|ensure)\b|保证不|绝不再|百分之百|承诺",
    "pleading": r"\b(?:please help|beg|family|livelihood|kindly|valued|sincerely)\b|恳请|拜托|家庭|万分",
    "threat": r"\b(?:lawyer|legal action|court|sue)\b|律师|起诉|法院",
    "blame": r"\b(?:liar|lying|fraudulent buyer|dishonest|carrier's fault|Amazon's fault)\b|撒谎|骗子|恶意",
    "pressure": r"\b(?:withdraw|change (?:the|your) (?:feedback|review)|delete (?:the|your) feedback|in exchange|gift)\b|撤回索赔|改评|修改反馈|删除差评|补偿您",
    "success": r"\b(?:success rate|reinstated?)\b|成功率|包过|万能",
    "invented deed": r"\bwe (?:have )?(?:trained|audited|dismissed|hired)\b|已培训|已开除|已整改",
}


def forbidden(text: str) -> list[str]:
    return [name for name, pattern in FORBIDDEN.items() if re.search(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize(("id_", "lang"), EVERY)
def test_no_text_holds_what_must_not_be_in_it(id_: str, lang: str) -> None:
    letter = single_letter(id_, lang)
    assert forbidden(letter["text"]) == forbidden(letter["reading"]) == []


@pytest.mark.parametrize(
    ("name", "caught", "passed"),
    [
        ("guilt", "We sincerely apologise for this.", "Please review the decision with this proof."),
        ("promise", "This will never again happen.", "The carrier recorded the delivery on 19 October 2026."),
        ("pleading", "请看在家庭的份上恢复账户", "请根据以上证据复核裁定。"),
        ("threat", "Our lawyer will write in 48 hours.", "Please present these documents to the bank."),
        ("blame", "The buyer is lying.", "The carrier's words: “refused by the addressee”."),
        (
            "pressure",
            "Please change your feedback in exchange for 10 dollars.",
            "Request to strike feedback through.",
        ),
        ("success", "我们的模板成功率 99%", "申请删除反馈，理由：淫秽语言。"),
        ("invented deed", "We have trained all staff.", "Handed to Example Post on 8 October 2026."),
    ],
)
def test_each_guard_catches_its_witness_and_passes_what_is_fine(name: str, caught: str, passed: str) -> None:
    assert name in forbidden(caught)
    assert forbidden(passed) == []


@pytest.mark.parametrize(("id_", "lang"), EVERY)
def test_no_text_writes_a_figure_or_a_day_by_itself(id_: str, lang: str) -> None:
    """Digits in a text are list numbers; everything else has to come from the seller or the case."""
    body = re.sub(r"(?m)^\d\. ", "", single_letter(id_, lang)["text"])
    assert re.findall(r"\d", body) == []


def test_the_examples_look_invented() -> None:
    for id_, lang in EVERY:
        for one in template(id_, lang).blanks:
            assert not re.search(r"\d{3}-\d{7}-\d{7}", one.example) or "000000" in one.example
            assert not re.search(r"\b(?:UPS|USPS|FedEx|DHL|4PX|YunExpress)\b", one.example)


def test_a_long_comment_is_kept_whole_and_its_brackets_are_no_blank() -> None:
    comment = "bad " * 2000 + "[[carrier]]"
    letter = single_letter("feedback_removal_product_review", "en", blanks={"whole_comment": comment})
    assert comment in letter["text"]


def test_the_bridge_fills_a_letter_from_a_row_of_a_file() -> None:
    """The key is the one the explanation gives; the days are those of the report."""
    handle(json.dumps({"type": "wipe"}))
    report = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n2026-11-02\t1\tCame late\t\t111-0000001-0000001\t\n"
    handle(json.dumps({"type": "open", "file_id": "f", "name": "feedback.txt"}))
    feed("f", report.encode())
    handle(json.dumps({"type": "close", "file_id": "f"}))
    try:
        explained = json.loads(handle(json.dumps({"type": "explain", "as_of": "2026-11-22", "store": "US"})))
        (row,) = explained["defects"]["rows"]
        letter = request(template="feedback_strike_through", defect=row["key"])
        assert "Order 111-0000001-0000001, feedback of 2 November 2026." in letter["text"]
    finally:
        handle(json.dumps({"type": "wipe"}))


SHIPPED = {"ship_by_date": "2026-10-08", "first_scan_date": "2026-10-07"}
REFUNDED = {"refund_date": "2026-11-15", "claim_date": "2026-11-18"}


@pytest.mark.parametrize(
    ("template", "blanks", "wrong"),
    [
        ("a_to_z_appeal_buy_shipping", {"seller_refund": "24.90 US dollars"}, "seller_refund"),
        ("a_to_z_appeal_buy_shipping", {"label_badge": "Late Delivery Risk"}, "label_badge"),
        ("a_to_z_appeal_buy_shipping", SHIPPED | {"first_scan_date": "2026-10-09"}, "first_scan_date"),
        ("a_to_z_answer_refunded_before", REFUNDED | {"refund_date": "2026-11-19"}, "refund_date"),
    ],
)
def test_a_text_whose_own_facts_speak_against_it_is_not_ready(
    template: str, blanks: dict[str, str], wrong: str
) -> None:
    letter = single_letter(template, "en", as_of=TODAY, blanks=blanks)
    assert [one["blank"] for one in letter["complaints"]] == [wrong]
    assert not letter["ready"]


@pytest.mark.parametrize(
    ("template", "blanks"),
    [
        (
            "a_to_z_appeal_buy_shipping",
            {"seller_refund": "none", "label_badge": "Claims Protected", **SHIPPED},
        ),
        ("a_to_z_answer_refunded_before", REFUNDED),
    ],
)
def test_a_text_whose_own_facts_speak_for_it_is_not_complained_about(
    template: str, blanks: dict[str, str]
) -> None:
    assert single_letter(template, "en", as_of=TODAY, blanks=blanks)["complaints"] == []


@pytest.mark.parametrize("words", ["TBD", "n/a", "不知道", "xxx", "To do ..."])
def test_words_that_are_no_answer_leave_the_blank_open(words: str) -> None:
    whole = {one["blank"]: one["example"] for one in single_letter("a_to_z_appeal_delivered", "en")["blanks"]}
    letter = single_letter("a_to_z_appeal_delivered", "en", blanks=whole | {"carrier": words})
    assert not letter["ready"] and words not in letter["text"]
    assert "【carrier】" in letter["text"] and letter["text"].startswith("NOT READY TO SEND: fill every")
    assert {one["blank"]: one["value"] for one in letter["blanks"]}["carrier"] is None


@pytest.mark.parametrize("words", ["none", "No", "没有"])
def test_none_is_an_answer_where_the_blank_asks_whether_there_is_one(words: str) -> None:
    sent = "zh" if words == "没有" else "en"
    letter = single_letter(
        "a_to_z_appeal_buy_shipping", "zh-Hans", blanks={"seller_refund": words}, send_in=sent
    )
    assert words in letter["text"] and letter["complaints"] == []


def test_the_words_of_a_buyer_are_quoted_whatever_they_are() -> None:
    letter = single_letter("feedback_removal_product_review", "en", blanks={"whole_comment": "Test"})
    assert letter["complaints"] == [] and "Test" in letter["text"]
