"""Form: what is to be said beside a field of the typed case, with the value it likely meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.case import suggestion, typed_rows
from calculator.explain import open_days
from calculator.messages import text
from calculator.policy import Policy
from calculator.problems import Problem
from calculator.reporting_window import Basis, window_days

_DAYS = frozenset(("order_date", "event_date", "decided_on", "first_day", "last_day"))
_COUNTS = frozenset(("orders", "orders_with_defects"))


def fields(assessment: Assessment, lang: str) -> list[dict[str, Any]]:
    """Return a message per field, in the order of the form; `suggestion` is None where none is near."""
    typed = [problem for file in assessment.files if file.is_typed for problem in file.problems]
    said = [_field(problem, assessment, lang) for problem in sorted(typed, key=lambda p: p.place)]
    return [*_odd_window(assessment, assessment.policy, lang), *said, *open_days.fields(assessment, lang)]


def name_of(problem: Problem, assessment: Assessment) -> str:
    """Return the field a problem of a form is about, such as `defects.d1.order_date`."""
    if problem.file.startswith(typed_rows.DEFECTS_FILE):
        row = f"defects.{assessment.case.defects[(problem.line or 1) - 1].id}"
    else:
        found = typed_rows.stated(assessment.case)
        row = found[0] if found else "odr_page"
    return f"{row}.{problem.column}" if problem.column else row


def _field(problem: Problem, assessment: Assessment, lang: str) -> dict[str, Any]:
    offer = _suggestion(problem, assessment, lang)
    return {
        "field": name_of(problem, assessment),
        "code": problem.code,
        "message": _message(problem, lang),
        "suggestion": offer,
        "suggestions": [offer] if offer else [],
    }


def _message(problem: Problem, lang: str) -> str:
    """Return the sentence for a field: a file's sentence speaks of files, a form's of the form."""
    if problem.original and problem.code.startswith("unreadable_") and problem.column in _DAYS | _COUNTS:
        return text(lang, f"explain.form.unreadable.{problem.column}", original=problem.original)
    return problem.message(lang)


def _suggestion(problem: Problem, assessment: Assessment, lang: str) -> dict[str, str] | None:
    original = problem.original
    if not original:
        return None
    if problem.column in _DAYS:
        day = suggestion.day(original, assessment.as_of)
        return _offer(day.isoformat(), display.day(day, lang), lang) if day else None
    if problem.column == "order_id":
        order_id = suggestion.order_id(original)
        return _offer(order_id, order_id, lang) if order_id else None
    if problem.column in _COUNTS:
        number = suggestion.count(original)
        is_new = number is not None and str(number) != original.strip()
        return _offer(str(number), display.count(number), lang) if number is not None and is_new else None
    return None


def _offer(value: str, shown: str, lang: str) -> dict[str, str]:
    return {"value": value, "label": text(lang, "explain.form.suggestion", value=shown)}


def _odd_window(assessment: Assessment, policy: Policy, lang: str) -> Iterator[dict[str, Any]]:
    """Say that the two typed dates do not span the days Amazon measures over."""
    page, window = assessment.case.odr_page, assessment.window
    if not (page.first_day and page.last_day and window.basis is Basis.CHOSEN):
        return
    if window.range.days != window_days(policy):
        yield {
            "field": "odr_page.last_day",
            "code": "odd_window",
            "message": text(
                lang, "explain.form.odd_window", days=window.range.days, usual=window_days(policy)
            ),
            "suggestion": None,
            "suggestions": [],
        }
