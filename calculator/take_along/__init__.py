"""Take along: the dates and tables of an assessment as files for a calendar, a spreadsheet, a script.

    take_along(assessment, "recovery.ics", "en") → TakenAlong(file, media_type, text)

Order ids are masked in every file, and a file's name holds nothing but the day asked for.
"""

from __future__ import annotations

from calculator.take_along.documents import DOCUMENTS, TakenAlong, take_along

__all__ = ["DOCUMENTS", "TakenAlong", "take_along"]
