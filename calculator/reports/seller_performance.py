"""Seller performance report V2: Amazon's own figures, JSON, no order ids.

`GET_V2_SELLER_PERFORMANCE_REPORT`. One block per store, with the rate of seller-fulfilled
(mfn) and Amazon-fulfilled (afn) orders and the window each was measured in. It is used to
set the window and to stand beside our own counts, never as a source of orders. Amazon's
printed examples name keys differently from the schema, so unknown keys are passed over.

Source: order_defect_rate.reported_window
Worse mistake: believing a printed rate. The counts are facts, the rate is recomputed.
"""

from __future__ import annotations

from typing import Any

from calculator import dates, stores
from calculator.errors import ReportError
from calculator.json_text import parsed
from calculator.orders import Fulfillment
from calculator.problems import shown
from calculator.reports.reading import Reading, ReportedRate

_IMPLAUSIBLE = 10**12
_COUNTS = {"negative_feedback": "negativeFeedback", "a_to_z_claims": "claims", "chargebacks": "chargebacks"}


def value_of(file: str, text: str) -> Any:
    """Return what a JSON file holds, numbers with a point as they are written.

    Raises:
        ReportError: cut short or damaged.
    """
    try:
        return parsed(text, parse_float=str)
    except (ValueError, RecursionError) as broken:
        raise ReportError("broken_json", file=file) from broken


def is_report(value: Any) -> bool:
    """Return whether a JSON value is this report."""
    return isinstance(value, dict) and isinstance(value.get("performanceMetrics"), list)


def take(reading: Reading, whole: dict[str, Any]) -> None:
    """Read every store's order defect rate into `reading`; `rows` counts the stores."""
    for block in whole["performanceMetrics"]:
        reading.rows += 1
        _take_block(reading, block if isinstance(block, dict) else {})


def _take_block(reading: Reading, block: dict[str, Any]) -> None:
    marketplace = str(block.get("marketplaceId", ""))
    store = stores.of_marketplace(marketplace)
    rates = block.get("orderDefectRate")
    if store is None:
        reading.refuse(None, "marketplaceId", "unknown_marketplace", original=shown(marketplace))
    elif not isinstance(rates, dict):
        reading.refuse(None, "orderDefectRate", "no_reported_rate", store=store)
    else:
        found = [_rate(reading, store, who, rates.get(who)) for who in Fulfillment]
        reading.records.extend(rate for rate in found if rate)
        if not any(found):
            reading.refuse(None, "orderDefectRate", "no_reported_rate", store=store)


def _rate(reading: Reading, store: str, who: Fulfillment, block: object) -> ReportedRate | None:
    """Return one fulfilment's figures, or None with a problem when its counts are missing."""
    if not isinstance(block, dict):
        return None
    ordered, marked = _count(block.get("orderCount")), _count(_inner(block, "orderWithDefects", "count"))
    if ordered is None or marked is None:
        reading.doubt(
            None, "orderDefectRate", "reported_counts_missing", fulfillment=who.value.upper(), store=store
        )
        return None
    stated = block.get("rate")
    return ReportedRate(
        store=store,
        fulfillment=who,
        first_day=_day(_inner(block, "reportingDateRange", "reportingDateFrom")),
        last_day=_day(_inner(block, "reportingDateRange", "reportingDateTo")),
        orders=ordered,
        orders_with_defects=marked,
        stated_rate=str(stated) if isinstance(stated, int | str) and not isinstance(stated, bool) else None,
        **{name: _count(_inner(block, key, "count")) or 0 for name, key in _COUNTS.items()},
    )


def _inner(block: dict[str, Any], outer: str, inner: str) -> object:
    found = block.get(outer)
    return found.get(inner) if isinstance(found, dict) else None


def _count(value: object) -> int | None:
    is_count = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _IMPLAUSIBLE
    return int(str(value)) if is_count else None


def _day(value: object) -> Any:
    found = dates.instant(value) if isinstance(value, str) else None
    return found[0].date() if found else None
