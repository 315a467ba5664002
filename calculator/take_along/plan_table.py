"""Plan table: every defect with each of its routes, a row a route, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from calculator.assess import Assessment
from calculator.claim_clock import Clock
from calculator.defects import Defect
from calculator.explain import defects as told
from calculator.explain import plan
from calculator.messages import text
from calculator.recovery import routes
from calculator.take_along import csv

_OF_DEFECT = ("order", "order_day", "who", "what", "counts", "reason", "leaves")
_OF_ROUTE = (
    "route",
    "state",
    "last_safe_day",
    "store_time",
    "stake",
    "shows",
    "why",
    "evidence",
    "where",
)
COLUMNS = (*_OF_DEFECT, *_OF_ROUTE, "alone", "no_route")


def plan_text(assessment: Assessment, lang: str) -> str:
    """Return the table; a defect without an honest route has one row that says why."""
    header = [text(lang, f"take_along.plan.{column}") for column in COLUMNS]
    return csv.table(header, _rows(assessment, lang))


def _rows(assessment: Assessment, lang: str) -> Iterator[tuple[object, ...]]:
    block = plan.block(assessment, {}, lang)
    planned = {row["key"]: row for row in block["rows"]} if block else {}
    listed = told.rows(assessment, lang)
    for defect, row in zip(assessment.defect_list.defects, listed, strict=True):
        mine = planned.get(row["key"], {})
        for clock, words in zip(routes.clocks(defect, assessment), row["clocks"], strict=True):
            yield (
                *_defect(defect, row, assessment, lang),
                *_route(clock, words, lang),
                mine.get("alone"),
                mine.get("no_route"),
            )


def _defect(defect: Defect, row: Mapping[str, Any], assessment: Assessment, lang: str) -> tuple[object, ...]:
    day = defect.order_date
    who = text(lang, f"explain.fulfillment.{defect.fulfillment}_short") if defect.fulfillment else None
    return (
        row["order_id_masked"],
        _iso(day),
        who,
        row["what"],
        row["counts"],
        row["reason"],
        _iso(assessment.window.leaves_on(day)) if day else None,
    )


def _route(clock: Clock, words: Mapping[str, Any], lang: str) -> tuple[object, ...]:
    """Return the cells of one route; a day that is hearsay stands in words only."""
    joint, blank = ("; ", " ") if lang == "en" else ("；", "")
    state = (words["left"], words["last_safe"] if clock.said_to_be else None)
    return (
        words["title"],
        joint.join(filter(None, state)),
        None if clock.said_to_be else words["last_safe_day"],
        words["store_time"],
        words.get("changes") or words["stake"],
        words.get("shows"),
        blank.join(filter(None, (words["why"], words["doubt"], words["ask"], words["possible"]))),
        joint.join(words["evidence"]),
        words["where"],
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
