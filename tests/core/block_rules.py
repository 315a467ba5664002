"""Rules of the cause blocks: each returns what is wrong, as sentences; nothing wrong is an empty list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculator.plan_of_action.blocks import Block, Frame, Words

WRITTEN = ("en", "zh-Hans")
SLOT = re.compile(r"\[\[([A-Za-z_]+)\]\]")
VOICE = {"we", "We", "our", "Our", "us", "s", "es"}
KINDS = {"day", "past_day", "count", "words", "who", "proof"}
MOST_WORDS, MOST_CHARACTERS = 29, 80

NEVER = {
    "promise": r"\b(?:guarantee\w*|never again|promise[ds]?|ensur\w+|always|zero defects?)\b|100 ?%|保证|承诺|确保|绝不|杜绝|百分之百|万无一失",
    "blame": r"\b(?:fault|blame\w*|liar|lying|lied|unreliable|incompetent|careless|negligen\w+|dishonest|malicious)\b|的错|怪|恶意|不可靠|不负责|疏忽|撒谎|骗",
    "plea": r"\b(?:sorry|apolog\w+|regret|beg|please|kindly|sincerely|livelihood|family|understanding)\b|抱歉|道歉|对不起|恳请|拜托|家庭|深感|请求",
    "staff": r"\b(?:dismiss\w*|fired|punish\w*|fine[ds]?|warned|sacked)\b|开除|解雇|辞退|处罚|罚款|警告员工",
    "invented": r"\b(?:train\w*|audit\w*|consultant|quality (?:control|department|team)|optimi[sz]\w+|strengthen\w*|enhance\w*|improv\w+|attention to detail)\b|培训|审计|顾问|质检部|优化|加强|提升|强化|完善",
    "gift": r"\b(?:gift|voucher|coupon|discount|bonus|compensat\w+|reward)\b|礼品|礼物|优惠券|折扣|补偿|好评返现|返现|赠",
    "rating": r"\b(?:rating|review|feedback|stars?|withdraw\w*)\b|评分|评价|好评|差评|改评|星级|撤回索赔|撤销索赔",
    "authenticity": r"\b(?:genuine|counterfeit\w*|fake|authentic\w*|original brand|replica|infring\w+|unsafe|dangerous|used as new)\b|正品|假货|仿|真伪|侵权|不安全|危险|二手",
    "another violation": r"\b(?:false(?:ly)?|fraud\w*|violat\w+|illegal|fictitious|fake tracking|against (?:the )?(?:rules|policy))\b|虚假|违规|违反|欺诈|造假",
    "pay all": r"\brefund(?:ed)? (?:all|every|each) (?:affected |open )?(?:orders?|buyers?)\b|全部退款|全额退给所有",
    "fulfilled by Amazon": r"\bFBA\b|fulfil\w* by Amazon|亚马逊物流|亚马逊配送",
    "reinstatement": r"\b(?:reinstat\w+|reactivat\w+|approv\w+|success\w*)\b|恢复销售|申诉成功|通过率|审核通过",
}
"""What no frame may say, with the words that say it."""

SAID_ALOUD = {"pay all", "plea", "promise", "staff", "invented", "gift", "reinstatement"}
"""What no question, label or example may say either: it would be an answer put into the seller's mouth."""


def spoken(frame: Frame) -> Iterator[tuple[str, str]]:
    """The sentences of a frame that can stand in a letter, with their language."""
    for words in (frame.words, frame.planned):
        yield from ((lang, words[lang]) for lang in WRITTEN if words)


def pays_blindly(text: str) -> bool:
    """Whether the shop pays here without having looked who paid before: nobody pays twice."""
    pays = re.search(r"\[\[who\]\][^.]*\b(?:refund|refunded|pay|paid)\b", text)
    return bool(pays) and not re.search(
        r"\blook|who (?:paid|has paid|refunded)|need (?:nobody's|no second) yes|without a second yes|started? refunds|start refunds",
        text,
    )


def slots_of(text: str) -> set[str]:
    return set(SLOT.findall(text)) - VOICE


def slots_alike(frame: Frame) -> list[str]:
    """The same facts in both languages."""
    pairs = [words for words in (frame.words, frame.planned) if words]
    return [
        f"{frame.id}: {lang} asks for other facts"
        for words in pairs
        for lang in ("zh-Hans", "zh-Hant")
        if slots_of(words[lang]) != slots_of(words["en"])
    ]


def facts_needed(frame: Frame) -> list[str]:
    """A deed has a day, somebody, a proof and a fact of its own; a measure a start, somebody, a gauge."""
    names = {slot.name: slot.kind for slot in frame.slots}
    planned = {slot.name for slot in frame.planned_slots}
    found = []
    if frame.part == "action":
        found += [f"{frame.id}: no {name}" for name in ("on", "who", "proof") if name not in names]
        found += [f"{frame.id}: no fact of its own"] * (not names.keys() - {"on", "who", "proof"})
        found += [f"{frame.id}: planned without {name}" for name in ("by", "who") if name not in planned]
        found += [f"{frame.id}: planned names a deed"] * bool(planned & {"on", "proof"})
    if frame.part == "prevention":
        found += [f"{frame.id}: no {name}" for name in ("start", "who", "measure") if name not in names]
        found += [f"{frame.id}: no fact of its own"] * (not names.keys() - {"start", "who", "measure"})
    if frame.part == "root_cause":
        found += [f"{frame.id}: fewer than two facts"] * (len(names) < 2)
    return found + [f"{frame.id}: planned, yet no action"] * (bool(frame.planned) != (frame.part == "action"))


def cause_is_told(block: Block) -> list[str]:
    """What, since when, and who decided or which check was missing: three facts at least."""
    names = {slot.name: slot.kind for frame in block.of("root_cause") for slot in frame.slots}
    found = [f"{block.id}: fewer than three facts"] * (len(names) < 3)
    found += [f"{block.id}: no day"] * ("past_day" not in names.values())
    own = {"check", "decided"} & names.keys() or any("_role" in name or "_from" in name for name in names)
    return found + [f"{block.id}: neither a check nor who decided"] * (not own)


def never(text: str, kinds: set[str] | None = None) -> list[str]:
    """Which of the things that no text may say this one says."""
    bare = SLOT.sub(" ", text)
    return [
        name
        for name, pattern in NEVER.items()
        if (kinds is None or name in kinds) and re.search(pattern, bare, re.IGNORECASE)
    ]


def figures(text: str) -> list[str]:
    """A frame has no figure of its own."""
    return re.findall(r"\d|[二三四五六七八九十百两]+(?:天|次|件|周|小时|个工作日)", SLOT.sub("", text))


def present(frame: Frame) -> list[str]:
    """A measure speaks in the present: true before its start and after it."""
    if frame.part != "prevention":
        return []
    later = re.search(r"\b(?:will|must)\b", frame.words["en"]) or re.search(
        r"\]\][会须]|不得", frame.words["zh-Hans"]
    )
    bare = re.search(r"\[\[who\]\] (?!\w+\[\[e?s\]\]|may\b)", frame.words["en"])
    return [f"{frame.id}: still to come"] * bool(later) + [f"{frame.id}: a verb without ending"] * bool(bare)


def english(text: str) -> list[str]:
    """One voice, no slot as first word, verbs that fit "I" and "the packer", short sentences."""
    found = ["speaks as we or I"] * bool(
        re.search(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y|me)\b", SLOT.sub(" ", text))
    )
    if re.match(r"\[\[(?!We|Our)", text):
        found.append("begins with a fact")
    bad = re.findall(
        r"\[\[(?:who|decided)\]\] (is|are|was|were|has|have|does|must not be|\w+(?<!s)s)\b", text
    )
    found += [f'a person, then "{verb}"' for verb in bad]
    if re.search(
        r"\b(?:by|to|with|for|of|from|let|led|makes?) \[\[(?:who|decided)\]\](?! (?:will|must|may|had|\w+ed)\b)",
        text,
    ):
        found.append("a person as object")
    if "[[who]]" not in text and re.search(r"\[\[e?s\]\]", text):
        found.append("a verb without a person")
    for sentence in re.split(r"(?<=[.;:]) ", text):
        if len(SLOT.sub("x", sentence).split()) > MOST_WORDS:
            found.append("a long sentence")
    found += ["no full stop"] * (not text.endswith("."))
    return found + ["not plain English letters"] * (not text.replace("“", "").replace("”", "").isascii())


def chinese(text: str) -> list[str]:
    """Full-width marks, a space between Chinese and Latin, none beside a slot, 你 for the reader."""
    bare = SLOT.sub("□", text)
    found = ["half-width mark"] * bool(
        re.search(r"[\u4e00-\u9fff□][,;:?!()]|[,;:?!()][\u4e00-\u9fff□]|\.$", bare)
    )
    found += ["space beside a slot"] * bool(re.search(r" □|□ ", bare))
    found += ["Latin without a space"] * bool(
        re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9%](?![年月日])[\u4e00-\u9fff]", bare)
        and not re.search(r"^\d+年\d+月\d+日", bare)
        and _crowded(bare)
    )
    found += ["您"] * ("您" in text)
    found += ["long"] * (len(bare) > MOST_CHARACTERS)
    return found


def _crowded(bare: str) -> bool:
    without_days = re.sub(r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)", "日", bare)
    return bool(re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u4e00-\u9fff]", without_days))


def chinese_sentence(text: str) -> list[str]:
    return chinese(text) + ["no full stop"] * (not text.endswith("。"))


def question(words: Words) -> list[str]:
    """A question in both languages, neutral: it confirms nothing and offers no answer as the right one."""
    found = [
        f"{lang}: no question"
        for lang, mark in (("en", "?"), ("zh-Hans", "？"))
        if not words[lang].endswith(mark)
    ]
    found += ["confirms"] * bool(
        re.search(
            r"\b(?:confirm that|surely|of course|didn't|isn't|don't you)\b|是不是.*对吧|当然",
            words["en"] + words["zh-Hans"],
            re.IGNORECASE,
        )
    )
    return found


def skeleton(text: str) -> str:
    """A sentence without its facts, to see whether two frames are one."""
    return " ".join(re.findall(r"[a-z]+|[\u4e00-\u9fff]", SLOT.sub(" ", text).lower()))


def every_word(block: Block) -> Iterator[Words]:
    """Everything of a block that a seller reads."""
    yield from (block.title, block.when, block.not_when)
    for frame in block.frames:
        yield frame.question
        for slot in (*frame.slots, *frame.planned_slots):
            yield from (words for words in (slot.label, slot.where, slot.example) if words)
    yield from (proof.words for proof in block.proofs)
