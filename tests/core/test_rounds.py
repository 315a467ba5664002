"""Rounds: the same letter does not go out twice, and what differs between two is named with both sides."""

from __future__ import annotations

from typing import Any

import pytest

from calculator.case import Case, StatedFigure, read
from calculator.case.appeal import Round
from calculator.messages import LANGUAGES
from calculator.rounds import changes, compare
from calculator.rounds.likeness import Earlier

FIRST = """Two of 96 orders were not received.
We shipped with a service without a last-mile scan.
On 4 May 2026 we told both buyers.
Since 5 May the owner reads the tracking page every day.
"""
CHINESE = "我们选了没有末端扫描的线路。5月4日，我们通知了两位买家。从5月5日起，店主每天查看物流。"


def sentence(text: str, part: str = "", **more: Any) -> dict[str, Any]:
    return {"text": text, "part": part, "from": "seller", "reading": None, **more}


def letter(*added: dict[str, Any], first: str = FIRST) -> dict[str, Any]:
    held = [sentence(line) for line in first.splitlines()]
    every = [*held, *added]
    return {"text": "\n".join(one["text"] for one in every), "sentences": every}


NEW_CAUSE = sentence("On 20 February 2026 the owner chose the cheapest untracked last mile.", "root_cause")
NEW_ACTION = sentence("On 16 May 2026 we ended that service and wrote to 14 buyers.", "actions_taken")


def test_the_same_words_are_the_same_letter() -> None:
    told = compare(FIRST, {"text": FIRST.replace("\n", "\n\n- ").upper()}, "en")
    assert (told["verdict"], told["ok"]) == ("identical", False)
    assert [one["new"] for one in told["sentences"]] == [False] * 4


@pytest.mark.parametrize(
    "again",
    [
        "Since 5 May the owner reads the tracking page every day. Two of 96 orders were not received.",
        "Every day since 5 May the owner reads the tracking page.",
        FIRST.replace("told", "informed").replace("service", "carrier"),
    ],
)
def test_the_same_in_another_order_or_with_a_polite_line_brings_nothing(again: str) -> None:
    held = [sentence(line) for line in again.splitlines()]
    held += [sentence("We kindly ask you once more to look at this plan again.", "closing")]
    told = compare(FIRST, {"text": again, "sentences": held}, "en")
    assert told["verdict"] == "nothing_new"


def test_a_closing_line_with_many_new_words_is_no_new_fact() -> None:
    closing = sentence("Kindly reconsider everything mentioned above with patience.", "closing")
    told = compare(FIRST, letter(closing), "en")
    assert told["verdict"] == "nothing_new"


def test_words_of_a_template_are_no_new_fact() -> None:
    ours = {
        **sentence("Corrective measures completed thereafter follow hereunder.", "actions_taken"),
        "from": "template",
    }
    assert compare(FIRST, letter(ours), "en")["verdict"] == "nothing_new"


def test_only_sentences_of_the_plan_are_told() -> None:
    told = compare(
        FIRST,
        letter(
            sentence("A wholly new title nobody saw before", "opening", kind="heading"),
            sentence("Order 111-0000007-0000007: chargeback, ordered on 9 April 2026", "orders"),
            NEW_ACTION,
        ),
        "en",
    )
    assert [one["text"] for one in told["sentences"] if one["new"]] == [NEW_ACTION["text"]]


def test_blanks_and_marks_of_a_letter_are_no_words() -> None:
    earlier = Earlier("On 4 May we closed 12 offers (proof: settings.png).")
    assert not earlier.novelty("On 4 May we closed 12 offers (proof: settings.png). (new) [3]").numbers
    assert not earlier.novelty("On 4 May we closed 12 offers 【which day did it start, and who】.").has_fact
    assert earlier.novelty("On 4 May we closed 12 offers [of 90].").numbers == ("90",)


def test_the_frame_around_a_fact_is_no_fact_and_an_open_sentence_is_none() -> None:
    def framed(own: str, **more: Any) -> dict[str, Any]:
        frame = {"text": "Every evening somebody else recounts shelves by hand: ", "from": "template"}
        parts = [frame, {"text": own, "from": "seller"}]
        return sentence(frame["text"] + own, "prevention", parts=parts, **more)

    assert compare(FIRST, letter(framed("the owner")), "en")["verdict"] == "nothing_new"
    assert compare(FIRST, letter(framed("a sheet signed twice")), "en")["ok"]
    before = FIRST + framed("parcels without a scan are read aloud")["text"]
    again, changed = framed("parcels without a scan are read aloud"), framed("a sheet signed twice")
    assert compare(before, letter(again), "en")["verdict"] == "identical"
    told = compare(before, letter(changed), "en")
    assert told["ok"] and [one["text"] for one in told["sentences"] if one["new"]] == [changed["text"]]
    opened = framed("a sheet signed twice", blanks=["appeal.causes.c1.prevention.p1.answers.on"])
    assert compare(FIRST, letter(opened), "en")["verdict"] == "nothing_new"


def test_each_cell_asked_about_needs_a_new_fact() -> None:
    reply = "We need greater detail on the root cause and the steps you have taken to prevent this."
    told = compare(FIRST, letter(NEW_CAUSE), "en", reply)
    assert (told["verdict"], told["ok"]) == ("cell_without_news", False)
    assert [row["cell"] for row in told["missing"]] == ["prevention"]
    assert told["count"] == "1 of 5 sentences are new."
    prevented = sentence("Since 18 May no label prints without a last-mile scan.", "prevention")
    assert compare(FIRST, letter(NEW_CAUSE, prevented), "en", reply)["ok"]


def test_a_fact_about_another_cause_is_no_answer() -> None:
    reply = "Please provide greater detail on the root cause of the late deliveries."
    of_lost = {**NEW_CAUSE, "cause": "not_received"}
    told = compare(FIRST, letter(of_lost), "en", reply)
    assert [(row["cell"], row["cause"]) for row in told["missing"]] == [("root_cause", "late_delivery")]
    assert compare(FIRST, letter({**NEW_CAUSE, "cause": "late_delivery"}), "en", reply)["ok"]


def test_a_new_paper_answers_a_wish_for_evidence_and_a_new_number_one_for_figures() -> None:
    wish = "Please send supporting documents."
    assert compare(FIRST, letter(NEW_ACTION), "en", wish)["missing"][0]["cell"] == "evidence"
    proof = {"number": 1, "file": "carrier-bill-16-may.pdf", "shows": "a1"}
    assert compare(FIRST, {**letter(NEW_ACTION), "evidence_index": [proof]}, "en", wish)["ok"]
    wish = "Please provide additional details: the number of affected orders."
    assert compare(FIRST, letter(NEW_ACTION), "en", wish)["ok"]


def test_the_same_letter_in_the_other_language_is_the_same_letter() -> None:
    lines = [line + "。" for line in CHINESE.split("。") if line]
    read_in = [
        "We chose a line without a last-mile scan.",
        "On 4 May we told both buyers.",
        "Since 5 May the owner looks daily.",
    ]
    held = [
        sentence(text, "root_cause", reading={"zh-Hans": line})
        for text, line in zip(read_in, lines, strict=True)
    ]
    told = compare(CHINESE, {"text": "\n".join(read_in), "sentences": held}, "en")
    assert told["verdict"] == "nothing_new"


def test_chinese_is_held_against_chinese() -> None:
    again = {"text": "从5月5日起，店主每天查看物流。5月4日，我们通知了两位买家。"}
    assert compare(CHINESE, again, "zh-Hans")["verdict"] == "nothing_new"
    more = {"text": CHINESE + "2月20日，店主改用了最便宜的无跟踪线路。"}
    told = compare(CHINESE, more, "zh-Hans")
    assert told["ok"] and [one["text"] for one in told["sentences"] if one["new"]] == [
        "2月20日，店主改用了最便宜的无跟踪线路。"
    ]


def test_one_word_for_another_is_no_fact_and_a_clause_is_one() -> None:
    earlier = Earlier("从5月5日起，店主每天查看物流。")
    assert not earlier.novelty("从5月5日起，店主每天检查物流。").has_fact
    assert earlier.novelty("从5月5日起，店主每天查看物流，并给买家打电话。").has_fact
    english = Earlier("Since 5 May the owner reads the tracking page every day.")
    assert not english.novelty("Since 5 May the owner checks the tracking page every day.").has_fact
    assert english.novelty("Since 5 May the owner reads it and phones the carrier's depot.").has_fact


def test_without_an_earlier_letter_there_is_nothing_to_compare() -> None:
    assert compare("", letter(), "en")["verdict"] == "first"
    assert compare(" \n", letter(), "en")["ok"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["", "…", "- - -", "\x00", "好" * 500, "a" * 9_000, "1\n" * 2_000])
def test_any_text_is_compared(text: str, lang: str) -> None:
    assert compare(text, {"text": text}, lang)["verdict"] in ("first", "identical")
    assert compare(FIRST, {"text": text}, lang)["title"]


def test_a_number_written_otherwise_is_not_new() -> None:
    assert not Earlier("On 04 May we closed 12 offers.").novelty("On 4 May we closed １２ offers.").numbers
    assert Earlier("On 04 May we closed 12 offers.").novelty("On 5 May we closed 12 offers.").has_fact


ROUND = Round(
    id="r1",
    sent_on="2026-05-18",
    text=FIRST,
    figure=StatedFigure(day="2026-05-18", orders="96", orders_with_defects="2"),
)


def case(**figure: str) -> Case:
    return read({"contract": "odr-case/1", "notice": {"day": "2026-05-18", **figure}})


def test_a_figure_that_differs_is_named_with_both_sides() -> None:
    told = changes(ROUND, case(orders="98", orders_with_defects="3"), letter(), "en")
    (row,) = told["changes"]
    assert (row["kind"], row["before"], row["after"]) == (
        "figure",
        "2 of 96 orders on 18\u00a0May\u00a02026",
        "3 of 98 orders on 18\u00a0May\u00a02026",
    )
    assert "Each can be true for its own days" in row["ask"]
    assert ROUND.figure.orders == "96"


def test_two_figures_for_the_same_days_cannot_both_be_true() -> None:
    days = {"first_day": "2026-03-05", "last_day": "2026-05-03"}
    kept = Round(id="r1", figure=StatedFigure(orders="96", orders_with_defects="2", **days))
    told = changes(kept, case(orders="97", orders_with_defects="2", **days), {"text": ""}, "en")
    assert "one of them is wrong" in told["changes"][0]["ask"]
    moved = case(orders="97", orders_with_defects="2", first_day="2026-03-06", last_day="2026-05-04")
    assert "window has moved" in changes(kept, moved, {"text": ""}, "en")["changes"][0]["ask"]


def test_a_changed_a_new_and_a_missing_sentence_are_told() -> None:
    now = FIRST.replace("4 May 2026", "6 May 2026").replace(FIRST.splitlines()[1] + "\n", "")
    told = changes(ROUND, case(orders="96", orders_with_defects="2"), letter(NEW_ACTION, first=now), "en")
    assert [row["kind"] for row in told["changes"]] == ["changed", "new", "gone"]
    changed, new, gone = told["changes"]
    assert (changed["before"], changed["after"]) == (
        "On 4 May 2026 we told both buyers.",
        "On 6 May 2026 we told both buyers.",
    )
    assert new["part"] == "actions_taken" and new["ask"] is None
    assert gone["before"] == "We shipped with a service without a last-mile scan."
    assert len(told["text"].splitlines()) == 3


def test_a_heading_that_is_gone_is_nothing_to_explain() -> None:
    kept = Round(id="r1", text="Plan of action\nPrevention\nWe will watch our parcels more closely.")
    told = changes(kept, case(orders="96", orders_with_defects="2"), letter(), "en")
    gone = [row["before"] for row in told["changes"] if row["kind"] == "gone"]
    assert gone == ["We will watch our parcels more closely."]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_changed_is_said(lang: str) -> None:
    told = changes(ROUND, case(orders="96", orders_with_defects="2"), letter(), lang)
    assert told["changes"] == [] and told["text"]
