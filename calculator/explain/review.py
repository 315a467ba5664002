"""Review: rows that need a look or were left out, with what a correction needs to find them."""

from __future__ import annotations

from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.explain.lists import HINTED
from calculator.messages import counted, text
from calculator.orders import ORDER_ID
from calculator.problems import Problem
from calculator.reports.reading import Kind

_MENDABLE = frozenset(
    (
        Kind.ALL_ORDERS,
        Kind.CHARGEBACKS,
        Kind.DEFECTS,
        Kind.MFN_RETURNS,
        Kind.ORDER_DEFECTS,
        Kind.PAYMENTS,
        Kind.SELLER_FEEDBACK,
        Kind.SETTLEMENT,
    )
)


def problems(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return what needs a look in files; forms and orders to look up say theirs in their place."""
    kinds = {file.file: file.kind for file in assessment.files if not file.is_typed}
    found = [problem for problem in assessment.problems if problem.file in kinds]
    found = [problem for problem in found if not problem.code.startswith(HINTED)]
    return {
        "title": counted(lang, "explain.problems.title", len(found)),
        "lead": text(lang, "explain.problems.lead"),
        "rows": [_problem(problem, kinds[problem.file], lang) for problem in found],
    }


def _problem(problem: Problem, kind: Kind, lang: str) -> dict[str, Any]:
    place = "line" if problem.line else "file"
    has_cell = problem.line is not None and problem.column is not None
    return {
        "where": text(lang, f"explain.problems.where.{place}", file=problem.file, line=problem.line),
        "column": problem.column,
        "original": problem.original,
        "message": problem.message(lang),
        "code": problem.code,
        "file": problem.file,
        "line": problem.line,
        "cell": problem.column if has_cell else None,
        "editable": has_cell and kind in _MENDABLE,
        "can_be_left_out": problem.line is not None and kind in _MENDABLE,
    }


def left_out(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return the rows the seller took out, each with the order it spoke of."""
    rows = [(file.file, row) for file in assessment.files for row in file.left_out]
    return {
        "title": counted(lang, "explain.left_out.title", len(rows)),
        "rows": [
            {
                "key": f"{file}:{row.line}",
                "file": file,
                "line": row.line,
                "text": text(
                    lang, "explain.left_out.row", file=file, line=row.line, order=_order_of(row.cells, lang)
                ),
            }
            for file, row in rows
        ],
    }


def _order_of(cells: tuple[str, ...], lang: str) -> str:
    found = next((cell.strip() for cell in cells if ORDER_ID.fullmatch(cell.strip())), None)
    return display.masked(found) if found else text(lang, "explain.left_out.no_order")
