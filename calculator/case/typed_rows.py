"""Typed rows: the forms of a case as the two small tables of hand entry.

Line n of a table is row n of its form, so that a complaint finds its field again. A row in
which nothing was typed yet is no row.
"""

from __future__ import annotations

from dataclasses import asdict

from calculator.case.model import Case, StatedFigure, TypedDefect
from calculator.reports import hand_entry, order_counts
from calculator.reports.flat_file import Row, Table
from calculator.reports.identify import Header
from calculator.reports.reading import Kind
from calculator.reports.received import Received

DEFECTS_FILE, COUNTS_FILE = "case.defects", "case.order_counts"
_PRESET = frozenset(("fulfillment", "type"))
_SELLERS_OWN = "mfn"


def received(case: Case) -> tuple[Received, ...]:
    """Return the forms that hold something, as if they were files."""
    tables = (
        (DEFECTS_FILE, Kind.DEFECTS, hand_entry.COLUMNS, _defect_rows(case)),
        (COUNTS_FILE, Kind.ORDER_COUNTS, order_counts.COLUMNS, _count_rows(case)),
    )
    return tuple(_table(name, kind, columns, rows) for name, kind, columns, rows in tables if rows)


def stated(case: Case) -> tuple[str, StatedFigure] | None:
    """Return the figure that stands for the orders: the ODR page's, else the notice's, with its form."""
    if case.odr_page.has_counts:
        return "odr_page", case.odr_page
    return ("notice", case.notice) if case.notice.has_counts else None


def _defect_rows(case: Case) -> list[Row]:
    return [
        Row(line=line, cells=tuple(_words(defect).values()))
        for line, defect in enumerate(case.defects, 1)
        if _is_begun(defect)
    ]


def _words(defect: TypedDefect) -> dict[str, str]:
    words = asdict(defect)
    words["fulfillment"] = words["fulfillment"] or _SELLERS_OWN
    return {column: words[column] for column in hand_entry.COLUMNS}


def _is_begun(defect: TypedDefect) -> bool:
    words = asdict(defect)
    return any(words[column].strip() for column in hand_entry.COLUMNS if column not in _PRESET)


def _count_rows(case: Case) -> list[Row]:
    found = stated(case)
    if found is None:
        return []
    words = asdict(found[1])
    words["fulfillment"] = words["fulfillment"] or _SELLERS_OWN
    if found[0] == "notice":
        words |= dict.fromkeys(("first_day", "last_day"), "")
    return [Row(line=1, cells=tuple(words[column] for column in order_counts.COLUMNS))]


def _table(name: str, kind: Kind, columns: tuple[str, ...], rows: list[Row]) -> Received:
    header = Header(kind=kind, row=0, cells=columns)
    table = Table(rows=(Row(line=0, cells=columns), *rows), separator="form")
    return Received(name=name, kind=kind, table=table, header=header, is_typed=True)
