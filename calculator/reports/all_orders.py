"""All Orders report: one row per order item, merged to one order per order id.

Amazon's flat file by order date or last update (`GET_FLAT_FILE_ALL_ORDERS_DATA_…`), in any of
its header variants, and the same table after a spreadsheet program has had it. Columns are
found by name; six of some thirty are looked at, towns and postcodes are never kept.

A row with an empty id, too few cells, an unreadable purchase-date, no known fulfilment or no
known store is a problem. A sales channel beginning `Non-Amazon` and other id forms are
exclusions.

Source: order_defect_rate.order_date_basis
Worse mistake: counting one order twice makes a rate look better than it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from calculator import dates, orders, stores
from calculator.problems import shown
from calculator.reports import columns, date_order, written_day
from calculator.reports.flat_file import Row
from calculator.reports.order_book import NEVER, OrderBook, Vocabulary, Word, entry
from calculator.reports.order_lines import OrderLines
from calculator.reports.reading import Exclusion, Kind, Reading

NEEDED = ("order_id", "purchase_date", "order_status", "fulfillment_channel", "sales_channel")
_BLOCK, _SMALLEST_BLOCK = 256 * 1024, 4 * 1024
_MOST_TROUBLED = 1_000


class AllOrders:
    """Takes rows as they come, whole chunks of lines or single rows, and fills an order book."""

    def __init__(self, reading: Reading, header: Sequence[str], vocabulary: Vocabulary) -> None:
        self.reading = reading
        self.book = OrderBook(vocabulary)
        self.header = tuple(header)
        self.troubled: dict[int, tuple[str, ...]] = {}
        self._header = [cell.strip() for cell in header]
        self._places = columns.by_name(Kind.ALL_ORDERS, header)
        self._unknown_statuses: set[str] = set()
        self._waiting: list[tuple[int, tuple[str, ...]]] = []
        self._quick = OrderLines.for_columns(self._places, self.book)

    def take_lines(self, data: bytes, first_line: int, start: int = 0, end: int | None = None) -> int:
        """Take the tab-separated lines of `data[start:end]`; returns the next line number."""
        end = len(data) if end is None else end
        number = first_line
        while start < end:
            stop = (
                data.rfind(b"\n", start, min(start + _BLOCK, end)) + 1
                or data.find(b"\n", start, end) + 1
                or end
            )
            number += self._take_block(data[start:stop], number)
            start = stop
        return number

    def _take_block(self, block: bytes, first_line: int) -> int:
        """Take lines the quick way, else half of them and the other half, else each with care."""
        taken = self._quick.take(block) if self._quick else 0
        if taken:
            self.reading.rows += taken
            return taken
        middle = block.find(b"\n", len(block) // 2) + 1
        if self._quick and len(block) > _SMALLEST_BLOCK and 0 < middle < len(block):
            first_half = self._take_block(block[:middle], first_line)
            return first_half + self._take_block(block[middle:], first_line + first_half)
        lines = block.removesuffix(b"\n").split(b"\n")
        for number, line in enumerate(lines, first_line):
            self._take_line(number, line)
        return len(lines)

    def take_rows(self, rows: Iterable[Row]) -> None:
        """Take rows that are already cut into cells."""
        for row in rows:
            self._take_cells(row.line, row.cells)

    def finish(self) -> None:
        """Read the dates that needed the whole column to be understood, and state the span."""
        texts = [self._cell(cells, "purchase_date") for _, cells in self._waiting]
        order, is_proven = date_order.settle(self.reading, texts, self._store_of_most())
        for line, cells in self._waiting:
            self._settle_written(line, cells, order)
        numeric = [text for text in texts if date_order.is_open(text) and written_day.read(text, order)]
        if numeric and is_proven:
            self.reading.note(f"dates_{order}", example=shown(min(numeric)))
        self._waiting.clear()
        days = sorted({day for day, _, _ in self.book.by_day()})
        self.reading.span = (days[0], days[-1]) if days else None
        self.reading.quiet_days = max(((b - a).days - 1 for a, b in pairwise(days)), default=0)

    def _take_line(self, number: int, line: bytes) -> None:
        cells = tuple(line.rstrip(b"\r").decode("utf-8", "replace").split("\t"))
        if any(cell.strip() for cell in cells):
            self._take_cells(number, cells)

    def _take_cells(self, line: int, cells: tuple[str, ...]) -> None:
        """Judge one row the careful way."""
        self.reading.rows += 1
        if len(cells) <= max(self._places[name] for name in NEEDED):
            self._keep(line, cells)
            self.reading.refuse(line, None, "too_few_cells", cells=len(cells), columns=len(self._header))
            return
        if not self._cell(cells, "order_id"):
            self._refuse(line, cells, "order_id", "empty_order_id")
            return
        purchase = self._cell(cells, "purchase_date")
        found = dates.instant(purchase)
        if found is None:
            self._waiting.append((line, cells))
            return
        if not found[1]:
            self.reading.note("dates_without_offset")
        self._settle(line, cells, _stamp(purchase))

    def _settle_written(self, line: int, cells: tuple[str, ...], order: written_day.DateOrder) -> None:
        purchase = self._cell(cells, "purchase_date")
        day = written_day.read(purchase, order)
        if day is None:
            self._refuse(line, cells, "purchase_date", "unreadable_purchase_date")
            return
        if not written_day.has_offset(purchase):
            self.reading.note("dates_without_offset")
        self._settle(line, cells, f"{day.isoformat()}T00:00:00+00:00".encode())

    def _settle(self, line: int, cells: tuple[str, ...], purchase: bytes) -> None:
        word = self._word(line, cells)
        if word is None:
            return
        code = self.book.vocabulary.code(word)
        updated = _stamp(self._cell(cells, "last_updated_date"))
        self.book.settle(self._cell(cells, "order_id").encode(), entry(purchase, updated, code))
        self.book.rows[word.store] += 1
        if self._quick:
            self._quick.learn(cells, code)

    def _word(self, line: int, cells: tuple[str, ...]) -> Word | None:
        """Return the meaning of a row's words, or None after refusing or excluding the row."""
        status, channel = self._cell(cells, "order_status"), self._cell(cells, "sales_channel")
        fulfillment = orders.fulfillment_of(self._cell(cells, "fulfillment_channel"))
        store = stores.of_channel(channel)
        if fulfillment is None:
            self._refuse(line, cells, "fulfillment_channel", "unknown_fulfillment")
        elif channel.casefold().startswith("non-amazon"):
            self.reading.excluded[Exclusion.NON_AMAZON_CHANNEL] += 1
        elif not orders.ORDER_ID.fullmatch(self._cell(cells, "order_id")):
            self.reading.excluded[Exclusion.OTHER_ID_FORM] += 1
        elif store is None:
            self._refuse(line, cells, "sales_channel", "unknown_sales_channel")
        else:
            self._list_unknown(line, status)
            return Word(status=status, fulfillment=fulfillment, store=store)
        return None

    def _list_unknown(self, line: int, status: str) -> None:
        """List a status Amazon is not known to write, once a file."""
        if not orders.is_known_status(status) and status not in self._unknown_statuses:
            self._unknown_statuses.add(status)
            column = self._header[self._places["order_status"]]
            self.reading.doubt(line, column, "unknown_order_status", original=shown(status))

    def _refuse(self, line: int, cells: tuple[str, ...], column: str, code: str) -> None:
        self._keep(line, cells)
        original = shown(self._cell(cells, column))
        self.reading.refuse(line, self._header[self._places[column]], code, original=original)

    def _keep(self, line: int, cells: tuple[str, ...]) -> None:
        """Keep the cells of a row that could not be used, so that it can be corrected."""
        if len(self.troubled) < _MOST_TROUBLED:
            self.troubled[line] = cells

    def _cell(self, cells: tuple[str, ...], column: str) -> str:
        place = self._places.get(column)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    def _store_of_most(self) -> str | None:
        """Return the store most of the waiting rows were sold in."""
        found = [stores.of_channel(self._cell(cells, "sales_channel")) for _, cells in self._waiting]
        known = [store for store in found if store]
        return max(sorted(set(known)), key=known.count, default=None)


def _stamp(text: str) -> bytes:
    """Return an instant in UTC, to the second; an unreadable one is older than every other."""
    found = dates.instant(text)
    return (found[0].isoformat()[:19] + "+00:00").encode() if found else NEVER
