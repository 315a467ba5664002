"""Pasted text: each form of page read whole, each doubt asked about, worded in every language."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculator.browser import bridge
from calculator.messages import LANGUAGES
from calculator.paste import Understanding, understand, understanding_json
from calculator.paste.result import Figure, PastedDefect

AS_OF = date(2026, 11, 22)
PASTES = {
    block.partition("\n")[0]: block.partition("\n")[2]
    for block in (Path(__file__).parent / "pastes.txt").read_text(encoding="utf-8").split("## ")[1:]
}


def summary(found: Understanding) -> list[str]:
    lines = [found.page.value, *map(figure_line, found.figures), *map(row_line, found.defects)]
    return [line.rstrip() for line in (*lines, *(f"unread {line}" for line in found.not_understood))]


def figure_line(figure: Figure) -> str:
    ends = figure.day, figure.first_day, figure.last_day, figure.fulfillment
    counts = figure.orders, figure.orders_with_defects
    asked = " ".join(ask.field for ask in figure.asks)
    return f"counts {figure.source} {' '.join(str(end or '-') for end in ends)} {counts[0]} {counts[1]} ? {asked}"


def row_line(row: PastedDefect) -> str:
    read = (
        row.order_id,
        row.order_date,
        row.fulfillment,
        row.type,
        row.outcome,
        row.stars,
        row.event_date,
        row.decided_on,
    )
    asked = " ".join(ask.field for ask in row.asks)
    return f"{' '.join(str(one or '-') for one in read)}{'' if row.is_defect else ' harmless'} ? {asked}"


@pytest.mark.parametrize("name", PASTES)
def test_a_page_is_read_or_asked_about(name: str) -> None:
    text, _, expected = PASTES[name].partition("\n-->\n")
    assert summary(understand(text, AS_OF, "US")) == expected.strip().split("\n")


def test_there_are_at_least_thirty_pastes_in_two_languages() -> None:
    assert len(PASTES) >= 30
    assert min(sum(name.startswith(lang) for name in PASTES) for lang in ("en_", "zh_")) >= 10


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_paste_can_be_worded_in_every_language(lang: str) -> None:
    for block in PASTES.values():
        said = json.loads(understanding_json(understand(block, AS_OF, None), lang))
        asked = [ask for item in (*said["figures"], *said["defects"]) for ask in item["asks"]]
        assert all(ask["question"] and all(choice["label"] for choice in ask["choices"]) for ask in asked)


def first(text: str, store: str | None = "US") -> dict[str, Any]:
    said = json.loads(understanding_json(understand(text, AS_OF, store), "en"))
    row: dict[str, Any] = (said["defects"] or said["figures"])[0]
    return row


def choices(row: dict[str, Any], field: str) -> list[str]:
    return [choice["value"] for ask in row["asks"] if ask["field"] == field for choice in ask["choices"]]


def test_an_open_day_is_offered_in_both_readings_the_stores_habit_first() -> None:
    text = "Order Defect Rate\n111-0000001-0000001  03/10/2026  Seller  Chargeback"
    assert choices(first(text), "order_date") == ["2026-03-10", "2026-10-03"]
    assert choices(first(text, "UK"), "order_date") == ["2026-10-03", "2026-03-10"]
    assert first(text.replace("03/10", "23/10"))["order_date"] == "2026-10-23"


def test_a_day_without_a_year_offers_the_last_year_first_unless_the_pages_period_settles_it() -> None:
    text = "订单缺陷率\n111-0000001-0000001 12月3日 卖家 拒付"
    assert choices(first(text), "order_date") == ["2025-12-03", "2026-12-03"]
    assert first(f"2026年11月1日至2026年12月30日\n{text}")["order_date"] == "2026-12-03"


def test_a_faulty_id_is_offered_and_not_taken() -> None:
    row = first("Order Defect Rate\n111-OOOOOO1-000000l  Oct 6, 2026  Seller  Chargeback")
    assert (row["order_id"], choices(row, "order_id")) == ("", ["111-0000001-0000001"])


def test_counts_that_do_not_give_the_printed_rate_are_asked_about() -> None:
    wrong = first("Order Defect Rate\nSeller Fulfilled\n1.59%\n2 of 128 orders")
    assert (wrong["orders"], choices(wrong, "orders")) == (None, ["128"])
    assert first("Order Defect Rate\nSeller Fulfilled\n1.59%\n2 of 126 orders")["orders"] == "126"


def test_an_outcome_that_is_not_settled_offers_what_its_word_allows_first() -> None:
    page = "A-to-z Guarantee Claims\nOrder ID: 111-0000001-0000001\nOrder date: Oct 6, 2026\nStatus: {}"
    assert choices(first(page.format("Seller refunded")), "outcome")[0] == "seller_refunded_after_claim"
    assert choices(first(page.format("Appeal granted")), "outcome")[:2] == [
        "mark_removed",
        "appeal_money_only",
    ]
    assert first(page.format("Withdrawn"))["outcome"] == "withdrawn"


def test_a_notice_of_another_metric_says_so() -> None:
    mail = "Dear Seller,\nYour Late Shipment Rate is 6.2% (5 of 80 orders). Your account is at risk of deactivation."
    said = json.loads(understanding_json(understand(mail, AS_OF, "US"), "en"))
    assert (said["kind"], said["metric"], said["figures"]) == ("notice", "late_shipment_rate", [])
    assert "does not name the Order Defect Rate" in said["sentence"]
    ours = understand(mail.replace("Late Shipment", "Order Defect"), AS_OF, "US")
    assert (ours.figures[0].orders, ours.figures[0].orders_with_defects) == (80, 5)


def test_the_bridge_answers_and_refuses() -> None:
    request = {
        "type": "understand",
        "text": "Order Defect Rate\n2 of 126 orders",
        "as_of": "2026-11-22",
        "store": None,
    }
    assert json.loads(bridge.handle(json.dumps(request)))["contract"] == "odr-paste/1"
    assert json.loads(bridge.handle(json.dumps({**request, "text": 7})))["contract"] == "odr-error/1"
    long = json.loads(bridge.handle(json.dumps({**request, "text": "x" * 200_001})))
    assert (long["contract"], long["code"]) == ("odr-error/1", "paste_too_long")
