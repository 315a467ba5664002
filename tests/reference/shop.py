"""Random shops: one seed, one shop, always the same."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from . import shop_feedback, shop_hand, shop_orders
from .dice import dice
from .plan import Plan, plan
from .truth import AGREED, Block, Corner, CountRow, Figures, HandRow, OrderRow, Shop

if TYPE_CHECKING:
    from datetime import date
    from random import Random

    from .shop_orders import Sale


def shop(seed: int, more: frozenset[Corner] = frozenset()) -> Shop:
    """The shop of this seed, with some corners that core and recount read alike, and with `more`."""
    chance = dice(f"corners {seed}")
    corners = more | {corner for corner in sorted(AGREED) if chance.random() < 0.2}
    rng = dice(f"shop {seed}")
    frame = plan(rng, corners)
    sales = _sales(rng, frame)
    at_home = [sold for sold in sales if sold.store is frame.home]
    hit = _hit(rng, frame, sales)
    by_hand = [
        row
        for sold in hit
        if rng.random() < 0.7
        for row in shop_hand.about(rng, sold, shop_hand.kinds_of(rng))
    ]
    by_hand += shop_hand.only_by_hand(
        rng, frame, rng.choice((1, 2, 4)) if frame.typed else rng.choice((0, 0, 0, 1, 3))
    )
    neutral = rng.sample(at_home, min(len(at_home), rng.choice((0, 1, 4, 8))))
    negative = [sold for sold in hit if rng.random() < 0.5]
    feedback = shop_feedback.feedback(
        rng, frame, negative, [sold for sold in neutral if sold not in negative]
    )
    marked = [sold for sold in at_home if sold in hit or rng.random() < 0.03]
    marks = shop_hand.marks(rng, frame, marked, by_hand) if marked and rng.random() < 0.25 else None
    return Shop(
        seed=seed,
        as_of=frame.as_of,
        store=_store(rng, frame, sales),
        window=(frame.first, frame.last) if frame.basis == "chosen" else None,
        lang=rng.choice(("en", "en", "zh-Hans")),
        order_files=_order_files(rng, frame, sales),
        feedback_files=shop_feedback.into_files(rng, feedback) if rng.random() < 0.85 else (),
        hand_files=_hand_files(rng, by_hand),
        counts=_counts(rng, frame, by_hand),
        marks=None if marks is None else tuple(marks),
        report=_report(rng, frame),
        corners=corners,
    )


def _sales(rng: Random, frame: Plan) -> list[Sale]:
    """All orders of all stores; the home store nearly always has most."""
    clean = rng.random() < 0.4
    sales: list[Sale] = []
    for kind in frame.sold:
        inside = {"tiny": rng.randrange(8), "aimed": _aimed(rng), "large": rng.randrange(40, 180)}[frame.size]
        days = _days(rng, frame, inside)
        sales += [shop_orders.sale(rng, frame.home, kind, day, clean=clean) for day in days]
    for store in frame.abroad:
        for _ in range(rng.randrange(1, 2 + len(sales) // 3)):
            day = frame.last - timedelta(days=rng.randrange(70))
            sales.append(shop_orders.sale(rng, store, rng.choice(("mfn", "afn")), day, clean=False))
    return sales


def _aimed(rng: Random) -> int:
    """A number of orders at which one order more or less changes the verdict."""
    return 100 * rng.choice((1, 1, 1, 2)) + rng.choice((-2, -1, 0, 1, 2, 3))


def _days(rng: Random, frame: Plan, inside: int) -> list[date]:
    """Days of orders: so many inside the window, often on its edges, and some just outside."""
    length = (frame.last - frame.first).days + 1
    days = []
    for _ in range(inside):
        edge = rng.random() < 0.15
        days.append(
            rng.choice((frame.first, frame.last))
            if edge
            else frame.first + timedelta(days=rng.randrange(length))
        )
    for _ in range(rng.randrange(12)):
        after = timedelta(days=rng.choice((1, 1, 2, 8, 14)))
        days.append(rng.choice((frame.first - after, frame.last + after)))
    return days


def _hit(rng: Random, frame: Plan, sales: list[Sale]) -> list[Sale]:
    """The orders with a defect: few where the shop aims at the limit."""
    count = {"tiny": rng.randrange(3), "aimed": rng.randrange(5), "large": rng.randrange(9)}[frame.size]
    edges = [
        sold
        for sold in sales
        if sold.day in (frame.first, frame.last) or not frame.first <= sold.day <= frame.last
    ]
    chosen = rng.sample(sales, min(len(sales), count)) + rng.sample(
        edges, min(len(edges), rng.choice((0, 0, 1, 2)))
    )
    return list({sold.order_id: sold for sold in chosen}.values())


def _store(rng: Random, frame: Plan, sales: list[Sale]) -> str | None:
    """The store asked for; none only where one store clearly has most orders."""
    counts = sorted(sum(sold.store is store for sold in sales) for store in (frame.home, *frame.abroad))
    clear = counts[-1] > 0 and (len(counts) == 1 or counts[-1] > counts[-2])
    if clear and rng.random() < 0.6:
        return None
    code = rng.choice((frame.home, *frame.abroad)).code if rng.random() < 0.15 else frame.home.code
    return "GB" if code == "UK" and rng.random() < 0.3 else code


def _order_files(rng: Random, frame: Plan, sales: list[Sale]) -> tuple[tuple[OrderRow, ...], ...]:
    """The rows of all orders with what is left out and what cannot be read, spread over files."""
    if not frame.sold:
        return ()
    rows = [row for sold in sales for row in sold.rows]
    if sales and not frame.typed:
        rows += [shop_orders.left_out(rng, frame, rng.choice(sales)) for _ in range(rng.choice((0, 0, 1, 4)))]
        rows += [shop_orders.faulty(rng, frame, rng.choice(sales)) for _ in range(rng.choice((0, 0, 1, 3)))]
    return shop_orders.into_files(rng, rows)


def _hand_files(rng: Random, rows: list[HandRow]) -> tuple[tuple[HandRow, ...], ...]:
    """One defects.csv, sometimes two, sometimes none where nothing was typed."""
    if not rows and rng.random() < 0.8:
        return ()
    rng.shuffle(rows)
    middle = rng.randrange(len(rows) + 1) if rng.random() < 0.2 else 0
    return (tuple(rows[middle:]), tuple(rows[:middle])) if middle else (tuple(rows),)


def _counts(rng: Random, frame: Plan, rows: list[HandRow]) -> tuple[CountRow, ...]:
    """Typed order counts, never fewer than the orders that were typed in."""
    least = len(rows)
    counts = []
    for kind in frame.typed or (frame.sold if Corner.COUNTS_BESIDE_ORDERS in frame.corners else ()):
        orders = least + rng.choice((0, 20, 100 - least, 101 - least, 126, 200 - least, 300))
        counts.append(
            CountRow(
                first_day=frame.first, last_day=frame.last, fulfillment=kind, orders=max(orders, least, 1)
            )
        )
    return tuple(counts)


def _report(rng: Random, frame: Plan) -> tuple[Block, ...] | None:
    """A V2 report that sets the window, lacks the store, or stands beside a chosen window."""
    blocks = tuple(_block(rng, frame, store.code) for store in frame.abroad)
    home = _block(rng, frame, frame.home.code)
    if frame.basis == "reported":
        return (*blocks, home) if rng.random() < 0.5 else (home, *blocks)
    if frame.basis == "lag" and rng.random() < 0.1:
        return blocks or None
    beside = frame.basis == "chosen" or (frame.basis == "typed" and Corner.COUNTS_AND_REPORT in frame.corners)
    return (home,) if beside and rng.random() < 0.3 else None


def _block(rng: Random, frame: Plan, store: str) -> Block:
    """One store's figures; the AFN period sometimes differs, and other stores have periods of their own."""
    apart = 0 if frame.basis == "reported" and store == frame.home.code else rng.choice((0, 1, 5))
    first, last = frame.first - timedelta(days=apart), frame.last - timedelta(days=apart)
    other = timedelta(days=rng.choice((0, 0, 0, 1)))
    return Block(store=store, mfn=_figures(rng, first, last), afn=_figures(rng, first - other, last - other))


def _figures(rng: Random, first: date, last: date) -> Figures:
    orders = rng.randrange(1, 500)
    claims, chargebacks, negative = (rng.choice((0, 0, 1, 2)) for _ in range(3))
    hits = max(claims, chargebacks, negative)
    return Figures(
        first_day=first, last_day=last, orders=orders, orders_with_defects=min(orders, hits),
        claims=claims, chargebacks=chargebacks, negative_feedback=negative,
    )  # fmt: skip
