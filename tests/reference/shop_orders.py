"""Random orders: statuses, items, newer and older rows of one order, exclusions, faulty lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from .truth import AFN, MFN, Corner, Cut, OrderRow

if TYPE_CHECKING:
    from random import Random

    from .plan import Plan
    from .stores import Store

WORDS = {MFN: ("Merchant", "MFN"), AFN: ("Amazon", "AFN")}
KNOWN = ("Shipped", "Shipping", "Unshipped", "Pending", "Cancelled", "Canceled")
UNKNOWN = ("Complete", "PartiallyShipped", "Unfulfillable", "InvoiceUnconfirmed", "Returning to sender")
INDIAN = (
    "Shipped - Delivered to Buyer", "Shipped - Picked Up", "Shipped - Out for Delivery",
    "Shipped - Returned to Seller", "Shipped - Returning to Seller", "Shipped - Rejected by Buyer",
    "Shipped - Lost in Transit", "Shipped - Damaged",
    "Pending - Waiting for Pick Up",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """One order as drawn: its id, store, fulfilment and day, before its rows are written."""

    order_id: str
    store: Store
    fulfillment: str
    day: date
    rows: tuple[OrderRow, ...]


def new_id(rng: Random, store: Store) -> str:
    """An invented order id that begins as the store's ids do."""
    return f"{rng.choice(store.prefixes)}-{rng.randrange(10**7):07d}-{rng.randrange(10**7):07d}"


def moment_on(rng: Random, day: date, store: Store) -> datetime:
    """A moment of a UTC day, often near midnight, written in one of the store's offsets or in none."""
    near = rng.random() < 0.4
    seconds = rng.choice((0, 1, 1800, 86399, 84600, 82800)) if near else rng.randrange(86400)
    moment = datetime.combine(day, time(), UTC) + timedelta(seconds=seconds)
    if rng.random() < 0.04:
        return moment.replace(tzinfo=None)
    minutes = 30 if store.code == "IN" and rng.random() < 0.5 else 0
    return moment.astimezone(timezone(timedelta(hours=rng.choice(store.offsets), minutes=minutes)))


def status_of(rng: Random, store: Store, *, clean: bool) -> str:
    """A status as the store writes it."""
    if store.code == "IN" and rng.random() < 0.6:
        return rng.choice(INDIAN[:-1]) if clean else rng.choice(INDIAN)
    if clean or rng.random() < 0.6:
        return "Shipped"
    return rng.choice(KNOWN) if rng.random() < 0.8 else rng.choice(UNKNOWN)


def sale(rng: Random, store: Store, fulfillment: str, day: date, *, clean: bool) -> Sale:
    """One order with all its rows; the newest of them says it was sold on `day`."""
    row = OrderRow(
        order_id=new_id(rng, store),
        purchase=moment_on(rng, day, store),
        updated=datetime.combine(day, time(rng.randrange(24), rng.randrange(60)), UTC)
        + timedelta(days=rng.randrange(20)),
        status=status_of(rng, store, clean=clean),
        fulfillment_word=rng.choice(WORDS[fulfillment]) if rng.random() < 0.3 else WORDS[fulfillment][0],
        sales_channel=store.channel,
        item=1,
    )
    versions = [row, *(_earlier(rng, row, store) for _ in range(rng.choice((0, 0, 0, 1, 2))))]
    if rng.random() < 0.1 and row.status in KNOWN:
        versions.append(_tied(rng, row))
    rows = [replace(one, item=item) for one in versions for item in range(1, rng.choice((1, 1, 1, 2, 3)) + 1)]
    rows = [replace(one, updated=_elsewhere(rng, one.updated), cut=_cut(rng)) for one in rows]
    return Sale(order_id=row.order_id, store=store, fulfillment=fulfillment, day=day, rows=tuple(rows))


def _earlier(rng: Random, row: OrderRow, store: Store) -> OrderRow:
    """The same order as an older download showed it; day and fulfilment may have been others."""
    assert row.purchase is not None
    changed = rng.random() < 0.3
    return replace(
        row,
        updated=row.updated - timedelta(seconds=rng.choice((1, 60, 3600, 90000))),
        status=rng.choice(KNOWN),
        purchase=moment_on(rng, row.purchase.date() - timedelta(days=3), store) if changed else row.purchase,
        fulfillment_word=rng.choice(("Merchant", "Amazon")) if rng.random() < 0.2 else row.fulfillment_word,
    )


def _tied(rng: Random, row: OrderRow) -> OrderRow:
    """A row as new as the newest that loses by the order of statuses, or by the later purchase date."""
    assert row.purchase is not None
    ranks = ("Shipped", "Shipping", "Unshipped", "Pending", "Cancelled")
    place = ranks.index("Cancelled" if row.status == "Canceled" else row.status)
    if place == len(ranks) - 1 or rng.random() < 0.4:
        return replace(row, purchase=row.purchase + timedelta(hours=rng.choice((1, 24, 50))))
    return replace(
        row,
        status=rng.choice(ranks[place + 1 :]),
        purchase=row.purchase - timedelta(hours=rng.choice((0, 30))),
    )


def _elsewhere(rng: Random, moment: datetime) -> datetime:
    """The same instant, sometimes written in another offset."""
    return moment.astimezone(timezone(timedelta(hours=rng.choice((-8, 0, 0, 0, 9)))))


def _cut(rng: Random) -> Cut:
    return Cut.TAIL if rng.random() < 0.03 else Cut.WHOLE


def left_out(rng: Random, plan: Plan, sold: Sale) -> OrderRow:
    """A row that is no Amazon order: multi-channel fulfilment or another form of id."""
    row = replace(sold.rows[0], order_id=new_id(rng, plan.home), cut=Cut.WHOLE)
    other_id = rng.choice(
        (
            f"S{rng.choice('012')}{rng.randrange(10)}-{rng.randrange(10**7):07d}-{rng.randrange(10**7):07d}",
            "A1B2-TEST",
        )
    )
    kinds = ["channel", "id"] + (["both"] if Corner.BOTH_EXCLUSIONS in plan.corners else [])
    kind = rng.choice(kinds)
    if kind in ("id", "both"):
        row = replace(row, order_id=other_id)
    if kind in ("channel", "both"):
        row = replace(row, sales_channel=rng.choice(("Non-Amazon", "Non-Amazon US", "Non-Amazon CA")))
    return row


def faulty(rng: Random, plan: Plan, sold: Sale) -> OrderRow:
    """A row that cannot be read, whatever else it is."""
    row = replace(sold.rows[0], order_id=new_id(rng, plan.home), cut=Cut.WHOLE)
    if rng.random() < 0.2:
        row = replace(row, sales_channel="Non-Amazon")
    kind = rng.randrange(4)
    if kind == 0:
        return replace(row, order_id="")
    if kind == 1:
        return replace(row, cut=Cut.NEEDED)
    if kind == 2:
        return replace(
            row, purchase=None, purchase_text=rng.choice(("", "--", "2026-13-02T08:11:00+00:00", "soon"))
        )
    return replace(row, fulfillment_word=rng.choice(("", "Moon")))


def into_files(rng: Random, rows: list[OrderRow]) -> tuple[tuple[OrderRow, ...], ...]:
    """Spread rows over several files, some of them in two, in no order."""
    files: list[list[OrderRow]] = [[] for _ in range(rng.choice((1, 1, 2, 3, 4)))]
    for row in rows:
        for place in rng.sample(range(len(files)), 2 if len(files) > 1 and rng.random() < 0.25 else 1):
            files[place].append(row)
    for file in files:
        rng.shuffle(file)
    return tuple(tuple(file) for file in files)
