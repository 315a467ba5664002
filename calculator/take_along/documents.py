"""Documents: what can be taken along, and who makes it.

The command line and the page ask by the same names, `recovery.ics` and so on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from calculator import display
from calculator.assess import Assessment
from calculator.errors import RequestError
from calculator.json_text import pretty
from calculator.recovery.document import recovery_document, removal_document
from calculator.take_along import csv, ics
from calculator.take_along.calendar_file import calendar_text
from calculator.take_along.days_table import days_text
from calculator.take_along.naming import file_name
from calculator.take_along.plan_table import plan_text


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAlong:
    """One file: its name, its kind and its whole text."""

    file: str
    media_type: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """How one file is made of an assessment, in one language."""

    media_type: str
    made: Callable[[Assessment, str], str]


JSON = "application/json"


def _recovery_json(assessment: Assessment, _lang: str) -> str:
    return pretty(recovery_document(assessment, display.masked))


def _removal_json(assessment: Assessment, _lang: str) -> str:
    return pretty(removal_document(assessment, display.masked))


DOCUMENTS: Mapping[str, Document] = MappingProxyType(
    {
        "recovery.ics": Document(ics.MEDIA_TYPE, calendar_text),
        "recovery.json": Document(JSON, _recovery_json),
        "recovery.csv": Document(csv.MEDIA_TYPE, days_text),
        "removal.csv": Document(csv.MEDIA_TYPE, plan_text),
        "removal.json": Document(JSON, _removal_json),
    }
)


def take_along(assessment: Assessment, what: str, lang: str) -> TakenAlong:
    """Return one file of an assessment.

    Args:
        assessment: of one store.
        what: a name of `DOCUMENTS`.
        lang: of every sentence in it.

    Raises:
        RequestError: there is no such file.
    """
    document = DOCUMENTS.get(what)
    if document is None:
        raise RequestError("bad_request", field="what")
    subject, _, ending = what.partition(".")
    return TakenAlong(
        file=file_name(subject, assessment.as_of, ending),
        media_type=document.media_type,
        text=document.made(assessment, lang),
    )
