"""The desk: every answer a field with its place, every step there, nothing said for the seller."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from calculator import case as cases
from calculator.assess import assess
from calculator.desk import view
from calculator.desk.path import put
from calculator.errors import ReportError
from calculator.messages import LANGUAGES
from calculator.reports import Intake
from calculator.workbook import sheets

TODAY = date(2026, 11, 24)
STEPS = ["notice", "facts", "causes", "grid", "letter"]


def document(**appeal: Any) -> dict[str, Any]:
    """Return a case of two claims on 126 orders, one cause begun."""
    return {
        "contract": "odr-case/1",
        "store": "US",
        "notice": {"day": "2026-11-22", "orders": "126", "orders_with_defects": "2"},
        "odr_page": {
            "day": "2026-11-22", "first_day": "2026-09-09", "last_day": "2026-11-07", "orders": "126",
            "orders_with_defects": "2",
        },
        "defects": [
            {
                "id": "d1", "order_id": "111-0000001-0000001", "order_date": "2026-10-06", "type": "a_to_z_claim",
                "outcome": "granted", "decided_on": "2026-11-05", "note": "Never arrived", "refunded_by": "amazon",
            },
            {
                "id": "d2", "order_id": "111-0000002-0000002", "order_date": "2026-10-14", "type": "a_to_z_claim",
                "outcome": "granted", "note": "没有收到货",
            },
        ],
        "appeal": {
            "language": "en",
            "notice": {"path": ["mfn", "order_defect_rate", "appeal", "date", "chinese"]},
            "causes": [{"id": "c1", "cause": "not_received", "path": ["not_received", "carrier", "no_line", "not_packed"]}],
            **appeal,
        },
    }  # fmt: skip


def shown(held: dict[str, Any], lang: str = "en") -> dict[str, Any]:
    """Return the desk of a case."""
    case = cases.read(held)
    try:
        assessment = assess(Intake(sheets), TODAY, case=case)
    except ReportError:
        assessment = None
    return view(case, assessment, lang, TODAY)


def fields(value: Any) -> list[dict[str, Any]]:
    """Return every field anywhere in a value."""
    if isinstance(value, dict):
        own = [value] if {"path", "kind", "label", "value"} <= value.keys() else []
        return own + [one for part in value.values() for one in fields(part)]
    return [one for part in value for one in fields(part)] if isinstance(value, list) else []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_is_there_with_its_words(lang: str) -> None:
    steps = shown(document(), lang)["steps"]
    assert [one["id"] for one in steps] == STEPS
    assert all(one["title"] and one["why"] and one["minutes"] and one["next"] for one in steps)


def test_an_empty_case_has_a_desk() -> None:
    value = shown({"contract": "odr-case/1"})
    assert value["steps"][0]["state"] == "now"
    assert value["causes"] == [] and value["facts"]["defects"] == []


def test_every_field_shows_what_is_put_at_its_path() -> None:
    held = document()
    for field in fields(shown(held)):
        typed = field["options"][-1]["id"] if field["options"] else "7"
        again = {one["path"]: one for one in fields(shown(put(held, field["path"], typed)))}
        assert field["path"] not in again or again[field["path"]]["value"] == typed
        assert field["path"] in again or field["path"].endswith(
            (".type", ".disputed", ".refunded_by", ".cause")
        )
