"""Orders to look up: what a file hints at, what it would do to the number, and what the seller says of it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from calculator import case, workbook
from calculator.assess import Assessment, assess
from calculator.browser import bridge
from calculator.explain import explanation
from calculator.reports import Intake

ORDERS = (
    "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\n"
    + "".join(
        f"111-0000001-{n:07}\t2026-10-06T01:00:00+00:00\t2026-10-07T01:00:00+00:00\tShipped\tMerchant\tAmazon.com\n"
        for n in range(1, 201)
    )
)
PAYMENTS = "date/time,settlement id,type,order id,total\n"
CLAIM, LATER, OLD = "111-0000001-0000001", "111-0000001-0000002", "111-0000009-0000009"


def paid(order_id: str, type_: str = "A-to-z Guarantee Claim", day: str = "Oct 20, 2026") -> str:
    return f'"{day}",1,{type_},{order_id},-12.99\n'


def assessed(payments: str, orders: str = ORDERS, **forms: Any) -> Assessment:
    intake = Intake(workbook.sheets)
    for name, content in (("o.txt", orders), ("p.csv", PAYMENTS + payments)):
        intake.open(name, name)
        intake.feed(name, content.encode())
        intake.close(name)
    document = case.read({"contract": "odr-case/1", **forms})
    return assess(intake, date(2026, 11, 22), store="US", case=document)


def asked(assessment: Assessment, lang: str = "en") -> dict[str, Any]:
    return dict(explanation(assessment, lang)["candidates"])


def mfn(assessment: Assessment) -> dict[str, Any]:
    return next(dict(rate) for rate in explanation(assessment, "en")["rates"] if rate["main"])


def test_a_hint_is_asked_about_with_what_it_would_do_and_changes_nothing() -> None:
    found = assessed(paid(CLAIM) + paid(LATER, "Chargeback Refund"))
    block = asked(found)
    assert [row["effect"] for row in block["rows"]] == [
        "If it counts: 1 of 200 = 0.5\xa0%, under 1\xa0%."
    ] * 2
    assert block["all"] == "If all of them counted: 2 of 200 = 1\xa0%, not under 1\xa0%."
    assert mfn(found)["rate"] == "= 0\xa0%"
    assert any("2 orders may have a claim" in why["text"] for why in mfn(found)["why"])
    assert explanation(found, "en")["problems"]["rows"] == []


def test_an_answer_is_a_typed_defect_and_the_question_is_gone() -> None:
    (row,) = asked(assessed(paid(CLAIM)))["rows"]
    answered = assessed(paid(CLAIM), defects=[{**row["typed"], "outcome": "granted"}])
    assert mfn(answered)["rate"] == "= 0.5\xa0%"
    assert explanation(answered, "en")["candidates"] is None
    assert explanation(answered, "en")["form"]["fields"] == []


def test_what_was_dismissed_stays_away_whatever_other_row_hints_at_it_and_can_be_taken_back() -> None:
    twice = paid(CLAIM) + paid(CLAIM, day="Oct 21, 2026")
    block = asked(assessed(twice, dismissed=[{"order_id": CLAIM, "type": "a_to_z_claim"}]))
    assert block["rows"] == []
    assert [one["order_id"] for one in block["dismissed"]] == [CLAIM]
    other = assessed(twice, dismissed=[{"order_id": CLAIM, "type": "chargeback"}])
    assert len(asked(other)["rows"]) == 1


def test_an_order_marked_already_moves_nothing() -> None:
    held = [{"order_id": CLAIM, "type": "negative_feedback", "outcome": "kept", "fulfillment": "mfn"}]
    (row,) = asked(assessed(paid(CLAIM), defects=held))["rows"]
    assert (
        row["effect"]
        == "If it counts, the number stays: 1 of 200 = 0.5\xa0%, under 1\xa0%. The order is marked already."
    )


def test_an_order_ahead_of_the_window_enters_on_its_day_and_an_older_one_is_only_counted() -> None:
    ahead = ORDERS + ORDERS.splitlines()[1].replace(CLAIM, OLD).replace("2026-10-06", "2026-11-12") + "\n"
    (row,) = asked(assessed(paid(OLD, day="Nov 20, 2026"), ahead))["rows"]
    assert row["effect"] == "The order is not in the window yet. It enters on 27\xa0Nov\xa02026."
    old = ORDERS + ORDERS.splitlines()[1].replace(CLAIM, OLD).replace("2026-10-06", "2026-08-12") + "\n"
    block = asked(assessed(paid(OLD), old))
    assert (block["rows"], block["older"]) == (
        [],
        "1 more is older than the window and cannot change the number any more.",
    )


def test_an_order_no_file_knows_has_no_effect_to_tell() -> None:
    (row,) = asked(assessed(paid(OLD)))["rows"]
    assert row["effect"] is None
    assert "No order file knows this order" in row["order"]


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant"])
def test_every_sentence_stands_in_every_language(lang: str) -> None:
    kinds = paid(CLAIM) + paid(LATER, "Chargeback Refund") + paid(OLD)
    for order_id in ("111-0000001-0000003", "111-0000001-0000004"):
        kinds += paid(
            order_id, "A-to-z Guarantee Claim" if order_id[-1] == "3" else "Chargeback Refund"
        ).replace("-12", "12")
    block = asked(assessed(kinds), lang)
    assert len(block["rows"]) == 5
    assert "A-to-z" in block["rows"][0]["seen"]


def test_the_worker_is_told_the_same_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bridge, "_intake", Intake(workbook.sheets))
    for name, content in (("o", ORDERS), ("p", PAYMENTS + paid(CLAIM))):
        bridge.handle(json.dumps({"type": "open", "file_id": name, "name": name}))
        bridge.feed(name, content.encode())
        bridge.handle(json.dumps({"type": "close", "file_id": name}))
    gone = {"contract": "odr-case/1", "dismissed": [{"order_id": CLAIM, "type": "a_to_z_claim"}]}
    for held, rows in ((None, 1), (gone, 0)):
        answer = json.loads(
            bridge.handle(json.dumps({"type": "explain", "as_of": "2026-11-22", "case": held}))
        )
        assert len(answer["candidates"]["rows"]) == rows
