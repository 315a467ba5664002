"""Recovery: when the number alone comes under the target, and what could honestly be removed.

    assessment → ledger → calendar (the next ninety days) → steps (why it moves)
                        → removal (the least set, the honest set, by the routes that are open)

Nothing here promises anything: no source says that offers come back when the number does.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from calculator.assess import Assessment
from calculator.defects import Defect
from calculator.order_defect_rate import target_of
from calculator.orders import Fulfillment
from calculator.policy import Counts
from calculator.recovery.calendar import Recovery, recovery
from calculator.recovery.entries import ledger_of
from calculator.recovery.ledger import Ledger
from calculator.recovery.projection import Day, Projection
from calculator.recovery.removal import MarkedOrder, Removal, removal
from calculator.recovery.routes import has_open_route, may_have_route, routes_of

__all__ = [
    "Day",
    "Ledger",
    "Projection",
    "Recovery",
    "Removal",
    "has_open_route",
    "may_reach_target",
    "recovery_of",
    "removal_of",
    "routes_of",
]


def recovery_of(assessment: Assessment, fulfillment: Fulfillment) -> Recovery:
    """Return the next ninety days of one fulfilment."""
    window = assessment.window
    ledger = ledger_of(
        assessment.orders,
        assessment.defect_list.defects,
        fulfillment,
        window.range,
        assessment.as_of,
    )
    pace = Fraction(assessment.rates[fulfillment].orders.low, window.range.days)
    target = target_of(assessment.policy)
    return recovery(ledger, assessment.as_of, window.lag, pace, window.length, target)


def removal_of(assessment: Assessment, fulfillment: Fulfillment) -> Removal:
    """Return the least sets of orders that must lose their defects."""
    rate, target = assessment.rates[fulfillment], target_of(assessment.policy)
    return removal(rate, _marked(assessment, fulfillment, has_open_route), target)


def may_reach_target(assessment: Assessment, fulfillment: Fulfillment) -> bool:
    """Return whether the routes could be enough if those that only lack a day were open too."""
    rate, target = assessment.rates[fulfillment], target_of(assessment.policy)
    marked = _marked(assessment, fulfillment, may_have_route)
    return removal(rate, marked, target).honest_set is not None


def _marked(
    assessment: Assessment, fulfillment: Fulfillment, has_route: Callable[[Defect, Assessment], bool]
) -> list[MarkedOrder]:
    held: dict[str, list[Defect]] = {}
    for defect in assessment.defect_list.defects:
        if defect.counts is not Counts.NOT_COUNTED and _may_be_in(defect, assessment, fulfillment):
            held.setdefault(defect.order_id, []).append(defect)
    return [
        MarkedOrder(
            order_id=order_id,
            is_counted=any(defect.counts is Counts.COUNTED for defect in defects),
            is_settled=_is_settled(assessment, order_id),
            has_route=all(has_route(defect, assessment) for defect in defects),
        )
        for order_id, defects in held.items()
    ]


def _may_be_in(defect: Defect, assessment: Assessment, fulfillment: Fulfillment) -> bool:
    """Return whether a defect is in the assessed window, or was typed without a day and may be."""
    day = defect.order_date
    if day is None:
        return defect.is_typed and defect.fulfillment in (None, fulfillment)
    return defect.is_placed and defect.fulfillment is fulfillment and day in assessment.window.range


def _is_settled(assessment: Assessment, order_id: str) -> bool:
    order = assessment.orders.find(order_id)
    return order is None or order.is_settled
