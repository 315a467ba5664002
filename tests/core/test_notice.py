"""A whole notice is read for what it says, and for nothing it does not say."""

from __future__ import annotations

import random
import re
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from calculator import tables
from calculator.errors import RequestError
from calculator.messages import LANGUAGES, catalogue
from calculator.route import Kind, every_walk, outcomes, questions
from calculator.route.encode import route_json
from calculator.route.found import Found
from calculator.route.hits import of_pattern
from calculator.route.notice import MOST_CHARACTERS, read_notice
from calculator.route.pattern import TOPICS, Pattern, patterns
from calculator.route.skeleton import skeleton

AS_OF = date(2026, 11, 22)
NOTICES: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("notices.toml").read_text(encoding="utf-8")
)
PATTERNS = [pattern for topic in TOPICS for pattern in patterns(topic)]
KINDS = {one.id: one.kind for one in outcomes()}
READ = {name: read_notice(row["text"], AS_OF) for name, row in NOTICES.items()}
every_notice = pytest.mark.parametrize("name", NOTICES)


def expected(name: str) -> tuple[dict[str, Any], Found]:
    return NOTICES[name], READ[name]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda one: f"{one.topic}.{one.id}")
def test_a_pattern_catches_its_text_and_passes_the_other(pattern: Pattern) -> None:
    assert list(of_pattern(skeleton(pattern.catches), pattern))
    assert not list(of_pattern(skeleton(pattern.passes), pattern))


def test_there_are_enough_notices_of_both_languages_and_enough_traps() -> None:
    chinese = [row for row in NOTICES.values() if len(re.findall(r"[\u4e00-\u9fff]", row["text"])) > 15]
    traps = [name for name in NOTICES if name.startswith("trap_")]
    assert len(NOTICES) - len(traps) >= 60
    assert len(chinese) >= 30
    assert len(traps) >= 15


def test_every_outcome_a_notice_can_name_is_named_by_one_in_each_language() -> None:
    read = {row["outcome"] for row in NOTICES.values()} - {""}
    by_hand = {"off_no_button", "no_metric", "cannot_tell"}
    assert set(KINDS) - read == by_hand


@every_notice
def test_a_notice_gives_its_outcome_or_none(name: str) -> None:
    row, found = expected(name)
    assert (found.outcome or "") == row["outcome"]
    assert found.instead == row.get("instead", "")


@every_notice
def test_a_notice_gives_the_answers_its_words_say(name: str) -> None:
    row, found = expected(name)
    assert {one: found.answers.get(one, "") for one in row.get("answers", {})} == row.get("answers", {})
    assert set(found.answers) | set(found.unknown) == {one.id for one in questions()}
    assert not set(found.answers) & set(found.unknown)
    assert set(row.get("open", [])) <= set(found.unknown)


@every_notice
def test_a_notice_gives_its_deadline_languages_and_wishes(name: str) -> None:
    row, found = expected(name)
    due = found.due
    if "due" in row:
        assert due is not None
        assert due.day == row["due"]
    if "due_days" in row:
        assert due is not None
        assert due.days == tuple(row["due_days"])
    if "period" in row:
        assert due is not None
        assert [due.number, due.unit] == row["period"]
    assert found.languages == tuple(row.get("languages", found.languages))
    assert set(row.get("asks", [])) <= set(found.asks)


@every_notice
def test_contradictions_and_further_reasons_are_said(name: str) -> None:
    row, found = expected(name)
    assert [one.topic for one in found.contradictions] == row.get("contradictions", [])
    assert list(found.also) == row.get("also", [])
    for one in found.contradictions:
        assert one.topic not in found.answers
        assert len({hit.text for hit in one.evidence}) > 1
    if "unread" in row:
        assert row["unread"] in [one.text for one in found.unread]


@every_notice
def test_evidence_is_the_words_as_pasted(name: str) -> None:
    row, found = expected(name)
    for hit in (*found.evidence, *found.unread):
        assert row["text"][hit.start : hit.end] == hit.text
        assert hit.text.strip()


@every_notice
def test_without_the_words_of_its_reason_no_notice_leads_to_advice_about_the_rate(name: str) -> None:
    """The worst mistake: each notice again, with every name of the rate taken out of it."""
    row, found = expected(name)
    names = [hit for hit in found.evidence if hit.topic == "metric" and hit.says == "order_defect_rate"]
    text = row["text"]
    for hit in sorted(names, key=lambda one: -one.start):
        text = text[: hit.start] + " " + text[hit.end :]
    again = read_notice(text, AS_OF)
    assert again.answers.get("metric") not in {"order_defect_rate", "disputed", "documents"}
    if again.outcome and KINDS[again.outcome] is Kind.RATE:
        assert again.answers["metric"] in {"reply", "no_plan"}


def test_no_part_of_a_notice_breaks_the_reading_or_names_a_rate_it_does_not_hold() -> None:
    dice = random.Random(7)
    words = [row["text"] for row in NOTICES.values()]
    for _ in range(150):
        text = dice.choice(words)
        start = dice.randrange(len(text))
        part = text[start : start + dice.randrange(1, 400)]
        mixed = part + dice.choice(words)[: dice.randrange(200)]
        found = read_notice(mixed, AS_OF)
        held = {hit.says for hit in found.evidence if hit.topic == "metric"}
        if found.outcome and KINDS[found.outcome] is Kind.RATE:
            assert held & {"order_defect_rate", "reply", "no_plan"}


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ud800", "\x00" * 9, "％" * 99, "🙃🙃", "1" * 5000, "。" * 999]
)
def test_text_that_says_nothing_gets_no_answer_but_the_silence_about_language(text: str) -> None:
    found = read_notice(text, AS_OF)
    assert found.outcome is None
    assert set(found.answers) <= {"language"}
    assert not found.evidence


def test_a_text_longer_than_a_notice_is_refused() -> None:
    with pytest.raises(RequestError):
        read_notice("a" * (MOST_CHARACTERS + 1), AS_OF)


@pytest.mark.parametrize(
    "blanks", [" ", "\n", "\u3000", "\u00a0", "\u200b"], ids=["blank", "line", "wide", "hard", "zero"]
)
def test_blanks_between_the_words_change_nothing(blanks: str) -> None:
    text = "Your seller-fulfilled offers have been deactivated because your Order Defect Rate exceeds 1%"
    found = read_notice(text.replace(" ", blanks), AS_OF)
    assert (found.answers["off"], found.answers["metric"]) == ("mfn", "order_defect_rate")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("by November 25", date(2026, 11, 25)),
        ("by 25 Nov 2026", date(2026, 11, 25)),
        ("before January 4", date(2027, 1, 4)),
        ("no later than 2026-12-01", date(2026, 12, 1)),
        ("by the end of December 1, 2026", date(2026, 12, 1)),
        ("by 11:59 PM PT on November 30, 2026", date(2026, 11, 30)),
        ("by 13/12/2026", date(2026, 12, 13)),
    ],
)
def test_a_written_day_is_the_deadline(written: str, day: date) -> None:
    found = read_notice(f"Please submit your appeal {written}.", AS_OF)
    assert found.due is not None
    assert found.due.day == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("请在2026年12月1日之前提交申诉。", date(2026, 12, 1)),
        ("提交申诉的截止日期：2026/12/1", date(2026, 12, 1)),
        ("请于12月1日（太平洋时间）前提交行动计划。", date(2026, 12, 1)),
    ],
)
def test_a_day_written_in_chinese_is_the_deadline(written: str, day: date) -> None:
    found = read_notice(written, AS_OF)
    assert found.due is not None
    assert found.due.day == day


@pytest.mark.parametrize(
    "written",
    [
        "We usually respond within 48 hours of your appeal.",
        "Submit an appeal. A granted claim can be appealed within 30 days of the decision.",
        "我们会在48小时内回复您的申诉。",
        "对索赔的申诉须在30天内提交。",
        "Please submit your appeal. Orders shipped on November 3, 2026 were late.",
        "The plan covers orders of the past 60 days.",
    ],
)
def test_no_other_time_is_taken_for_the_deadline(written: str) -> None:
    assert read_notice(written, AS_OF).due is None


def test_an_unclear_day_is_two_days_until_somebody_knows() -> None:
    due = read_notice("Submit your appeal by 03/04/2027.", AS_OF).due
    assert due is not None
    assert due.day is None
    assert due.days == (date(2027, 3, 4), date(2027, 4, 3))


def test_a_period_is_counted_from_the_day_of_the_mail_and_said_to_be_counted() -> None:
    text = "Sent: 20 November 2026\nYour account is at risk: ODR 1.8%. Submit an appeal within 72 hours."
    due = read_notice(text, AS_OF).due
    assert due is not None
    assert due.is_counted
    assert due.day == date(2026, 11, 20) + timedelta(days=3)
    without = read_notice(text.partition("\n")[2], AS_OF).due
    assert without is not None
    assert (without.day, without.number) == (None, due.number)


def test_a_rate_whose_own_figure_is_on_target_is_never_the_reason() -> None:
    for share in ("0.2%", "0.99 %", "0,5%"):
        found = read_notice(
            f"Offers at risk because of the Order Defect Rate: {share} (target under 1%).", AS_OF
        )
        assert "metric" not in found.answers, share
    found = read_notice("Offers at risk because of the Order Defect Rate: 1.00% (target under 1%).", AS_OF)
    assert found.answers["metric"] == "order_defect_rate"


def plain_texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in plain_texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in plain_texts(one)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_way_becomes_plain_values_without_a_blank_left(lang: str) -> None:
    seen = set()
    for answers, walked in every_walk():
        ends = (walked.outcome, answers.get("deadline"), answers.get("language"))
        if ends in seen:
            continue
        seen.add(ends)
        shown = route_json(answers, lang, AS_OF)
        assert shown["contract"] == "odr-route/1"
        assert shown["question"] is None
        assert shown["outcome"]["id"] == walked.outcome
        assert shown["outcome"]["next"] == shown["outcome"]["steps"][0]
        assert shown["outcome"]["sources"]
        assert shown["deadline"]["text"]
        assert [row["from"] for row in shown["answers"]] == ["seller"] * len(walked.asked)
        assert not [text for text in plain_texts(shown) if re.search(r"[{}\[\]]", text)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_question_is_shown_with_all_its_answers(lang: str) -> None:
    given: dict[str, str] = {}
    for number, (question, answer) in enumerate(
        (
            ("off", "mfn"),
            ("metric", "order_defect_rate"),
            ("button", "appeal"),
            ("deadline", "date"),
            ("language", ""),
        )
    ):
        shown = route_json(given, lang, AS_OF)["question"]
        assert (shown["id"], shown["number"], shown["of"]) == (question, number + 1, 5)
        assert [one["id"] for one in shown["answers"]] == [one.id for one in questions()[number].answers]
        given[question] = answer


@every_notice
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_read_becomes_plain_values(name: str, lang: str) -> None:
    found = READ[name]
    shown = route_json({}, lang, AS_OF, found)
    assert (shown["outcome"]["id"] if shown["outcome"] else None) == found.outcome
    assert shown["notice"]["summary"]
    assert bool(shown["notice"]["instead"]) == bool(found.instead)
    assert {row["from"] for row in shown["answers"]} <= {"notice"}
    assert len(shown["notice"]["evidence"]) == len(found.evidence)
    assert [one["id"] for one in shown["asks"]] == list(found.asks)
    if found.due:
        assert shown["deadline"]["source"] == "notice"


def test_the_sellers_own_answer_goes_before_the_notices() -> None:
    found = READ["mfn_us_table"]
    shown = route_json({"off": "account"}, "en", AS_OF, found)
    assert shown["outcome"]["id"] == "account_off"
    assert [row["from"] for row in shown["answers"]][:2] == ["seller", "notice"]


def test_a_contradiction_leaves_its_question_open_and_quotes_both() -> None:
    shown = route_json({}, "en", AS_OF, READ["contradiction_off"])
    assert shown["question"]["id"] == "off"
    (clash,) = shown["notice"]["contradictions"]
    assert {row["says"] for row in clash["says"]} == {"mfn", "nothing"}
    settled = route_json({"off": "mfn"}, "en", AS_OF, READ["contradiction_off"])
    assert settled["outcome"]["id"] == "mfn_off"


def test_the_notices_day_wins_over_the_policys() -> None:
    own = route_json({}, "en", AS_OF, READ["mfn_us_table"])["deadline"]
    assert (own["day"], own["source"]) == ("2026-11-27", "notice")
    quiz = route_json({"off": "nothing", "metric": "order_defect_rate", "button": "quiz"}, "en", AS_OF)[
        "deadline"
    ]
    assert (quiz["day"], quiz["source"]) == (None, "policy")
    assert "appeals.quiz.hours" in quiz["facts"]


def test_all_that_patterns_say_has_words() -> None:
    for lang in LANGUAGES:
        said, route = catalogue(lang, "notice"), catalogue(lang, "route")
        for pattern in PATTERNS:
            match pattern.topic:
                case "asks":
                    assert f"asks.{pattern.says}" in said
                case "instead":
                    assert f"instead.{pattern.says}.title" in said
                case "button":
                    assert f"answer.button.{pattern.says}" in route


def test_every_group_of_voiding_phrases_is_used() -> None:
    for topic in TOPICS:
        table = tables.read("calculator.route", f"patterns/{topic}")
        used = {name for row in table["patterns"].values() for name in row.get("unless", [])}
        assert set(table.get("unless", {})) <= used, topic


def test_a_text_that_repeats_itself_is_quoted_a_few_times_only() -> None:
    """However long the text: a reader is shown the first places, and the work stays in proportion."""
    words = "because of your order defect rate your seller fulfilled offers have been deactivated "
    short, long = (len(read_notice(words * n, AS_OF).evidence) for n in (100, 1000))
    assert short == long
