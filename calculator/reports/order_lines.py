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
from operator import add, itemgetter

from calculator.reports import order_stamps
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
        first = block[:start]
        if first.translate(_TO_ZERO) != shape or not first.endswith(_UTC):
            return 0
        lines = block.split(b"\n")
        if not lines[-1]:
            lines.pop()
        heads = b"".join(map(itemgetter(slice(0, start)), lines))
        bought = start - len(_STAMPS) - 1
        if heads.translate(_TO_ZERO) != shape * len(lines) or not all(
            order_stamps.are_real(heads, place, start) for place in (bought, bought + _STAMP)
        ):
            return 0
        try:
            codes = [
                *map(self._words.__getitem__, map(itemgetter(slice(start, start + self._longest)), lines))
            ]
        except KeyError:
            return 0
        stamps = map(itemgetter(slice(bought, start - 1)), lines)
        self._book.settle_all([*map(itemgetter(slice(0, len(_ID))), lines)], [*map(add, codes, stamps)])
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
