"""Example shop: the invented files and entries that the calculator page opens in one click.

The shop of the worked example with everything a real one has beside it: orders that Amazon ships,
a cancelled order, orders after the window, feedback that does and does not count, a row that cannot
be read. Every order id is of a form that Amazon does not give out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from calculator.docsite import example
from calculator.docsite.invented import STORE, Mark, Sale, Shop, spread, window_of

ORDERS_FILE = "example-all-orders.txt"
FEEDBACK_FILE = "example-feedback.txt"
FEEDBACK_HEADER = ("Date", "Rating", "Comments", "Your Response", "Order ID", "Rater Email")
AMAZONS = 60
CANCELLED = 17
DECIDED_DAYS_BACK = (13, 5)
SOLD_UNTIL_DAYS_BACK = 2
RATED_AFTER_DAYS = 3
RATINGS = ((6, "2", "Never came, nobody answered"), (30, "4", "Good"))
"""Ratings by the place of their order from the end, stars and comment."""
BROKEN = "111-9000001-9000001\t31/31/2026\tShipped\tMerchant\tAmazon.com\n"


def bundle(as_of: date) -> dict[str, Any]:
    """Return what the page opens: the typed case and the files."""
    files = ((ORDERS_FILE, orders_file(as_of)), (FEEDBACK_FILE, feedback_file(as_of)))
    return {
        "case": typed_case(as_of),
        "files": [{"name": name, "text": text} for name, text in files],
    }


def own_sales(as_of: date) -> tuple[Sale, ...]:
    """Return the orders the seller ships: those of the worked example, and the pace goes on behind them."""
    window = window_of(as_of)
    until = as_of - timedelta(days=SOLD_UNTIL_DAYS_BACK)
    sales = spread(example.ORDERS, window.first_day, window.days, until=until)
    return tuple(replace(sale, status="Cancelled") if sale.number == CANCELLED else sale for sale in sales)


def orders_file(as_of: date) -> str:
    """Return the All Orders report: the window and what enters it next."""
    window = window_of(as_of)
    sent = spread(AMAZONS, window.first_day, window.days)
    amazons = (replace(sale, number=5000 + sale.number, channel="Amazon") for sale in sent)
    return Shop((*own_sales(as_of), *amazons), ()).orders_file() + BROKEN


def feedback_file(as_of: date) -> str:
    """Return the seller feedback report: one rating enters the window next, one never counts."""
    sales = own_sales(as_of)
    rows = (_rating(sales[-back], stars, comment) for back, stars, comment in RATINGS)
    return "".join("\t".join(row) + "\n" for row in (FEEDBACK_HEADER, *rows))


def typed_case(as_of: date) -> dict[str, Any]:
    """Return what the seller of the example has typed: Amazon's figures and the two claims."""
    window, marks = window_of(as_of), example.shop(as_of).marks
    notice = {
        "day": as_of.isoformat(),
        "fulfillment": "mfn",
        "orders": str(example.ORDERS),
        "orders_with_defects": str(len(marks)),
    }
    days = {"first_day": window.first_day.isoformat(), "last_day": window.last_day.isoformat()}
    decided = (as_of - timedelta(days=back) for back in DECIDED_DAYS_BACK)
    claims = (replace(mark, decided_on=day) for mark, day in zip(marks, decided, strict=True))
    return {
        "contract": "odr-case/1",
        "store": STORE,
        "as_of": as_of.isoformat(),
        "notice": notice,
        "odr_page": {**notice, **days},
        "defects": [_typed(number, mark) for number, mark in enumerate(claims, 1)],
    }


def _rating(sale: Sale, stars: str, comment: str) -> tuple[str, ...]:
    left = sale.day + timedelta(days=RATED_AFTER_DAYS)
    written = f"{left.month}/{left.day}/{left.year % 100}"
    return (written, stars, comment, "", sale.order_id, f"buyer{sale.number}@marketplace.example")


def _typed(number: int, mark: Mark) -> dict[str, str]:
    return {
        "id": f"d{number}",
        "order_id": mark.sale.order_id,
        "order_date": mark.sale.day.isoformat(),
        "fulfillment": "mfn",
        "type": mark.type,
        "outcome": mark.outcome,
        "decided_on": mark.decided_on.isoformat() if mark.decided_on else "",
    }
