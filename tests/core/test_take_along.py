"""Files to take along: their form, what they hold, and what must never be in them."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, timedelta

import pytest

from calculator.assess import Assessment
from calculator.browser import bridge
from calculator.errors import RequestError
from calculator.messages import LANGUAGES
from calculator.orders import Fulfillment
from calculator.recovery import recovery_of
from calculator.take_along import DOCUMENTS, take_along
from calculator.take_along.csv import cell, guarded
from calculator.take_along.ics import Entry, calendar

from .taken import HOSTILE, NOTICE_DAY, PAGE, claim, of_cases, seed, typed

WHOLE_ID = re.compile(r"\d{3}-\d{7}-\d{7}")
FORMULA = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠]")


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def values(text: str, name: str) -> list[str]:
    return [line.partition(":")[2] for line in unfolded(text) if line.startswith(name)]


def days(text: str, kind: str) -> list[date]:
    pairs = zip(values(text, "UID:"), values(text, "DTSTART;VALUE=DATE:"), strict=True)
    return [date.fromisoformat(day) for uid, day in pairs if kind in uid]


def rows(assessment: Assessment, what: str, lang: str = "en") -> list[list[str]]:
    text = take_along(assessment, what, lang).text
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_whole_order_id_leaves_the_page(lang: str) -> None:
    for name, assessment in of_cases().items():
        for what in DOCUMENTS:
            assert not WHOLE_ID.search(take_along(assessment, what, lang).text), (name, what)


@pytest.mark.parametrize("what", DOCUMENTS)
def test_the_same_assessment_gives_the_same_bytes_and_a_name_without_anything_of_the_seller(
    what: str,
) -> None:
    first, second = take_along(seed(), what, "en"), take_along(seed(), what, "en")
    assert first == second
    subject, _, ending = what.partition(".")
    assert first.file == f"odr-{subject}-2026-11-22.{ending}"


def test_an_unknown_file_is_wrong_usage() -> None:
    with pytest.raises(RequestError):
        take_along(seed(), "recovery.pdf", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_calendar_lines_end_in_crlf_and_hold_75_octets_of_whole_characters(lang: str) -> None:
    text = take_along(seed(), "recovery.ics", lang).text
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_the_calendar_of_the_standing_example_has_these_days() -> None:
    text = take_along(seed(), "recovery.ics", "en").text
    assert days(text, "deadline-") == [date(2026, 12, 8), date(2026, 12, 16)]
    assert days(text, "marks-") == [date(2026, 12, 20), date(2026, 12, 28)]
    assert days(text, "earliest-") == [date(2026, 12, 28)]
    assert days(text, "not-held-") == []
    assert values(text, "DTSTAMP:") == ["20261122T000000Z"] * 5
    assert "when it is 08:00 on 8 Dec 2026 in the store's time (Los Angeles)" in text.replace(
        "\r\n ", ""
    ).replace("\u00a0", " ")


def test_the_earliest_day_never_reads_as_the_day_offers_come_back() -> None:
    (english,) = [
        one for one in values(take_along(seed(), "recovery.ics", "en").text, "SUMMARY:") if "arliest" in one
    ]
    assert "number alone" in english and "no source says offers come back by themselves" in english
    (chinese,) = [
        one for one in values(take_along(seed(), "recovery.ics", "zh-Hans").text, "SUMMARY:") if "最早" in one
    ]
    assert "只看数字" in chinese and "没有任何来源说" in chinese


def test_names_of_entries_are_used_once_and_stay_on_a_later_day() -> None:
    for assessment in of_cases().values():
        named = values(take_along(assessment, "recovery.ics", "en").text, "UID:")
        assert len(named) == len(set(named))
        assert named == values(take_along(assessment, "recovery.ics", "zh-Hans").text, "UID:")
    today, later = (
        take_along(seed(day), "recovery.ics", "en").text for day in (NOTICE_DAY, NOTICE_DAY + timedelta(1))
    )
    assert values(today, "UID:") == values(later, "UID:")


def test_two_claims_of_one_order_are_two_deadlines() -> None:
    pair = (claim(1, "2026-10-06", "2026-11-09"), claim(1, "2026-10-06", "2026-11-12"))
    text = take_along(typed(*pair, odr_page=PAGE), "recovery.ics", "en").text
    assert days(text, "deadline-") == [date(2026, 12, 8), date(2026, 12, 11)]
    assert len(set(values(text, "UID:"))) == len(values(text, "UID:"))


def test_a_safe_day_that_is_over_moves_to_the_last_day_and_a_passed_one_is_gone() -> None:
    last = typed(claim(1, "2026-09-20", "2026-10-23"), odr_page=PAGE)
    text = take_along(last, "recovery.ics", "en").text
    assert days(text, "deadline-") == [NOTICE_DAY]
    assert any(one.startswith("Today is the last day") for one in values(text, "SUMMARY:"))
    passed = typed(claim(1, "2026-09-20", "2026-10-22"), odr_page=PAGE)
    assert days(take_along(passed, "recovery.ics", "en").text, "deadline-") == []


def test_a_route_without_its_day_is_named_and_not_dropped() -> None:
    text = take_along(typed(claim(1, "2026-10-06", ""), odr_page=PAGE), "recovery.ics", "en").text
    assert days(text, "not-held-") == [NOTICE_DAY]
    assert "Type the day of the decision" in "".join(values(text, "DESCRIPTION:"))


def test_a_calendar_without_a_day_to_put_down_says_so_in_one_entry() -> None:
    text = take_along(typed(odr_page={**PAGE, "orders_with_defects": "0"}), "recovery.ics", "en").text
    assert [one.split(":")[0] for one in values(text, "SUMMARY:")] == ["Nothing to put down"]


def test_a_calendar_of_no_entry_is_refused() -> None:
    with pytest.raises(ValueError, match="needs an entry"):
        calendar("none", [], NOTICE_DAY)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_stay_inside_their_line_of_a_calendar(hostile: str) -> None:
    entry = Entry(uid="u", day=NOTICE_DAY, title=f"{hostile}\r\nEND:VCALENDAR", description="")
    text = calendar(hostile, [entry], NOTICE_DAY)
    assert unfolded(text).count("END:VCALENDAR") == 1
    assert "\u202e" not in text and not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f]", text)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_cell_begins_a_formula(hostile: str) -> None:
    ((found, whole),) = csv.reader(io.StringIO(f"{cell(hostile)},{cell('1.587 %')}", newline=""), strict=True)
    assert whole == "1.587 %"
    for part in re.split(r"[;\n]", found):
        assert not FORMULA.match(part), part
    assert "\u202e" not in found and "\t" not in found


@pytest.mark.parametrize(
    "harmless",
    ["1.587 %", "2 of 126", "111-•••••••-••00001", "a-b", "1 = 1", "无", "", "A-to-z claim; 2 - 1"],
)
def test_harmless_words_are_left_as_they_are(harmless: str) -> None:
    assert guarded(harmless) == harmless


def test_the_days_table_is_the_cores_ninety_days() -> None:
    for name, assessment in of_cases().items():
        header, *found = rows(assessment, "recovery.csv")
        assert len(header) == 6
        for who, word in ((Fulfillment.MFN, "Seller"), (Fulfillment.AFN, "Amazon")):
            mine = [row[:1] + row[2:4] for row in found if row[1] == word and row[0]]
            days_ = recovery_of(assessment, who).no_new_orders.days
            expected = [[d.day.isoformat(), str(d.orders), str(d.orders_with_defects)] for d in days_]
            assert mine == (expected if assessment.is_covered[who] else []), name


def test_the_rate_of_the_standing_example_goes_as_known() -> None:
    rates = {row[0]: row[4].replace("\u00a0", " ") for row in rows(seed(), "recovery.csv")[1:]}
    assert len(rates) == 90
    assert rates["2026-12-28"] == "0 %"
    texts = {row[0]: row[5] for row in rows(seed(), "recovery.csv")[1:]}
    assert texts["2026-12-28"].startswith("Earliest day the number alone is under")


def test_the_plan_table_names_every_defect_and_each_route() -> None:
    for name, assessment in of_cases().items():
        header, *found = rows(assessment, "removal.csv", "zh-Hans")
        assert all(len(row) == len(header) for row in found)
        assert len(found) >= len(assessment.defect_list.defects), name


def test_no_cell_of_a_table_begins_a_formula() -> None:
    for name, assessment in of_cases().items():
        for what in ("recovery.csv", "removal.csv"):
            cells = [cell for row in rows(assessment, what) for cell in row]
            assert [cell for cell in cells if FORMULA.match(cell)] == [], name


def test_the_bridge_answers_in_its_own_contract() -> None:
    request = {
        "type": "take_along",
        "what": "recovery.ics",
        "as_of": "2026-11-22",
        "store": "US",
        "lang": "zh-Hans",
        "case": {
            "contract": "odr-case/1",
            "odr_page": PAGE,
            "defects": [{"id": "d1", **claim(1, "2026-10-06", "2026-11-09")}],
        },
    }
    answer = json.loads(bridge.handle(json.dumps(request)))
    assert set(answer) == {"contract", "file", "media_type", "text"}
    assert answer["contract"] == "odr-take-along/1"
    assert answer["media_type"] == "text/calendar;charset=utf-8"
    refused = json.loads(bridge.handle(json.dumps({**request, "what": None})))
    assert (refused["contract"], refused["code"]) == ("odr-error/1", "bad_request")
