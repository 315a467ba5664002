"""Hand cells: one row of a small table with its columns by name, and the words to complain about it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date

from calculator import orders
from calculator.problems import shown
from calculator.reports import columns, date_order, written_day
from calculator.reports.flat_file import Row
from calculator.reports.reading import Exclusion, Kind, Reading

_NO_VALUE = "--"


class HandCells:
    """The cells of one row; full-width digits are digits."""

    def __init__(self, reading: Reading, header: Sequence[str], places: dict[str, int], row: Row) -> None:
        self.reading, self._header, self._places, self.row = reading, header, places, row

    def text(self, column: str) -> str:
        """Return a cell without outer blanks, empty where the row has none or two dashes for none."""
        place = self._places.get(column)
        found = self.row.cells[place].strip() if place is not None and place < len(self.row.cells) else ""
        return "" if found == _NO_VALUE else found

    def refuse(self, column: str, code: str) -> None:
        """Count the row as unusable because of a column."""
        self.reading.refuse(self.row.line, self.name(column), code, original=shown(self.text(column)))

    def doubt(self, column: str, code: str) -> None:
        """List a column of a row that is used all the same."""
        self.reading.doubt(self.row.line, self.name(column), code, original=shown(self.text(column)))

    def day(
        self, column: str, order: written_day.DateOrder, complain: Callable[[str, str], None], code: str
    ) -> date | None:
        """Return the day a cell names; complains about one that names none, not about an empty one."""
        found = written_day.read(plain(self.text(column)), order)
        if found is None and self.text(column):
            complain(column, code)
        return found

    def order_id(self) -> str | None:
        """Return Amazon's order id of a row; one without is refused, another form of id is left out."""
        found = self.text("order_id")
        if orders.ORDER_ID.fullmatch(found):
            return found
        if found:
            self.reading.excluded[Exclusion.OTHER_ID_FORM] += 1
        else:
            self.refuse("order_id", "empty_order_id")
        return None

    def name(self, column: str) -> str:
        """Return what the file calls a column, our own word where it has none."""
        return shown(self._header[self._places[column]]) if column in self._places else column


def prepared(
    reading: Reading,
    kind: Kind,
    header: Sequence[str],
    rows: Sequence[Row],
    store: str | None,
    days: tuple[str, ...],
) -> tuple[list[HandCells], written_day.DateOrder]:
    """Return the rows by column name and the order their numeric dates are written in."""
    return placed(reading, header, columns.by_name(kind, header), rows, store, days)


def placed(
    reading: Reading,
    header: Sequence[str],
    places: dict[str, int],
    rows: Sequence[Row],
    store: str | None,
    days: tuple[str, ...],
) -> tuple[list[HandCells], written_day.DateOrder]:
    """Return the same where the places of the columns are known already."""
    cells = [HandCells(reading, header, places, row) for row in rows]
    reading.rows += len(cells)
    written = [plain(cell.text(column)) for column in days for cell in cells]
    return cells, date_order.settle(reading, written, store)[0]


def plain(text: str) -> str:
    """Return a text with full-width digits and marks as plain ones.

    >>> plain("２０２６／１０／３")
    '2026/10/3'
    """
    return unicodedata.normalize("NFKC", text)
