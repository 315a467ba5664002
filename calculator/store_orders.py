"""Store orders: the orders of the assessed store, whatever door they came in by.

From the order files, from hand entry (a typed defect that states its order's day and
fulfilment), or as a typed count for a fulfilment that no order file covers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from calculator import orders
from calculator.dates import DateRange
from calculator.orders import Fulfillment, Order
from calculator.reports.order_book import OrderBook


@dataclass(slots=True, kw_only=True)
class StoreOrders:
    """Orders of one store by fulfilment, day and whether they are settled.

    Attributes:
        by_day: number of orders per (fulfilment, day, is_settled), out of the files.
        by_hand: orders known only by hand entry, by id.
        typed: order count per fulfilment, where it stands for the orders themselves.
        typed_period: the days the typed counts speak of, None where they were typed without days.
        stated: orders with defects that Amazon's page counts, per fulfilment, beside `typed`.
    """

    store: str | None
    book: OrderBook
    by_day: Counter[tuple[Fulfillment, date, bool]]
    by_hand: dict[str, Order] = field(default_factory=dict)
    typed: dict[Fulfillment, int] = field(default_factory=dict)
    typed_period: DateRange | None = None
    stated: dict[Fulfillment, int] = field(default_factory=dict)

    @classmethod
    def of(cls, store: str | None, book: OrderBook) -> StoreOrders:
        """Return the orders of `store` in a merged book."""
        by_day: Counter[tuple[Fulfillment, date, bool]] = Counter()
        for day, word, number in book.by_day():
            if word.store == store:
                by_day[word.fulfillment, day, orders.is_settled(word.status)] += number
        return cls(store=store, book=book, by_day=by_day)

    def find(self, order_id: str) -> Order | None:
        """Return an order of any store by its id, None when neither file nor hand knows it."""
        return self.book.find(order_id) or self.by_hand.get(order_id)

    def is_elsewhere(self, order: Order) -> bool:
        """Return whether an order belongs to another store than the assessed one."""
        return order.store is not None and order.store != self.store

    def is_covered(self, fulfillment: Fulfillment) -> bool:
        """Return whether an order file holds orders of this fulfilment."""
        return any(key[0] is fulfillment for key in self.by_day)

    def read(self, fulfillment: Fulfillment) -> int:
        """Return the number of distinct orders known one by one."""
        filed = sum(number for key, number in self.by_day.items() if key[0] is fulfillment)
        return filed + sum(order.fulfillment is fulfillment for order in self.by_hand.values())

    def within(self, window: DateRange, fulfillment: Fulfillment) -> tuple[int, int]:
        """Return all orders in a window and those of them that are settled."""
        if fulfillment in self.typed:
            return self.typed[fulfillment], self.typed[fulfillment]
        held = [
            (key[2], number)
            for key, number in self.by_day.items()
            if key[0] is fulfillment and key[1] in window
        ]
        by_hand = sum(o.fulfillment is fulfillment and o.day in window for o in self.by_hand.values())
        everything = sum(number for _, number in held) + by_hand
        return everything, sum(number for is_settled, number in held if is_settled) + by_hand


def ranking(book: OrderBook, store_codes: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Return the stores of a book with their orders, most first, then in Amazon's list order."""
    counted: Counter[str] = Counter()
    for _, word, number in book.by_day():
        counted[word.store] += number
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], store_codes.index(item[0]))))
