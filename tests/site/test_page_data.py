"""What the calculator page fetches beside its texts: every figure is the core's, and it stays small."""

from __future__ import annotations

import gzip
import json
from datetime import date
from fractions import Fraction

import pytest

from calculator import display
from calculator.assess import Assessment, assess
from calculator.case import read
from calculator.docsite import example_shop, look_up, page_data, settings
from calculator.messages import LANGUAGES
from calculator.order_defect_rate import Band, OrderDefectRate, Verdict, target_of
from calculator.orders import Fulfillment
from calculator.policy import policy_on
from calculator.reports.intake import Intake

AS_OF = settings.as_of()
TARGET = target_of(policy_on(AS_OF))
TABLE = look_up.table(AS_OF)


def verdict(orders: int, marked: int) -> Verdict:
    return OrderDefectRate.of(Band(orders, orders), Band(marked, marked), TARGET).verdict


def test_every_rate_is_printed_as_the_core_prints_it() -> None:
    for marked, line in enumerate(TABLE["rates"]):
        for orders, figure in enumerate(line.split(" "), 1):
            rate = Fraction(marked, orders)
            shown = TABLE["percent"]["en"].replace("{figure}", figure)
            assert (figure == "") == (rate > 1)
            assert figure == "" or shown == display.percent(rate, "en", TARGET)


def test_the_least_count_under_target_is_the_first_that_is() -> None:
    for marked, least in enumerate(TABLE["under_from"]):
        assert verdict(least, marked) is Verdict.ON_TARGET
        assert marked == 0 or verdict(least - 1, marked) is Verdict.OFF_TARGET
    assert TABLE["under_from"][:3] == [1, 101, 201]


def test_every_sentence_leaves_room_for_the_rate_alone() -> None:
    for lang in LANGUAGES:
        for name, sentence in TABLE["sentences"][lang].items():
            assert sentence.replace("{rate}", "").count("{") == 0, (lang, name)
            assert ("{rate}" in sentence) == (name == "off_target")


@pytest.mark.parametrize(
    ("type_", "decided", "last_safe"),
    [("a_to_z_claim", "2026-11-09", "2026-12-08"), ("chargeback", "2026-11-09", "2026-11-15")],
)
def test_the_last_safe_day_stands_beside_its_decision(type_: str, decided: str, last_safe: str) -> None:
    clock = TABLE["clock"]
    days = clock["days"].split(" ")
    assert clock["last_safe"][type_].split(" ")[days.index(decided)] == last_safe
    for lang in LANGUAGES:
        shown = clock["shown"][lang].split("|")
        assert len(shown) == len(days)
        assert shown[days.index(last_safe)] == display.day(date.fromisoformat(last_safe), lang)


@pytest.mark.parametrize(("value", "most"), [(TABLE, 40_000), (example_shop.bundle(AS_OF), 4_000)])
def test_it_stays_small(value: dict[str, object], most: int) -> None:
    assert len(gzip.compress(page_data.packed(value).encode(), 9)) < most


def shop() -> Assessment:
    """Return the invented shop as the page would have it assessed."""
    written = json.loads(page_data.packed(example_shop.bundle(AS_OF)))
    intake = Intake(lambda _data, name: pytest.fail(name))
    for file in written["files"]:
        intake.open(file["name"], file["name"])
        intake.feed(file["name"], file["text"].encode())
        intake.close(file["name"])
    return assess(intake, AS_OF, store=None, window=None, case=read(written["case"]))


def test_the_invented_shop_is_the_one_of_the_pages_with_what_a_real_one_has() -> None:
    found = shop()
    mfn, afn = found.rates[Fulfillment.MFN], found.rates[Fulfillment.AFN]
    assert (mfn.orders_with_defects, mfn.orders) == (Band(2, 2), Band(125, 126))
    assert (afn.orders_with_defects, afn.orders) == (Band(0, 0), Band(60, 60))
    assert mfn.verdict is Verdict.OFF_TARGET
    assert [problem.column for problem in found.problems] == ["purchase-date"]
    assert (found.window.range.first_day.isoformat(), found.window.range.last_day.isoformat()) == (
        "2026-09-09",
        "2026-11-07",
    )
