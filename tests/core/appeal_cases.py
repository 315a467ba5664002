"""Appeals for the tests of grid and letter: an invented shop, whole, to be broken piece by piece."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

from calculator import case, workbook
from calculator.assess import Assessment, assess
from calculator.case import Case
from calculator.errors import ReportError
from calculator.letter import Letter, compose
from calculator.reports import Intake

AS_OF = date(2026, 11, 24)
ORDER_1, ORDER_2, ORDER_3 = (f"111-000000{n}-000000{n}" for n in (1, 2, 3))
CLAIM = {"type": "a_to_z_claim", "outcome": "granted", "refunded_by": "amazon", "refunded_on": "2026-11-18"}
NOT_RECEIVED = {
    "id": "c1",
    "cause": "not_received",
    "path": ["not_received", "carrier", "no_line", "not_packed", "me", "none", "day"],
    "typed": {"since": "2026-09-20"},
    "answers": {
        "confirmed_after": "two days",
        "handed_after": "six to nine days",
        "why_late": "goods that had been listed without stock",
        "decided": "owner",
        "check": "a comparison of confirmed orders with parcels handed over",
    },
    "readings": {
        "confirmed_after": "两天",
        "handed_after": "六至九天",
        "why_late": "没有库存就上架的货",
        "check": "已确认订单和已交出包裹的核对",
    },
    "actions": [
        {
            "id": "a1",
            "frame": "offers_closed",
            "state": "done",
            "answers": {"on": "2026-11-22", "who": "owner", "offers": "31", "proof": "inventory.png"},
        },
        {
            "id": "a2",
            "frame": "confirmation_stopped",
            "state": "done",
            "answers": {
                "on": "2026-11-23",
                "who": "warehouse_lead",
                "hand_over_record": "signed hand-over list",
                "proof": "hand-over list of 23 November",
            },
            "readings": {"hand_over_record": "签收的交接清单"},
        },
    ],
    "prevention": [
        {
            "id": "p1",
            "frame": "label_at_weigh_in",
            "answers": {
                "start": "2026-11-23",
                "who": "packer",
                "label_when": "weigh-in at the hand-over table",
                "measure": "number of labels without a weight, counted each evening",
            },
            "readings": {"label_when": "交接台称重时", "measure": "每晚统计没有重量的面单数"},
        }
    ],
    "evidence": [
        {"id": "e1", "file": "carrier bills September.pdf", "shows": "root_cause", "what": ""},
        {"id": "e2", "file": "inventory.png", "shows": "a1", "what": ""},
    ],
}
WHOLE: dict[str, Any] = {
    "contract": "odr-case/1",
    "store": "US",
    "notice": {"day": "2026-11-22", "fulfillment": "mfn", "orders": "126", "orders_with_defects": "2"},
    "defects": [
        {"id": "d1", "order_id": ORDER_1, "order_date": "2026-10-06", "cause": "not_received", **CLAIM},
        {"id": "d2", "order_id": ORDER_2, "order_date": "2026-10-14", "cause": "not_received", **CLAIM},
    ],
    "appeal": {"language": "en", "voice": "we", "letter_day": "2026-11-24", "causes": [NOT_RECEIVED]},
}


def whole() -> dict[str, Any]:
    """A case whose letter is ready, to be changed at will."""
    return copy.deepcopy(WHOLE)


def read(document: dict[str, Any]) -> tuple[Case, Assessment | None]:
    """The typed case and its assessment, None where nothing can be assessed."""
    held = case.read(document)
    try:
        return held, assess(Intake(workbook.sheets), AS_OF, case=held)
    except ReportError:
        return held, None


def letter(document: dict[str, Any], lang: str = "en", as_of: date = AS_OF) -> Letter:
    """The letter of a document."""
    return compose(*read(document), lang, as_of)
