"""Held file: a file that is read when it is here whole: JSON, a workbook, a small table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from calculator.errors import ReportError
from calculator.reports import encoding, flat_file, identify, not_a_report, seller_performance
from calculator.reports.all_orders import AllOrders
from calculator.reports.flat_file import Table
from calculator.reports.order_book import Vocabulary
from calculator.reports.reading import Kind, Reading
from calculator.reports.received import Received, say_how_it_was_read
from calculator.reports.written_day import DateOrder

OpenWorkbook = Callable[[bytes, str], list[list[list[str]]]]
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
HEAD = 64 * 1024
"""So many bytes tell what a file is."""


class HeldFile:
    """One file by name; `dates` is what the seller says of the order of its days and months."""

    def __init__(
        self, name: str, vocabulary: Vocabulary, open_workbook: OpenWorkbook, dates: DateOrder | None
    ) -> None:
        self._name = name
        self._vocabulary = vocabulary
        self._open_workbook = open_workbook
        self._dates = dates

    def orders_reading(self) -> Reading:
        """Return an empty reading of orders under the name of the file."""
        return Reading(file=self._name, kind=Kind.ALL_ORDERS, dates=self._dates)

    def received(self, data: bytes) -> Received:
        """Return what the file is.

        Raises:
            ReportError: no report, or one that cannot be used.
        """
        if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")):
            return self._json(seller_performance.value_of(self._name, encoding.decode(data)[0]))
        if data.startswith(ZIP):
            return self._workbook(data)
        not_a_report.refuse_unless_table(self._name, data[:HEAD])
        return self.table(flat_file.parse(data))

    def _json(self, value: Any) -> Received:
        """Return Amazon's own figures, or a list of claims or chargebacks, whose reader few need.

        Raises:
            ReportError: JSON of something else.
        """
        if not seller_performance.is_report(value):
            from calculator.reports import json_lists

            return self.table(json_lists.table_of(self._name, value))
        reading = Reading(file=self._name, kind=Kind.SELLER_PERFORMANCE)
        seller_performance.take(reading, value)
        return Received(name=self._name, kind=reading.kind, reading=reading)

    def _workbook(self, data: bytes) -> Received:
        """Return the first sheet of a workbook that is a report.

        Raises:
            ReportError: it cannot be opened, or no sheet is a report.
        """
        error = ReportError("empty_file", file=self._name)
        for rows in self._open_workbook(data, self._name):
            table = flat_file.sheet(rows)
            try:
                if table.rows:
                    return self.table(table)
            except ReportError as refusal:
                error = refusal
        raise error

    def table(self, table: Table) -> Received:
        """Return a file that is already cut into rows.

        Raises:
            ReportError: its header is no report's.
        """
        header = identify.header_of(self._name, table.rows)
        if header.kind is not Kind.ALL_ORDERS:
            return Received(name=self._name, kind=header.kind, table=table, header=header, dates=self._dates)
        reading = self.orders_reading()
        say_how_it_was_read(reading, table)
        orders = AllOrders(reading, header.cells, self._vocabulary)
        orders.take_rows(table.rows[header.row + 1 :])
        orders.finish()
        return Received.of_orders(self._name, orders)
