"""Incoming: one file while its bytes arrive.

The first bytes tell what it is. A tab-separated All Orders file is then read as it streams and
never held whole; everything else is small and kept until it is complete.
"""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from calculator.errors import ReportError
from calculator.reports import encoding, identify, not_a_report
from calculator.reports.all_orders import AllOrders
from calculator.reports.file_name import base_name
from calculator.reports.held_file import HEAD, ZIP, HeldFile, OpenWorkbook
from calculator.reports.order_book import Vocabulary
from calculator.reports.orders_stream import OrdersStream
from calculator.reports.reading import Kind
from calculator.reports.received import Received
from calculator.reports.unpack import MAGIC, Gzip
from calculator.reports.written_day import EVERY_FILE, StatedOrders

if TYPE_CHECKING:
    from calculator.reports.xml_report import XmlReport

_MOST_HELD = 64 * 1024 * 1024
"""What does not stream is held whole, and takes some fifteen times its size while it is read."""
_HEADER_WITHIN = 10


class Incoming:
    """One file on its way in; `stated` is what the seller says of dates, `inside` the archive it lies in."""

    def __init__(
        self,
        name: str,
        vocabulary: Vocabulary,
        open_workbook: OpenWorkbook,
        *,
        stated: StatedOrders,
        inside: str = "",
    ) -> None:
        self.name = name
        self._stated = stated
        dates = stated.get(name, stated.get(EVERY_FILE))
        self._held_file = HeldFile(name, vocabulary, open_workbook, dates)
        self._vocabulary = vocabulary
        self._open_workbook = open_workbook
        self._inside = inside
        self._begun: bytes | None = b""
        self._packed: Gzip | None = None
        self._refused: ReportError | None = None
        self._held = bytearray()
        self._orders: OrdersStream | None = None
        self._xml: XmlReport | None = None
        self._decoder: codecs.IncrementalDecoder | None = None
        self._is_sniffed = False

    def feed(self, data: bytes) -> None:
        """Take the next bytes; what is wrong with them is told at the end."""
        if self._refused is not None:
            return
        if self._begun is not None:
            data = self._begun + data
            if len(data) < len(MAGIC):
                self._begun = data
                return
            self._begin(data)
        try:
            for piece in self._packed.pieces(data) if self._packed else (data,):
                self._take(piece)
        except ReportError as refusal:
            self._refused = refusal
            self._held = bytearray()

    def finish(self) -> tuple[Received, ...]:
        """Return what the file was; an archive is as many files as it holds.

        Raises:
            ReportError: no report, or one that cannot be used.
        """
        if self._begun:
            self._take(self._begun)
        if self._packed and not self._refused:
            self._packed.finish()
        if self._refused is not None:
            raise self._refused
        return self._files_of_zip() if self._held.startswith(ZIP) else (self._finished(),)

    def _begin(self, data: bytes) -> None:
        self._begun = None
        if data.startswith(MAGIC):
            self._packed = Gzip(self.name)

    def _take(self, data: bytes) -> None:
        """Take the next bytes, unpacked."""
        if self._decoder is not None:
            data = self._decoder.decode(data).encode("utf-8")
        if self._orders is not None:
            self._orders.feed(data)
            return
        if self._xml is not None:
            self._xml.feed(data)
            return
        self._held += data
        if not self._is_sniffed and len(self._held) >= HEAD:
            rest = bytes(self._held[HEAD:])
            del self._held[HEAD:]
            self._sniff(is_cut=True)
            self._take(rest)
        if len(self._held) > _MOST_HELD:
            raise ReportError("too_large_to_hold", file=self.name, most=_MOST_HELD >> 20)

    def _files_of_zip(self) -> tuple[Received, ...]:
        """Return a workbook, or the files of an archive; what opens them is loaded here, as few need it.

        Raises:
            ReportError: the archive cannot be opened, or lies in another one.
        """
        from calculator.reports import archive

        data = bytes(self._held)
        if archive.is_workbook(data, self.name):
            return (self._finished(),)
        if self._inside:
            raise ReportError("archive_in_archive", file=self.name, archive=self._inside)
        return tuple(
            received
            for path, content in archive.members(data, self.name)
            for received in self._member(base_name(path), content)
        )

    def _member(self, name: str, content: Iterator[bytes]) -> Iterator[Received]:
        """Yield one file of an archive, read or refused on its own.

        Raises:
            ReportError: the archive as a whole grows without measure.
        """
        member = Incoming(name, self._vocabulary, self._open_workbook, stated=self._stated, inside=self.name)
        try:
            for piece in content:
                member.feed(piece)
            found = member.finish()
        except ReportError as refusal:
            if refusal.values["file"] == self.name != name:
                raise
            found = (Received(name=name, kind=Kind.UNKNOWN, error=refusal),)
        yield from (replace(file, archive=self.name) for file in found)

    def _finished(self) -> Received:
        if not self._is_sniffed:
            self._sniff(is_cut=False)
        if self._decoder is not None:
            tail, self._decoder = self._decoder.decode(b"", final=True).encode("utf-8"), None
            self._take(tail)
        data = bytes(self._held)
        if self._xml is not None:
            return self._finished_xml(self._xml)
        if self._orders is not None:
            return Received.of_orders(self.name, self._orders.finish())
        received = self._held_file.received(data)
        received.check = zlib.crc32(data)
        return received

    def _sniff(self, *, is_cut: bool) -> None:
        """Decide from the first bytes, their last line cut or not, whether this is orders that can stream."""
        self._is_sniffed = True
        head = bytes(self._held)
        codec = None if not_a_report.kind_of(head) else encoding.is_utf16(head)
        if codec is not None:
            self._decoder = codecs.getincrementaldecoder(codec)("replace")
            self._held = bytearray(self._decoder.decode(head).lstrip("\ufeff").encode("utf-8"))
        self._held = self._held.removeprefix(codecs.BOM_UTF8)
        if not_a_report.is_xml(bytes(self._held)):
            self._begin_xml()
            return
        if b"\n" not in self._held and b"\r" in self._held:
            return
        lines = bytes(self._held).split(b"\n")[: -1 if is_cut else None][:_HEADER_WITHIN]
        for number, line in enumerate(lines, 1):
            cells = line.decode("utf-8", "replace").rstrip("\r").split("\t")
            if len(cells) > 1 and identify.kind_of(cells) is Kind.ALL_ORDERS:
                self._begin_orders(cells, number + 1, sum(len(line) + 1 for line in lines[:number]))
                return

    def _begin_orders(self, header: list[str], next_line: int, start: int) -> None:
        orders = AllOrders(self._held_file.orders_reading(), header, self._vocabulary)
        self._orders = OrdersStream(orders, next_line)
        held, self._held = bytes(self._held[start:]), bytearray()
        self._orders.feed(held)

    def _begin_xml(self) -> None:
        """Hand everything on to the reader of XML, which is loaded here, as few need it."""
        from calculator.reports.xml_report import XmlReport

        self._xml = XmlReport(
            self._held_file.orders_reading(), self._vocabulary, is_utf8=self._decoder is not None
        )
        held, self._held = bytes(self._held), bytearray()
        self._xml.feed(held)

    def _finished_xml(self, xml: XmlReport) -> Received:
        """Return an XML file: orders that are merged, figures, or the rows of a small table."""
        xml.finish()
        if xml.orders is not None:
            return Received.of_orders(self.name, xml.orders)
        if xml.reading is not None:
            return Received(name=self.name, kind=xml.reading.kind, reading=xml.reading, check=xml.check)
        received = self._held_file.table(xml.table)
        received.check = xml.check
        return received
