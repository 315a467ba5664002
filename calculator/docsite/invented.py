"""Invented shops: sales and marks written as files and assessed by the core, like a seller's own.

The guide's examples are made of them, so that no page can say what the calculator would not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from calculator.assess import Assessment, assess
from calculator.dates import DateRange
from calculator.policy import policy_on
from calculator.reporting_window import choose
from calculator.reports.intake import Intake

HEADER = ("amazon-order-id", "purchase-date", "order-status", "fulfillment-channel", "sales-channel")
DEFECTS_HEADER = "order_id,order_date,fulfillment,type,outcome,event_date,decided_on,note"
STORE = "US"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """One order; the number makes its id."""

    number: int
    day: date
    status: str = "Shipped"
    channel: str = "Merchant"

    @property
    def order_id(self) -> str:
        """Return an id that nobody takes for a real one."""
        return f"111-{self.number:07d}-{self.number:07d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One defect of a sale, as a seller types it."""

    sale: Sale
    type: str = "a_to_z_claim"
    outcome: str = "granted"
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class Shop:
    """Sales and the marks on them."""

    sales: tuple[Sale, ...]
    marks: tuple[Mark, ...]

    def orders_file(self) -> str:
        """Return the All Orders report of the shop."""
        return "\n".join(["\t".join(HEADER), *("\t".join(_row(sale)) for sale in self.sales)]) + "\n"

    def defects_file(self) -> str:
        """Return the marks in the small file for typing."""
        return "\n".join([DEFECTS_HEADER, *map(_typed, self.marks)]) + "\n"

    def on(self, as_of: date, window: DateRange | None = None) -> Assessment:
        """Return what the core says about the shop on a day."""
        intake = Intake(_no_workbook)
        for name, content in (("orders.txt", self.orders_file()), ("defects.csv", self.defects_file())):
            intake.open(name, name)
            intake.feed(name, content.encode())
            intake.close(name)
        return assess(intake, as_of, store=STORE, window=window)


def spread(orders: int, first_day: date, days: int, *, until: date | None = None) -> tuple[Sale, ...]:
    """Return sales at a steady pace.

    Args:
        orders: how many in `days` days.
        first_day: the first of them.
        days: the days over which `orders` are spread.
        until: the last day of selling; None ends with the days. Beyond them the pace goes on.
    """
    last = until or first_day + timedelta(days=days - 1)
    total = -(-((last - first_day).days + 1) * orders // days)
    return tuple(Sale(number=n, day=first_day + timedelta(days=n * days // orders)) for n in range(total))


def window_of(as_of: date) -> DateRange:
    """Return the window of a day, from the policy."""
    return choose(as_of, policy_on(as_of)).range


def first_on(sales: Iterable[Sale], day: date) -> Sale:
    """Return the first sale of a day.

    Raises:
        StopIteration: nothing was sold on it.
    """
    return next(sale for sale in sales if sale.day == day)


def _row(sale: Sale) -> tuple[str, ...]:
    return (sale.order_id, f"{sale.day}T10:00:00+00:00", sale.status, sale.channel, "Amazon.com")


def _typed(mark: Mark) -> str:
    sale, decided = mark.sale, mark.decided_on or mark.sale.day
    channel = "mfn" if sale.channel == "Merchant" else "afn"
    return f"{sale.order_id},{sale.day},{channel},{mark.type},{mark.outcome},{decided},{decided},"


def _no_workbook(_data: bytes, name: str) -> list[list[list[str]]]:
    raise LookupError(f"An invented shop has no workbook, yet {name} was taken for one.")
