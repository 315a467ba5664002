"""Identify: which report a file is, judged by its content and never by its name.

Amazon's files are called `118981020662.txt`; what tells them apart is the header. A file that
is no report at all (a photo, a PDF, a saved web page) is named for what it is.

Worse mistake: taking one report for another. A header must show its own report's columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from calculator.errors import ReportError
from calculator.reports import columns, encoding, seller_feedback
from calculator.reports.all_orders import NEEDED
from calculator.reports.flat_file import Row
from calculator.reports.reading import Kind

_HEADER_WITHIN = 10
_NOT_A_REPORT = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"RIFF", "picture"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "old_workbook"),
    (b"PK\x03\x04", "archive"),
    (b"<!DOCTYPE", "web_page"),
    (b"<!doctype", "web_page"),
    (b"<html", "web_page"),
    (b"<?xml", "xml"),
)
_OTHER_REPORTS = (
    ("returns", ("return request date", "return date", "return reason", "license plate number")),
    ("payments", ("settlement id", "transaction type", "product sales")),
    ("tracking", ("tracking id", "carrier name")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Where the header of a table stands and which report it belongs to."""

    kind: Kind
    row: int
    cells: tuple[str, ...]


def refuse_unless_table(file: str, head: bytes) -> None:
    """Raise when the first bytes of a file say that it holds no table.

    Raises:
        ReportError: empty, a picture, a PDF, a workbook, an archive, a web page, binary.
    """
    stripped = head.lstrip(b"\xef\xbb\xbf\r\n\t ")
    if not stripped.strip(b"\x00\xff\xfe"):
        raise ReportError("empty_file", file=file)
    for mark, what in _NOT_A_REPORT:
        if stripped.startswith(mark):
            raise ReportError(f"not_a_report_{what}", file=file)
    control = sum(byte < 9 or 13 < byte < 27 for byte in head[:2000])
    if control * 20 > len(head[:2000]) and not encoding.is_utf16(head):
        raise ReportError("not_a_report_binary", file=file)


def header_of(file: str, rows: Sequence[Row]) -> Header:
    """Return the header among the first rows of a table.

    Raises:
        ReportError: no report is known by these columns, or a needed column is missing.
    """
    for place, row in enumerate(rows[:_HEADER_WITHIN]):
        kind = kind_of(row.cells)
        if kind is not Kind.UNKNOWN:
            return Header(kind=kind, row=place, cells=row.cells)
    if rows and seller_feedback.is_proven_by_values(rows):
        return Header(kind=Kind.SELLER_FEEDBACK, row=0, cells=rows[0].cells)
    raise _refusal(file, rows)


def kind_of(cells: Sequence[str]) -> Kind:
    """Return the report a header row belongs to, or `Kind.UNKNOWN`.

    >>> kind_of(["Date", "Rating", "Comments", "Your Response", "Order ID", "Rater Email"])
    <Kind.SELLER_FEEDBACK: 'seller_feedback'>
    """
    if _other_report(cells):
        return Kind.UNKNOWN
    if {"type", "outcome"} <= columns.by_name(Kind.DEFECTS, cells).keys():
        return Kind.DEFECTS
    if {"first_day", "last_day", "orders", "fulfillment"} <= columns.by_name(Kind.ORDER_COUNTS, cells).keys():
        return Kind.ORDER_COUNTS
    if {"order_id", "rating"} <= columns.by_name(Kind.SELLER_FEEDBACK, cells).keys():
        return Kind.SELLER_FEEDBACK
    if set(NEEDED) <= columns.by_name(Kind.ALL_ORDERS, cells).keys():
        return Kind.ALL_ORDERS
    found = columns.by_part(Kind.ORDER_DEFECTS, cells)
    marks = found.keys() & {"negative_feedback", "a_to_z_claim", "chargeback"}
    if "order_id" in found and (len(marks) > 1 or (marks and "order_date" in found)):
        return Kind.ORDER_DEFECTS
    return Kind.UNKNOWN


def _refusal(file: str, rows: Sequence[Row]) -> ReportError:
    """Return the clearest error for a table that is none of ours."""
    cells = max((row.cells for row in rows[:_HEADER_WITHIN]), key=len, default=())
    found = ", ".join(cell.strip() for cell in cells if cell.strip())[:300]
    other = _other_report(cells)
    if other:
        return ReportError(f"other_report_{other}", file=file)
    for kind, needed in (
        (Kind.ALL_ORDERS, NEEDED),
        (Kind.SELLER_FEEDBACK, ("order_id", "rating")),
        (Kind.DEFECTS, ("type", "outcome")),
        (Kind.ORDER_COUNTS, ("first_day", "last_day", "fulfillment", "orders")),
    ):
        places = columns.by_name(kind, cells)
        missing = [columns.written(kind, column) for column in needed if column not in places]
        if missing and len(missing) * 2 < len(needed) + 1 and len(places) > 1:
            return ReportError(
                "missing_column", file=file, missing=", ".join(missing), found=found, kind=kind
            )
    return ReportError("unknown_report", file=file, found=found)


def _other_report(cells: Sequence[str]) -> str | None:
    """Return which other Amazon report a header belongs to, None for ours and unknown ones."""
    names = {columns.folded(cell) for cell in cells}
    for report, words in _OTHER_REPORTS:
        if sum(word in names for word in words) > 1 or (
            report == "returns" and "return request date" in names
        ):
            return report
    return None
