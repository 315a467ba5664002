"""The letter: complete or visibly open, Amazon's figure first, the same words in boxes and lengths."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date
from typing import Any, ClassVar

import pytest

from calculator import workbook
from calculator.assess import assess
from calculator.case import read as read_case
from calculator.letter import Letter, compose, layout
from calculator.reports import Intake

from .appeal_cases import AS_OF, letter, whole


def row(document: dict[str, Any]) -> dict[str, Any]:
    return document["appeal"]["causes"][0]


def codes(document: dict[str, Any]) -> list[str]:
    return [one["code"] for one in letter(document).problems]


def leaves(held: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(held, dict):
        return [one for key, value in held.items() for one in leaves(value, (*path, key))]
    if isinstance(held, list):
        return [one for at, value in enumerate(held) for one in leaves(value, (*path, at))]
    return [path]


NEEDED = [
    path
    for path in leaves(whole())
    if ("answers" in path or path[0] in ("notice", "defects"))
    and path[-1] not in ("id", "outcome", "fulfillment", "type", "order_id", "order_date", "cause")
]


@pytest.mark.parametrize("path", NEEDED, ids=lambda path: ".".join(map(str, path)))
def test_without_any_one_answer_the_letter_is_not_ready_and_says_what_is_missing(
    path: tuple[Any, ...],
) -> None:
    document = whole()
    held: Any = document
    for step in path[:-1]:
        held = held[step]
    held[path[-1]] = ""
    one = letter(document)
    figure = path[0] == "notice" and path[-1] != "day"
    assert not one.ready and one.text.splitlines()[0] == one.first_line
    assert path[-1] in one.missing[0]["field"] or figure
    assert "【" in one.text or path[-1] in ("refunded_by",)


def test_the_whole_letter_is_ready_and_has_no_first_line() -> None:
    one = letter(whole())
    assert one.ready and one.first_line is None and one.missing == () and one.problems == ()
    assert one.text.startswith(
        "Plan of action: Order Defect Rate, seller-fulfilled orders, store US\n24 November 2026\n"
    )


def test_the_same_case_gives_the_same_letter_and_unknown_keys_change_nothing() -> None:
    document = whole()
    document["later"] = row(document)["later"] = {"x": 1}
    assert letter(document).value() == letter(whole()).value()


class TestTense:
    """Past tense needs the seller's word, a day that has come, a person and a proof."""

    def action(self, **changes: Any) -> dict[str, Any]:
        document = whole()
        row(document)["actions"][0].update(changes)
        return document

    def test_done_is_told_as_done(self) -> None:
        assert "On 22 November 2026, the owner closed 31 offers" in letter(whole()).text

    def test_planned_is_a_dated_commitment_in_the_prevention_part(self) -> None:
        answers = {"by": "2026-11-28", "who": "owner", "offers": "31"}
        one = letter(self.action(state="planned", answers=answers))
        words = "By 28 November 2026, the owner will close 31 offers"
        assert words in one.boxes["prevention"] and words not in one.boxes["actions_taken"]
        assert one.ready

    def test_a_commitment_whose_day_has_passed_is_none(self) -> None:
        one = letter(
            self.action(state="planned", answers={"by": "2026-11-20", "who": "owner", "offers": "31"})
        )
        assert "by_has_passed" in [problem["code"] for problem in one.problems] and not one.ready

    @pytest.mark.parametrize("state", ["not_yet", "", "DONE"])
    def test_anything_else_is_left_out(self, state: str) -> None:
        assert "31 offers" not in letter(self.action(state=state)).text

    @pytest.mark.parametrize("name", ["on", "who", "proof"])
    def test_without_day_person_or_proof_only_the_question_stands(self, name: str) -> None:
        document = whole()
        row(document)["actions"][0]["answers"][name] = " "
        text = letter(document).text
        assert "closed 31 offers" not in text
        assert "【Were offers without goods on the shelf closed? How many, when, by whom?】" in text

    def test_a_day_that_has_not_come_is_no_deed(self) -> None:
        document = self.action()
        row(document)["actions"][0]["answers"]["on"] = "2026-11-25"
        one = letter(document)
        assert "closed 31 offers" not in one.text
        assert one.problems[0]["code"] == "future" and not one.ready
        assert letter(document, as_of=date(2026, 11, 25)).problems[0]["code"] == "after_letter"

    def test_a_missing_number_is_a_blank_in_its_sentence(self) -> None:
        document = self.action()
        row(document)["actions"][0]["answers"]["offers"] = "many"
        one = letter(document)
        assert "the owner closed 【number of offers】 offers" in one.text
        assert one.problems[0]["code"] == "count"


class TestFigure:
    """Which pair of counts a letter quotes."""

    PAGE: ClassVar = {
        "day": "2026-11-23",
        "first_day": "2026-09-09",
        "last_day": "2026-11-07",
        "orders": "130",
        "orders_with_defects": "3",
    }

    def test_the_notice_is_quoted_before_the_page(self) -> None:
        document = whole()
        document["odr_page"] = self.PAGE
        one = letter(document)
        assert one.figure is not None and (one.figure["source"], one.figure["orders"]) == ("notice", 126)
        assert (
            "Your notice of 22 November 2026 counts 2 of 126 seller-fulfilled orders as defective, "
            in one.text
            and "130" not in one.text
        )

    def test_the_page_stands_in_with_its_window(self) -> None:
        document = whole()
        document["notice"], document["odr_page"] = {}, self.PAGE
        assert (
            "On 23 November 2026, the Order Defect Rate page counted 3 of 130 seller-fulfilled orders "
            "from 9 September 2026 to 7 November 2026 as defective, an Order Defect Rate of 2.308 %."
            in letter(document).text
        )

    def test_our_own_count_stands_only_where_amazon_gave_none_and_says_so(self) -> None:
        document = whole()
        document["notice"] = {}
        one = self.with_orders(document)
        assert one.figure is not None and one.figure["source"] == "files"
        assert "We have no figure of Amazon's at hand; our own count for" in one.text
        document["notice"] = {"orders": "126"}
        one = self.with_orders(document)
        assert one.figure is None and one.missing[0]["field"] == "notice.orders_with_defects"

    def with_orders(self, document: dict[str, Any]) -> Letter:
        head = "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\n"
        rows = (
            f"111-0000001-{n:07}\t2026-10-06T01:00:00+00:00\t2026-10-07T01:00:00+00:00\tShipped\tMerchant\tAmazon.com\n"
            for n in range(1, 51)
        )
        return self.composed(document, "orders.txt", head + "".join(rows))

    def composed(self, document: dict[str, Any], name: str, content: str) -> Letter:
        intake = Intake(workbook.sheets)
        intake.open(name, name)
        intake.feed(name, content.encode())
        intake.close(name)
        held = read_case(document)
        return compose(held, assess(intake, AS_OF, store="US", case=held), "en", AS_OF)

    def test_amazons_report_comes_before_our_own_count(self) -> None:
        report = (
            '{"accountStatuses": [], "performanceMetrics": [{"marketplaceId": "ATVPDKIKX0DER", '
            '"orderDefectRate": {"mfn": {"reportingDateRange": {"reportingDateFrom": "2026-09-09", '
            '"reportingDateTo": "2026-11-07"}, "status": "BAD", "targetValue": 0.01, "targetCondition": "LESS_THAN", '
            '"orderWithDefects": {"status": "BAD", "count": 2}, "rate": 0.01587, "orderCount": 126, '
            '"claims": {"status": "BAD", "count": 2, "rate": 0.01587}, "chargebacks": {"count": 0, "rate": 0}, '
            '"negativeFeedback": {"count": 0, "rate": 0}}}}]}'
        )
        document = whole()
        document["notice"] = {}
        one = self.composed(document, "v2.json", report)
        assert one.figure is not None and (one.figure["source"], one.figure["orders"]) == ("report", 126)

    def test_without_any_figure_there_is_a_blank(self) -> None:
        document = whole()
        document["notice"] = {}
        one = letter(document)
        assert not one.ready and "【orders with defects and orders, as Amazon names them】" in one.text
        assert one.missing[0]["field"] == "notice.orders"

    def test_one_order_is_no_grammar_trouble(self) -> None:
        document = whole()
        document["notice"].update(orders="88", orders_with_defects="1")
        assert (
            "counts 1 of 88 seller-fulfilled orders as defective, an Order Defect Rate of 1.136 %."
            in letter(document).text
        )


class TestLanguage:
    """One language a letter, the other beside it."""

    def test_chinese_words_in_an_english_letter_are_refused_and_kept_as_reading(self) -> None:
        document = whole()
        row(document)["answers"]["check"] = "核对"
        row(document)["readings"].pop("check")
        one = letter(document)
        assert codes(document) == ["chinese"] and not one.ready
        sentence = next(held for held in one.value()["sentences"] if "核对" in held["text"])
        assert "没有核对。" in sentence["reading"]["zh-Hans"]

    def test_written_in_english_beside_it_the_answer_is_sent_in_english(self) -> None:
        document = whole()
        row(document)["answers"]["check"], row(document)["readings"]["check"] = "核对", "a comparison"
        one = letter(document)
        assert one.ready and "without a comparison." in one.text and "核对" not in one.text

    def test_the_chinese_letter_of_a_traditional_reader_has_traditional_frames(self) -> None:
        document = whole()
        document["appeal"]["language"] = "zh"
        one, simplified = letter(document, "zh-Hant"), letter(document, "zh-Hans")
        assert one.ready and one.language == "zh-Hant"
        assert "行動計劃" in one.text and "行动计划" in simplified.text
        assert [held.sentence.frame for held in one.entries] == [
            held.sentence.frame for held in simplified.entries
        ]
        document["appeal"]["language"] = "en"
        assert letter(document, "zh-Hant").text == letter(document, "zh-Hans").text

    def test_the_chinese_letter_takes_the_chinese_words_and_reads_in_english(self) -> None:
        document = whole()
        document["appeal"]["language"] = "zh"
        one = letter(document, "zh-Hans")
        assert one.ready and one.language == "zh-Hans"
        assert "自2026年9月20日起，订单在售出两天后确认，六至九天后才交出" in one.text
        reading = [
            held["reading"]["en"] for held in one.value()["sentences"] if held["frame"] == "offers_closed"
        ]
        assert reading == [
            "On 22 November 2026, the owner closed 31 offers whose goods were not on the shelf (inventory.png). [2]"
        ]

    def test_english_words_in_a_chinese_letter_are_said_and_names_are_not(self) -> None:
        document = whole()
        document["appeal"]["language"] = "zh"
        row(document)["readings"].pop("check")
        assert codes(document) == ["english"] and letter(document).ready
        row(document)["answers"]["check"] = "Example Post tracking list"
        assert codes(document) == []

    def test_own_words_without_a_reading_have_none(self) -> None:
        document = whole()
        row(document)["readings"] = {}
        held = [
            one["reading"]
            for one in letter(document).value()["sentences"]
            if one["frame"] == "confirmed_early"
        ]
        assert held == [None]

    def test_an_unknown_language_is_said_and_english_is_used(self) -> None:
        document = whole()
        document["appeal"]["language"] = "fr"
        assert codes(document) == ["language"] and letter(document).language == "en"


@pytest.mark.parametrize(
    ("voice", "who", "words"),
    [
        ("we", "owner", "We had no step"),
        ("i", "owner", "I had no step"),
        ("", "owner", "We had no step"),
        ("", "me", "I had no step"),
    ],
)
def test_the_letter_says_we_or_i(voice: str, who: str, words: str) -> None:
    document = whole()
    document["appeal"]["voice"] = voice
    row(document)["actions"][0]["answers"]["who"] = who
    text = letter(document).text
    assert words in text
    assert ("from my account" in text) == words.startswith("I ")


class TestHostileWords:
    """Typed words are data."""

    @pytest.mark.parametrize(
        ("typed", "shown"),
        [
            ("a\nb\r\n\tc", "a b c"),
            ("【filled】", "[filled]"),
            ("\u202eabc\u2069", "abc"),
            ("[[we]] {check} %s", "[[we]] {check} %s"),
            ("<b>x</b>", "<b>x</b>"),
            ("ends with marks...;", "ends with marks"),
        ],
    )
    def test_they_are_one_line_and_never_looked_through_again(self, typed: str, shown: str) -> None:
        document = whole()
        row(document)["answers"]["check"] = typed
        assert f"without {shown}. " in letter(document).text.replace("\n", " ")

    @pytest.mark.parametrize("typed", ["….。", "-", " \u200b", "???"])
    def test_marks_alone_are_no_answer(self, typed: str) -> None:
        document = whole()
        row(document)["actions"][0]["answers"]["who"] = typed
        assert "closed 31 offers" not in letter(document).text and not letter(document).ready

    def test_too_long_ones_are_cut_and_said(self) -> None:
        document = whole()
        row(document)["answers"]["check"] = "x" * 100_000
        one = letter(document)
        assert codes(document) == ["too_long"] and len(one.text) < 4_000 and not one.ready

    def test_the_words_of_the_warning_are_refused(self) -> None:
        document = whole()
        row(document)["answers"]["check"] = "NOT READY TO SEND"
        assert codes(document) == ["warning_words"] and not letter(document).ready


class TestForms:
    """The same sentences in boxes and in shorter lengths."""

    def test_boxes_hold_their_part_and_the_first_one_the_figure(self) -> None:
        one = letter(whole())
        assert one.boxes["root_cause"].startswith("Your notice of 22 November 2026")
        assert one.boxes["actions_taken"].startswith("- On 22 November 2026, the owner closed")
        assert (
            "Refund for order" in one.boxes["actions_taken"] and "From 23 November" in one.boxes["prevention"]
        )
        text = one.boxes["prevention"].strip()
        assert one.box_lengths["prevention"] == {"words": len(text.split()), "characters": len(text)}

    def test_a_chinese_character_is_a_word(self) -> None:
        assert layout.counts("On 4 May\n- [1] x", "en") == {"words": 6, "characters": 16}
        assert layout.counts("自2026年9月20日起，两天", "zh-Hans") == {"words": 10, "characters": 15}

    def test_every_box_of_a_letter_that_is_not_ready_says_so(self) -> None:
        document = whole()
        document["defects"][0]["refunded_by"] = ""
        assert all(
            box.splitlines()[0] == letter(document).first_line for box in letter(document).boxes.values()
        )

    def test_shorter_lengths_drop_what_is_secondary_and_keep_each_part(self) -> None:
        document = whole()
        more = deepcopy(row(document)["prevention"][0])
        row(document)["prevention"] += [{**more, "id": "p2"}, {**more, "id": "p3"}]
        lengths = letter(document).lengths
        counts = [lengths[name]["words"] for name in ("full", "short", "shortest")]
        assert counts == sorted(counts, reverse=True) and len(set(counts)) == 3
        for name in ("short", "shortest"):
            text = lengths[name]["text"]
            for words in (
                "2 of 126",
                "Root cause",
                "closed 31 offers",
                "From 23 November 2026",
                "Refund for order",
            ):
                assert words in text
        assert "No_such" not in lengths["short"]["text"]
        assert "[3]" not in lengths["shortest"]["text"], "a paper nobody cites is not listed"

    def test_an_open_sentence_is_in_every_length(self) -> None:
        document = whole()
        row(document)["actions"][1]["answers"]["on"] = ""
        assert all(
            "【On which day was the last order" in held["text"] for held in letter(document).lengths.values()
        )

    def test_blocks_are_the_text(self) -> None:
        value = letter(whole()).value()
        shown = [("- " if block["kind"] == "item" else "") + block["text"] for block in value["blocks"]]
        assert [line for line in value["text"].splitlines() if line] == shown
        assert value["blocks"][0]["kind"] == "title"


class TestEvidence:
    """Papers are numbered where they are cited and listed once."""

    def test_a_paper_is_numbered_by_its_first_citation(self) -> None:
        one = letter(whole())
        assert [(held["number"], held["file"]) for held in one.evidence_index] == [
            (1, "carrier bills September.pdf"),
            (2, "inventory.png"),
            (3, "hand-over list of 23 November"),
        ]
        for held in one.evidence_index:
            assert f"[{held['number']}]" in one.entries[held["sentence"]].sentence.text
        assert "(inventory.png). [2]" in one.text and "- [2] inventory.png" in one.text

    def test_numbers_rise_through_the_letter_whatever_row_a_paper_belongs_to(self) -> None:
        document = whole()
        second = deepcopy(row(document))
        second.update(id="c2", evidence=[])
        for measure in (*second["actions"], *second["prevention"]):
            measure["answers"]["proof"] = f"second {measure['id']}.png"
        row(document)["evidence"].append({"id": "e3", "file": "log.xlsx", "shows": "p1"})
        document["appeal"]["causes"].append(second)
        text = letter(document).text
        cited = [int(found) for found in re.findall(r"\[(\d+)\]", text[: text.index("Attachments")])]
        assert cited == sorted(cited) == list(range(1, 7))

    def test_a_paper_without_a_name_is_asked_for(self) -> None:
        document = whole()
        row(document)["evidence"][0]["file"] = ""
        assert [held["field"] for held in letter(document).missing] == ["appeal.causes.c1.evidence.e1.file"]


class TestRounds:
    """A second letter."""

    def again(
        self, text: str, reply: str = "Please provide greater detail.", **figure: str
    ) -> dict[str, Any]:
        document = whole()
        document["appeal"]["rounds"] = [
            {
                "id": "r1",
                "sent_on": "2026-11-23",
                "text": text,
                "reply_on": "2026-11-24",
                "reply": reply,
                "figure": figure,
            }
        ]
        return document

    def test_it_names_the_letter_it_follows_and_marks_what_is_new(self) -> None:
        old = letter(whole()).text.replace(
            "closed 31 offers whose goods were not on the shelf", "did something"
        )
        text = letter(self.again(old)).text
        assert (
            "This plan follows our plan of 23 November 2026 and answers your reply of 24 November 2026; what is new"
            in text
        )
        assert "(inventory.png). (new) [2]" in text and text.count("(new)") == 1
        assert "first in each part, marked “new”: actions taken." in text

    def test_what_is_new_stands_first(self) -> None:
        first = letter(whole()).text.splitlines()
        old = "\n".join(line for line in first if "hand-over list of 23" not in line)
        actions = letter(self.again(old)).boxes["actions_taken"].splitlines()
        assert actions[0].startswith("- Confirming before hand-over ended") and "(new)" in actions[0]

    def test_the_same_letter_once_more_is_refused(self) -> None:
        assert "identical" in codes(self.again(letter(whole()).text))
        assert not letter(self.again(letter(whole()).text)).ready

    def test_news_elsewhere_than_amazon_asked_is_held_back(self) -> None:
        old = letter(whole()).text.replace(
            "closed 31 offers whose goods were not on the shelf", "did something"
        )
        asked = self.again(
            old, "Please provide greater detail on the steps you have taken to prevent this issue."
        )
        assert codes(asked) == ["reply_unanswered"] and not letter(asked).ready
        answers = {
            "start": "2026-11-24",
            "who": "packer",
            "rule": "parcels without a scan are read aloud each Tuesday at noon",
            "measure": "number of parcels named twice in a row",
        }
        row(asked)["prevention"].append({"id": "p2", "frame": "own", "answers": answers})
        assert letter(asked).ready

    def test_the_parts_follow_amazons_order(self) -> None:
        reply = "We need greater detail on the steps you have taken to prevent this, and on the root cause."
        text = letter(self.again("Other words.", reply)).text
        assert (
            text.index("Steps to prevent it\n") < text.index("Root cause\n") < text.index("Actions taken\n")
        )

    def test_a_changed_figure_is_explained_and_an_equal_one_is_not(self) -> None:
        words = "Our plan of 23 November 2026 gave 2 of 120 orders"
        assert words in letter(self.again("Other words.", orders="120", orders_with_defects="2")).text
        assert (
            "Our plan of 23 November 2026 gave"
            not in letter(self.again("Other words.", orders="126", orders_with_defects="2")).text
        )

    def test_a_first_letter_follows_nothing(self) -> None:
        assert "This plan follows" not in letter(whole()).text
