"""Without Python the tables of the core answer: while it loads, where it cannot run, where it did not come."""

from __future__ import annotations

import random
import re
from fractions import Fraction

import pytest
from playwright.sync_api import Page, Route

from calculator import display
from calculator.docsite import settings
from calculator.order_defect_rate import Band, OrderDefectRate, target_of
from calculator.policy import policy_on

from .calculator_page import CalculatorPage
from .conftest import Host

TARGET = target_of(policy_on(settings.as_of()))
LANGUAGES = ("en", "zh-Hans")
ANSWER = "((session.set('notice.orders', given[0]), session.set('notice.orders_with_defects', given[1])), session.lookup)"


@pytest.fixture(params=LANGUAGES)
def without(request: pytest.FixtureRequest, watched: Page, with_headers: Host) -> CalculatorPage:
    """The page in a browser that cannot run the program."""
    watched.add_init_script("delete globalThis.WebAssembly;")
    calculator = CalculatorPage(watched, with_headers.url, request.param).open()
    calculator.until("session.hasExample")
    return calculator


def test_the_tables_say_what_the_core_says(without: CalculatorPage) -> None:
    chosen = random.Random(126)
    lang = "en" if without.url.endswith("/calculator/") and "/zh/" not in without.url else "zh-Hans"
    pairs = [
        (126, 2),
        (100, 1),
        (101, 1),
        (1, 0),
        (0, 0),
        (1000, 10),
        (1000, 9),
        (20_000, 199),
        (20_001, 200),
    ]
    pairs += [(chosen.randint(13, 1000), chosen.randint(0, 12)) for _ in range(60)]
    for orders, marked in pairs:
        found = without.model(ANSWER, [str(orders), str(marked)])
        rate = OrderDefectRate.of(Band(orders, orders), Band(marked, marked), TARGET)
        assert found["verdict"] == rate.verdict.value, (orders, marked)
        if 0 < orders <= 1000 and marked <= 12:
            assert found["rate"] == display.percent(Fraction(marked, orders), lang, TARGET)
        assert found["sentence"] and "{" not in found["sentence"]


@pytest.mark.parametrize(
    "typed", [("", "2"), ("2", "126"), ("12O", "2"), ("-1", "0"), ("1.5", "1"), ("126", "")]
)
def test_what_is_no_pair_of_counts_is_not_answered(without: CalculatorPage, typed: tuple[str, str]) -> None:
    assert without.model(f"{ANSWER} ?? null", list(typed)) is None


def test_the_last_safe_day_is_looked_up(without: CalculatorPage) -> None:
    without.type_case()
    (clock,) = without.model("session.lookupClocks")
    assert clock["last_safe_day"] == "2026-12-08"
    assert ("8\u00a0Dec\u00a02026" if "/zh/" not in without.url else "2026年12月8日") in clock["last_safe"]
    without.model("session.set('defects.d1.decided_on', '1999-01-01')")
    assert without.model("session.lookupClocks") == []


def test_typing_goes_on_where_the_program_cannot_run(without: CalculatorPage) -> None:
    without.type_case()
    without.until("session.trouble?.code === 'unsupported'")
    without.model("session.set('odr_page.orders', '1260')")
    assert without.model("session.lookup.verdict") == "on_target"
    assert without.model("session.trouble.code") == "unsupported"


WAITS = 200
"""Pauses in which the request for the program may still be on its way."""


def test_while_the_program_loads_the_tables_answer_and_then_the_core(
    watched: Page, with_headers: Host
) -> None:
    held: list[Route] = []
    watched.context.route(re.compile(r"pyodide\.asm\.wasm$"), lambda route: held.append(route))
    calculator = CalculatorPage(watched, with_headers.url).open()
    calculator.until("session.hasExample")
    calculator.type_case()
    calculator.until("session.phase === 'loading'")
    assert calculator.model("session.lookup.rate") == "1.587\u00a0%"
    for _ in range(WAITS):
        if not held:
            watched.wait_for_timeout(50)
    held[0].continue_()
    calculator.until("session.phase === 'done' && !session.computing")
    assert calculator.model("session.lookup ?? null") is None
    assert calculator.model("session.explanation.rates[0].verdict") == "off_target"
