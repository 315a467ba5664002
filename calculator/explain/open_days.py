"""Open days: typed days in figures that may be meant month first or day first.

A form is read as its other days or the store's habit say, and that reading is only likely. A day
that is wrong by months shows a deadline as over that still runs, or takes a defect out of the
window; so each such field is asked about, with both days ready to be taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.case import typed_rows
from calculator.messages import text
from calculator.problems import shown
from calculator.reports import date_order, written_day
from calculator.reports.hand_cells import plain
from calculator.reports.written_day import DateOrder

_GUESSED = "dates_guessed_"
_DEFECT_DAYS, _WINDOW_DAYS = ("order_date", "event_date", "decided_on"), ("first_day", "last_day")
_OTHER = {DateOrder.MONTH: DateOrder.DAY, DateOrder.DAY: DateOrder.MONTH, DateOrder.YEAR: DateOrder.DAY}


def fields(assessment: Assessment, lang: str) -> Iterator[dict[str, Any]]:
    """Ask about each typed day that was read one way and may be meant the other way."""
    for file in assessment.files:
        guessed = [note.code for note in file.notes if note.code.startswith(_GUESSED)]
        if file.is_typed and guessed:
            order = DateOrder(guessed[0].removeprefix(_GUESSED))
            for field, words in _typed(assessment, file.file):
                yield from _asked(field, plain(words).strip(), order, lang)


def _typed(assessment: Assessment, form: str) -> Iterator[tuple[str, str]]:
    """Return the date fields of a form with what was typed into them."""
    if form.startswith(typed_rows.DEFECTS_FILE):
        for defect in assessment.case.defects:
            yield from ((f"defects.{defect.id}.{day}", getattr(defect, day)) for day in _DEFECT_DAYS)
        return
    found = typed_rows.stated(assessment.case)
    if found is not None:
        yield from ((f"{found[0]}.{day}", getattr(found[1], day)) for day in _WINDOW_DAYS)


def _asked(field: str, words: str, order: DateOrder, lang: str) -> Iterator[dict[str, Any]]:
    if not date_order.is_open(words):
        return
    read, other = written_day.read(words, order), written_day.read(words, _OTHER[order])
    if read and other and read != other:
        said = {"original": shown(words), "read": display.day(read, lang), "other": display.day(other, lang)}
        yield {
            "field": field,
            "code": "open_day",
            "message": text(lang, "explain.form.open_day", **said),
            "suggestion": None,
            "suggestions": [_offer(day, lang) for day in (read, other)],
        }


def _offer(day: date, lang: str) -> dict[str, str]:
    label = text(lang, "explain.form.choice", value=display.day(day, lang))
    return {"value": day.isoformat(), "label": label}
