"""A case at the desk, and what the page does with fields and buttons, for the tests of the desk."""

from __future__ import annotations

from datetime import date
from typing import Any

from calculator import case as cases
from calculator.assess import assess
from calculator.desk import view
from calculator.desk.path import add, put, remove
from calculator.errors import ReportError
from calculator.reports import Intake
from calculator.workbook import sheets

__all__ = ["TODAY", "buttons", "document", "fields", "parts", "pressed", "put", "shown"]

TODAY = date(2026, 11, 24)
Value = dict[str, Any]


def document(**appeal: Any) -> Value:
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
            "causes": [
                {
                    "id": "c1", "cause": "not_received",
                    "path": ["not_received", "carrier", "no_line", "not_packed", "own", "none", "day"],
                    "typed": {"who": "the night shift", "since": "2026-09-01"},
                    "actions": [{"id": "a1", "frame": "offers_closed", "state": "done"}],
                    "prevention": [{"id": "p1", "frame": "own"}],
                    "evidence": [{"id": "e1", "file": "list.pdf", "shows": "a1"}],
                }
            ],
            "rounds": [{"id": "r1", "sent_on": "2026-11-23", "text": "We will do better.", "reply": ""}],
            **appeal,
        },
    }  # fmt: skip


def shown(held: Value, lang: str = "en", intake: Intake | None = None) -> Value:
    """Return the desk of a case."""
    case = cases.read(held)
    try:
        assessment = assess(intake or Intake(sheets), TODAY, case=case)
    except ReportError:
        assessment = None
    return view(case, assessment, lang, TODAY)


def fields(value: Any) -> list[Value]:
    """Return every field anywhere in a value."""
    return [one for one in parts(value) if {"path", "kind", "label", "value"} <= one.keys()]


def buttons(value: Any) -> list[Value]:
    """Return every button anywhere in a value."""
    return [one for one in parts(value) if {"label", "set", "add", "remove"} <= one.keys()]


def parts(value: Any) -> list[Value]:
    """Return every object of a value."""
    if isinstance(value, dict):
        return [value, *(one for part in value.values() for one in parts(part))]
    return [one for part in value for one in parts(part)] if isinstance(value, list) else []


def pressed(held: Value, button: Value) -> Value:
    """Return the case after a button, as the page carries it out."""
    for one in button["set"]:
        held = put(held, one["path"], one["value"])
    for one in button["add"]:
        held = add(held, one["path"], one["value"])
    for path in button["remove"]:
        held = remove(held, path)
    return held
