"""Incoming: one file while its bytes arrive.

The first bytes tell what it is. A tab-separated All Orders file is then read as it streams and
never held whole; everything else is small and kept until it is complete.
"""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Callable

from calculator.errors import ReportError
from calculator.reports import encoding, flat_file, identify, not_a_report, seller_performance
from calculator.reports.all_orders import AllOrders
from calculator.reports.flat_file import Table
from calculator.reports.order_book import Vocabulary
from calculator.reports.reading import Kind, Reading
from calculator.reports.received import Received, say_how_it_was_read

OpenWorkbook = Callable[[bytes, str], list[list[list[str]]]]
_HEAD = 64 * 1024
_HEADER_WITHIN = 10
_ZIP = b"PK\x03\x04"


class Incoming:
    """One file on its way in."""

    def __init__(self, name: str, vocabulary: Vocabulary, open_workbook: OpenWorkbook) -> None:
        self.name = name
        self._vocabulary = vocabulary
        self._open_workbook = open_workbook
        self._held = bytearray()
        self._orders: AllOrders | None = None
        self._next_line = 1
        self._decoder: codecs.IncrementalDecoder | None = None
        self._is_sniffed = False

    def feed(self, data: bytes) -> None:
        """Take the next bytes."""
        if self._decoder is not None:
            data = self._decoder.decode(data).encode("utf-8")
        if self._orders is not None:
            self._stream(data)
            return
        self._held += data
        if not self._is_sniffed and len(self._held) >= _HEAD:
            self._sniff()

    def finish(self) -> Received:
        """Return what the file was.

        Raises:
            ReportError: no report, or one that cannot be used.
        """
        if not self._is_sniffed:
            self._sniff()
        if self._decoder is not None:
            self._held += self._decoder.decode(b"", final=True).encode("utf-8")
        data = bytes(self._held)
        if self._orders is not None:
            return self._finished_orders(self._orders, data)
        received = self._small(data)
        received.check = zlib.crc32(data)
        return received

    def _stream(self, data: bytes) -> None:
        """Hand whole lines to the orders reader; the rest waits for the next bytes."""
        first, last = data.find(b"\n") + 1, data.rfind(b"\n") + 1
        if self._orders is None or not last:
            self._held += data
            return
        if self._held:
            self._next_line = self._orders.take_lines(bytes(self._held + data[:first]), self._next_line)
        else:
            first = 0
        self._next_line = self._orders.take_lines(data, self._next_line, first, last)
        self._held = bytearray(data[last:])

    def _sniff(self) -> None:
        """Decide from the first bytes whether this is an orders file that can stream."""
        self._is_sniffed = True
        head = bytes(self._held)
        codec = None if not_a_report.kind_of(head) else encoding.is_utf16(head)
        if codec is not None:
            self._decoder = codecs.getincrementaldecoder(codec)("replace")
            self._held = bytearray(self._decoder.decode(bytes(self._held)).lstrip("\ufeff").encode("utf-8"))
        self._held = self._held.removeprefix(codecs.BOM_UTF8)
        if b"\n" not in self._held and b"\r" in self._held:
            return
        lines = bytes(self._held[:_HEAD]).split(b"\n")[:_HEADER_WITHIN]
        for number, line in enumerate(lines, 1):
            cells = line.decode("utf-8", "replace").rstrip("\r").split("\t")
            if len(cells) > 1 and identify.kind_of(cells) is Kind.ALL_ORDERS:
                self._begin_orders(cells, number + 1, sum(len(line) + 1 for line in lines[:number]))
                return

    def _begin_orders(self, header: list[str], next_line: int, start: int) -> None:
        reading = Reading(file=self.name, kind=Kind.ALL_ORDERS)
        self._orders = AllOrders(reading, header, self._vocabulary)
        self._next_line = next_line
        held, self._held = bytes(self._held[start:]), bytearray()
        self._stream(held)

    def _finished_orders(self, orders: AllOrders, rest: bytes) -> Received:
        if rest:
            orders.take_lines(rest, self._next_line)
        orders.finish()
        return Received.of_orders(self.name, orders)

    def _small(self, data: bytes) -> Received:
        if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")):
            reading = Reading(file=self.name, kind=Kind.SELLER_PERFORMANCE)
            seller_performance.take(reading, encoding.decode(data)[0])
            return Received(name=self.name, kind=reading.kind, reading=reading)
        if data.startswith(_ZIP) and not self.name.lower().endswith(".zip"):
            return self._workbook(data)
        not_a_report.refuse_unless_table(self.name, data[:_HEAD])
        return self._table(flat_file.parse(data))

    def _workbook(self, data: bytes) -> Received:
        """Return the first sheet of a workbook that is a report.

        Raises:
            ReportError: it cannot be opened, or no sheet is a report.
        """
        error = ReportError("empty_file", file=self.name)
        for rows in self._open_workbook(data, self.name):
            table = flat_file.sheet(rows)
            try:
                if table.rows:
                    return self._table(table)
            except ReportError as refusal:
                error = refusal
        raise error

    def _table(self, table: Table) -> Received:
        """Return a file that is already cut into rows.

        Raises:
            ReportError: its header is no report's.
        """
        header = identify.header_of(self.name, table.rows)
        if header.kind is not Kind.ALL_ORDERS:
            return Received(name=self.name, kind=header.kind, table=table, header=header)
        reading = Reading(file=self.name, kind=Kind.ALL_ORDERS)
        say_how_it_was_read(reading, table)
        orders = AllOrders(reading, header.cells, self._vocabulary)
        orders.take_rows(table.rows[header.row + 1 :])
        orders.finish()
        return Received.of_orders(self.name, orders)
