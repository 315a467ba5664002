"""Shops whose coming days can be worked out by hand, and the block of the explanation about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from calculator import case
from calculator.assess import Assessment, assess
from calculator.dates import DateRange
from calculator.explain import recovery
from calculator.reports import Intake
from calculator.workbook import sheets

TODAY = date(2026, 11, 22)
FIRST = date(2026, 9, 9)
HEADER = "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-channel\n"
CLAIM = "a_to_z_claim"
NBSP = "\u00a0"
PAGE = {
    "first_day": "2026-09-09",
    "last_day": "2026-11-07",
    "fulfillment": "mfn",
    "orders": "126",
    "day": "2026-11-22",
}
Row = dict[str, str]


def order_id(number: int) -> str:
    return f"111-0000001-{number:07d}"


def two_or_three_a_day(first: date, last: date) -> list[date]:
    """2.1 orders a day: two on each day, a third one on every tenth."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [day for number, day in enumerate(days) for _ in range(3 if number % 10 == 9 else 2)]


SOLD = two_or_three_a_day(FIRST, TODAY)


def claim(number: int, outcome: str = "granted", **others: str) -> Row:
    return {"order_id": order_id(number), "type": CLAIM, "outcome": outcome, **others}


def claim_on(number: int, day: str, outcome: str = "granted", **others: str) -> Row:
    return claim(number, outcome, order_date=day, fulfillment="mfn", **others)


def shop(
    sold: Sequence[date],
    rows: Sequence[Row],
    as_of: date = TODAY,
    *,
    page: dict[str, str] | None = None,
    cancelled: Sequence[int] = (),
    files: Sequence[tuple[str, str]] = (),
    window: DateRange | None = None,
) -> Assessment:
    """Return a shop with an order on each of these days, numbered from 0, and these typed rows."""
    intake = Intake(sheets)
    lines = [
        f"{order_id(n)}\t{day}T12:00:00+00:00\t{'Cancelled' if n in cancelled else 'Shipped'}\tMerchant\tAmazon.com\n"
        for n, day in enumerate(sold)
    ]
    for name, words in (*files, *((("orders.txt", HEADER + "".join(lines)),) if sold else ())):
        intake.open(name, name)
        intake.feed(name, words.encode())
        intake.close(name)
    document = {
        "contract": case.CASE,
        "store": "US",
        "odr_page": page or {},
        "defects": [{"id": f"d{n}", **row} for n, row in enumerate(rows, 1)],
    }
    return assess(intake, as_of, case=case.read(document), window=window)


def seed() -> Assessment:
    """2 of 126 on 22 November, claims on orders of 6 and 14 October."""
    return shop(SOLD, [claim(56), claim(73)])


def block(found: Assessment, lang: str = "en") -> dict[str, Any]:
    """Return the block of the fulfilment shown first."""
    return recovery.blocks(recovery.courses(found, lang))[0]


def told(found: Assessment, lang: str = "en") -> dict[str, str]:
    """Return the steps by their days, hard blanks as blanks."""
    return {soft(row["day"]): soft(row["text"]) for row in block(found, lang)["steps"]}


def soft(words: str) -> str:
    return words.replace(NBSP, " ")
