"""Sides: the counts of each fulfilment of an assessment and the days on which they turn."""

from __future__ import annotations

from collections.abc import Iterator

from calculator.accounts.row import Deadline, Side
from calculator.assess import Assessment
from calculator.claim_clock import State
from calculator.order_defect_rate import Verdict
from calculator.orders import Fulfillment
from calculator.recovery import recovery_of, routes
from calculator.recovery.calendar import Recovery
from calculator.recovery.steps import steps
from calculator.take_along.deadlines import day_of

_SOON = (State.SOON, State.LAST_DAY)


def recoveries(assessment: Assessment) -> dict[Fulfillment, Recovery]:
    """Return the coming days of each fulfilment."""
    return {who: recovery_of(assessment, who) for who in Fulfillment}


def sides(assessment: Assessment, coming: dict[Fulfillment, Recovery]) -> tuple[Side, ...]:
    """Return both fulfilments, the seller's own first."""
    return tuple(_side(assessment, who, coming[who]) for who in Fulfillment)


def _side(assessment: Assessment, who: Fulfillment, recovery: Recovery) -> Side:
    rate, ahead = assessment.rates[who], recovery.no_new_orders
    is_on, has_orders = rate.verdict is Verdict.ON_TARGET, rate.verdict is not Verdict.NO_ORDERS
    over = (day.day for day in ahead.days if day.is_off_target(recovery.target))
    return Side(
        fulfillment=who,
        orders=rate.orders,
        orders_with_defects=rate.orders_with_defects,
        verdict=rate.verdict,
        next_change=next((step.day.day for step in steps(recovery) if step.moves_marks), None),
        under_from=ahead.first_day_on_target if has_orders and not is_on else None,
        over_from=next(over, None) if is_on else None,
    )


def first_deadline(assessment: Assessment) -> Deadline | None:
    """Return the first deadline with a day; on one day what Amazon published goes before hearsay."""
    found = sorted(_deadlines(assessment), key=lambda one: (one.day, one.said_to_be, one.route))
    return found[0] if found else None


def without_day(assessment: Assessment) -> int:
    """Return the number of ways out that lack the day their clock begins."""
    held = assessment.defect_list.defects
    return sum(clock.missing is not None for defect in held for clock in routes.clocks(defect, assessment))


def _deadlines(assessment: Assessment) -> Iterator[Deadline]:
    for defect in assessment.defect_list.defects:
        for clock in routes.clocks(defect, assessment):
            day = day_of(clock) if routes.is_open(clock) else None
            if day:
                is_soon = clock.state in _SOON
                yield Deadline(day=day, route=clock.route, said_to_be=clock.said_to_be, is_soon=is_soon)
