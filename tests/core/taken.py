"""Assessments to take along: the golden cases, and a shop whose cells are hostile."""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from typing import Any

from calculator import case, requests
from calculator.assess import Assessment, assess
from calculator.reports import Intake
from calculator.workbook import sheets

from .case import Case, cases

NOTICE_DAY = date(2026, 11, 22)
PAGE = {"first_day": "2026-09-09", "last_day": "2026-11-07", "orders": "126", "orders_with_defects": "2"}
HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "\u00a0=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "x; =1+1",
    'two\nlines =1\n=1+1, "quoted"',
    "\u202e1+1=",
)


def of_case(golden: Case) -> Assessment:
    """Return the assessment behind a golden text."""
    args = golden.args
    intake = Intake(sheets)
    for path in golden.files:
        intake.open(path.name, path.name)
        intake.feed(path.name, path.read_bytes())
        intake.close(path.name)
    window = requests.window(args["window"]) if args["window"] else None
    typed = case.read(golden.typed) if golden.typed else case.EMPTY
    day = date.fromisoformat(args["as_of"])
    return assess(intake, day, store=args["store"], window=window, case=typed)


EVERY = 1 if os.environ.get("ODR_SHOPS") else 4
ALWAYS = ("seed_two_of_126", "names_with_html_and_formulas", "when_orders_enter_and_leave")


@cache
def of_cases() -> dict[str, Assessment]:
    """Return the assessments of golden cases that have one: some of them, in the long run all."""
    usable = [one for one in cases() if one.args["exit"] == 0 and not one.args["all_stores"]]
    kept = [one for n, one in enumerate(usable) if n % EVERY == 0 or one.folder.name in ALWAYS]
    return {one.folder.name: of_case(one) for one in kept}


def typed(*defects: dict[str, Any], as_of: date = NOTICE_DAY, **forms: Any) -> Assessment:
    """Return an assessment of what was typed alone."""
    rows = [{"id": f"d{number}", **defect} for number, defect in enumerate(defects, 1)]
    document = {"contract": "odr-case/1", "defects": rows, **forms}
    return assess(Intake(sheets), as_of, store="US", case=case.read(document))


def claim(number: int, ordered: str, decided: str, **others: str) -> dict[str, str]:
    """Return a typed claim that was granted to the buyer."""
    return {
        "order_id": f"111-0000001-{number:07d}",
        "order_date": ordered,
        "fulfillment": "mfn",
        "type": "a_to_z_claim",
        "outcome": "granted",
        "decided_on": decided,
        **others,
    }


def seed(as_of: date = NOTICE_DAY) -> Assessment:
    """Return the standing example, typed: 2 of 126."""
    claims = (claim(1, "2026-10-06", "2026-11-09"), claim(2, "2026-10-14", "2026-11-17"))
    return typed(*claims, as_of=as_of, odr_page=PAGE)
