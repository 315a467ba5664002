"""Case: what the seller types and corrects, as one value beside the files.

The case holds the words of the forms as they were typed (`odr-case/1`); the core reads them
with the same readers as the two small files of hand entry, so a typed case and its two files
give the same answer.

Worse mistake: improving on what the seller said. A word is read, doubted or refused, never mended.
"""

from calculator.case.document import CASE, read
from calculator.case.model import EMPTY, Case, Dismissed, NamedFile, StatedFigure, TypedDefect
from calculator.reports.edits import Edit

__all__ = [
    "CASE",
    "EMPTY",
    "Case",
    "Dismissed",
    "Edit",
    "NamedFile",
    "StatedFigure",
    "TypedDefect",
    "read",
]
