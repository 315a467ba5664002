"""Workbook size: how much room a workbook asks for, found before the library that opens it takes it.

A sheet is opened as one block from its first cell to its last: a stray mark in the last corner of a
sheet asks for half a terabyte, and a text that stands once in the file stands in every cell that
names it. Neither shows in the size of the file.

Worse mistake: a file of a few kilobytes that ends the program. What is refused is told as too large.
"""

from __future__ import annotations

import io
import pyexpat
import zipfile

from calculator.errors import ReportError
from calculator.reports.archive_list import DAMAGE

MOST_SHEETS = 200
MOST_CELLS = 12_000_000
LONGEST_TEXT = 32_767
"""Characters in a cell, as the format has it (ECMA-376; the same limit in every spreadsheet program)."""
MOST_TEXT = 1_000_000_000
_LONGEST_REFERENCE = 10
_OTHER_FORMATS = ("content.xml", "xl/workbook.bin")
"""Parts by which the library would take a file for another format, which are not looked through here."""


class _TooLargeError(Exception):
    """A part asks for more room than there is."""


def refuse_endless(data: bytes, file: str) -> None:
    """Refuse a workbook that would not fit once it is opened.

    Raises:
        ReportError: it cannot be opened, or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            names = whole.namelist()
            if any(one in names for one in _OTHER_FORMATS):
                raise ValueError("another format")
            parts = [_part(whole, name) for name in names]
    except _TooLargeError as found:
        raise ReportError("workbook_too_large", file=file) from found
    except DAMAGE as broken:
        raise ReportError("broken_workbook", file=file) from broken
    named = sum(one.named for one in parts)
    longest = max((one.longest for one in parts), default=0)
    if sum(one.sheets for one in parts) > MOST_SHEETS or named * longest > MOST_TEXT:
        raise ReportError("workbook_too_large", file=file)


def _part(whole: zipfile.ZipFile, name: str) -> _Part:
    """Return what one part of the workbook asks for; a picture or a setting asks for nothing."""
    part = _Part()
    try:
        with whole.open(name) as file:
            part.parser.ParseFile(file)
    except pyexpat.ExpatError:
        if part.height or part.sheets:
            raise ValueError(name) from None
    return part


class _Part:
    """What one part asks for: sheets listed, last row and column, cells that name a text, longest text.

    Counts go from 1, as in the names of cells.
    """

    def __init__(self) -> None:
        self.sheets = self.named = self.longest = 0
        self.height = self.width = 0
        self._row = self._column = self._length = 0
        self.parser = pyexpat.ParserCreate()
        self.parser.StartElementHandler = self._starts
        self.parser.StartDoctypeDeclHandler = self._refuse_definitions

    def _starts(self, tag: str, told: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            self._cell(told)
        elif name == "row":
            self._row, self._column = int(told.get("r", self._row + 1)), 0
        elif name == "si":
            self._length, self.parser.CharacterDataHandler = 0, self._says
        elif name == "sheet":
            self.sheets += 1

    def _cell(self, told: dict[str, str]) -> None:
        self._row, self._column = _place(told["r"]) if "r" in told else (self._row, self._column + 1)
        self.named += told.get("t") == "s"
        self.height, self.width = max(self.height, self._row), max(self.width, self._column)
        if self.height * self.width > MOST_CELLS:
            raise _TooLargeError

    def _says(self, words: str) -> None:
        self._length += len(words)
        self.longest = max(self.longest, self._length)
        if self._length > LONGEST_TEXT:
            raise _TooLargeError

    def _refuse_definitions(self, *_: object) -> None:
        raise ValueError("definitions")


def _place(reference: str) -> tuple[int, int]:
    """Return row and column of a cell.

    >>> _place("A1"), _place("XFD1048576")
    ((1, 1), (1048576, 16384))
    """
    letters = reference.rstrip("0123456789")
    if len(reference) > _LONGEST_REFERENCE or not (letters.isascii() and letters.isalpha()):
        raise ValueError(reference)
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(reference[len(letters) :]), column
