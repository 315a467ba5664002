"""Letter: the plan of action as a text to be sent, every sentence with where it comes from.

A sentence stands here only if the seller answered what it says, the assessment holds it, or it is a
frame without a fact of its own. A missing fact is a visible blank 【…】, and while there is one, or a
problem, the first line says that the letter is not ready to send.

>>> from datetime import date
>>> from calculator.case import Case
>>> letter = compose(Case(), None, "en", date(2026, 11, 22))
>>> letter.ready, letter.text.splitlines()[0][:17]
(False, 'NOT READY TO SEND')

Worse mistake: a sentence in the seller's name that is not true.
"""

from __future__ import annotations

from calculator.letter.compose import compose, composed
from calculator.letter.document import LETTER, Letter
from calculator.letter.model import Entry, Kind, Part, Place, Sentence
from calculator.letter.told import letter_text

__all__ = [
    "LETTER",
    "Entry",
    "Kind",
    "Letter",
    "Part",
    "Place",
    "Sentence",
    "compose",
    "composed",
    "letter_text",
]
