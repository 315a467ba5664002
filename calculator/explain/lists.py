"""Lists: files, exclusions and ids without an order, as they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.explain.paragraph import paragraph
from calculator.messages import counted, text
from calculator.problems import shown
from calculator.reports import written_day
from calculator.reports.reading import Kind, Reading
from calculator.reports.written_day import DateOrder

MOST_IDS = 1_000
HINTED = "perhaps_"
"""What the codes of problems begin with that are orders to look up, which are asked about by themselves."""
_FROM_ARCHIVE = "from_archive"


def file_line(file: Reading, lang: str) -> dict[str, Any]:
    """Return what a file was taken for, how many of its rows are used and what became of the others."""
    notes = (note.message(lang) for note in file.notes if note.code != _FROM_ARCHIVE)
    return {
        "file": file.file,
        "kind": file.kind.value,
        "title": text(lang, f"kinds.{file.kind}"),
        "archive": _archive(file),
        "dates_guessed": _guessed(file),
        "dates": _dates(file, lang),
        "summary": _summary(file, lang),
        "notes": sorted(notes)
        + [problem.message(lang) for problem in file.problems if problem.is_about_file],
    }


def _archive(file: Reading) -> str | None:
    """Return the archive a file lay in, None for a file of its own."""
    found = (dict(note.values)["archive"] for note in file.notes if note.code == _FROM_ARCHIVE)
    return next(map(str, found), None)


def _summary(file: Reading, lang: str) -> str:
    """Return how many rows there are, are used, are left out and need a look."""
    if file.kind is Kind.UNKNOWN:
        return text(lang, "explain.files.refused")
    parts = [counted(lang, "explain.files.summary", file.rows, used=display.count(file.used))]
    troubles = sum(number for code, number in file.listed.items() if not code.startswith(HINTED))
    for part, rows in (("excluded", file.excluded.total()), ("to_look_at", troubles)):
        if rows:
            parts.append(counted(lang, f"explain.files.{part}", rows))
    return (", " if lang == "en" else "，").join(parts)


def _guessed(file: Reading) -> str | None:
    """Return the order its dates are read in where neither the file nor the seller settles it."""
    found = file.unproven
    return found.order.value if found and found.order is not file.dates else None


def _dates(file: Reading, lang: str) -> dict[str, Any] | None:
    """Return the date that can be read in more than one way, and its readings; None where there is none."""
    found = file.unproven
    if found is None:
        return None
    likely = [order for order in found.possible if order in (DateOrder.DAY, DateOrder.MONTH, found.order)]
    days = {order: written_day.read(found.example, order) for order in likely}
    return {
        "order": found.order.value,
        "example": shown(found.example),
        "choices": [
            {"value": order.value, "label": display.day(day, lang)} for order, day in days.items() if day
        ],
    }


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
        "lead": paragraph(_lead(len(ids), lang), lang),
        "ids": ids[:MOST_IDS],
        "rows": ids[:MOST_IDS],
    }


def _lead(ids: int, lang: str) -> Iterator[str]:
    yield text(lang, "explain.unmatched.lead")
    if ids > MOST_IDS:
        yield text(lang, "explain.unmatched.more", shown=display.count(MOST_IDS))
