"""Lists: files, exclusions and ids without an order, as they are shown."""

from __future__ import annotations

from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.messages import counted, text
from calculator.reports.reading import Kind, Reading


def file_line(file: Reading, lang: str) -> dict[str, Any]:
    """Return what a file was taken for and how many of its rows are used."""
    refused = file.kind is Kind.UNKNOWN
    summary = counted(lang, "explain.files.summary", file.rows, used=display.count(file.used))
    return {
        "file": file.file,
        "kind": file.kind.value,
        "title": text(lang, f"kinds.{file.kind}"),
        "dates_guessed": _guessed(file),
        "summary": text(lang, "explain.files.refused") if refused else summary,
        "notes": sorted(note.message(lang) for note in file.notes)
        + [problem.message(lang) for problem in file.problems if problem.is_about_file],
    }


def _guessed(file: Reading) -> str | None:
    """Return the order its dates are read in where nothing proves it, to be offered for a change."""
    prefix = "dates_guessed_"
    return next((note.code.removeprefix(prefix) for note in file.notes if note.code.startswith(prefix)), None)


def excluded(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return the reasons rows were left out, with their numbers."""
    return {
        "title": text(lang, "explain.excluded.title"),
        "rows": [counted(lang, f"explain.excluded.{reason}", rows) for reason, rows in assessment.excluded],
    }


def unmatched(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return the order ids no order file knows."""
    typed = {defect.order_id for defect in assessment.defect_list.defects if defect.is_typed}
    ids = [order_id for order_id in assessment.defect_list.unmatched if order_id not in typed]
    return {
        "title": counted(lang, "explain.unmatched.title", len(ids)),
        "lead": text(lang, "explain.unmatched.lead"),
        "ids": ids,
        "rows": ids,
    }
