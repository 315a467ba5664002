"""Document: recovery and removal as plain values, the keys of the contract.

Days are ISO, counts are integers. Where only a count was typed its orders are spread evenly over
their period; `basis` says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from calculator.assess import Assessment
from calculator.defects import Defect
from calculator.orders import Fulfillment
from calculator.recovery import recovery_of, removal_of
from calculator.recovery.calendar import Recovery
from calculator.recovery.projection import Day, Projection
from calculator.recovery.removal import Removal
from calculator.recovery.routes import routes_of
from calculator.recovery.steps import Step, steps

RECOVERY = "odr-recovery/1"
REMOVAL = "odr-removal/1"
Named = Callable[[str], str]
"""How an order is to be called: by its whole id, or masked."""


def recovery_document(assessment: Assessment, named: Named = str) -> dict[str, Any]:
    """Return the contract `odr-recovery/1`: the coming days and why the counts change on each."""
    return {
        "contract": RECOVERY,
        **_measured(assessment),
        "recovery": recovery_value(assessment),
        "steps": {
            who.value: [_step(step, named) for step in steps(recovery_of(assessment, who))]
            for who in Fulfillment
        },
    }


def removal_document(assessment: Assessment, named: Named = str) -> dict[str, Any]:
    """Return the contract `odr-removal/1`: every defect with its routes, and the least sets."""
    return {
        "contract": REMOVAL,
        **_measured(assessment),
        "removal": removal_value(assessment, named),
        "defects": [_defect(one, assessment, named) for one in assessment.defect_list.defects],
    }


def _measured(assessment: Assessment) -> dict[str, Any]:
    window = assessment.window
    return {
        "rules": assessment.policy.rules,
        "as_of": assessment.as_of.isoformat(),
        "store": assessment.store,
        "reporting_window": {
            "first_day": window.range.first_day.isoformat(),
            "last_day": window.range.last_day.isoformat(),
            "basis": window.basis.value,
            "lag": window.lag,
        },
    }


def _step(step: Step, named: Named) -> dict[str, Any]:
    return {
        **_day(step.day),
        "orders_left": step.orders_left,
        "orders_entered": step.orders_entered,
        "marked_left": [named(order_id) for order_id in step.marked_left],
        "marked_entered": [named(order_id) for order_id in step.marked_entered],
    }


def _defect(defect: Defect, assessment: Assessment, named: Named) -> dict[str, Any]:
    return {
        "order_id": named(defect.order_id),
        "order_date": _iso(defect.order_date),
        "type": defect.type.value,
        "outcome": defect.outcome,
        "counts": defect.counts.value,
        "routes": routes_of(defect, assessment),
    }


def recovery_value(assessment: Assessment) -> dict[str, Any]:
    """Return the next ninety days of both fulfilments."""
    return {who.value: _recovery(recovery_of(assessment, who)) for who in Fulfillment}


def removal_value(assessment: Assessment, named: Named = str) -> dict[str, Any]:
    """Return the least sets of both fulfilments."""
    return {who.value: _removal(removal_of(assessment, who), named) for who in Fulfillment}


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


def _removal(removal: Removal, named: Named) -> dict[str, Any]:
    honest = removal.honest_set
    return {
        "smallest_set": removal.smallest_set,
        "honest_set": None if honest is None else [named(order_id) for order_id in honest],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
