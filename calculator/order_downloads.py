"""Order downloads: which days of orders to ask Amazon for, cut into requests it accepts.

The rate needs the orders of its window and those of the lag behind it, which enter next.

>>> from datetime import date
>>> from calculator.policy import policy_on
>>> today = date(2026, 11, 22)
>>> [f"{one.first_day}..{one.last_day}" for one in order_downloads(today, policy_on(today))]
['2026-09-09..2026-10-08', '2026-10-09..2026-11-07', '2026-11-08..2026-11-22']
"""

from __future__ import annotations

from datetime import date, timedelta

from calculator.dates import DateRange
from calculator.policy import Policy

LENGTH = "order_defect_rate.window_days"
LAG = "order_defect_rate.window_lag"
LONGEST_REQUEST = "facts.all_orders_report.longest_request"


def order_downloads(as_of: date, policy: Policy) -> tuple[DateRange, ...]:
    """Return the ranges of days to ask for, oldest first, without a gap and without an overlap.

    Args:
        as_of: The day of the question, which is the last day asked for.
        policy: The rules of that day.

    Units: calendar days, both ends included.
    Source: order_defect_rate.window_days, order_defect_rate.window_lag,
        facts.all_orders_report.longest_request
    """
    whole = DateRange.ending(as_of, policy.whole(LENGTH) + policy.whole(LAG))
    longest = policy.whole(LONGEST_REQUEST)
    starts = range(0, whole.days, longest)
    return tuple(
        DateRange(
            whole.first_day + timedelta(days=start),
            min(whole.first_day + timedelta(days=start + longest - 1), whole.last_day),
        )
        for start in starts
    )
