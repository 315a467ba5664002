"""Received: one file that is in, and how to read it once the store is known.

Small tables are kept as rows and read when asked, because the store helps to guess an
order of day and month that nothing proves. Orders are already merged by then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module

from calculator.errors import AppealError
from calculator.problems import Problem
from calculator.reports import edited_orders, hand_entry, order_counts, order_defects, seller_feedback
from calculator.reports.all_orders import AllOrders
from calculator.reports.edits import Edit, edited
from calculator.reports.flat_file import Row, Table
from calculator.reports.identify import Header
from calculator.reports.order_book import OrderBook
from calculator.reports.reading import ANY_STORE, Exclusion, Kind, Reading, Record, ReportedRate
from calculator.reports.written_day import DateOrder

TakeRows = Callable[[Reading, Sequence[str], Sequence[Row], str | None], None]
_READERS: dict[Kind, TakeRows] = {
    Kind.DEFECTS: hand_entry.take,
    Kind.ORDER_COUNTS: order_counts.take,
    Kind.ORDER_DEFECTS: order_defects.take,
    Kind.SELLER_FEEDBACK: seller_feedback.take,
}
_RARE = {
    Kind.CHARGEBACKS: "chargebacks",
    Kind.FBA_RETURNS: "returns",
    Kind.MFN_RETURNS: "returns",
    Kind.PAYMENTS: "payments",
    Kind.SETTLEMENT: "payments",
}
"""Modules of reports that few hand in; they are loaded with the first one."""


@dataclass(slots=True, kw_only=True)
class Received:
    """One file: an error, or a finished reading, or a table with its header.

    Attributes:
        book: the merged orders of an orders file.
        check: checksum of the bytes of a small file, to tell two of one name apart.
        troubled: rows of an orders file that could not be used, by line.
        edits: the seller's corrections of its rows.
        is_typed: no file but the form of the page.
        archive: the archive it lay in, empty for a file of its own.
        dates: the order of day, month and year the seller states for it.
    """

    name: str
    kind: Kind
    error: AppealError | None = None
    reading: Reading | None = None
    book: OrderBook | None = None
    table: Table | None = None
    header: Header | None = None
    check: int = 0
    troubled: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    is_typed: bool = False
    archive: str = ""
    dates: DateOrder | None = None

    @classmethod
    def of_orders(cls, name: str, orders: AllOrders) -> Received:
        """Return an orders file whose rows are merged."""
        return cls(
            name=name,
            kind=Kind.ALL_ORDERS,
            reading=orders.reading,
            book=orders.book,
            troubled=orders.troubled,
            columns=orders.header,
        )

    def edited(self, edits: Sequence[Edit]) -> Received:
        """Return the file with corrections; the one in the intake stays as it is."""
        if not edits:
            return self
        if self.reading is None or self.book is None:
            return replace(self, edits=tuple(edits))
        reading, book = edited_orders.reread(self.reading, self.book, self.columns, self.troubled, edits)
        return replace(self, reading=reading, book=book)

    def read(self, file: str, store: str | None) -> Reading:
        """Return a fresh reading under the name `file`."""
        reading = self._read(file, store)
        if self.archive:
            reading.note("from_archive", archive=self.archive)
        return reading

    def _read(self, file: str, store: str | None) -> Reading:
        if self.error is not None:
            values = tuple(sorted({**self.error.values, "file": file}.items()))
            problem = Problem(file=file, code=self.error.code, values=values, is_about_file=True)
            return Reading(file=file, kind=Kind.UNKNOWN, problems=[problem])
        if self.reading is not None:
            own = _renamed(self.reading, file)
            if store is not None:
                own.records = [_of_store(record, store) for record in own.records]
            return self._with_other_stores(own, store)
        reading = Reading(file=file, kind=self.kind, is_typed=self.is_typed, dates=self.dates)
        if self.table is not None and self.header is not None:
            say_how_it_was_read(reading, self.table)
            rows = self.table.rows[self.header.row + 1 :]
            if self.edits:
                rows = tuple(edited(reading, self.header.cells, rows, self.edits))
            _reader_of(self.kind)(reading, self.header.cells, rows, store)
        return reading

    @property
    def order_key(self) -> tuple[Kind, str, int, int, str, int]:
        """Return the place among other files, the same however rows and files lie."""
        ids = self.book.entries if self.book else {}
        rows = self.reading.rows if self.reading else len(self.table.rows) if self.table else 0
        return self.kind, self.name, len(ids), rows, min(ids, default=b"").decode(), self.check

    def _with_other_stores(self, reading: Reading, store: str | None) -> Reading:
        """Count the rows of other stores than the assessed one as excluded."""
        if self.book is not None and store is not None:
            elsewhere = sum(rows for sold_in, rows in self.book.rows.items() if sold_in != store)
            reading.excluded[Exclusion.OTHER_STORE] = elsewhere
        return reading


def say_how_it_was_read(reading: Reading, table: Table) -> None:
    """Note what is unusual about the file as such."""
    if table.separator in (",", ";") and reading.kind in (Kind.ALL_ORDERS, Kind.SELLER_FEEDBACK):
        reading.note("saved_by_spreadsheet", separator=table.separator)
    if table.separator == "sheet":
        reading.note("workbook")
    if table.codec not in ("", "utf-8", "utf-8-sig"):
        reading.note("encoding", codec=table.codec)
    if table.damaged:
        reading.note("characters_replaced")


def _reader_of(kind: Kind) -> TakeRows:
    """Return what reads the rows of a report."""
    if kind not in _RARE:
        return _READERS[kind]
    take: TakeRows = import_module(f"calculator.reports.{_RARE[kind]}").take
    return take


def _of_store(record: Record, store: str) -> Record:
    """Return a record; figures whose report names no store are those of the assessed one."""
    if isinstance(record, ReportedRate) and record.store == ANY_STORE:
        return replace(record, store=store)
    return record


def _renamed(reading: Reading, file: str) -> Reading:
    """Return a copy of a reading under the name `file`, its problems too."""
    return replace(
        reading,
        file=file,
        notes=list(reading.notes),
        problems=[replace(problem, file=file) for problem in reading.problems],
        excluded=reading.excluded.copy(),
        records=list(reading.records),
        listed=reading.listed.copy(),
    )
