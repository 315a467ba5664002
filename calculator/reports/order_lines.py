"""Order lines: the quick way through millions of usual All Orders lines.

A usual line is tab-separated, has a plain order id, both timestamps end in +00:00, and its
status, fulfilment and sales channel were met before. Such a line is cut only as far as
needed and merged as bytes. Everything else is handed back to be judged with care, which also
teaches this module the words it met.

Worse mistake: taking a line the careful way would have refused. When in doubt, hand it back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from operator import itemgetter

from calculator import orders
from calculator.reports.order_book import OrderBook

_PLAIN_ID = re.compile(orders.ORDER_ID.pattern.encode())
_COLUMNS = (
    "order_id",
    "purchase_date",
    "last_updated_date",
    "order_status",
    "fulfillment_channel",
    "sales_channel",
)
_FIRST_YEAR, _LAST_YEAR = 1995, 2094


class OrderLines:
    """Merges usual lines into an order book and hands back the others."""

    def __init__(self, places: list[int], book: OrderBook) -> None:
        self._book = book
        self._words = itemgetter(*places[3:])
        self._pick = itemgetter(*places)
        self._pieces = max(places) + 1
        self._codes: dict[tuple[bytes, ...], bytes] = {}
        self._taken: Counter[bytes] = Counter()

    @classmethod
    def for_columns(cls, places: Mapping[str, int], book: OrderBook) -> OrderLines | None:
        """Return a quick way for a header that has all six columns, else None."""
        if any(name not in places for name in _COLUMNS):
            return None
        return cls([places[name] for name in _COLUMNS], book)

    def learn(self, cells: tuple[str, ...], code: bytes) -> None:
        """Remember what the words of a carefully read row mean."""
        words: tuple[str, ...] = self._words(cells)
        self._codes[tuple(word.encode() for word in words)] = code

    def take(self, lines: list[bytes]) -> list[tuple[int, bytes]]:
        """Merge the usual lines; return the others with their place in `lines`."""
        pick, pieces, codes, is_plain_id = self._pick, self._pieces, self._codes, _PLAIN_ID.fullmatch
        days, clocks = _days(), _clocks()
        entries, settle = self._book.entries, self._book.settle
        tally: list[bytes] = []
        unusual: list[tuple[int, bytes]] = []
        for place, line in enumerate(lines):
            try:
                order_id, bought, updated, status, fulfillment, channel = pick(line.split(b"\t", pieces))
                code = codes[status, fulfillment, channel]
                known = entries.get(order_id)
                if (known is None and not is_plain_id(order_id)) or not (
                    bought[:10] in days
                    and bought[10:] in clocks
                    and updated[:10] in days
                    and updated[10:] in clocks
                ):
                    raise KeyError
            except (IndexError, KeyError):
                unusual.append((place, line))
                continue
            value = updated[:19] + bought[:19] + code
            if known is None:
                entries[order_id] = value
            elif known != value:
                settle(order_id, value)
            tally.append(code)
        self._taken = Counter(tally)
        self._book.rows.update(self._taken)
        return unusual

    def rows_taken(self) -> int:
        """Return the number of rows the last `take` merged."""
        return self._taken.total()


@cache
def _days() -> frozenset[bytes]:
    """Return every calendar day an order can have, as `YYYY-MM-DD`."""
    first, last = date(_FIRST_YEAR, 1, 1), date(_LAST_YEAR, 12, 31)
    return frozenset((first + timedelta(n)).isoformat().encode() for n in range((last - first).days + 1))


@cache
def _clocks() -> frozenset[bytes]:
    """Return every second of a UTC day, as `THH:MM:SS+00:00`."""
    sixty = [f"{n:02}" for n in range(60)]
    return frozenset(f"T{h}:{m}:{s}+00:00".encode() for h in sixty[:24] for m in sixty for s in sixty)
