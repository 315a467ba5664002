"""Grid: the plan as rows and cells for the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from calculator.assess import Assessment
from calculator.case import Case
from calculator.messages import text
from calculator.plan_of_action.line import Line, Standing
from calculator.plan_of_action.model import Missing
from calculator.plan_of_action.orphans import Orphan
from calculator.plan_of_action.plan import Plan, plan_of
from calculator.plan_of_action.rows import Belongs, Row
from calculator.plan_of_action.sentences import said

_FIRST_WORDS = 100


def grid(case: Case, assessment: Assessment | None, lang: str, as_of: date) -> dict[str, Any]:
    """Return `grid`, one row a cause, and `orphans`, what belongs to no row or lacks a part.

    Args:
        case: what was typed.
        assessment: the defects of files beside the typed ones, None where none could be assessed.
        lang: language of the questions.
        as_of: today; a past day after it is no deed yet.
    """
    return grid_of(plan_of(case, assessment, as_of), lang)


def grid_of(plan: Plan, lang: str) -> dict[str, Any]:
    """Return the grid of a plan."""
    shown = [row for row in plan.rows if row.belongs is not Belongs.TO_NOTHING]
    return {
        "grid": [_row(row, lang) for row in shown],
        "orphans": [_orphan(one, lang) for one in plan.orphans],
    }


def _row(row: Row, lang: str) -> dict[str, Any]:
    return {
        "cause": row.id,
        "cause_id": row.cause,
        "title": text(lang, f"causes.names.{row.cause}"),
        "failure": row.walk.failure or None,
        "belongs": row.belongs.value,
        "defects": len(row.defects),
        "cells": _cells(row, lang),
    }


def _cells(row: Row, lang: str) -> dict[str, dict[str, Any]]:
    if row.walk.found.is_blank:
        words = said(row.walk.question, lang)
        blank = {"state": "blank", "words": words, "ask": None, "field": None}
        return dict.fromkeys(("root_cause", "actions_taken", "prevention", "evidence"), blank)
    done = [one for one in row.actions if one.standing in (Standing.DONE, Standing.OPEN)]
    planned = [one for one in row.actions if one.standing is Standing.PLANNED]
    actions = _cell(done, f"{row.place}.actions", "action", lang)
    if not done and planned:
        actions = {**_cell(planned, f"{row.place}.actions", "action", lang), "state": "planned_only"}
    return {
        "root_cause": _root_cause(row, lang),
        "actions_taken": actions,
        "prevention": _cell(row.prevention, f"{row.place}.prevention", "prevention", lang),
        "evidence": _evidence(row, lang),
    }


def _root_cause(row: Row, lang: str) -> dict[str, Any]:
    if row.walk.question:
        ask = said(row.walk.question, lang)
        return {"state": "missing", "words": "", "ask": ask, "field": f"{row.place}.path"}
    return _cell(row.root_cause, f"{row.place}.answers", "root_cause", lang)


def _cell(lines: Sequence[Line], place: str, part: str, lang: str) -> dict[str, Any]:
    """Return a cell: filled by whole lines alone, otherwise with the first thing to be asked."""
    words = next((one.sentence.text for one in lines if one.sentence and one.facts), "")
    if lines and all(one.is_whole for one in lines):
        return {"state": "filled", "words": _first(words), "ask": None, "field": None}
    first = next((missing for one in lines for missing in one.missing), None)
    ask = said(first.question, lang) if first else text(lang, f"plan_of_action.ask.{part}")
    wrong = next((one.field for line in lines for one in line.problems), place)
    return {
        "state": "missing",
        "words": _first(words),
        "ask": ask,
        "field": _field(first) if first else wrong,
    }


def _evidence(row: Row, lang: str) -> dict[str, Any]:
    named = [paper.file for paper in row.evidence if paper.file.strip()]
    proofs = [
        part.text
        for one in row.lines
        if one.sentence and one.is_whole
        for part in one.sentence.parts
        if part.field.endswith(".proof")
    ]
    if named or proofs:
        return {
            "state": "filled",
            "words": _first(", ".join(dict.fromkeys((*named, *proofs)))),
            "ask": None,
            "field": None,
        }
    ask = text(lang, "plan_of_action.ask.evidence")
    return {"state": "missing", "words": "", "ask": ask, "field": f"{row.place}.evidence"}


def _orphan(one: Orphan, lang: str) -> dict[str, Any]:
    cause = text(lang, f"causes.names.{one.cause}")
    return {
        "kind": one.kind.value,
        "field": one.field,
        "message": text(lang, f"plan_of_action.orphan.{one.kind}", cause=cause),
        "blocks": one.kind.blocks,
    }


def _field(missing: Missing) -> str:
    return missing.field


def _first(words: str) -> str:
    return words if len(words) <= _FIRST_WORDS else words[:_FIRST_WORDS].rstrip() + "…"
