"""Reported: what Amazon's own figures and the seller's typed counts say about window and size.

A V2 seller performance report sets the window of its store and stands beside our counts;
typed order counts set the window too and replace orders no file covers.

Source: order_defect_rate.reported_window
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculator import display
from calculator.dates import DateRange
from calculator.orders import Fulfillment
from calculator.problems import shown
from calculator.reports.reading import ANY_STORE, Kind, OrderCount, Reading, ReportedRate
from calculator.store_orders import StoreOrders

_FEWEST_DIGITS, _MOST_DIGITS = 2, 6
_WHOLE = 100
_PRINTED = re.compile(r"\d{1,12}(?:\.(\d{1,40}))?(?:[eE][+-]?\d{1,2})?")
Rates = dict[Fulfillment, ReportedRate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Amazon's figures for the assessed store; empty without a V2 report of it."""

    rates: Rates
    window: DateRange | None


def largest_store(readings: Iterable[Reading]) -> str | None:
    """Return the store with most orders in V2 reports, for a sitting without orders."""
    sizes: dict[str, int] = {}
    for _, rate in _rates(readings):
        if rate.store != ANY_STORE:
            sizes[rate.store] = sizes.get(rate.store, 0) + rate.orders
    return max(sorted(sizes), key=lambda store: sizes[store], default=None)


def of_store(readings: Sequence[Reading], store: str | None) -> Reported:
    """Return Amazon's figures for `store`; lists what they contradict or leave out."""
    for reading in readings:
        held = {record.store for record in reading.records if isinstance(record, ReportedRate)}
        if reading.kind is Kind.SELLER_PERFORMANCE and store is None:
            code = "reported_without_store" if ANY_STORE in held else "reported_nothing"
            reading.doubt(None, "performanceMetrics", code)
        elif reading.kind is Kind.SELLER_PERFORMANCE and store not in held:
            reading.doubt(None, "marketplaceId", "reported_store_missing", store=store)
    rates: Rates = {}
    for reading, rate in sorted(_rates(readings), key=lambda item: _newest_first(item[1])):
        if rate.store != store:
            continue
        first = rates.setdefault(rate.fulfillment, rate)
        if first is not rate and first != rate:
            reading.doubt(None, None, "reported_twice", fulfillment=rate.fulfillment.value.upper())
        _check_rate(reading, rate)
    return Reported(rates=rates, window=_window(readings, rates))


def typed_counts(readings: Sequence[Reading], orders: StoreOrders) -> DateRange | None:
    """Take typed counts into `orders` where no file covers a fulfilment; return their period.

    A count of the form without dates belongs to whatever window is chosen.
    """
    rows = [(r, record) for r in readings for record in r.records if isinstance(record, OrderCount)]
    rows.sort(key=lambda item: (item[1].fulfillment is not Fulfillment.MFN, _latest_first(item[1])))
    period: DateRange | None = None
    for reading, count in rows:
        own = count.days
        period = period or own
        if own and own != period:
            reading.doubt(
                count.line, None, "typed_period_differs", first_day=own.first_day, last_day=own.last_day
            )
        elif orders.is_covered(count.fulfillment):
            reading.note("count_not_needed", fulfillment=count.fulfillment.value.upper(), orders=count.orders)
        elif orders.typed.setdefault(count.fulfillment, count.orders) != count.orders:
            reading.doubt(count.line, "orders", "typed_twice", orders=count.orders)
        elif count.orders_with_defects is not None:
            orders.stated.setdefault(count.fulfillment, count.orders_with_defects)
    orders.typed_period = period
    return period


def _rates(readings: Iterable[Reading]) -> list[tuple[Reading, ReportedRate]]:
    return [(r, record) for r in readings for record in r.records if isinstance(record, ReportedRate)]


def _newest_first(rate: ReportedRate) -> tuple[int, int, int, int]:
    newest = -rate.last_day.toordinal() if rate.last_day else 0
    return newest, -rate.orders, -rate.orders_with_defects, -rate.negative_feedback


def _latest_first(count: OrderCount) -> tuple[int, int, int, int]:
    first, last = (count.days.first_day, count.days.last_day) if count.days else (date.min, date.min)
    return -last.toordinal(), first.toordinal(), count.orders, -(count.orders_with_defects or 0)


def _window(readings: Sequence[Reading], rates: Rates) -> DateRange | None:
    """Return the mfn range; one that cannot be is a problem, an afn range that differs too."""
    ranges = {who: rate.window for who, rate in rates.items()}
    found = ranges.get(Fulfillment.MFN)
    reading = next((r for r, _ in _rates(readings)), None)
    if reading is not None and rates:
        afn = ranges.get(Fulfillment.AFN)
        if Fulfillment.MFN not in rates:
            reading.doubt(None, "reportingDateRange", "reported_range_missing")
        elif found is None:
            reading.doubt(None, "reportingDateRange", "reported_window_unreadable")
        elif afn is not None and afn != found:
            reading.doubt(
                None,
                "reportingDateRange",
                "reported_windows_differ",
                first_day=afn.first_day,
                last_day=afn.last_day,
            )
    return found


def _check_rate(reading: Reading, rate: ReportedRate) -> None:
    """List a printed rate that is not the quotient of the counts beside it, to the digits printed."""
    if rate.stated_rate is None:
        return
    printed = _PRINTED.fullmatch(rate.stated_rate)
    stated = Fraction(printed[0]) if printed else None
    if stated is not None and 1 < stated <= _WHOLE:
        reading.doubt(None, "rate", "rate_in_percent", original=rate.stated_rate)
        stated /= _WHOLE
    if stated is None or not _agrees(stated, printed[1] if printed else None, rate):
        reading.doubt(
            None,
            "rate",
            "stated_rate_disagrees",
            original=shown(rate.stated_rate),
            fulfillment=rate.fulfillment.value.upper(),
            orders=rate.orders,
            orders_with_defects=rate.orders_with_defects,
            recomputed=display.fraction(rate.orders_with_defects, rate.orders),
        )


def _agrees(stated: Fraction, decimals: str | None, rate: ReportedRate) -> bool:
    digits = min(max(len(decimals or ""), _FEWEST_DIGITS), _MOST_DIGITS)
    difference = abs(stated * rate.orders - rate.orders_with_defects)
    return difference * int(10**digits) < max(rate.orders, 1)
