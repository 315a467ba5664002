"""Compose: the case and the assessment in, the letter out."""

from __future__ import annotations

from datetime import date

from calculator.assess import Assessment
from calculator.case import Case
from calculator.letter.model import Letter


def compose(case: Case, assessment: Assessment | None, lang: str, as_of: date) -> Letter:
    """Return the letter of a case.

    Args:
        case: what was typed.
        assessment: the defects of files and our own figure, None where none could be assessed.
        lang: language of the reader: questions and complaints; the letter's own is `appeal.language`.
        as_of: today.
    """
    del case, assessment, lang, as_of
    return Letter(ready=False, text="", language="en")
