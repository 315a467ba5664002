"""Identify: which report a file is, judged by its content and never by its name.

Amazon's files are called `118981020662.txt`; what tells them apart is the header. A file that
is another report of Amazon's is named for what it is.

Worse mistake: taking one report for another. A header must show its own report's columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from calculator.errors import ReportError
from calculator.problems import shown
from calculator.reports import columns, seller_feedback
from calculator.reports.all_orders import NEEDED as NEEDED_FOR_ORDERS
from calculator.reports.flat_file import Row
from calculator.reports.reading import Kind

_HEADER_WITHIN = 20
_FEWEST_COLUMNS = 2
_LONGEST_LIST = 300
NEEDED = {
    Kind.ALL_ORDERS: NEEDED_FOR_ORDERS,
    Kind.SELLER_FEEDBACK: ("order_id", "rating"),
    Kind.DEFECTS: ("type", "outcome"),
    Kind.ORDER_COUNTS: ("first_day", "last_day", "fulfillment", "orders"),
    Kind.MFN_RETURNS: ("order_id", "event_date", "a_to_z_claim"),
    Kind.FBA_RETURNS: ("order_id", "event_date", "reason", "disposition"),
    Kind.SETTLEMENT: ("settlement", "type", "order_id"),
    Kind.PAYMENTS: ("event_date", "type", "order_id", "amount"),
    Kind.CHARGEBACKS: ("order_id", "event_date", "reason"),
}
"""The columns a header must show to be a report of this kind."""
_MOST_TELLING_FIRST = (
    Kind.DEFECTS,
    Kind.ORDER_COUNTS,
    Kind.SELLER_FEEDBACK,
    Kind.MFN_RETURNS,
    Kind.FBA_RETURNS,
    Kind.SETTLEMENT,
    Kind.PAYMENTS,
    Kind.CHARGEBACKS,
    Kind.ALL_ORDERS,
)
_OTHER_REPORTS = (
    ("returns", ("return request date", "return date", "return reason", "license plate number")),
    ("payments", ("settlement id", "transaction type", "product sales")),
    (
        "tracking",
        (
            "tracking id",
            "carrier name",
            "promised delivery date",
            "expected ship date",
            "ship confirm date",
            "latest ship date",
        ),
    ),
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
    for kind in _MOST_TELLING_FIRST:
        if set(NEEDED[kind]) <= columns.by_name(kind, cells).keys():
            return kind
    if _other_report(cells):
        return Kind.UNKNOWN
    found = columns.by_part(Kind.ORDER_DEFECTS, cells)
    marks = found.keys() & {"negative_feedback", "a_to_z_claim", "chargeback"}
    if "order_id" in found and (len(marks) > 1 or (marks and "order_date" in found)):
        return Kind.ORDER_DEFECTS
    return Kind.UNKNOWN


def _refusal(file: str, rows: Sequence[Row]) -> ReportError:
    """Return the clearest error for a table that is none of ours."""
    cells = max((row.cells for row in rows[:_HEADER_WITHIN]), key=len, default=())
    if len(cells) < _FEWEST_COLUMNS:
        return ReportError("no_table", file=file)
    found = shown(", ".join(cell.strip() for cell in cells[:_LONGEST_LIST] if cell.strip()), _LONGEST_LIST)
    other = _other_report(cells)
    if other:
        return ReportError(f"other_report_{other}", file=file)
    kind = max(NEEDED, key=lambda kind: len(columns.by_name(kind, cells)))
    places = columns.by_name(kind, cells)
    missing = [columns.written(kind, column) for column in NEEDED[kind] if column not in places]
    if len(missing) * 2 <= len(NEEDED[kind]) and len(places) > 1:
        return ReportError("missing_column", file=file, missing=", ".join(missing), found=found)
    return ReportError("unknown_report", file=file, found=found)


def _other_report(cells: Sequence[str]) -> str | None:
    """Return which other Amazon report a header belongs to, None for ours and unknown ones."""
    names = set(columns.names(cells))
    for report, words in _OTHER_REPORTS:
        if sum(word in names for word in words) > 1 or (
            report == "returns" and "return request date" in names
        ):
            return report
    return None
