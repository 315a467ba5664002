"""Claim clock: for one defect, the honest routes that are open and how long each stays open.

`clocks_of` answers with values, `worded` with the sentences of one language, `days_table` with the
plain table "day of the decision, last safe day" that pages show without Python.

How days are counted. Amazon counts calendar days and says neither at which hour a day ends nor in
whose time zone. A decision of 9 November with 30 days may therefore be answered until 9 December at
the latest; a day later is too late in every reading. We show one day less, 8 December, and mean that
day in Beijing: it ends eight hours before it ends in Greenwich and sixteen before it ends in Los
Angeles, so a mail dated differently here and there costs the seller no day. The mail a seller has
received beats every day shown here.

>>> from datetime import date
>>> from calculator.policy import policy_on
>>> case = Situation(type="a_to_z_claim", outcome="granted", decided_on=date(2026, 11, 9))
>>> clock, = clocks_of(case, date(2026, 11, 22), policy_on(date(2026, 11, 22), "US"))
>>> clock.route.value, clock.state.value, clock.days_left, clock.last_safe_day.isoformat()
('a_to_z_appeal', 'running', 16, '2026-12-08')

Worse mistake: a day too many. Where doubt remains the earlier day is shown.
"""

from __future__ import annotations

from calculator.claim_clock.clock import Clock, Missing, Route, Situation, State
from calculator.claim_clock.routes import clocks_of
from calculator.claim_clock.table import TableRow, days_table
from calculator.claim_clock.wording import worded

__all__ = [
    "Clock",
    "Missing",
    "Route",
    "Situation",
    "State",
    "TableRow",
    "clocks_of",
    "days_table",
    "worded",
]
