"""Shops small enough to write down: a few orders a day, a few typed claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from .truth import CLAIM, MFN, Block, Figures, HandRow, OrderRow, Shop

NOTICE_DAY = date(2026, 11, 22)


def order(number: int, day: date, status: str = "Shipped") -> OrderRow:
    """One seller-fulfilled order of a day."""
    noon = datetime.combine(day, time(12), UTC)
    return OrderRow(
        order_id=order_id(number),
        purchase=noon,
        updated=noon,
        status=status,
        fulfillment_word="Merchant",
        sales_channel="Amazon.com",
        item=1,
    )


def order_id(number: int) -> str:
    """An invented order id."""
    return f"111-0000001-{number:07d}"


def claim(number: int, outcome: str = "granted", **others: Any) -> HandRow:
    """A claim on an order of that number."""
    return HandRow(order_id=order_id(number), type=CLAIM, outcome=outcome, **others)


def claim_on(number: int, day: date, outcome: str = "granted") -> HandRow:
    """A claim that states the order's day and fulfilment itself."""
    return claim(number, outcome, order_date=day, fulfillment=MFN)


def shop(days: list[date], hand: list[HandRow], as_of: date = NOTICE_DAY, **others: Any) -> Shop:
    """A shop with an order on each of these days, numbered from 0, and these typed rows."""
    plain = Shop(seed=0, as_of=as_of, store="US", window=None)
    rows = tuple(order(number, day) for number, day in enumerate(days))
    files = {"order_files": (rows,) if rows else (), "hand_files": (tuple(hand),) if hand else ()}
    return replace(plain, **{**files, **others})


def two_or_three_a_day(first: date, last: date) -> list[date]:
    """2.1 orders a day: two on each day, a third one on every tenth."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [day for number, day in enumerate(days) for _ in range(3 if number % 10 == 9 else 2)]


def report(as_of: date, lag: int) -> tuple[Block]:
    """A V2 report whose window ends so many days before `as_of`."""
    last = as_of - timedelta(days=lag)
    figures = Figures(
        first_day=last - timedelta(days=59),
        last_day=last,
        orders=126,
        orders_with_defects=2,
        claims=2,
        chargebacks=0,
        negative_feedback=0,
    )
    return (Block(store="US", mfn=figures, afn=figures),)
