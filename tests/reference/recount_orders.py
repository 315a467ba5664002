"""Which orders there are, counted by hand: every row looked at, one order at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from .stores import store_of_channel
from .truth import AFN, MFN, Cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .truth import OrderRow, Shop

ORDER_ID = re.compile(r"[0-9]{3}-[0-9]{7}-[0-9]{7}")
FULFILLMENT_OF_WORD = {"Merchant": MFN, "MFN": MFN, "Amazon": AFN, "AFN": AFN}
RANKS = ("Shipped", "Shipping", "Unshipped", "Pending", "Cancel")


class Fate(StrEnum):
    """What becomes of one row of an order report."""

    READ = "read"
    PROBLEM = "problem"
    OTHER_ID = "other_id_form"
    NON_AMAZON = "non_amazon_channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order after all its rows are merged; `from_hand` when only hand entry knows it."""

    order_id: str
    day: date
    fulfillment: str
    settled: bool
    store: str | None
    from_hand: bool = False


def fate(row: OrderRow) -> Fate:
    """A row with a fault is a problem and never an exclusion; the channel is looked at before the id."""
    if row.order_id == "" or row.cut is Cut.NEEDED or row.purchase is None:
        return Fate.PROBLEM
    if row.fulfillment_word not in FULFILLMENT_OF_WORD:
        return Fate.PROBLEM
    if row.sales_channel.startswith("Non-Amazon"):
        return Fate.NON_AMAZON
    return Fate.READ if ORDER_ID.fullmatch(row.order_id) else Fate.OTHER_ID


def all_rows(shop: Shop) -> Iterator[OrderRow]:
    """Every row of every order report, copies included."""
    for file in shop.order_files:
        yield from file


def instant(moment: datetime) -> datetime:
    """The moment in UTC; one without an offset is taken as it stands."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def rank(status: str) -> int:
    """Place of a status in the tie-break of the specification; unknown words come after all known ones."""
    for place, word in enumerate(RANKS):
        if status.startswith(word):
            return place
    return len(RANKS)


def wins(row: OrderRow, other: OrderRow) -> bool:
    """Whether `row` speaks for the order rather than `other`."""
    if instant(row.updated) != instant(other.updated):
        return instant(row.updated) > instant(other.updated)
    if rank(row.status) != rank(other.status):
        return rank(row.status) < rank(other.status)
    assert row.purchase is not None
    assert other.purchase is not None
    return instant(row.purchase) < instant(other.purchase)


def settled(status: str) -> bool:
    """Neither cancelled nor pending; an unknown word counts as settled."""
    return not status.startswith(("Cancelled", "Canceled", "Pending"))


def merged(shop: Shop) -> dict[str, Order]:
    """Every order of every store that the order reports know."""
    winners: dict[str, OrderRow] = {}
    for row in all_rows(shop):
        if fate(row) is Fate.READ and (row.order_id not in winners or wins(row, winners[row.order_id])):
            winners[row.order_id] = row
    orders = {}
    for order_id, row in winners.items():
        assert row.purchase is not None
        orders[order_id] = Order(
            order_id=order_id,
            day=instant(row.purchase).date(),
            fulfillment=FULFILLMENT_OF_WORD[row.fulfillment_word],
            settled=settled(row.status),
            store=store_of_channel(row.sales_channel).code,
        )
    return orders


def store_counts(orders: dict[str, Order]) -> dict[str, int]:
    """How many orders each store has, whatever their day or status."""
    counts: dict[str, int] = {}
    for order in orders.values():
        if order.store is not None:
            counts[order.store] = counts.get(order.store, 0) + 1
    return counts


def assessed_store(shop: Shop, orders: dict[str, Order]) -> str:
    """The store asked for, else the one with most orders."""
    if shop.store is not None:
        return "UK" if shop.store == "GB" else shop.store
    counts = store_counts(orders)
    return max(sorted(counts), key=lambda code: counts[code])


def excluded(shop: Shop, orders: dict[str, Order], store: str) -> dict[str, int]:
    """Rows left out, by reason; rows of every kind of file about an order of another store are among them."""
    left_out: dict[str, int] = {}
    for row in all_rows(shop):
        reason: str = fate(row)
        if reason == Fate.READ and orders[row.order_id].store != store:
            reason = "other_store"
        if reason not in (Fate.READ, Fate.PROBLEM):
            left_out[str(reason)] = left_out.get(str(reason), 0) + 1
    abroad = sum(order_id in orders and orders[order_id].store != store for order_id in ids_elsewhere(shop))
    if abroad:
        left_out["other_store"] = left_out.get("other_store", 0) + abroad
    return left_out


def ids_elsewhere(shop: Shop) -> Iterator[str]:
    """The order id of every feedback row, every typed row and every line of the ODR download."""
    for feedback in shop.feedback_files:
        yield from (row.order_id for row in feedback)
    for typed in shop.hand_files:
        yield from (row.order_id for row in typed)
    yield from (mark.order_id for mark in shop.marks or ())
