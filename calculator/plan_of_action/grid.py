"""Grid: the plan as rows and cells for the page."""

from __future__ import annotations

from datetime import date
from typing import Any

from calculator.assess import Assessment
from calculator.case import Case


def grid(case: Case, assessment: Assessment | None, lang: str, as_of: date) -> dict[str, Any]:
    """Return `grid`, one row a cause, and `orphans`, what belongs to no row or lacks a part.

    Args:
        case: what was typed.
        assessment: the defects of files beside the typed ones, None where none could be assessed.
        lang: language of the questions.
        as_of: today; a past day after it is no deed yet.
    """
    del case, assessment, lang, as_of
    return {"grid": [], "orphans": []}
