"""Causes: what a buyer complains of, read from the comment, with the words that showed it.

Whole-number weights, learned from our own labelled examples while the product is built, say how much
speaks for each cause (`learned`, `dwelt`); phrases in `signals/` say what is denied and give the
words to show. Every answer points at words of the comment, and the seller can overrule it.

>>> found = causes_of("Not late at all, but the box was empty.")
>>> str(found.primary)
'not_received'
"""

from __future__ import annotations

from calculator.causes.breakdown import Counted, breakdown
from calculator.causes.document import causes_document, causes_text
from calculator.causes.model import Cause, Causes, Evidence
from calculator.causes.of_defect import DefectCause, KnownFrom, cause_of_defect
from calculator.causes.reading import causes_of
from calculator.causes.table import comments

__all__ = [
    "Cause",
    "Causes",
    "Counted",
    "DefectCause",
    "Evidence",
    "KnownFrom",
    "breakdown",
    "cause_of_defect",
    "causes_document",
    "causes_of",
    "causes_text",
    "comments",
]
