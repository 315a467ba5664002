"""Intake: bytes of any number of files in, chunk by chunk, readings out.

A file is `open`ed under an id of the caller's, `feed` as often as its bytes come, and
`close`d. Its report is known as soon as the header is there; a tab-separated All Orders file
is then read while it streams and never held whole, everything else is small and kept until
closed. Workbooks are opened by a function the caller brings.

No result depends on the order of files or of chunks.
"""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

from calculator.errors import AppealError, ReportError, RequestError
from calculator.problems import Problem
from calculator.reports import (
    encoding,
    flat_file,
    hand_entry,
    identify,
    order_defects,
    seller_feedback,
    seller_performance,
)
from calculator.reports.all_orders import AllOrders
from calculator.reports.flat_file import Table
from calculator.reports.identify import Header
from calculator.reports.order_book import OrderBook, Vocabulary
from calculator.reports.reading import Exclusion, Kind, Reading
from calculator.reports.written_day import Guess

_HEAD = 64 * 1024
_ZIP = b"PK\x03\x04"
_SMALL_READERS = {
    Kind.DEFECTS: hand_entry.take_defects,
    Kind.ORDER_COUNTS: hand_entry.take_counts,
    Kind.ORDER_DEFECTS: order_defects.take,
    Kind.SELLER_FEEDBACK: seller_feedback.take,
}


@dataclass(slots=True)
class _Open:
    """One file on its way in."""

    name: str
    held: bytearray = field(default_factory=bytearray)
    orders: AllOrders | None = None
    next_line: int = 1
    decoder: codecs.IncrementalDecoder | None = None
    is_sniffed: bool = False
    check: int = 0


@dataclass(slots=True, kw_only=True)
class Received:
    """One file that is in: its reading, or what is needed to read it once the store is known."""

    name: str
    kind: Kind
    error: AppealError | None = None
    reading: Reading | None = None
    book: OrderBook | None = None
    table: Table | None = None
    header: Header | None = None
    check: int = 0

    def read(self, file: str, guess: Guess) -> Reading:
        """Return the reading under the name `file`, day and month guessed where nothing proves them."""
        if self.error is not None:
            problem = Problem(
                file=file, code=self.error.code, values=_named(self.error, file), is_about_file=True
            )
            return Reading(file=file, kind=Kind.UNKNOWN, problems=[problem])
        if self.table is None or self.header is None:
            assert self.reading is not None  # noqa: S101 - a received file has one or the other
            return self._with_other_stores(_renamed(self.reading, file), guess.store)
        reading = Reading(file=file, kind=self.kind)
        _say_how_it_was_read(reading, self.table)
        _SMALL_READERS[self.kind](reading, self.header.cells, self.table.rows[self.header.row + 1 :], guess)
        return reading

    def _with_other_stores(self, reading: Reading, store: str | None) -> Reading:
        """Count the rows of other stores than the assessed one as excluded."""
        if self.book is not None and store is not None:
            words = self.book.vocabulary
            elsewhere = sum(rows for code, rows in self.book.rows.items() if words.word(code).store != store)
            reading.excluded[Exclusion.OTHER_STORE] = elsewhere
        return reading


class Intake:
    """The files of one sitting.

    Args:
        open_workbook: turns the bytes and name of an .xlsx into the cells of its sheets.
    """

    def __init__(self, open_workbook: Callable[[bytes, str], list[list[list[str]]]]) -> None:
        self.vocabulary = Vocabulary()
        self._open_workbook = open_workbook
        self._open: dict[str, _Open] = {}
        self._received: dict[str, Received] = {}

    def open(self, file_id: str, name: str) -> None:
        """Begin a file; an earlier one of the same id is forgotten."""
        self.drop(file_id)
        self._open[file_id] = _Open(name=base_name(name))

    def feed(self, file_id: str, data: bytes) -> None:
        """Take the next bytes of an open file.

        Raises:
            RequestError: the id was never opened.
        """
        file = self._open.get(file_id)
        if file is None:
            raise RequestError("file_not_open", file_id=file_id)
        file.check = zlib.crc32(data, file.check)
        if file.decoder is not None:
            data = file.decoder.decode(data).encode("utf-8")
        file.held += data
        if not file.is_sniffed and len(file.held) >= _HEAD:
            self._sniff(file)
        if file.orders is not None:
            _stream(file)

    def close(self, file_id: str) -> None:
        """End a file and find out what it was.

        Raises:
            RequestError: the id was never opened.
        """
        file = self._open.pop(file_id, None)
        if file is None:
            raise RequestError("file_not_open", file_id=file_id)
        try:
            if not file.is_sniffed:
                self._sniff(file)
            self._received[file_id] = self._finished(file)
        except ReportError as error:
            self._received[file_id] = Received(name=file.name, kind=Kind.UNKNOWN, error=error)

    def _from_workbook(self, name: str, data: bytes) -> Received:
        """Return the first sheet of a workbook that is a report.

        Raises:
            ReportError: it cannot be opened, or no sheet is a report.
        """
        error = ReportError("empty_file", file=name)
        for rows in self._open_workbook(data, name):
            table = flat_file.sheet(rows)
            try:
                if table.rows:
                    return self._from_table(name, table)
            except ReportError as refusal:
                error = refusal
        raise error

    def refuse(self, file_id: str, name: str, error: AppealError) -> None:
        """Take note of a file that its opener could not open at all."""
        self.drop(file_id)
        self._received[file_id] = Received(name=base_name(name), kind=Kind.UNKNOWN, error=error)

    def drop(self, file_id: str) -> None:
        """Forget a file; an unknown id is no error."""
        self._open.pop(file_id, None)
        self._received.pop(file_id, None)

    def wipe(self) -> None:
        """Forget every file and every word read from them."""
        self.__init__(self._open_workbook)  # type: ignore[misc]

    def received(self) -> tuple[Received, ...]:
        """Return the files that are in, ordered by kind, name and content."""
        return tuple(
            sorted(self._received.values(), key=lambda file: (file.kind, file.name, _content_key(file)))
        )

    def _sniff(self, file: _Open) -> None:
        """Decide from the first bytes; a tab-separated All Orders file starts to stream."""
        file.is_sniffed = True
        codec = encoding.is_utf16(bytes(file.held))
        if codec is not None:
            file.decoder = codecs.getincrementaldecoder(codec)("replace")
            file.held = bytearray(file.decoder.decode(bytes(file.held)).lstrip("\ufeff").encode("utf-8"))
        if file.held.startswith(codecs.BOM_UTF8):
            del file.held[:3]
        lines = bytes(file.held[:_HEAD]).split(b"\n")[:10]
        for number, line in enumerate(lines, 1):
            cells = line.decode("utf-8", "replace").rstrip("\r").split("\t")
            if len(cells) > 1 and identify.kind_of(cells) is Kind.ALL_ORDERS:
                reading = Reading(file=file.name, kind=Kind.ALL_ORDERS)
                file.orders = AllOrders(reading, cells, self.vocabulary)
                file.next_line = number + 1
                del file.held[: sum(len(line) + 1 for line in lines[:number])]
                return

    def _finished(self, file: _Open) -> Received:
        if file.orders is not None:
            if file.decoder is not None:
                file.held += file.decoder.decode(b"", final=True).encode("utf-8")
            if file.held:
                file.orders.take_lines(bytes(file.held), file.next_line)
            file.orders.finish()
            reading = file.orders.reading
            return Received(
                name=file.name, kind=reading.kind, reading=reading, book=file.orders.book, check=file.check
            )
        data = bytes(file.held)
        if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")):
            reading = Reading(file=file.name, kind=Kind.SELLER_PERFORMANCE)
            seller_performance.take(reading, encoding.decode(data)[0])
            return Received(name=file.name, kind=reading.kind, reading=reading, check=file.check)
        if data.startswith(_ZIP) and not file.name.lower().endswith(".zip"):
            received = self._from_workbook(file.name, data)
            received.check = file.check
            return received
        identify.refuse_unless_table(file.name, data[:_HEAD])
        received = self._from_table(file.name, flat_file.parse(data))
        received.check = file.check
        return received

    def _from_table(self, name: str, table: Table) -> Received:
        """Return a file that is already cut into rows.

        Raises:
            ReportError: its header is no report's.
        """
        header = identify.header_of(name, table.rows)
        if header.kind is not Kind.ALL_ORDERS:
            return Received(name=name, kind=header.kind, table=table, header=header)
        reading = Reading(file=name, kind=Kind.ALL_ORDERS)
        _say_how_it_was_read(reading, table)
        taker = AllOrders(reading, header.cells, self.vocabulary)
        taker.take_rows(table.rows[header.row + 1 :])
        taker.finish()
        return Received(name=name, kind=header.kind, reading=reading, book=taker.book)


def base_name(name: str) -> str:
    """Return the last part of a path, whatever system wrote it; never empty."""
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or "file"


def _stream(file: _Open) -> None:
    """Hand the whole lines held so far to the orders reader."""
    end = file.held.rfind(b"\n") + 1
    if end and file.orders is not None:
        file.next_line = file.orders.take_lines(bytes(memoryview(file.held)[:end]), file.next_line)
        file.held = file.held[end:]


def _say_how_it_was_read(reading: Reading, table: Table) -> None:
    """Note what is unusual about the file as such."""
    if table.separator in (",", ";") and reading.kind in (Kind.ALL_ORDERS, Kind.SELLER_FEEDBACK):
        reading.note("saved_by_spreadsheet", separator=table.separator)
    if table.separator == "sheet":
        reading.note("workbook")
    if table.codec not in ("", "utf-8", "utf-8-sig"):
        reading.note("encoding", codec=table.codec)
    if table.damaged:
        reading.note("characters_replaced")


def _content_key(file: Received) -> tuple[int, int, str, int]:
    """Return a key that tells apart two files of one name, the same however their rows lie."""
    if file.book is not None:
        ids = file.book.entries
        return len(ids), file.reading.rows if file.reading else 0, min(ids, default=b"").decode(), file.check
    return len(file.table.rows) if file.table else 0, 0, "", file.check


def _named(error: AppealError, file: str) -> tuple[tuple[str, object], ...]:
    return tuple(sorted({**error.values, "file": file}.items()))


def _renamed(reading: Reading, file: str) -> Reading:
    """Return a copy of a reading under the name `file`, its problems too."""
    problems = [
        Problem(file=file, line=p.line, column=p.column, code=p.code, values=p.values)
        for p in reading.problems
    ]
    return Reading(
        file=file,
        kind=reading.kind,
        rows=reading.rows,
        unusable=reading.unusable,
        notes=list(reading.notes),
        problems=problems,
        excluded=reading.excluded.copy(),
        records=list(reading.records),
        span=reading.span,
        quiet_days=reading.quiet_days,
    )
