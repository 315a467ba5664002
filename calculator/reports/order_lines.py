"""Order lines: the quick way through millions of usual All Orders lines.

Amazon's own files begin every line alike: order id, merchant order id, two timestamps, then
status, fulfilment and sales channel, so that the first cells stand at fixed places. Such lines
are judged and merged a block at a time, and the work per line is done by the interpreter's
own loops. A block with anything unusual in it is handed back whole, to be judged line by line
with care; what is found there teaches this module the words it met.

Worse mistake: taking a line the careful way would have refused. When in doubt, hand it back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from operator import add, itemgetter, ne

from calculator.reports.order_book import OrderBook

_FIRST_COLUMNS = (
    "purchase_date",
    "last_updated_date",
    "order_status",
    "fulfillment_channel",
    "sales_channel",
)
_TO_ZERO = bytes.maketrans(b"123456789", b"000000000")
_ID = b"000-0000000-0000000"
_STAMPS = b"0000-00-00T00:00:00+00:00\t0000-00-00T00:00:00+00:00"
_STAMP = 26
_UTC = b"+00:00\t"
_WORDS_KEPT = 100_000


class OrderLines:
    """Merges blocks of usual lines into an order book."""

    def __init__(self, book: OrderBook) -> None:
        self._book = book
        self._codes: dict[tuple[bytes, ...], bytes] = {}
        self._words = _Words(self._codes)
        self._longest = 0
        self._shape = b""

    @classmethod
    def for_columns(cls, places: Mapping[str, int], book: OrderBook) -> OrderLines | None:
        """Return a quick way for a header that begins as Amazon's does, else None."""
        first = [places.get(name) for name in _FIRST_COLUMNS]
        is_usual = places["order_id"] == 0 and first == [2, 3, 4, 5, 6]
        return cls(book) if is_usual else None

    def learn(self, cells: tuple[str, ...], code: bytes) -> None:
        """Remember how a carefully read line begins and what its words mean."""
        words = tuple(cell.encode() for cell in cells[4:7])
        self._codes[words] = code
        self._longest = max(self._longest, len(b"\t".join(words)) + 1)
        self._shape = "\t".join((*cells[:4], "")).encode().translate(_TO_ZERO)

    def take(self, block: bytes) -> int:
        """Merge a block of whole lines; return their number, or 0 when it must be read with care."""
        shape = self._shape
        start = len(shape)
        if not shape.startswith(_ID) or not shape.endswith(_STAMPS + b"\t") or shape.count(b"\t") != 4:
            return 0
        lines = block.split(b"\n")
        if not lines[-1]:
            lines.pop()
        heads = b"".join(map(itemgetter(slice(0, start)), lines))
        if heads.translate(_TO_ZERO) != shape * len(lines) or not _are_days(heads, start):
            return 0
        if heads.count(_UTC) != shape.count(_UTC) * len(lines):
            return 0
        try:
            codes = [
                *map(self._words.__getitem__, map(itemgetter(slice(start, start + self._longest)), lines))
            ]
        except KeyError:
            return 0
        stamps = map(itemgetter(slice(start - len(_STAMPS) - 1, start - 1)), lines)
        self._merge([*map(itemgetter(slice(0, len(_ID))), lines)], [*map(add, codes, stamps)])
        self._count(codes)
        return len(lines)

    def _count(self, codes: list[bytes]) -> None:
        """Count rows per store; most files know one store only."""
        words = self._book.vocabulary.word
        stores = {words(code).store for code in set(codes)}
        if len(stores) == 1:
            self._book.rows[stores.pop()] += len(codes)
            return
        for code, number in Counter(codes).items():
            self._book.rows[words(code).store] += number

    def _merge(self, ids: list[bytes], values: list[bytes]) -> None:
        """Add orders; where one is known with another value, or comes with two, the better stays."""
        held = map(self._book.entries.setdefault, ids, values)
        if any([*map(ne, held, values)]):
            for order_id, value in zip(ids, values, strict=True):
                self._book.settle(order_id, value)


class _Words(dict[bytes, bytes]):
    """Codes by the bytes behind the timestamps, however much of the next cells they include."""

    def __init__(self, codes: dict[tuple[bytes, ...], bytes]) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, tail: bytes) -> bytes:
        cells = tail.split(b"\t", 3)
        if len(cells) <= 3:
            raise KeyError(tail)
        code = self._codes[tuple(cells[:3])]
        if len(self) >= _WORDS_KEPT:
            self.clear()
        self[tail] = code
        return code


def _are_days(heads: bytes, length: int) -> bool:
    """Return whether both timestamps of every line are seconds of real days.

    The 29th of February is left to the careful way.
    """
    bought = length - len(_STAMPS) - 1
    return all(_are_seconds(heads, start, length) for start in (bought, bought + _STAMP))


def _are_seconds(heads: bytes, start: int, length: int) -> bool:
    millennium, *month_and_day, ten_hours, hours, ten_minutes, ten_seconds = (
        heads[start + place :: length] for place in (0, 5, 6, 8, 9, 11, 12, 14, 17)
    )
    return (
        not millennium.translate(None, b"12")
        and not ten_minutes.translate(None, b"012345")
        and not ten_seconds.translate(None, b"012345")
        and set(zip(ten_hours, hours, strict=True)) <= _HOURS
        and set(zip(*month_and_day, strict=True)) <= _DAYS_OF_YEAR
    )


_HOURS = frozenset(tuple(f"{hour:02}".encode()) for hour in range(24))
_DAYS_OF_YEAR = frozenset(tuple(f"{date.fromordinal(n):%m%d}".encode()) for n in range(1, 366))
