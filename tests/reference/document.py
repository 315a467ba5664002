"""One report file before it is bytes: a table and how it is written down."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from openpyxl import Workbook  # type: ignore[import-untyped]  # ships no types

if TYPE_CHECKING:
    from random import Random

    from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]  # ships no types

BYTE_ORDER_MARKS = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
TEXT_ENCODINGS = (
    "utf-8",
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "cp932",
    "gb18030",
    "cp950",
)
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SMALL_NUMBER = re.compile(r"[1-9]\d{0,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A table with a header, or a plain text; `rows` may be shuffled without changing what it says."""

    name: str
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    delimiter: str = "\t"
    quoting: bool = False
    encoding: str = "utf-8"
    marked: bool = True
    newline: str = "\n"
    sheet: bool = False
    text: str = ""


def to_bytes(document: Document) -> bytes:
    """The file as it would lie on the seller's disk; what its encoding cannot say is a question mark."""
    if document.sheet:
        return _workbook(document)
    lines = [_line(document, row) for row in (document.header, *document.rows)]
    text = document.text or document.newline.join([*lines, ""])
    encoding = document.encoding.removesuffix("-sig")
    mark = BYTE_ORDER_MARKS.get(document.encoding, b"") if document.marked else b""
    return mark + text.encode(encoding, errors="surrogateescape" if encoding == "utf-8" else "replace")


def _line(document: Document, row: tuple[str, ...]) -> str:
    if not document.quoting:
        return document.delimiter.join(row)
    line = io.StringIO()
    csv.writer(line, delimiter=document.delimiter).writerow(row)
    return line.getvalue().removesuffix("\r\n")


def _workbook(document: Document) -> bytes:
    """The same table as Excel keeps it: numbers as numbers, ISO days as dates, everything else as text."""
    book = Workbook()
    sheet = cast("Worksheet", book.active)
    for row in (document.header, *document.rows):
        sheet.append([_cell(cell) for cell in row])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _cell(cell: str) -> Any:
    if SMALL_NUMBER.fullmatch(cell):
        return int(cell)
    if ISO_DAY.fullmatch(cell) and "2000" < cell < "2100":
        try:
            return date.fromisoformat(cell)
        except ValueError:
            return cell
    return cell


def sayable(text: str, encoding: str) -> bool:
    """Whether the text can be written in the encoding."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def names(rng: Random, count: int) -> list[str]:
    """File names without meaning, as Amazon gives them, each once."""
    stems = ["report", "report (1)", "download", "data", "11898102066", "订单", "files"]
    return [f"{rng.choice(stems)}-{number}" if number else rng.choice(stems) for number in range(count)]
