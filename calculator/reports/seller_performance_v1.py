"""Seller performance report V1: Amazon's own figures in the older XML, one block a period.

`GET_V1_SELLER_PERFORMANCE_REPORT`. It names neither the store nor who shipped: it is taken for the
assessed store and for seller-fulfilled orders, and says so. Of several periods the newest counts.

Source: order_defect_rate.reported_window
Worse mistake: comparing our counts with an old period as if it were today's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from calculator import dates
from calculator.orders import Fulfillment
from calculator.reports.flat_file import Row
from calculator.reports.reading import ANY_STORE, Reading, ReportedRate

_COUNTS = ("negative_feedback", "a_to_z_claims", "chargebacks")
_MOST_DIGITS = 12


def take(reading: Reading, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Read the newest period into `reading`; `rows` counts the periods."""
    reading.rows += len(rows)
    found = [
        rate for row in rows if (rate := _rate(reading, row, dict(zip(columns, row.cells, strict=True))))
    ]
    if len(found) > 1:
        reading.note("v1_newest_of", frames=len(found))
    if found:
        reading.note("v1_without_store")
        reading.records.append(max(found, key=lambda rate: rate.last_day or date.min))


def _rate(reading: Reading, row: Row, cells: dict[str, str]) -> ReportedRate | None:
    ordered, marked = _count(cells["orders"]), _count(cells["orders_with_defects"])
    if ordered is None or marked is None:
        reading.refuse(row.line, "orderDefectMetrics", "v1_counts_missing")
        return None
    return ReportedRate(
        store=ANY_STORE,
        fulfillment=Fulfillment.MFN,
        first_day=_day(cells["start"]),
        last_day=_day(cells["end"]),
        orders=ordered,
        orders_with_defects=marked,
        stated_rate=cells["rate"] or None,
        **{name: _count(cells[name]) or 0 for name in _COUNTS},
    )


def _count(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def _day(text: str) -> date | None:
    found = dates.instant(text)
    return found[0].date() if found else None
