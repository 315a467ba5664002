"""Every block of the library makes a letter that is ready, in both languages, from its own invented examples."""

from __future__ import annotations

import re
from typing import Any

import pytest

from calculator.plan_of_action.blocks import Block, Frame, Slot, blocks, own_block
from calculator.root_causes import every_leaf

from .appeal_cases import letter, whole

BLOCKS = [one for one in (*blocks(), own_block()) if one.frames]
UGLY = re.compile(
    r"\[\[|\]\]|【|  |\.\.|。。|，，|,,| ,| \.(?!\w)|：：|::|\(\)|（）|。\.|，。|：。|, and and|\bthe the\b|\ba a\b"
)


def example(slot: Slot, lang: str) -> str:
    words = {"day": "2026-11-20", "past_day": "2026-11-20", "count": "12", "who": "owner"}.get(slot.kind)
    if slot.name == "by":
        return "2026-11-28"
    return words or slot.example[lang]


def answers(slots: tuple[Slot, ...], lang: str) -> dict[str, str]:
    return {slot.name: example(slot, lang) for slot in slots}


def measure(id_: str, frame: Frame, slots: tuple[Slot, ...], **more: str) -> dict[str, Any]:
    name = "own" if own_block().frame(frame.id) else frame.id
    return {
        "id": id_,
        "frame": name,
        "answers": answers(slots, "en"),
        "readings": answers(slots, "zh-Hans"),
        **more,
    }


def case_of(block: Block) -> dict[str, Any]:
    """A case in which everything this block offers was done, and each action planned once more."""
    cause = "late_delivery" if block.cause == "any" else block.cause
    failure = f"{cause}/{block.failures[0]}"
    path = next(leaf.path for leaf in every_leaf(cause) if leaf.failure == failure)
    root = tuple(slot for frame in block.of("root_cause") for slot in frame.slots)
    acts = block.of("action")
    document = whole()
    for one in document["defects"]:
        one["cause"] = cause
    document["appeal"]["causes"] = [
        {
            "id": "c1",
            "cause": cause,
            "path": list(path),
            "answers": answers(root, "en"),
            "readings": answers(root, "zh-Hans"),
            "actions": [measure(f"a{n}", one, one.slots, state="done") for n, one in enumerate(acts)]
            + [measure(f"b{n}", one, one.planned_slots, state="planned") for n, one in enumerate(acts)],
            "prevention": [measure(f"p{n}", one, one.slots) for n, one in enumerate(block.of("prevention"))],
        }
    ]
    return document


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("block", BLOCKS, ids=lambda one: f"{one.cause}/{one.id}")
def test_a_block_makes_a_ready_letter(block: Block, language: str) -> None:
    document = case_of(block)
    document["appeal"]["language"] = language
    one = letter(document)
    assert one.ready, (one.missing, one.problems)
    assert not UGLY.search(one.text), UGLY.findall(one.text)
    readings = [sentence.sentence.reading for sentence in one.entries]
    assert None not in readings and not any(UGLY.search(reading or "") for reading in readings)
    if language == "en":
        assert not re.search("[\u3400-\u9fff]", one.text)
        assert all(
            line.removeprefix("- ")[:1].isupper() or line.startswith("- [")
            for line in one.text.splitlines()
            if line and not line[0].isdigit()
        )


@pytest.mark.parametrize(("who", "said"), [
    ("packer", "the packer compares "),
    ("me", "I compare "),
    ("the packer and the owner", "the packer and the owner compare "),
    ("", "】 compares "),
])  # fmt: skip
def test_a_verb_ends_as_it_fits_who_does_it(who: str, said: str) -> None:
    document = case_of(next(one for one in BLOCKS if one.id == "address_on_label"))
    document["appeal"]["causes"][0]["prevention"][0]["answers"]["who"] = who
    assert said in letter(document).text


def test_the_check_of_looks_catches_what_it_is_for() -> None:
    assert UGLY.search("On 4 May, the owner closed  31 offers.") and UGLY.search("没有核对。。")
    assert not UGLY.search("On 4 May, the owner closed 31 offers (a.png). Measure: 3.5 parcels.")


@pytest.mark.parametrize(
    "block", [one for one in BLOCKS if one.frames], ids=lambda one: f"{one.cause}/{one.id}"
)
def test_a_doubt_about_goods_owns_no_failed_step(block: Block) -> None:
    """Beside the caution about authenticity no sentence of ownership stands; beside any other one does."""
    frames = [one["frame"] for one in letter(case_of(block)).value()["sentences"]]
    assert ("told.ownership" in frames) is (block.caution != "authenticity")
