"""Lists: files, orders with defects, figures, problems and exclusions, as they are shown."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.defects import Defect
from calculator.explain import why
from calculator.messages import counted, text
from calculator.order_defect_rate import Verdict, target_of
from calculator.orders import Fulfillment
from calculator.problems import Problem
from calculator.reasons import reason_of
from calculator.reports.reading import Kind, Reading

_COLUMNS = ("order_id", "order_date", "what", "counts", "reason", "leaves")


def file_line(file: Reading, lang: str) -> dict[str, Any]:
    """Return what a file was taken for and how many of its rows are used."""
    refused = file.kind is Kind.UNKNOWN
    summary = counted(lang, "explain.files.summary", file.rows, used=display.count(file.used))
    return {
        "file": file.file,
        "kind": file.kind.value,
        "title": text(lang, f"kinds.{file.kind}"),
        "summary": text(lang, "explain.files.refused") if refused else summary,
        "notes": sorted(note.message(lang) for note in file.notes)
        + [problem.message(lang) for problem in file.problems if problem.is_about_file],
    }


def defects(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return the order-by-order table."""
    labels = {"order_id": "order"}
    return {
        "title": text(lang, "explain.defects.title"),
        "empty": text(lang, "explain.defects.empty"),
        "columns": [
            {"key": key, "label": text(lang, f"explain.defects.{labels.get(key, key)}")} for key in _COLUMNS
        ],
        "rows": [_defect(defect, assessment, lang) for defect in assessment.defect_list.defects],
    }


def _defect(defect: Defect, assessment: Assessment, lang: str) -> dict[str, Any]:
    day, window = defect.order_date, assessment.window.range
    in_window = day is not None and day in window
    state = defect.counts.value
    return {
        "order_id": defect.order_id,
        "order_id_masked": display.masked(defect.order_id),
        "order_date": display.day(day, lang) if day else text(lang, "explain.defects.no_date"),
        "what": _what(defect, lang),
        "counts": text(lang, f"explain.defects.{state if in_window else 'outside'}"),
        "counts_state": state if in_window else "not_counted",
        "reason": reason_of(defect, lang),
        "leaves": _leaves(defect, assessment, lang),
        "in_window": in_window,
        "fulfillment": defect.fulfillment.value if defect.fulfillment else None,
    }


def _what(defect: Defect, lang: str) -> str:
    if defect.stars is not None:
        return text(lang, "explain.defects.stars", stars=counted(lang, "explain.defects.star", defect.stars))
    return text(lang, f"explain.defects.{defect.type}")


def _leaves(defect: Defect, assessment: Assessment, lang: str) -> str:
    day, window = defect.order_date, assessment.window
    if day is None:
        return text(lang, "explain.defects.no_date")
    enters, left = window.enters_on(day), window.leaves_on(day)
    if enters is None or left is None:
        return text(lang, "explain.defects.no_date")
    if day > window.range.last_day:
        return text(lang, "explain.defects.not_yet", day=display.day(enters, lang))
    leaves = display.day(left, lang)
    return text(lang, "explain.defects.left", day=leaves) if day < window.range.first_day else leaves


def figures(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return Amazon's counts beside ours, with what explains a difference."""
    target = target_of(assessment.policy)
    rows = []
    for item in assessment.reconciliations:
        theirs = item.reported
        rate = Fraction(theirs.orders_with_defects, theirs.orders) if theirs.orders else Fraction(0)
        shown = display.days(theirs.window, lang) if theirs.window else ""
        rows.append(
            {
                **_figure(lang, "report", item.fulfillment, shown),
                "counts": f"{display.count(theirs.orders_with_defects)} / {display.count(theirs.orders)}",
                "rate": f"= {display.percent(rate, lang, target)}",
                "findings": list(item.sentences(lang)),
            }
        )
    return {
        "title": text(lang, "explain.figures.title"),
        "columns": [
            {"key": key, "label": text(lang, f"explain.figures.{key}")} for key in ("source", "counts")
        ],
        "rows": rows + (_own_figures(assessment, target, lang) if rows else []),
    }


def _own_figures(assessment: Assessment, target: Fraction, lang: str) -> list[dict[str, Any]]:
    days = display.days(assessment.window.range, lang)
    return [
        {
            **_figure(lang, "files", who, days),
            "counts": f"{display.count_band(rate.orders_with_defects.low, rate.orders_with_defects.high)} / "
            f"{display.count_band(rate.orders.low, rate.orders.high)}",
            "rate": f"= {display.percent_band(why.lowest(rate), why.highest(rate), lang, target)}",
            "findings": [],
        }
        for who, rate in assessment.rates.items()
        if rate.verdict is not Verdict.NO_ORDERS
    ]


def _figure(lang: str, source: str, who: Fulfillment, days: str) -> dict[str, Any]:
    title = text(lang, f"explain.fulfillment.{who}")
    return {"source": f"{text(lang, f'explain.figures.{source}')} · {title}", "day": days}


def problems(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return what needs a look, whole files first among their own."""
    found = assessment.problems
    return {
        "title": counted(lang, "explain.problems.title", len(found)),
        "lead": text(lang, "explain.problems.lead"),
        "rows": [_problem(problem, lang) for problem in found],
    }


def _problem(problem: Problem, lang: str) -> dict[str, Any]:
    place = "line" if problem.line else "file"
    return {
        "where": text(lang, f"explain.problems.where.{place}", file=problem.file, line=problem.line),
        "column": problem.column,
        "original": problem.original,
        "message": problem.message(lang),
    }


def excluded(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return the reasons rows were left out, with their numbers."""
    return {
        "title": text(lang, "explain.excluded.title"),
        "rows": [counted(lang, f"explain.excluded.{reason}", rows) for reason, rows in assessment.excluded],
    }


def unmatched(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return the order ids no order file knows."""
    ids = assessment.defect_list.unmatched
    return {
        "title": counted(lang, "explain.unmatched.title", len(ids)),
        "lead": text(lang, "explain.unmatched.lead"),
        "ids": list(ids),
        "rows": list(ids),
    }
