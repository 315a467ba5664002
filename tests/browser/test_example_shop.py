"""The invented shop: one click in, one click out, never mixed with the seller's own."""

from __future__ import annotations

import pytest

from .calculator_page import CalculatorPage
from .conftest import Host
from .test_job import FILES, SEED_ANSWER


@pytest.fixture
def shop(calculator: CalculatorPage) -> CalculatorPage:
    calculator.until("session.hasExample")
    calculator.model("session.showExample()")
    calculator.wait_until_done()
    return calculator


def test_it_shows_what_a_real_shop_has(shop: CalculatorPage) -> None:
    rates = {rate["fulfillment"]: rate for rate in shop.model("session.explanation.rates")}
    assert rates["mfn"]["rate"] == "= 1.587\u00a0%"
    assert rates["mfn"]["verdict"] == "off_target"
    assert rates["afn"]["verdict"] == "on_target"
    assert len(shop.model("session.explanation.problems.rows")) == 1
    assert shop.model("session.explanation.defects.rows.map((row) => row.counts_state)") == [
        "counted",
        "counted",
        "not_counted",
    ]
    assert shop.model("[session.example, session.wire.count ?? null]") == [True, None]


def test_it_is_left_with_one_click_and_the_program_stays(shop: CalculatorPage) -> None:
    shop.model("session.leaveExample()")
    assert shop.model("[session.example, session.files.length, session.case.defects.length]") == [False, 0, 0]
    assert shop.model("session.phase") == "ready"
    assert len(shop.workers) == 1


def test_own_files_take_its_place(shop: CalculatorPage, with_headers: Host) -> None:
    shop.choose(FILES)
    shop.until("!session.example")
    shop.wait_until_done()
    assert shop.model("session.files.length") == len(FILES)
    assert shop.answered() == SEED_ANSWER
    assert shop.model("session.wire.count") == 0


def test_it_never_covers_own_work(calculator: CalculatorPage) -> None:
    calculator.until("session.hasExample")
    calculator.type_case()
    calculator.model("session.showExample()")
    assert calculator.model("[session.example, session.case.defects.length]") == [False, 1]
