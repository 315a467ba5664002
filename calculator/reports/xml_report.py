"""XML report: one file of XML while its bytes arrive; orders are merged as they come.

The other two forms are small: returns become a table like their flat file, Amazon's own figures
of the older performance report become the same figures as the newer one gives.
"""

from __future__ import annotations

import zlib

from calculator.reports import seller_performance_v1
from calculator.reports.all_orders import AllOrders
from calculator.reports.flat_file import Row, Table
from calculator.reports.order_book import Vocabulary
from calculator.reports.reading import Kind, Reading
from calculator.reports.xml_rows import Form, XmlRows


class XmlReport:
    """Takes the bytes; afterwards one of `orders`, `reading` and `table` holds what they said."""

    def __init__(self, begun: Reading, vocabulary: Vocabulary, *, is_utf8: bool) -> None:
        self._begun, self._file, self._vocabulary = begun, begun.file, vocabulary
        self._rows = XmlRows(begun.file, self._take, is_utf8=is_utf8)
        self._form: Form | None = None
        self._held: list[Row] = []
        self.check = 0
        self.orders: AllOrders | None = None
        self.reading: Reading | None = None

    def feed(self, data: bytes) -> None:
        """Take the next bytes.

        Raises:
            ReportError: no XML of Amazon's.
        """
        self.check = zlib.crc32(data, self.check)
        self._rows.feed(data)

    def finish(self) -> None:
        """Read what needed the whole file.

        Raises:
            ReportError: cut short, or another kind of XML.
        """
        self._rows.finish()
        if self.orders is not None:
            self.orders.finish()
        elif self._form is not None and self._form.kind is Kind.SELLER_PERFORMANCE:
            self.reading = Reading(file=self._file, kind=Kind.SELLER_PERFORMANCE)
            seller_performance_v1.take(self.reading, tuple(self._form.cells.values()), self._held)

    @property
    def table(self) -> Table:
        """Return the rows of a small report below their header."""
        names = tuple(self._form.cells.values()) if self._form else ()
        return Table(rows=(Row(line=1, cells=names), *self._held), separator="xml")

    def _take(self, form: Form, row: Row) -> None:
        """Take one row; rows of another form than the first one's are no part of the report."""
        self._form = self._form or form
        if form is not self._form:
            return
        if form.kind is not Kind.ALL_ORDERS:
            self._held.append(row)
            return
        if self.orders is None:
            self.orders = AllOrders(self._begun, tuple(form.cells.values()), self._vocabulary)
        self.orders.take_rows([row])
