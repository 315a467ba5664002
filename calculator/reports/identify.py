"""Identify: which report a file is, judged by its content and never by its name.

Amazon's files are called `118981020662.txt`; what tells them apart is the header. A file that
is another report of Amazon's is named for what it is.

Worse mistake: taking one report for another. A header must show its own report's columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from calculator.errors import ReportError
from calculator.reports import columns, seller_feedback
from calculator.reports.all_orders import NEEDED
from calculator.reports.flat_file import Row
from calculator.reports.reading import Kind

_HEADER_WITHIN = 10
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
