"""The plain table of days: for every day of a decision the last safe day, for pages without Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from calculator.claim_clock.clock import length_of, span
from calculator.policy import Policy

A_TO_Z_APPEAL = "removal_routes.a_to_z_appeal.deadline"
CHARGEBACK = "removal_routes.chargeback_representation.deadline"
A_TO_Z_ANSWER = "removal_routes.a_to_z_claim.information_hours"


@dataclass(frozen=True, slots=True)
class TableRow:
    """The day a clock begins, the last safe day (in Beijing time), and the last day as Amazon counts."""

    first_day: date
    last_safe_day: date
    last_day: date


def days_table(first: date, last: date, policy: Policy, key: str = A_TO_Z_APPEAL) -> tuple[TableRow, ...]:
    """Return one row for every day from `first` to `last`, both included.

    Args:
        first: the first day of a decision (or mail) to show.
        last: the last one; before `first` the table is empty.
        policy: the rules of the day asked for.
        key: policy key of the deadline, the appeal of an A-to-z decision if not said.

    Units: calendar days.
    """
    length = length_of(policy, key)
    rows = []
    day = first
    while length is not None and day <= last:
        found = span(day, length, policy)
        if found is None:
            break
        rows.append(TableRow(day, found.last_safe_day, found.last_day))
        day += timedelta(days=1)
    return tuple(rows)
