"""Document: recovery and removal as plain values, the keys of the contract.

Days are ISO, counts are integers. Where only a count was typed its orders are spread evenly over
their period; `basis` says so.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from calculator.assess import Assessment
from calculator.orders import Fulfillment
from calculator.recovery import recovery_of, removal_of
from calculator.recovery.calendar import Day, Projection, Recovery
from calculator.recovery.removal import Removal


def recovery_value(assessment: Assessment) -> dict[str, Any]:
    """Return the next ninety days of both fulfilments."""
    return {who.value: _recovery(recovery_of(assessment, who)) for who in Fulfillment}


def removal_value(assessment: Assessment) -> dict[str, Any]:
    """Return the least sets of both fulfilments."""
    return {who.value: _removal(removal_of(assessment, who)) for who in Fulfillment}


def _recovery(recovery: Recovery) -> dict[str, Any]:
    return {
        "basis": "orders" if recovery.ledger.typed is None else "typed_counts",
        "no_new_orders": _projection(recovery.no_new_orders),
        "same_pace": _projection(recovery.same_pace),
    }


def _projection(projection: Projection) -> dict[str, Any]:
    return {
        "days": [_day(day) for day in projection.days],
        "first_day_on_target": _iso(projection.first_day_on_target),
        "stays_on_target_from": _iso(projection.stays_on_target_from),
    }


def _day(day: Day) -> dict[str, Any]:
    return {
        "day": day.day.isoformat(),
        "orders": day.orders,
        "orders_with_defects": day.orders_with_defects,
    }


def _removal(removal: Removal) -> dict[str, Any]:
    honest = removal.honest_set
    return {
        "smallest_set": removal.smallest_set,
        "honest_set": None if honest is None else list(honest),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
