"""Without: the coming days if one order's mark were gone, and whether a day under the target would last.

Which mark helps longest is not which helps today: when the order of the other mark leaves soon, or
clean orders leave before it, the number may be over again.

Worse mistake: a mark told as enough that is enough today only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from calculator.dates import plus
from calculator.recovery.calendar import Recovery
from calculator.recovery.projection import Day, Projection


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """How a number without one mark goes on, if nothing new is sold.

    Attributes:
        sooner: the first coming day on target, where it is earlier than with the mark.
        before: that day with the mark; None within the horizon.
        over_again: for a number on target today, the first day that is off target.
        stays_from: the day from which no later day with orders is off target.
    """

    sooner: date | None = None
    before: date | None = None
    over_again: date | None = None
    stays_from: date | None = None


def lasting(recovery: Recovery, day: date, *, leaves: bool, is_on_target: bool) -> Lasting:
    """Return how the number goes on without one mark.

    Args:
        recovery: of the fulfilment, with the mark; of orders that are known by day.
        day: order day of the marked order; no other mark may hold it.
        leaves: it is counted as an order for its mark alone, so it leaves with it.
        is_on_target: today's number without the mark is under the target.
    """
    then = without(recovery, day, leaves=leaves)
    now = recovery.no_new_orders.first_day_on_target
    if is_on_target:
        over = next((one.day for one in then.days if one.is_off_target(recovery.target)), None)
        return Lasting(over_again=over, stays_from=then.stays_on_target_from)
    first = then.first_day_on_target
    return Lasting(sooner=first if first and (now is None or first < now) else None, before=now)


def without(recovery: Recovery, day: date, *, leaves: bool) -> Projection:
    """Return the coming days without the mark of one order of `day`."""
    first = plus(day, recovery.lag) or date.max
    after = plus(day, recovery.lag + recovery.length) or date.max
    days = [
        Day(one.day, one.orders - leaves, one.orders_with_defects - 1) if first <= one.day < after else one
        for one in recovery.no_new_orders.days
    ]
    return Projection.of(days, recovery.target)
