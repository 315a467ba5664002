"""Cause blocks: each process failure has one, no frame speaks without the seller's facts or says what it must not."""

from __future__ import annotations

import copy
import re
from collections import Counter
from datetime import date
from importlib import resources
from typing import Any

import pytest

from calculator.messages import LANGUAGES, catalogue
from calculator.plan_of_action.blocks import (
    Block,
    block_for,
    block_of,
    blocks,
    build,
    own_block,
    roles,
)
from calculator.policy import entries
from calculator.root_causes import CAUSES, failures
from calculator.root_causes.load import tree
from calculator.root_causes.model import IN_OWN_WORDS
from tests.core import block_rules as rules

EVERY = [pytest.param(one, id=f"{one.cause}/{one.id}") for one in blocks()]
WRITING = [pytest.param(one, id=f"{one.cause}/{one.id}") for one in blocks() if one.frames]
NOTHING_TO_ADMIT = ("price_or_product_opinion", "other_or_unclear")
SPOKEN = [
    (f"{one.cause}/{one.id}/{frame.id}", lang, text)
    for one in blocks()
    for frame in one.frames
    for lang, text in rules.spoken(frame)
]

SHARED = {
    "on": "past_day",
    "by": "day",
    "start": "day",
    "since": "past_day",
    "who": "who",
    "decided": "who",
    "proof": "proof",
    "measure": "words",
    "check": "words",
    "pieces": "count",
}


def said(english: str, chinese: str) -> dict[str, str]:
    return {"en": english, "zh-Hans": chinese}


def both(name: str) -> dict[str, str]:
    return said(name, f"{name} 的中文")


COMMON: dict[str, Any] = {
    "slots": {
        name: {"kind": kind, "label": both(name), "example": both(name)} for name, kind in SHARED.items()
    },
    "frames": {},
    "proofs": {"bill": {"en": "The bill.", "zh-Hans": "账单。"}},
}


def frame(part: str, english: str, chinese: str, *planned: str) -> dict[str, Any]:
    row: dict[str, Any] = {"part": part, **said(english, chinese)}
    row["question"] = said("What was done?", "做了什么？")
    return row | ({"planned": said(*planned)} if planned else {})


DEED = frame(
    "action",
    "From the shelf, [[who]] took [[pieces]] pieces on [[on]] ([[proof]]).",
    "[[who]]于[[on]]从货架拿下[[pieces]]件（[[proof]]）。",
    "By [[by]], [[who]] will take [[pieces]] pieces from the shelf.",
    "在[[by]]之前，[[who]]会从货架拿下[[pieces]]件。",
)
MEASURE = frame(
    "prevention",
    "From [[start]], [[who]] will count [[pieces]]. Measure: [[measure]].",
    "自[[start]]起，[[who]]会点[[pieces]]件。衡量办法：[[measure]]。",
)
CAUSE = frame(
    "root_cause",
    "Since [[since]], [[decided]] left out [[check]].",
    "自[[since]]起，[[decided]]没有做[[check]]。",
)


def block(*rows: dict[str, Any], **slots: dict[str, Any]) -> Block:
    title = said("Title", "标题")
    table = {
        "failures": ["x"],
        "checked_on": date(2026, 11, 22),
        "status": "draft",
        "facts": [],
        "proofs": ["bill"],
        "title": title,
        "when": title,
        "not_when": title,
        "slots": slots,
        "frames": [row | {"id": f"f{at}"} for at, row in enumerate(rows)],
    }
    return build("not_received", "b", table, COMMON)


def with_words(row: dict[str, Any], **changed: Any) -> Block:
    return block(copy.deepcopy(row) | changed)


def test_each_process_failure_of_each_tree_has_exactly_one_block() -> None:
    served = Counter(f"{one.cause}/{failure}" for one in blocks() for failure in one.failures)
    asked = [name for name in failures() if not name.endswith(f"/{IN_OWN_WORDS}")]
    assert served.pop(f"any/{IN_OWN_WORDS}") == 1
    assert served == dict.fromkeys(asked, 1)
    assert len(asked) > 80


def test_a_failure_leads_to_its_block_by_either_name() -> None:
    for name in failures():
        found = block_of(name)
        assert found is not None and found == block_for(*name.split("/")) and found.frames
        assert name.partition("/")[2] in found.failures
    assert block_of(f"late_delivery/{IN_OWN_WORDS}") == own_block()
    assert block_of("late_delivery/no_such_step") is None
    assert block_of("no_such_cause/confirmed_before_hand_over") is None


@pytest.mark.parametrize("cause", NOTHING_TO_ADMIT)
def test_where_nothing_is_admitted_nothing_is_offered(cause: str) -> None:
    found = block_for(cause, "")
    assert found is not None and found.frames == () and found.failures == ()
    assert not tree(cause).failures


@pytest.mark.native
def test_every_file_is_named_in_the_order_and_every_name_has_a_file() -> None:
    folder = resources.files("appeal_templates").joinpath("causes")
    held = {
        f"{cause.name}/{file.name.removesuffix('.toml')}"
        for cause in folder.iterdir()
        if cause.is_dir()
        for file in cause.iterdir()
        if file.name.endswith(".toml")
    }
    assert held == {f"{one.cause}/{one.id}" for one in blocks()}
    assert {one.cause for one in blocks()} == {*CAUSES, "any"}


@pytest.mark.parametrize("one", WRITING)
def test_a_block_has_frames_for_each_part(one: Block) -> None:
    lengths = {part: len(one.of(part)) for part in ("root_cause", "action", "prevention")}
    assert 1 <= lengths["root_cause"] <= 4
    assert 1 <= lengths["prevention"] <= 4
    assert 1 <= lengths["action"] <= 7
    assert len(one.proofs) >= (1 if one.id == "own_words" else 3)
    assert len({frame.id for frame in one.frames}) == len(one.frames)
    if one.id != "own_words":
        assert lengths["action"] >= 2
        assert len(one.of("root_cause")) >= 2 or len(one.of("root_cause")[0].slots) >= 3


def test_a_frame_of_another_failure_is_not_offered_and_each_failure_is_told_whole() -> None:
    for name in failures():
        found = block_of(name)
        assert found is not None
        assert rules.cause_is_told(found) == [], name
    changed, never = (block_of(f"damaged_or_defective/packing_{step}") for step in ("changed_without_drop_test", "never_tested"))  # fmt: skip
    assert changed is not None and never is not None
    assert changed.frame("changed_without_test") and not changed.frame("never_tested")
    assert never.frame("never_tested") and not never.frame("changed_without_test")
    assert changed.of("action") == never.of("action")


@pytest.mark.parametrize("one", WRITING)
def test_a_frame_is_kept_for_failures_of_its_own_block(one: Block) -> None:
    for frame in one.frames:
        assert set(frame.only) <= set(one.failures)
        assert frame.part == "root_cause" or not frame.only


@pytest.mark.parametrize("one", EVERY)
def test_a_block_leans_on_facts_we_have_and_warns_as_its_tree_does(one: Block) -> None:
    assert set(one.facts) <= {entry.key for entry in entries()} and one.facts
    assert one.status in ("draft", "reviewed")
    cautions = {tree(one.cause).failures[name].caution for name in one.failures if one.cause != "any"}
    assert {one.caution} == cautions or not (cautions | {one.caution} - {""})
    assert not one.caution or f"caution.{one.caution}" in catalogue("en", "root_causes")


@pytest.mark.parametrize("one", WRITING)
def test_a_frame_needs_the_same_facts_in_every_language(one: Block) -> None:
    assert [said for frame in one.frames for said in rules.slots_alike(frame)] == []


@pytest.mark.parametrize("one", WRITING)
def test_no_frame_says_anything_without_the_facts_of_its_part(one: Block) -> None:
    assert [said for frame in one.frames for said in rules.facts_needed(frame)] == []
    assert rules.cause_is_told(one) == []
    for frame in one.frames:
        assert {slot.kind for slot in (*frame.slots, *frame.planned_slots)} <= rules.KINDS


@pytest.mark.parametrize(("row", "lost", "said"), [
    (DEED, "[[on]]", "no on"),
    (DEED, "[[who]]", "no who"),
    (DEED, "[[proof]]", "no proof"),
    (DEED, "[[pieces]]", "no fact of its own"),
    (MEASURE, "[[start]]", "no start"),
    (MEASURE, "[[who]]", "no who"),
    (MEASURE, "[[measure]]", "no measure"),
    (MEASURE, "[[pieces]]", "no fact of its own"),
])  # fmt: skip
def test_a_frame_without_one_of_its_facts_is_seen(row: dict[str, Any], lost: str, said: str) -> None:
    (whole,) = block(row).frames
    assert rules.facts_needed(whole) == []
    (poorer,) = with_words(row, en=row["en"].replace(lost, "it")).frames
    assert [one.partition(": ")[2] for one in rules.facts_needed(poorer)] == [said]
    assert rules.slots_alike(whole) == []
    assert len(rules.slots_alike(poorer)) == 2


def test_a_commitment_without_its_day_or_with_a_proof_is_seen() -> None:
    def said(en: str) -> list[str]:
        (found,) = with_words(DEED, planned={"en": en, "zh-Hans": en}).frames
        return [one.partition(": ")[2] for one in rules.facts_needed(found)]

    assert said("By [[by]], [[who]] will take them.") == []
    assert said("Soon [[who]] will take them.") == ["planned without by"]
    assert said("By [[by]], [[who]] will take them ([[proof]]).") == ["planned names a deed"]
    (bare,) = with_words(DEED, planned=None).frames
    assert [one.partition(": ")[2] for one in rules.facts_needed(bare)] == ["planned without by", "planned without who", "planned, yet no action"]  # fmt: skip


@pytest.mark.parametrize(("row", "said"), [
    (CAUSE, []),
    (CAUSE | {"en": "Since [[since]], [[pieces]] lay there, [[proof]]."}, ["neither a check nor who decided"]),
    (CAUSE | {"en": "[[We]] left out [[check]] of [[pieces]], as [[decided]] chose."}, ["no day"]),
    (CAUSE | {"en": "Since [[since]], [[decided]] left it out."}, ["fewer than three facts"]),
])  # fmt: skip
def test_a_cause_that_is_not_told_is_seen(row: dict[str, Any], said: list[str]) -> None:
    assert [one.partition(": ")[2] for one in rules.cause_is_told(block(row))] == said


def test_a_slot_or_proof_declared_nowhere_is_refused() -> None:
    with pytest.raises(KeyError, match="colour"):
        with_words(CAUSE, en="Since [[since]] the [[colour]] was left out.")
    own = {"kind": "words", "label": {"en": "c", "zh-Hans": "色"}, "example": {"en": "c", "zh-Hans": "色"}}
    (found,) = block(CAUSE | {"en": "Since [[since]] the [[colour]] was left out."}, colour=own).frames
    assert [slot.name for slot in found.slots] == ["since", "colour"]


def test_a_block_may_give_its_own_example_and_keeps_what_is_shared() -> None:
    (found,) = block(CAUSE, since={"example": {"en": "May", "zh-Hans": "五月"}}).frames
    (since, *_) = found.slots
    assert (since.example["en"], since.label["en"], since.kind) == ("May", "since", "past_day")


@pytest.mark.parametrize("one", WRITING)
def test_no_sentence_says_what_it_must_not(one: Block) -> None:
    for frame in one.frames:
        for lang, text in rules.spoken(frame):
            assert rules.never(text) == [], text
            assert rules.figures(text) == [], text
            assert (rules.english(text) if lang == "en" else rules.chinese_sentence(text)) == [], text


@pytest.mark.parametrize("one", WRITING)
def test_a_measure_is_true_before_and_after_its_start(one: Block) -> None:
    assert [said for frame in one.frames for said in rules.present(frame)] == []


@pytest.mark.parametrize(("en", "chinese", "said"), [
    ("[[who]] count[[s]] them", "[[who]]点数", []),
    ("[[who]] will count them", "[[who]]点数", ["f0: still to come", "f0: a verb without ending"]),
    ("[[who]] count[[s]] them", "[[who]]须点数", ["f0: still to come"]),
    ("[[who]] count them", "[[who]]点数", ["f0: a verb without ending"]),
    ("only [[who]] may count them", "[[who]]点数", []),
])  # fmt: skip
def test_a_measure_still_to_come_is_seen(en: str, chinese: str, said: list[str]) -> None:
    (found,) = with_words(MEASURE, **{"en": en, "zh-Hans": chinese}).frames
    assert rules.present(found) == said


WITNESSES = [
    ("promise", "We guarantee that it will never again happen.", "From [[start]], each parcel is counted."),
    ("promise", "我们保证杜绝此类问题。", "自[[start]]起，每个包裹都点数。"),
    ("blame", "The carrier is unreliable.", "The lines end at [[ends_at]]."),
    ("blame", "都是物流的错。", "轨迹到[[ends_at]]为止。"),
    ("plea", "Please accept, it feeds the family.", "The lines are read each day."),
    ("plea", "恳请再给一次机会。", "每天看轨迹。"),
    ("staff", "The packer was dismissed.", "The packer signs the sheet."),
    ("staff", "已开除该员工。", "打包员签字。"),
    ("invented", "Staff were trained and quality control improved.", "[[who]] counted [[pieces]] pieces."),
    ("invented", "加强培训，优化流程。", "[[who]]点了[[pieces]]件。"),
    ("gift", "Each buyer got a voucher.", "Each buyer got a prepaid label."),
    ("gift", "给买家寄了礼品。", "给买家寄了面单。"),
    ("rating", "Buyers were asked to change their feedback.", "Buyers were told the new day."),
    ("rating", "请买家修改评价。", "告诉买家新日期。"),
    ("authenticity", "The goods are genuine, not counterfeit.", "The box on the page differs."),
    ("authenticity", "我们的货都是正品。", "页面上的盒子不同。"),
    ("another violation", "False tracking was entered.", "The confirmation moved behind hand-over."),
    ("another violation", "虚假发货属于违规。", "交出后才确认发货。"),
    (
        "pay all",
        "[[who]] refunded all affected orders.",
        "[[who]] refunded [[orders]] orders nobody had paid.",
    ),
    ("pay all", "已全部退款。", "退还还没付的[[orders]]单。"),
    ("fulfilled by Amazon", "All products moved to FBA.", "The warehouse weighs each box."),
    ("fulfilled by Amazon", "全部改用亚马逊物流。", "仓库逐盒称重。"),
    ("reinstatement", "This plan will be approved.", "This plan starts on [[start]]."),
    ("reinstatement", "保证申诉成功。", "自[[start]]起。"),
]


@pytest.mark.parametrize(("name", "caught", "passed"), WITNESSES)
def test_each_guard_catches_its_witness_and_passes_what_is_fine(name: str, caught: str, passed: str) -> None:
    assert name in rules.never(caught)
    assert rules.never(passed) == []


def test_every_guard_has_its_witnesses_above() -> None:
    witnessed = Counter(name for name, _, _ in WITNESSES)
    assert witnessed == dict.fromkeys(rules.NEVER, 2)


@pytest.mark.parametrize(("text", "said"), [
    ("On [[on]], [[who]] counted [[pieces]] pieces.", []),
    ("On [[on]] we counted [[pieces]] pieces.", ["speaks as we or I"]),
    ("[[We]] counted [[pieces]] pieces.", []),
    ("[[who]] counted [[pieces]] pieces.", ["begins with a fact"]),
    ("From [[start]], [[who]] counts them.", ['a person, then "counts"']),
    ("From [[start]], [[who]] count[[s]] them.", []),
    ("From [[start]], they count[[s]] them.", ["a verb without a person"]),
    ("From [[start]], [[who]] has the task.", ['a person, then "has"']),
    ("From [[start]], [[who]] must count them.", []),
    ("They were counted by [[who]].", ["a person as object"]),
    ("By [[by]], [[who]] will count them", ["no full stop"]),
    ("Counted: [[pieces]] pieces，by hand.", ["not plain English letters"]),
    (f"On [[on]] {'very ' * 30}late.", ["a long sentence"]),
    (f"On [[on]] {'very ' * 20}late; {'very ' * 20}late.", []),
])  # fmt: skip
def test_the_rules_of_an_english_sentence_see_and_pass(text: str, said: list[str]) -> None:
    assert rules.english(text) == said


@pytest.mark.parametrize(("text", "said"), [
    ("自[[start]]起，[[who]]会点数（[[proof]]）。", []),
    ("自[[start]]起,[[who]]会点数。", ["half-width mark"]),
    ("[[who]]会点数([[proof]])。", ["half-width mark"]),
    ("自 [[start]] 起，[[who]]会点数。", ["space beside a slot"]),
    ("自[[start]]起看SKU。", ["Latin without a space"]),
    ("自[[start]]起看 SKU 和 ODR。", []),
    ("例如 2026年11月22日点数。", []),
    ("您在[[on]]点数。", ["您"]),
    ("自[[start]]起，[[who]]会点数", ["no full stop"]),
    (f"自[[start]]起{'很' * 80}晚。", ["long"]),
])  # fmt: skip
def test_the_rules_of_a_chinese_sentence_see_and_pass(text: str, said: list[str]) -> None:
    assert rules.chinese_sentence(text) == said


@pytest.mark.parametrize(("text", "found"), [
    ("Each of 12 boxes fell 5 times.", ["1", "2", "5"]),
    ("每批跌落五次。", ["五次"]),
    ("每批跌落[[drops]]。", []),
])  # fmt: skip
def test_a_figure_of_our_own_is_seen(text: str, found: list[str]) -> None:
    assert rules.figures(text) == found


@pytest.mark.parametrize("one", WRITING)
def test_each_frame_is_asked_for_neutrally_and_by_its_own_question(one: Block) -> None:
    asked = [frame.question for frame in one.frames]
    assert [said for words in asked for said in rules.question(words)] == []
    assert len({words["en"] for words in asked}) == len({words["zh-Hans"] for words in asked}) == len(asked)


@pytest.mark.parametrize(("en", "chinese", "said"), [
    ("Was it counted?", "点过吗？", []),
    ("It was counted.", "点过吗？", ["en: no question"]),
    ("Was it counted?", "点过。", ["zh-Hans: no question"]),
    ("Surely it was counted?", "点过吗？", ["confirms"]),
    ("Was it counted?", "当然点过了，对吧？", ["confirms"]),
])  # fmt: skip
def test_a_question_that_leads_is_seen(en: str, chinese: str, said: list[str]) -> None:
    assert rules.question({"en": en, "zh-Hans": chinese}) == said


@pytest.mark.parametrize("one", EVERY)
def test_nothing_around_a_frame_puts_words_into_the_sellers_mouth(one: Block) -> None:
    for words in rules.every_word(one):
        assert words.keys() == set(LANGUAGES)
        assert all(words[lang].strip() == words[lang] != "" for lang in LANGUAGES)
        for lang in rules.WRITTEN:
            assert rules.never(words[lang], rules.SAID_ALOUD) == [], words[lang]
        assert rules.chinese(words["zh-Hans"]) == [], words["zh-Hans"]


def test_no_two_frames_are_one_sentence() -> None:
    """A sentence that stands twice would make two letters equal."""
    shared = {frame.id for frame in blocks()[0].frames if frame.id.startswith(("refunded", "buyers"))}
    met: dict[str, set[str]] = {}
    for name, _, text in SPOKEN:
        if name.rpartition("/")[2] not in shared | {"open_orders_looked_through", "offers_rested"}:
            met.setdefault(rules.skeleton(text), set()).add(name)
    assert [names for names in met.values() if len(names) > 1] == []
    assert rules.skeleton("On [[on]], [[who]] ran.") == rules.skeleton("On [[by]] [[me]] ran.") == "on ran"


def test_sentences_of_one_part_do_not_all_begin_alike() -> None:
    for part in ("root_cause", "action", "prevention"):
        texts = {frame.words["en"] for one in blocks() for frame in one.of(part)}
        begun = Counter(" ".join(re.findall(r"[A-Za-z_\[\]]+", text)[:3]) for text in texts)
        ((words, most),) = begun.most_common(1)
        assert most <= len(texts) / 10, (part, words, most)


def test_money_is_never_paid_without_a_look_who_paid() -> None:
    assert [name for name, lang, text in SPOKEN if lang == "en" and rules.pays_blindly(text)] == []
    assert sum("refund" in text for _, lang, text in SPOKEN if lang == "en") > 5


@pytest.mark.parametrize(
    ("text", "blind"),
    [
        ("On [[on]], [[who]] refunded [[orders]] orders ([[proof]]).", True),
        ("By [[by]], [[who]] will pay the rest for [[orders]] orders.", True),
        ("By [[by]], [[who]] will look up who paid and pay the rest for [[orders]] orders.", False),
        ("For [[orders]] orders, Amazon had refunded the buyer; [[who]] looked this up.", False),
        ("Refund requests were read [[read_when]] since [[since]].", False),
    ],
)
def test_a_payment_without_a_look_is_seen(text: str, blind: bool) -> None:
    assert rules.pays_blindly(text) is blind


def test_the_early_confirmation_is_told_neutrally_and_with_the_day_it_stopped() -> None:
    found = block_of("not_received/confirmed_before_hand_over")
    assert found is not None and found.caution == "early_confirmation"
    stopped = found.frame("confirmation_stopped")
    assert stopped is not None and {"on", "who", "proof"} <= {slot.name for slot in stopped.slots}
    others = [one for one in blocks() if one.id != found.id]
    assert not [frame for one in others for frame in one.frames if "confirmed" in frame.words["en"] and frame.part == "root_cause"]  # fmt: skip


@pytest.mark.parametrize("one", [block for block in blocks() if block.cause == "counterfeit_suspicion"])
def test_doubts_about_goods_send_to_a_professional(one: Block) -> None:
    assert one.caution == "authenticity"
    assert "professional" in one.not_when["en"] and "专业人士" in one.not_when["zh-Hans"]


ADMITTED = r"neither|without|missing|not (?:been|match)|没有|缺|对不上|不一样"


def admits(one: Block) -> list[str]:
    """Frames about papers or print that say what was not there."""
    spoken = [frame for frame in one.frames if frame.part != "prevention" and "refund" not in frame.id]
    return [
        frame.id
        for frame in spoken
        for words in (frame.words, frame.planned)
        if re.search(ADMITTED, " ".join(words.values()))
    ]


@pytest.mark.parametrize("one", [block for block in blocks() if block.cause == "counterfeit_suspicion"])
def test_what_is_written_about_doubted_goods_admits_nothing(one: Block) -> None:
    assert admits(one) == []


def test_a_frame_that_admits_is_seen() -> None:
    others = [one for one in blocks() if one.cause != "counterfeit_suspicion"]
    assert sum(bool(admits(one)) for one in others) > 5


def test_roles_are_roles_and_stand_as_subjects() -> None:
    assert {"owner", "warehouse_lead", "packer", "customer_service", "logistics", "listing_editor", "forwarder", "me"} <= roles().keys()  # fmt: skip
    for id_, words in roles().items():
        assert words.keys() == set(LANGUAGES)
        assert words["en"].startswith("the ") or id_ == "me"
    assert roles()["me"]["en"] == "I" and roles()["me"]["zh-Hant"] == "我"


def test_own_words_have_a_frame_for_each_part() -> None:
    names = {frame.id: [slot.name for slot in frame.slots] for frame in own_block().frames}
    assert names.keys() == {"own_root_cause", "own_action", "own_prevention"}
    assert {"what", "since", "check"} <= set(names["own_root_cause"])
    assert set(names["own_action"]) == {"on", "who", "deed", "proof"}


def test_traditional_words_are_derived_for_every_frame() -> None:
    early = block_of("not_received/confirmed_before_hand_over")
    assert early is not None
    assert "確認" in early.frames[0].words["zh-Hant"] and "确认" in early.frames[0].words["zh-Hans"]
    for one in blocks():
        for frame in one.frames:
            assert frame.question.keys() == frame.words.keys() == set(LANGUAGES)
