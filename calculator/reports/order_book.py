"""Order book: all rows of one or more All Orders files, merged to one entry per order id.

Built for a million rows in a browser: an order is one bytes key and one bytes value,

    code (2) + purchase (25) + tab + last-updated (25)

both instants in UTC as `YYYY-MM-DDTHH:MM:SS+00:00`; the code stands for status, fulfilment and
sales channel in a `Vocabulary` that all books of one reading share.

Of two rows of an order the one with the newest `last-updated-date` wins; on a tie the first
of Shipped, Shipping, Unshipped, Pending, Cancelled, then the smaller purchase-date.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from operator import itemgetter, ne

from calculator import orders
from calculator.orders import Fulfillment, Order

NEVER = b"0000-00-00T00:00:00+00:00"
_CODE, _PURCHASE, _UPDATED = slice(0, 2), slice(2, 27), slice(28, 53)
_MOST_WORDS = 60_000
_DAY, _CODE_AND_DAY = slice(2, 12), slice(0, 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one code stands for: the meaning of a status, a fulfilment and a sales channel."""

    status: str
    fulfillment: Fulfillment
    store: str

    @property
    def tie_key(self) -> tuple[int, str, str, str]:
        """Return the place among equally new rows; smaller wins."""
        return orders.status_rank(self.status), self.status, self.fulfillment, self.store


@dataclass(slots=True)
class Vocabulary:
    """Codes of two bytes for the few combinations of words that a set of files uses."""

    words: list[Word] = field(default_factory=list)
    _codes: dict[Word, bytes] = field(default_factory=dict)

    def code(self, word: Word) -> bytes:
        """Return the code of a word, making a new one where needed.

        A file with more words than codes is no file of Amazon's; of further statuses the rank is kept.
        """
        if word not in self._codes and len(self.words) >= _MOST_WORDS:
            word = replace(word, status=orders.plain_status(word.status))
        if word not in self._codes:
            self._codes[word] = len(self.words).to_bytes(2, "big")
            self.words.append(word)
        return self._codes[word]

    def word(self, code: bytes) -> Word:
        """Return what a code stands for."""
        return self.words[int.from_bytes(code, "big")]


def entry(purchase: bytes, updated: bytes, code: bytes) -> bytes:
    """Return the value of an order: two instants of 25 bytes and the code of its words."""
    return code + purchase + b"\t" + updated


@dataclass(slots=True)
class OrderBook:
    """Merged orders by id; `rows` counts the rows taken per store."""

    vocabulary: Vocabulary
    entries: dict[bytes, bytes] = field(default_factory=dict)
    rows: Counter[str] = field(default_factory=Counter)
    _days: tuple[tuple[date, Word, int], ...] | None = None

    def settle(self, order_id: bytes, value: bytes) -> None:
        """Keep the better of the value known for an order and a new one."""
        known = self.entries.get(order_id)
        if known is None or (known != value and self._beats(value, known)):
            self.entries[order_id] = value
            self._days = None

    def settle_all(self, ids: list[bytes], values: list[bytes]) -> None:
        """Settle many orders; where one is known with another value, or comes with two, the better stays."""
        self._days = None
        held = map(self.entries.setdefault, ids, values)
        if any([*map(ne, held, values)]):
            for order_id, value in zip(ids, values, strict=True):
                self.settle(order_id, value)

    def _beats(self, new: bytes, known: bytes) -> bool:
        if new[_UPDATED] != known[_UPDATED]:
            return new[_UPDATED] > known[_UPDATED]
        return self._tie_key(new) < self._tie_key(known)

    def _tie_key(self, value: bytes) -> tuple[int, bytes, tuple[int, str, str, str]]:
        word = self.vocabulary.word(value[_CODE])
        return orders.status_rank(word.status), value[_PURCHASE], word.tie_key

    def by_day(self) -> tuple[tuple[date, Word, int], ...]:
        """Return day, word and the number of orders with both; counted once while no order comes in."""
        if self._days is None:
            counted = Counter(map(itemgetter(_CODE_AND_DAY), self.entries.values()))
            self._days = tuple(
                (date.fromisoformat(key[2:].decode()), self.vocabulary.word(key[:2]), number)
                for key, number in counted.items()
            )
        return self._days

    def find(self, order_id: str) -> Order | None:
        """Return one order, or None when no file knows it."""
        value = self.entries.get(order_id.encode("utf-8", "replace"))
        if value is None:
            return None
        word = self.vocabulary.word(value[_CODE])
        return Order(
            order_id=order_id,
            day=date.fromisoformat(value[_DAY].decode()),
            fulfillment=word.fulfillment,
            is_settled=orders.is_settled(word.status),
            store=word.store,
        )


def merged(books: list[OrderBook], vocabulary: Vocabulary) -> OrderBook:
    """Return one book out of several; a single one is returned as it is."""
    if len(books) == 1:
        return books[0]
    whole = OrderBook(vocabulary)
    for book in sorted(books, key=lambda book: -len(book.entries)):
        whole.rows.update(book.rows)
        if not whole.entries:
            whole.entries = dict(book.entries)
            continue
        for order_id, value in book.entries.items():
            whole.settle(order_id, value)
    return whole
