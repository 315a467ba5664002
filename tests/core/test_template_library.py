"""Every text with blanks, whatever it is for: whole in both languages, nothing in it that nobody said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from calculator import tables
from calculator.plan_of_action.blocks import blocks, own_block
from calculator.policy import entry
from calculator.route import Kind, outcomes
from calculator.templates import BOXES, FOLDERS, ids, single_letter, template
from calculator.templates.table import PACKAGE

pytestmark = pytest.mark.native
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
EVERY = [id_ for folder in FOLDERS for id_ in ids(folder)]
PLANS, MESSAGES = ids("plans"), ids("messages")
TODAY = date(2026, 11, 22)
WARNING = {"en": "NOT READY TO SEND", "zh-Hans": "还不能发送", "zh-Hant": "還不能傳送"}


def sent(lang: str) -> str:
    return "en" if lang == "en" else "zh"


def shown(id_: str, lang: str, **options: Any) -> dict[str, Any]:
    """A text in the language asked for, as it would be sent."""
    return single_letter(id_, lang, send_in=sent(lang), **options)


def examples(id_: str, lang: str) -> dict[str, str]:
    return {one["blank"]: one["example"] for one in shown(id_, lang)["blanks"]}


def test_the_library_holds_what_was_asked_for() -> None:
    """Fifty-nine in the list: thirteen plans, twenty-one blocks, single defects, messages, helpers."""
    assert [len(ids(folder)) for folder in FOLDERS] == [13, 14, 7, 7]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id_", EVERY)
def test_a_text_and_each_of_its_boxes_say_first_that_they_are_not_ready(id_: str, lang: str) -> None:
    letter = shown(id_, lang)
    for text in (letter["text"], *(box["text"] for box in letter["boxes"].values())):
        first, second, *_ = text.split("\n")
        assert first.startswith(WARNING[lang]) and second == ""
        assert "【" in text.split("\n", 2)[2]
    assert not letter["ready"]


@pytest.mark.parametrize("id_", EVERY)
def test_the_languages_have_the_same_blanks_lines_and_boxes(id_: str) -> None:
    english = template(id_, "en")
    for lang in LANGUAGES[1:]:
        other = template(id_, lang)
        assert {one.name for one in other.blanks} == {one.name for one in english.blanks}
        assert other.boxes.keys() == english.boxes.keys()
        lines = [shown(id_, one)["text"].count("\n") for one in ("en", lang)]
        assert lines[0] == lines[1]
        assert optional(id_, lang) == optional(id_, "en")
        for kind in ("title", "when", "not_when"):
            assert getattr(other, kind) != getattr(english, kind)


def optional(id_: str, lang: str) -> dict[int, set[str]]:
    """The blanks of each line that may be left out."""
    found: dict[int, set[str]] = {}
    for piece in template(id_, lang).pieces:
        if piece.line is not None and piece.blank:
            found.setdefault(piece.line, set()).add(piece.blank)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id_", EVERY)
def test_filled_with_its_examples_a_text_is_ready_and_so_are_its_boxes(id_: str, lang: str) -> None:
    letter = shown(id_, lang, blanks=examples(id_, lang))
    assert letter["ready"]
    for text in (letter["text"], *(box["text"] for box in letter["boxes"].values())):
        assert "【" not in text and not text.startswith(WARNING[lang])


@pytest.mark.parametrize("id_", EVERY)
def test_each_blank_alone_keeps_a_text_from_being_ready(id_: str) -> None:
    filled = examples(id_, "en")
    for name in filled:
        letter = shown(id_, "en", blanks={**filled, name: ""})
        assert not letter["ready"] and letter["text"].startswith(WARNING["en"]), name


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id_", EVERY)
def test_no_text_writes_a_figure_or_a_day_by_itself(id_: str, lang: str) -> None:
    body = re.sub(r"(?m)^\d\. ", "", re.sub("【[^】]*】", "", shown(id_, lang)["text"]))
    assert re.findall(r"\d", body) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id_", PLANS)
def test_in_a_box_every_line_but_its_head_and_the_word_of_ownership_needs_a_fact(id_: str, lang: str) -> None:
    for box, pieces in template(id_, lang).boxes.items():
        assert box in BOXES
        text = "".join(piece.words or "【】" for piece in pieces)
        bare = [line for line in text.split("\n") if line.strip() and "【】" not in line]
        assert [line for line in bare if line[-1] not in ":：" and not OWNED.search(line)] == []


OWNED = re.compile(
    r"^(?:This step is|These steps are|Both steps are) our own responsibility\.$|由我们自己负责。$|由我們自己負責。$"
)


@pytest.mark.parametrize("id_", PLANS)
def test_a_deed_needs_its_day_its_person_and_its_proof(id_: str) -> None:
    """A line that says done names a day that has to be past, somebody and a file."""
    held = {one.name: one.kind for one in template(id_, "en").blanks}
    for name in [one for one in held if re.fullmatch(r"done(?:_\d)?", one)]:
        number = name.removeprefix("done")
        assert held[f"done_on{number}"] == "past_day"
        assert {f"done_by{number}", f"done_proof{number}"} <= held.keys()
    for name in [one for one in held if re.fullmatch(r"rule(?:_\d)?", one)]:
        number = name.removeprefix("rule")
        assert {f"rule_start{number}", f"rule_by{number}", f"measure{number}"} <= held.keys()


def test_a_deed_whose_day_has_not_come_is_not_ready() -> None:
    filled = examples("plans/one_cause", "en")
    late = shown("plans/one_cause", "en", blanks={**filled, "done_on": "1 December 2026"}, as_of=TODAY)
    assert not late["ready"] and [one["blank"] for one in late["complaints"]] == ["done_on"]
    assert shown("plans/one_cause", "en", blanks=filled, as_of=TODAY)["ready"]


@pytest.mark.parametrize(
    "id_", [one for one in PLANS if one not in ("plans/decision_wrong", "plans/documents")]
)
def test_a_plan_answers_the_three_questions_in_their_order(id_: str) -> None:
    assert tuple(template(id_, "en").boxes) == BOXES


def test_who_disputes_the_decision_neither_apologises_nor_plans() -> None:
    letter = shown("plans/decision_wrong", "en")
    assert letter["boxes"] == {}
    assert not re.search(r"sorry|apolog|root cause|responsib", letter["text"], re.IGNORECASE)


@pytest.mark.parametrize("id_", EVERY)
def test_a_text_rests_on_facts_that_exist_and_says_who_read_it(id_: str) -> None:
    found = template(id_, "en")
    assert found.facts and len(set(found.facts)) == len(found.facts)
    assert all(entry(key).statement for key in found.facts)
    assert found.checked_on <= TODAY and found.status in {"draft", "reviewed"}
    assert found.see


def test_each_text_stands_on_one_shelf_and_each_file_is_a_text() -> None:
    catalogue = tables.read(PACKAGE, "catalogue")
    shelved = [id_ for shelf in catalogue["shelves"] for id_ in shelf["texts"]]
    assert sorted(shelved) == sorted(EVERY)
    assert catalogue["notices"].keys() == {one.id for one in outcomes() if one.kind is Kind.RATE}
    assert catalogue["causes"].keys() == set(tables.read("calculator.messages", "en/causes")["names"])
    named = [id_ for group in ("notices", "causes") for held in catalogue[group].values() for id_ in held]
    assert set(named) <= set(EVERY)


# What must not be in any of them, each guard with a text it catches and one it lets pass, in both languages.
FORBIDDEN = {
    "guilt": r"\b(?:sorry|apolog\w+|regret|we failed|ashamed)\b|抱歉|道歉|对不起|深感",
    "promise": r"\b(?:guarantee(?! claims?| decision)\w*|never again|we promise|ensure|zero defects)\b|100 ?%|保证|绝不再|百分之百|承诺不|杜绝",
    "pleading": r"\b(?:beg|mercy|family|children|livelihood|valued|sincerely|esteemed|great company)\b|恳请|拜托|跪求|家庭|全家|万分|尊敬的|贵公司",
    "threat": r"\b(?:lawyer|attorney|legal action|court|sue|press|regulator)\b|律师|起诉|法院|媒体曝光|投诉到",
    "blame": r"\b(?:liar|lying|lied|fraudulent|dishonest|scam\w*|malicious|fault of|'s fault|to blame)\b|撒谎|骗子|恶意|买家自己的错|都怪|亚马逊的错",
    "dismissal": r"\b(?:dismissed|fired|punished|laid off)\b|开除|辞退|处罚员工|罚款",
    "invented": r"\bwe (?:have )?(?:trained|audited|hired|inspected|dismissed)\b|\b(?:quality department|training for all)\b|已培训|加强培训|质检部门|已整改|全面审核",
    "gift": r"\b(?:gift|voucher|coupon|discount|in exchange|reward|compensat\w+ you)\b|礼品|优惠券|返现|红包|补偿您|好处",
    "rating": r"\b(?:(?:change|remove|delete|update|revise|leave)\w* (?:\w+ ){0,3}(?:feedback|review|rating)|\w+ stars?|positive (?:feedback|review))\b|改评|修改评价|删除差评|好评|给.?星|更新评分",
    "withdraw": r"\bwithdraw\w* (?:\w+ ){0,2}(?:claim|chargeback)|\bcancel (?:the|your) (?:claim|order)\b|撤回索赔|撤销索赔|取消索赔|请您?取消订单",
    "second account": r"\b(?:second|another|new|other) (?:seller |selling )?account\b|新账户|小号|另一个账户|换个账户",
    "tracking trick": r"\b(?:another|different|borrowed|fake) tracking\b|\bconfirm(?:ed)? (?:dispatch |shipment )?(?:early|first)\b|换单号|虚假发货|先点发货|刷单",
    "other matter": r"\b(?:counterfeit|trademark|intellectual property|patent|safety test|related account|authentic\w*)\b|假货|商标|知识产权|专利|正品|关联账户|授权书",
    "legal": r"\b(?:legally|liab\w+|section \w+ of|under the law|entitled)\b|依法|法律责任|有权要求",
    "success": r"\b(?:success rate|reinstate\w*|will be restored|approved? by amazon)\b|成功率|包过|必过|解封|恢复权限",
    "universal": r"\b(?:universal|one size|copy and paste|works for every)\b|万能|通用模板|照抄就行",
}

WITNESSES = {
    "guilt": (("We sincerely apologise.", "对此我们深感抱歉。"), ("This step is our own responsibility.", "这一步由我们自己负责。")),
    "promise": (("This will never again happen.", "我们保证不会再有。"), ("Measured by: a list.", "衡量办法：一张清单。")),
    "pleading": (("We beg you, our family lives on it.", "恳请看在全家的份上。"), ("Please check the decision against these documents.", "请对照这些文件复核。")),
    "threat": (("Our lawyer will write.", "我们会找律师起诉。"), ("Please present these documents to the bank.", "请向银行提交这些材料。")),
    "blame": (("The buyer is lying.", "买家是恶意的。"), ("The carrier's words: refused.", "承运商的原话：拒收。")),
    "dismissal": (("The packer was dismissed.", "该员工已被开除。"), ("In the hands of: the packer.", "负责人：打包员。")),
    "invented": (("We have trained all staff.", "已加强培训。"), ("Done on a day by a person.", "由某人在某日完成。")),
    "gift": (("A voucher for you.", "送你优惠券。"), ("The money back in full.", "全额退款。")),
    "rating": (("Please change your feedback.", "麻烦改评。"), ("Request to strike feedback through.", "申请划掉反馈。")),
    "withdraw": (("Please withdraw the claim.", "请撤回索赔。"), ("We cancel and the money goes back.", "我们取消，全额退款。")),
    "second account": (("We opened another account.", "我们用小号。"), ("Money from our account.", "从我们账户退款。")),
    "tracking trick": (("We used another tracking number.", "可以先点发货。"), ("Tracking number: EX1.", "运单号：EX1。")),
    "other matter": (("The goods are authentic.", "我们卖的是正品。"), ("All files are unaltered.", "文件均为原样。")),
    "legal": (("You are liable under the law.", "依法应当恢复。"), ("State of the files.", "文件状态。")),
    "success": (("You will be reinstated.", "成功率很高，包过。"), ("Amazon decides.", "由亚马逊决定。")),
    "universal": (("A universal plan that works for every shop.", "万能模板。"), ("One cause, one section.", "一个原因一节。")),
}  # fmt: skip


def forbidden(text: str) -> list[str]:
    return [name for name, pattern in FORBIDDEN.items() if re.search(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize("name", FORBIDDEN)
def test_each_guard_catches_its_witnesses_and_passes_what_is_fine(name: str) -> None:
    caught, passed = WITNESSES[name]
    assert [name in forbidden(text) for text in caught] == [True, True]
    assert [forbidden(text) for text in passed] == [[], []]


@pytest.mark.parametrize("lang", LANGUAGES[:2])
@pytest.mark.parametrize("id_", EVERY)
def test_no_text_holds_what_must_not_be_in_it(id_: str, lang: str) -> None:
    """To ask Amazon for a removal on Amazon's own ground is what those texts are for."""
    asked = ["rating"] if id_.startswith("feedback_removal") and lang == "en" else []
    assert forbidden(shown(id_, lang)["text"]) == asked
    assert forbidden(shown(id_, lang, blanks=examples(id_, lang))["text"]) == asked


def frames() -> Iterator[tuple[str, str]]:
    for block in (*blocks(), own_block()):
        for frame in block.frames:
            for lang in LANGUAGES[:2]:
                yield f"{block.cause}/{block.id}/{frame.id}/{lang}", frame.words[lang]
                if frame.planned:
                    yield f"{block.cause}/{block.id}/{frame.id}/{lang} planned", frame.planned[lang]


def test_no_frame_of_a_block_holds_what_must_not_be_in_it() -> None:
    bare = ((name, re.sub(r"\[\[\w+\]\]", "", text)) for name, text in frames())
    assert {name: found for name, text in bare if (found := forbidden(text))} == {}


def test_the_text_about_a_buyer_s_own_removal_is_no_request_to_a_buyer() -> None:
    """Requests about feedback go to Amazon alone."""
    for id_ in ids():
        if id_.startswith("feedback_"):
            assert template(id_, "en").is_for_amazon


BUYERS_RATING = re.compile(
    r"\b(?:rating|review|feedback|stars?|claim|a-to-z|chargeback|bank)\b|评分|评价|评论|反馈|好评|差评|星级|索赔|拒付",
    re.IGNORECASE,
)


@pytest.mark.parametrize("lang", LANGUAGES[:2])
@pytest.mark.parametrize("id_", MESSAGES)
def test_a_message_to_a_buyer_does_not_speak_of_ratings_or_claims(id_: str, lang: str) -> None:
    letter = shown(id_, lang, blanks=examples(id_, lang))
    assert BUYERS_RATING.findall(letter["text"]) == []
    assert not template(id_, "en").is_for_amazon
    assert single_letter(id_, lang)["text_lang"] == "en"


@pytest.mark.parametrize("text", ["Please leave a review.", "麻烦给个好评。", "Close the claim first."])
def test_a_message_that_does_is_caught(text: str) -> None:
    assert BUYERS_RATING.search(text)


def test_a_public_reply_names_no_order() -> None:
    names = {one.name for one in template("messages/public_reply_to_feedback", "en").blanks}
    assert not names & {"order_id", "order", "tracking_number"}


def test_the_work_instruction_is_chinese_first() -> None:
    assert single_letter("helpers/work_instruction", "en")["text_lang"] == "zh-Hans"


def test_examples_look_invented() -> None:
    for id_ in EVERY:
        for lang in LANGUAGES:
            for one in template(id_, lang).blanks:
                for found in re.findall(r"\d{3}-\d{7}-\d{7}", one.example):
                    assert "000000" in found
                assert not re.search(r"\b(?:UPS|USPS|FedEx|DHL|4PX|YunExpress)\b|云途|燕文", one.example)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id_", EVERY)
def test_no_word_for_not_known_makes_a_text_ready(id_: str, lang: str) -> None:
    whole = examples(id_, lang)
    assert shown(id_, lang, blanks=whole)["ready"]
    quoted = {"whole_comment", "obscene_words"}
    for name in whole.keys() - quoted:
        letter = shown(id_, lang, blanks=whole | {name: "TBD" if lang == "en" else "不知道"})
        assert not letter["ready"] and "【" in letter["text"], name


@pytest.mark.parametrize("id_", EVERY)
def test_an_order_id_of_another_form_is_said(id_: str) -> None:
    """Wherever the example of a blank is nothing but order ids."""
    whole = examples(id_, "en")
    asked = [name for name, words in whole.items() if not re.sub(r"111-\d{7}-\d{7}|[ ,]", "", words)]
    for name in asked:
        for words in ("12345", "my order", f"{whole[name]}, 111-22"):
            letter = shown(id_, "en", blanks=whole | {name: words})
            assert [one["code"] for one in letter["complaints"]] == ["order_id"], (name, words)
            assert not letter["ready"]
