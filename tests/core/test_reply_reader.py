"""Amazon's replies: what each asks for is found, and a text without a known word is called unknown."""

from __future__ import annotations

import random
import time
import tomllib
from datetime import date
from pathlib import Path

import pytest

from calculator.errors import RequestError
from calculator.messages import LANGUAGES
from calculator.rounds import Cell, Kind, read, read_reply
from calculator.rounds.phrases import LANGUAGES as READ
from calculator.rounds.phrases import rows, signs

REPLIES = {
    name: told
    for file in ("reply_texts.toml", "reply_texts_2.toml")
    for name, told in tomllib.loads(Path(__file__).with_name(file).read_text(encoding="utf-8")).items()
}
CAME = date(2026, 11, 22)
ROWS = [(lang, group, name, row) for lang in READ for group, name, row in rows(lang)]


def is_found(text: str, group: str, name: str) -> bool:
    return any(sign.group == group and sign.row == name for sign in signs(text))


@pytest.mark.parametrize(("lang", "group", "name", "row"), ROWS, ids=[f"{r[0]}-{r[1]}.{r[2]}" for r in ROWS])
def test_each_row_catches_and_passes_its_witnesses(
    lang: str, group: str, name: str, row: dict[str, list[str]]
) -> None:
    assert row["catches"] and row["passes"]
    assert [text for text in row["catches"] if not is_found(text, group, name)] == []
    assert [text for text in row["passes"] if is_found(text, group, name)] == []


def test_both_languages_know_the_same_things() -> None:
    known = {lang: {(group, name) for group, name, _ in rows(lang)} for lang in READ}
    assert known["en"] == known["zh"]
    kinds = {name for group, name in known["en"] if group == "kind"}
    assert kinds - {"weak_refusal"} == set(Kind) - {Kind.UNKNOWN}
    assert {name for group, name in known["en"] if group == "cell"} == set(Cell)


@pytest.mark.parametrize("name", REPLIES)
def test_a_reply_is_read(name: str) -> None:
    told = REPLIES[name]
    found = read(told["text"], CAME)
    assert found.kind == told["kind"]
    assert [str(one.cell) for one in found.asked] == told["asked"]
    if "causes" in told:
        assert list(found.causes) == told["causes"]
    day = found.deadline.day if found.deadline else None
    if name.startswith("second_"):
        return
    assert day == (date.fromisoformat(told["deadline"]) if "deadline" in told else None)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", REPLIES)
def test_a_reply_is_told_in_every_language(name: str, lang: str) -> None:
    told = read_reply(REPLIES[name]["text"], lang, CAME, CAME)
    assert told["contract"] == "odr-rounds/1"
    assert told["title"] and told["meaning"] and told["next"]
    ended = told["kind"] in ("accepted", "refused_finally")
    assert told["reopens"] == ([] if ended else REPLIES[name]["asked"])
    for one in (word for row in told["asked"] for word in row["words"]):
        assert REPLIES[name]["text"][one["start"] : one["end"]] == one["text"]


def test_a_cell_is_asked_for_the_cause_named_beside_it() -> None:
    found = read("Explain the root cause of the late deliveries.\nHow do you prevent damaged items?")
    assert [(one.cell, one.causes) for one in found.asked] == [
        ("root_cause", ("late_delivery",)),
        ("prevention", ("damaged_or_defective",)),
    ]


@pytest.mark.parametrize(
    ("text", "day", "unit"),
    [
        ("Please respond within 17 days.", date(2026, 12, 9), "days"),
        ("Please respond within seven (7) calendar days.", date(2026, 11, 29), "days"),
        ("Please respond within 72 hours.", date(2026, 11, 25), "hours"),
        ("Please respond within 3 business days.", None, "business_days"),
        ("Submit it no later than 5 December 2026.", date(2026, 12, 5), None),
        ("Submit it by 05/12/2026.", None, None),
        ("请在48小时内回复。", date(2026, 11, 24), "hours"),
        ("请于 2026 年 12 月 5 日之前提交。", date(2026, 12, 5), None),
        ("请在3个工作日内提交。", None, "business_days"),
        ("Respond within 30 days or by December 5, 2026.", date(2026, 12, 5), None),
    ],
)
def test_a_time_to_answer_is_read(text: str, day: date | None, unit: str | None) -> None:
    found = read(text, CAME).deadline
    assert found is not None
    assert (found.day, found.unit) == (day, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Funds may be held for 90 days within 90 days.",
        "We will respond within 48 hours.",
        "Orders within the last 60 days count. Within 60 days is the window.",
        "我们将在48小时内回复您。",
        "统计的是60天内的订单。",
        "Deliver within 3 days!",
    ],
)
def test_other_times_are_no_deadline(text: str) -> None:
    assert read(text, CAME).deadline is None


def test_without_the_day_it_came_a_span_has_no_day_and_says_so() -> None:
    told = read_reply("Please respond within 7 days.", "en")["deadline"]
    assert (told["day"], told["last_safe_day"], told["number"]) == (None, None, 7)
    assert "Type that day" in told["text"]
    known = read_reply("Please respond within 7 days.", "en", CAME)["deadline"]
    assert (known["day"], known["last_safe_day"]) == ("2026-11-29", "2026-11-28")


@pytest.mark.parametrize(
    ("as_of", "words"), [(date(2026, 11, 29), "Answer today"), (date(2026, 12, 1), "it is over")]
)
def test_a_day_that_has_come_is_said(as_of: date, words: str) -> None:
    assert words in read_reply("Please respond within 7 days.", "en", CAME, as_of)["deadline"]["text"]


def test_the_last_days_of_the_calendar_do_no_harm() -> None:
    found = read("Please respond within 999 days.", date.max).deadline
    assert found is not None and found.day is None


def test_any_text_is_read_and_a_book_is_refused() -> None:
    drawn = random.Random(7)
    pieces = [
        *(told["text"] for told in REPLIES.values()),
        "\x00",
        "。",
        "\n> ",
        "｛",
        "within 9",
        "年月日",
        "🙂",
    ]
    for _ in range(60):
        text = "".join(drawn.choice(pieces)[: drawn.randrange(1, 60)] for _ in range(drawn.randrange(1, 30)))
        told = read_reply(text, "en", CAME)
        assert told["understood"] == (told["kind"] != "unknown" or bool(told["asked"]))
    with pytest.raises(RequestError):
        read("x" * 100_001)


@pytest.mark.native
@pytest.mark.parametrize(
    "piece", ["not ", "receive ", "within 9 ", "防止", "\n>", "on ", "root cause ", "1/1/"]
)
def test_a_long_reply_takes_time_in_proportion(piece: str) -> None:
    def spent(times: int) -> float:
        text = piece * (times // len(piece))
        start = time.perf_counter()
        read.__wrapped__(text, CAME)  # what was read before is kept
        return time.perf_counter() - start

    spent(1_000)
    short, long = min(spent(4_000) for _ in range(3)), spent(32_000)
    assert long < 8 * short * 4 + 0.2


@pytest.mark.parametrize(
    "text",
    [
        "Your offers have not been reinstated.",
        "Your offers haven't been restored yet.",
        "We have not accepted your plan of action.",
        "We can't approve your appeal.",
        "Your appeal was not successful.",
        "Your appeal was unsuccessful.",
        "We were unable to reinstate your account.",
        "If your plan is accepted, your offers will be reinstated.",
        "Once we have reinstated your offers, you may sell again.",
        "You may sell again once the review is complete.",
        "To have your offers reinstated, send a plan.",
        "We will let you know whether your account has been reactivated.",
        "Your account is not active.",
        "The restriction was not lifted.",
        "The restriction has not been removed.",
        "No decision was made; your offers are not live again.",
        "Before the suspension is lifted, answer the questions.",
        "Your plan has been accepted for review.",
        "您的销售权限尚未恢复。",
        "您的销售权限还没有恢复。",
        "您的申诉没有通过。",
        "您的申诉未获批准。",
        "我们没有接受您的申诉。",
        "我们无法批准您的行动计划。",
        "申诉通过后，商品会恢复销售。",
        "如果您的计划通过，销售权限将恢复。",
        "限制尚未解除。",
        "限制未被解除。",
        "待审核通过后即可重新上架。",
        "您的申诉已被驳回，销售权限不会恢复。",
        "您暂时不可以继续销售。",
    ],
)
def test_no_refusal_and_no_condition_is_read_as_good_news(text: str) -> None:
    assert read(text, CAME).kind is not Kind.ACCEPTED


def test_good_news_that_asks_for_anything_is_no_good_news() -> None:
    asking = ("greater_detail", "no_valid_plan", "documents_wanted")
    good = [told["text"] for told in REPLIES.values() if told["kind"] == "accepted"]
    asks = [told["text"] for told in REPLIES.values() if told["kind"] in asking]
    assert len(good) > 8 and len(asks) > 40
    for text in good:
        assert [ask for ask in asks if read(f"{text}\n{ask}", CAME).kind is Kind.ACCEPTED] == []
