"""Table: the comments of a file, one a row, in order."""

from __future__ import annotations

import csv
import io

from calculator.errors import ReportError
from calculator.reports.encoding import decode

COLUMN = "comment"


def comments(data: bytes, file: str) -> list[str]:
    """Return the `comment` cell of every row; a row too short for it has an empty comment.

    Args:
        data: A table, tab-separated without quoting or with RFC 4180 commas.
        file: The name the file is called by in an error.

    Raises:
        ReportError: the file is empty or has no such column.
    """
    text = decode(data)[0].removeprefix("\ufeff")
    if not text.strip():
        raise ReportError("empty_file", file=file)
    head, *rows = _rows(text)
    names = [name.strip().lower() for name in head]
    if COLUMN not in names:
        raise ReportError("missing_column", file=file, missing=COLUMN, found=", ".join(filter(None, names)))
    at = names.index(COLUMN)
    return [row[at] if at < len(row) else "" for row in rows if row]


def _rows(text: str) -> list[list[str]]:
    """Return the rows; a first line with a tab says that tabs divide the columns."""
    first = text.split("\n", 1)[0]
    if "\t" in first:
        lines = text.replace("\r\n", "\n").split("\n")
        return [line.split("\t") for line in (lines if lines[-1] else lines[:-1])]
    limit = csv.field_size_limit(max(len(text), 1))
    try:
        return list(csv.reader(io.StringIO(text, newline="")))
    finally:
        csv.field_size_limit(limit)
