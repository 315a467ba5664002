"""A typed case, whatever is typed: it never crashes, and it agrees with its own two files."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from calculator import case
from calculator.assess import Assessment, assess
from calculator.errors import AppealError
from calculator.explain import explanation_json
from calculator.orders import Fulfillment
from calculator.reports import Intake, hand_entry, order_counts
from calculator.workbook import sheets

AS_OF = date(2026, 11, 22)
OUTCOMES = {
    "a_to_z_claim": ("granted", "denied", "open", "appealed", "mark_removed", "seller_refunded_after_claim"),
    "negative_feedback": ("kept", "removed", "struck_through"),
    "chargeback": ("service", "fraud", "unknown"),
}
days = st.dates(date(2026, 7, 1), date(2026, 11, 22)).map(date.isoformat)
anything = st.text(max_size=12) | st.sampled_from(
    [
        "",
        " ",
        "2026-14-10",
        "10月6日",
        "１２６",
        "=1+1",
        "<b>",
        "\u202e",
        "111-0000001-0000001",
        "2 / 126",
        "1e9",
    ]
)


@st.composite
def defects(draw: st.DrawFn) -> dict[str, str]:
    type_ = draw(st.sampled_from(sorted(OUTCOMES)))
    return {
        "order_id": draw(st.sampled_from(["", "111-0000001-0000001", "111-0000002-0000002"])),
        "order_date": draw(days),
        "fulfillment": draw(st.sampled_from(["mfn", "afn"])),
        "type": type_,
        "outcome": draw(st.sampled_from(OUTCOMES[type_])),
        "event_date": draw(st.just("") | days),
        "decided_on": draw(st.just("") | days),
    }


@st.composite
def pages(draw: st.DrawFn) -> dict[str, str]:
    first, last = sorted((draw(days), draw(days)))
    orders = draw(st.integers(0, 400))
    marked = draw(st.none() | st.integers(0, orders))
    return {
        "first_day": first,
        "last_day": last,
        "fulfillment": draw(st.sampled_from(["mfn", "afn"])),
        "orders": str(orders),
        "orders_with_defects": "" if marked is None else str(marked),
    }


def table(columns: tuple[str, ...], rows: list[dict[str, str]]) -> bytes:
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode()


def of_files(page: dict[str, str], rows: list[dict[str, str]]) -> Assessment:
    intake = Intake(sheets)
    for name, data in (
        ("order_counts.csv", table(order_counts.COLUMNS, [page])),
        ("defects.csv", table(hand_entry.COLUMNS, rows)),
    ):
        intake.open(name, name)
        intake.feed(name, data)
        intake.close(name)
    return assess(intake, AS_OF, store="US")


def of_case(**forms: Any) -> Assessment:
    document = {"contract": case.CASE, **forms}
    return assess(Intake(sheets), AS_OF, store="US", case=case.read(document))


def answer(lang: str, **forms: Any) -> dict[str, Any]:
    try:
        value: dict[str, Any] = json.loads(explanation_json(of_case(**forms), lang))
    except AppealError as refusal:
        return {"refused": refusal.code}
    return value


@settings(deadline=None)
@given(page=pages(), rows=st.lists(defects(), min_size=1, max_size=6))
def test_a_typed_case_and_its_two_files_give_the_same_rate(
    page: dict[str, str], rows: list[dict[str, str]]
) -> None:
    typed, filed = of_case(odr_page=page, defects=rows), of_files(page, rows)
    assert typed.rates == filed.rates
    assert typed.window == filed.window
    assert [(d.order_id, d.counts, d.order_date) for d in typed.defect_list.defects] == [
        (d.order_id, d.counts, d.order_date) for d in filed.defect_list.defects
    ]


@settings(deadline=None)
@given(page=pages(), rows=st.lists(defects(), max_size=6))
def test_amazons_count_is_a_floor_and_the_list_never_lowers_it(
    page: dict[str, str], rows: list[dict[str, str]]
) -> None:
    who = Fulfillment(page["fulfillment"])
    marked = of_case(odr_page=page, defects=rows).rates[who].orders_with_defects
    alone = of_case(odr_page={**page, "orders_with_defects": ""}, defects=rows).rates[who].orders_with_defects
    stated = int(page["orders_with_defects"] or 0)
    assert (marked.low, marked.high) == (max(alone.low, stated), max(alone.high, stated))


@settings(max_examples=300, deadline=None)
@given(
    page=st.fixed_dictionaries(dict.fromkeys(order_counts.COLUMNS, anything)),
    notice=st.fixed_dictionaries(dict.fromkeys(("day", "orders", "orders_with_defects"), anything)),
    rows=st.lists(st.fixed_dictionaries(dict.fromkeys(hand_entry.COLUMNS, anything)), max_size=4),
    lang=st.sampled_from(["en", "zh-Hans", "zh-Hant"]),
)
def test_whatever_is_typed_is_answered(
    page: dict[str, str], notice: dict[str, str], rows: list[dict[str, str]], lang: str
) -> None:
    value = answer(lang, odr_page=page, notice=notice, defects=rows)
    if "form" not in value:
        assert value == {"refused": "no_file"}, "nothing was typed that could be worked out"
        return
    named = {"odr_page", "notice", *(f"defects.d{n}" for n in range(1, len(rows) + 1))}
    assert all(field["field"].rsplit(".", 1)[0] in named for field in value["form"]["fields"])
    assert all(field["message"] for field in value["form"]["fields"])
