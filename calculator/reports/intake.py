"""Intake: bytes of any number of files in, chunk by chunk, files received out.

A file is `open`ed under an id of the caller's, `feed` as often as its bytes come, and
`close`d. Workbooks are opened by a function the caller brings. No result depends on the order
of files or on the size of chunks.
"""

from __future__ import annotations

from calculator.errors import AppealError, ReportError, RequestError
from calculator.reports.file_name import base_name
from calculator.reports.held_file import OpenWorkbook
from calculator.reports.incoming import Incoming
from calculator.reports.order_book import Vocabulary
from calculator.reports.reading import Kind
from calculator.reports.received import Received
from calculator.reports.written_day import EVERY_FILE, DateOrder, StatedOrders


class Intake:
    """The files of one sitting.

    Args:
        open_workbook: turns the bytes and name of an .xlsx into the cells of its sheets.
    """

    def __init__(self, open_workbook: OpenWorkbook) -> None:
        self.vocabulary = Vocabulary()
        self._open_workbook = open_workbook
        self._incoming: dict[str, Incoming] = {}
        self._received: dict[str, tuple[Received, ...]] = {}

    def open(self, file_id: str, name: str, dates: DateOrder | StatedOrders | None = None) -> None:
        """Begin a file; an earlier one of the same id is forgotten.

        Args:
            file_id: the caller's own name for it.
            name: what the seller calls it; nothing depends on it.
            dates: the order of day, month and year the seller states, used where the numbers of
                the file do not prove one; by name where the files of an archive differ.
        """
        self.drop(file_id)
        stated = {EVERY_FILE: dates} if isinstance(dates, DateOrder) else dates or {}
        self._incoming[file_id] = Incoming(
            base_name(name), self.vocabulary, self._open_workbook, stated=stated
        )

    def feed(self, file_id: str, data: bytes) -> None:
        """Take the next bytes of an open file.

        Raises:
            RequestError: the id was never opened.
        """
        self._opened(file_id).feed(data)

    def close(self, file_id: str) -> None:
        """End a file and find out what it was; one that is no report is received with its error.

        An archive is received as the files it holds.

        Raises:
            RequestError: the id was never opened.
        """
        file = self._opened(file_id)
        del self._incoming[file_id]
        try:
            self._received[file_id] = file.finish()
        except ReportError as error:
            self.refuse(file_id, file.name, error)

    def refuse(self, file_id: str, name: str, error: AppealError) -> None:
        """Take note of a file that could not be used at all."""
        self.drop(file_id)
        self._received[file_id] = (Received(name=base_name(name), kind=Kind.UNKNOWN, error=error),)

    def drop(self, file_id: str) -> None:
        """Forget a file; an unknown id is no error."""
        self._incoming.pop(file_id, None)
        self._received.pop(file_id, None)

    def wipe(self) -> None:
        """Forget every file and every word read from them."""
        self.vocabulary = Vocabulary()
        self._incoming.clear()
        self._received.clear()

    def received(self) -> tuple[Received, ...]:
        """Return the files that are in, ordered by kind, name and content."""
        files = (file for received in self._received.values() for file in received)
        return tuple(sorted(files, key=lambda file: file.order_key))

    def _opened(self, file_id: str) -> Incoming:
        try:
            return self._incoming[file_id]
        except KeyError:
            raise RequestError("file_not_open", file_id=file_id) from None
