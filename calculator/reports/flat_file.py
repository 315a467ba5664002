"""Flat file: text to numbered rows of cells.

Two kinds of table come out of Seller Central and of spreadsheet programs: tab-separated
without quoting (a `"` is a `"`), and separated by commas or semicolons with RFC 4180 quotes.
Rows keep the number of the line they began on.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from calculator.reports import encoding

csv.field_size_limit(2**31 - 1)

SEPARATORS = "\t,;"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells of one row and the line (or sheet row) it began on, counted from 1."""

    line: int
    cells: tuple[str, ...]

    def __bool__(self) -> bool:
        return any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A whole small file as rows.

    Attributes:
        separator: tab, comma, semicolon, or "sheet" for rows out of a workbook.
        codec: how the bytes were read, "" for a workbook.
        damaged: characters had to be replaced.
    """

    rows: tuple[Row, ...]
    separator: str
    codec: str = ""
    damaged: bool = False


def parse(data: bytes) -> Table:
    """Return the rows of a file; blank lines are left out, their numbers are not reused."""
    text, codec, damaged = encoding.decode(data)
    separator = separator_of(text)
    is_quoted = separator != "\t" or _is_quoted(text)
    rows = _quoted_rows(text, separator) if is_quoted else _tab_rows(text)
    return Table(rows=tuple(row for row in rows if row), separator=separator, codec=codec, damaged=damaged)


def sheet(rows: list[list[str]]) -> Table:
    """Return the rows of a workbook sheet as a table."""
    numbered = (Row(line=n, cells=tuple(cells)) for n, cells in enumerate(rows, 1))
    return Table(rows=tuple(row for row in numbered if row), separator="sheet")


def separator_of(text: str) -> str:
    """Return the separator of the first line that has one; a tab wins over the others."""
    for line in text.splitlines()[:10]:
        if "\t" in line:
            return "\t"
        best = max(SEPARATORS[1:], key=line.count)
        if best in line:
            return best
    return ","


def lines_of(text: str) -> list[str]:
    """Return lines split at line ends only, never at the other marks Unicode calls breaks."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _is_quoted(text: str) -> bool:
    """Return whether the first line of a tab-separated text has every cell in quotes."""
    cells = lines_of(text)[0].split("\t")
    return all(len(cell) > 1 and cell[0] == cell[-1] == '"' for cell in cells)


def _tab_rows(text: str) -> Iterator[Row]:
    for number, line in enumerate(lines_of(text), 1):
        yield Row(line=number, cells=tuple(line.split("\t")))


def _quoted_rows(text: str, separator: str) -> Iterable[Row]:
    """Read with quotes; where a quote is never closed, every line is its own row.

    Of the two readings the one with more rows as wide as the header is right.

    Worse mistake: one stray quote in a comment that swallows the orders after it.
    """
    text = text.replace("\x00", "")
    whole = [*_across_lines(text, separator)]
    if text.count('"') % 2 == 0:
        return whole
    single = [
        Row(line=number, cells=tuple(next(csv.reader([line], delimiter=separator), [])))
        for number, line in enumerate(lines_of(text), 1)
    ]
    return max(whole, single, key=_rows_as_wide_as_the_first)


def _across_lines(text: str, separator: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    started = 1
    for cells in reader:
        yield Row(line=started, cells=tuple(cells))
        started = reader.line_num + 1


def _rows_as_wide_as_the_first(rows: list[Row]) -> int:
    widths = [len(row.cells) for row in rows if row]
    return widths.count(widths[0]) if widths else 0
