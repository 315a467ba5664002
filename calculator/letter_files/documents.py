"""Documents: which files a letter can be taken along as, and who makes each.

The command line and the page ask by the same names, `letter.docx` and so on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from calculator.assess import Assessment
from calculator.case import Case
from calculator.errors import RequestError
from calculator.json_text import pretty
from calculator.letter import compose
from calculator.letter_files import docx, enclosures, plain, print_sheet
from calculator.letter_files.lines import BOXES, Line, boxes, lines
from calculator.messages import text
from calculator.take_along import csv
from calculator.take_along.naming import file_name


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFile:
    """One file: its name, its kind and its bytes."""

    file: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a file is made of: the letter as `odr-letter/1`, the reader's language, whole ids or not."""

    letter: Mapping[str, Any]
    lang: str
    has_whole_ids: bool

    @property
    def language(self) -> str:
        """Return the language the letter is written in."""
        return str(self.letter.get("language") or "en")

    @property
    def boxes(self) -> list[Line]:
        """Return the three boxes under the titles Amazon's questions have in the letter's language."""
        return boxes(self.letter, {name: text(self.language, f"letter_files.box.{name}") for name in BOXES})


@dataclass(frozen=True, slots=True)
class Document:
    """How one file is made."""

    media_type: str
    made: Callable[[Asked], bytes]


DOCUMENTS: Mapping[str, Document] = MappingProxyType(
    {
        "letter.txt": Document(plain.TEXT, lambda one: plain.as_text(lines(one.letter))),
        "letter.md": Document(plain.MARKDOWN, lambda one: plain.as_markdown(lines(one.letter))),
        "letter.docx": Document(docx.MEDIA_TYPE, lambda one: docx.as_docx(lines(one.letter), one.language)),
        "boxes.txt": Document(plain.TEXT, lambda one: plain.as_text(one.boxes)),
        "boxes.docx": Document(docx.MEDIA_TYPE, lambda one: docx.as_docx(one.boxes, one.language)),
        "evidence.csv": Document(
            csv.MEDIA_TYPE, lambda one: enclosures.evidence_table(one.letter, one.language).encode()
        ),
        "evidence.txt": Document(
            plain.TEXT, lambda one: plain.as_text(enclosures.evidence_lines(one.letter, one.language))
        ),
        "orders.csv": Document(
            csv.MEDIA_TYPE,
            lambda one: enclosures.orders_table(
                one.letter, one.language, has_whole_ids=one.has_whole_ids
            ).encode(),
        ),
        "print.json": Document(
            "application/json", lambda one: pretty(print_sheet.sheet(one.letter, one.lang)).encode()
        ),
    }
)


def letter_file(
    case: Case,
    assessment: Assessment | None,
    what: str,
    lang: str,
    as_of: date,
    *,
    has_whole_ids: bool = False,
) -> LetterFile:
    """Return one file of the letter of a case.

    Args:
        case: what was typed.
        assessment: the defects of files, None where none could be assessed.
        what: a name of `DOCUMENTS`.
        lang: of the reader; the letter's own language is the case's.
        as_of: today.
        has_whole_ids: the seller asked for whole order ids in the table of orders.

    Raises:
        RequestError: there is no such file.
    """
    return of_letter(
        compose(case, assessment, lang, as_of).value(), what, lang, as_of, has_whole_ids=has_whole_ids
    )


def of_letter(
    letter: Mapping[str, Any], what: str, lang: str, as_of: date, *, has_whole_ids: bool = False
) -> LetterFile:
    """Return one file of a letter that was composed before.

    Raises:
        RequestError: there is no such file.
    """
    document = DOCUMENTS.get(what)
    if document is None:
        raise RequestError("bad_request", field="what")
    subject, _, ending = what.partition(".")
    asked = Asked(letter=letter, lang=lang, has_whole_ids=has_whole_ids)
    return LetterFile(
        file=file_name(subject, as_of, ending), media_type=document.media_type, data=document.made(asked)
    )
