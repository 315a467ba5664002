"""The twelve example appeals: whole, honest, and every figure and fact of them traced to where it is from."""

from __future__ import annotations

import copy
import re
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from calculator import case as cases
from calculator.letter import compose
from calculator.policy import policy_on

from . import block_rules, test_letter_sources
from .examples import ANSWER, Example, assessed, examples, letter_of, made

pytestmark = pytest.mark.native
EVERY = [pytest.param(one, id=one.slug) for one in examples()]
SENT = [pytest.param(one, id=one.slug) for one in examples() if one.kind != "no_letter"]
SPOILED = [pytest.param(one, id=one.slug) for one in examples() if "sentences" in one.about]

FACTS = {
    "01_standard": "31 offers|from 2 to 5 business days|31 SKUs|two days after the sale|six to nine days|Of 9 confirmed orders|weigh-in|17:00|the warehouse lead|ended on 22 November 2026|2 of 126|1.587 %",
    "02_dispute_first": "1 of 88|1.136 %|was appealed on 21 August 2026|from 30 June 2026 on nobody|on 5 August 2026|9:00 and 21:00 Beijing time|the claims log",
    "03_holiday": "2 of 64|3.125 %|handling time of 2 days|last pick-up on 10 February 2026|next hand-over on 26 February 2026|on 7 April 2026|five working days|the shop manager|weekly check sheet",
    "04_new_account": "3 of 43|6.977 %|shifted by one|0 in stock was read as 10|“Like New” where “Acceptable”|from Monday to Friday|212 lines on 31 July 2026|5 open orders|20 lines|second reading|21:00 Beijing time",
    "05_late_line": "4 of 310|1.29 %|5 to 8 days|median was 11|On 15 June 2026|12 to 16 days on 10 September 2026|48 SKUs|On Mondays from 14 September 2026|minus two days|the logistics clerk",
    "06_damaged": "7 of 540|1.296 %|On 1 March 2026|double-wall carton|single-wall carton|420 packed pieces|scrap-invoice|5 times from 80 cm|From 18 June 2026|one broken mug|photo log|the packing lead|Amazon refunded the buyer from our account on 28 April 2026",
    "07_wrong_item": "3 of 212|1.415 %|black M and navy M|On 13 October 2026|86 in all|label prints only after the scan|counted each week",
    "08_second_letter": "2 of 96|2.083 %|On 20 February 2026, the owner|14 had no scan of the last part|ended on 16 May 2026|14 of the buyers|3 of the 14 buyers|last-mile scan|7 days after hand-over|Our plan of 11 May 2026 gave 2 of 101",
    "09_whole_account": "9 of 180|5 %|without a first scan|no one there has reported them|read once a week|11 arrived returns by 22 March 2026|refund-list|Starting 23 March 2026, a parcel|From 23 March 2026, each arrived return stands in the return log within 24 hours|within 48 hours",
    "10_no_letter": "the whole comment is a product review|feedback of 8 September 2026|Il colore del prodotto",
    "11_harmful": "2 of 110|1.818 %|waits of up to six days|Without a comparison of label and order page|had no answer within a day",
    "12_chinese_letter": "170 个自配送订单中有 2 个缺陷订单|1.176%|2026年7月10日，打包台换了打包员|称重 640 盒库存，补齐 23 盒|2026年9月28日|自2026年9月29日起|±5 克|批次表签字|2 位买家补寄备用螺丝包",
}
"""What the letter of each example has to tell, run by run."""


def text_of(one: Example) -> str:
    files = made(one)
    return files.get(ANSWER) or files["letter.txt"]


def test_the_twelve_are_there() -> None:
    assert [one.slug for one in examples()] == list(FACTS)
    kinds = {one.slug: one.kind for one in examples()}
    assert {slug for slug, kind in kinds.items() if kind != "good"} == {"10_no_letter", "11_harmful"}
    assert {one.document["store"] for one in examples()} == {"US", "UK", "DE", "CA", "IT"}


@pytest.mark.parametrize("one", EVERY)
def test_the_letter_beside_a_case_is_what_the_core_makes_of_it(one: Example) -> None:
    """Written again by `python -m tests.core.examples`."""
    held = {name: (one.folder / name).read_text(encoding="utf-8") for name in made(one)}
    assert held == made(one)


@pytest.mark.parametrize("one", EVERY)
def test_a_letter_is_ready_but_where_none_is_sent(one: Example) -> None:
    letter = letter_of(one.slug)
    assert letter.ready is (one.kind != "no_letter")
    assert letter.missing == ()
    if letter.ready:
        assert letter.problems == () and "【" not in letter.text
        assert all(sentence["reading"] for sentence in letter.value()["sentences"])
    else:
        assert [problem["code"] for problem in letter.problems] == ["nothing_to_write"]
        assert "【" not in text_of(one)


@pytest.mark.parametrize("one", EVERY)
def test_a_letter_tells_every_fact_of_its_example(one: Example) -> None:
    text = text_of(one)
    assert [fact for fact in FACTS[one.slug].split("|") if fact not in text] == []


@pytest.mark.parametrize("one", EVERY)
def test_the_figures_of_an_example_are_right(one: Example) -> None:
    """Window, orders with defects and rate, counted here again."""
    page = one.document["odr_page"]
    lag = int(policy_on(one.as_of, one.document["store"]).value("order_defect_rate.window_lag"))
    last = one.as_of - timedelta(days=lag)
    assert page["last_day"] == last.isoformat()
    assert page["first_day"] == (last - timedelta(days=59)).isoformat()
    orders = {row["order_id"]: date.fromisoformat(row["order_date"]) for row in one.document["defects"]}
    assert all(date.fromisoformat(page["first_day"]) <= day <= last for day in orders.values())
    assert len(orders) == int(page["orders_with_defects"])
    rate = Fraction(100 * len(orders), int(page["orders"]))
    if one.kind != "no_letter":
        shown = re.search(r"([\d.]+) ?%", text_of(one))
        assert shown and abs(Fraction(shown[1]) - rate) < Fraction(1, 1000)
    assert rate > 1


@pytest.mark.parametrize("one", SENT)
def test_a_letter_is_dated_at_most_three_days_after_the_notice(one: Example) -> None:
    assert one.document["appeal"]["letter_day"] == one.written_on.isoformat()
    assert timedelta(0) <= one.written_on - one.as_of <= timedelta(days=3)


@pytest.mark.parametrize("one", EVERY)
def test_each_word_of_a_letter_is_of_the_seller_the_assessment_or_a_frame(one: Example) -> None:
    test_letter_sources.check({"notice": {}, **one.document}, letter_of(one.slug))


@pytest.mark.parametrize("one", SENT)
def test_no_letter_says_what_it_must_not(one: Example) -> None:
    told = [row for row in letter_of(one.slug).value()["sentences"] if row["kind"] != "heading"]
    words = "\n".join(row["text"] for row in told if row["part"] != "orders")
    kinds = set(block_rules.NEVER) - {"rating", "another violation"}
    assert block_rules.never(words, kinds) == []


@pytest.mark.parametrize("one", EVERY)
def test_the_ids_of_an_example_are_invented_and_its_mails_are_not_real(one: Example) -> None:
    text = text_of(one) + str(one.document)
    assert {
        found
        for found in re.findall(r"\d{3}-\d{7}-\d{7}", text)
        if not re.fullmatch(r"111-0{6}(\d)-0{6}\1", found)
    } == set()
    assert "@" not in text


@pytest.mark.parametrize("one", SPOILED)
def test_each_sentence_of_a_spoiled_letter_is_explained(one: Example) -> None:
    spoiled = [path for path in one.folder.iterdir() if path.name in ("weak.txt", "harmful.txt")]
    rounds = one.document["appeal"].get("rounds", [])
    worse = spoiled[0].read_text(encoding="utf-8") if spoiled else rounds[0]["text"]
    rows: list[dict[str, Any]] = one.about["sentences"]
    said = [line.removeprefix("- ") for line in worse.splitlines() if line.endswith(".")]
    assert said == [row["says"] for row in rows]
    for row in rows:
        assert row["risk"]["en"] and row["risk"]["zh-Hans"]
        assert row["says"] not in text_of(one)


def test_every_worse_letter_is_there() -> None:
    found = [one.slug for one in examples() if "sentences" in one.about]
    assert found == ["07_wrong_item", "08_second_letter", "11_harmful"]


def test_the_dispute_is_named_and_nothing_of_it_is_admitted() -> None:
    text = letter_of("02_dispute_first").text
    assert text.count("111-0000001-0000001") == 1
    assert not re.search(r"\b(?:lost|parcel|not received|undelivered)\b", text)


def test_the_second_letter_says_what_is_new_and_why_the_figure_changed() -> None:
    text = letter_of("08_second_letter").text
    assert text.count("(new)") >= 5 and "the figure of that time" in text
    assert "unreliable" not in text


@pytest.mark.parametrize("one", SENT)
def test_an_example_without_one_of_its_answers_is_not_ready(one: Example) -> None:
    """The letters are ready for their answers alone: take any kind of them away and they are not."""
    for part in ("answers", "actions", "prevention"):
        document = copy.deepcopy(one.document)
        row = document["appeal"]["causes"][0]
        row[part] = {} if part == "answers" else []
        held = cases.read(document)
        assert not compose(held, assessed(one, one.written_on)[1], "en", one.written_on).ready, part


@pytest.mark.parametrize("one", SENT)
def test_at_least_two_fifths_of_a_letter_are_the_sellers_own_facts(one: Example) -> None:
    """Frames alone would make every letter the same."""
    said = [row for row in letter_of(one.slug).value()["sentences"] if row["kind"] != "heading"]
    parts = [part for row in said for part in row["parts"]]
    lengths = {
        of: sum(len(part["text"]) for part in parts if (part["from"] == "template") is of)
        for of in (True, False)
    }
    assert lengths[False] >= 0.4 * sum(lengths.values())


def test_two_letters_about_the_same_step_are_not_the_same_letter() -> None:
    """Of the sentences of two examples none is shared but those that own the failed step."""
    met: dict[str, str] = {}
    for one in examples():
        for row in letter_of(one.slug).value()["sentences"]:
            if row["kind"] != "heading" and row["part"] in ("root_cause", "actions_taken", "prevention"):
                text = row["text"]
                if "own work" not in text and not text.startswith("Refund for order"):
                    assert met.setdefault(text, one.slug) == one.slug, text
    assert len(met) > 60
