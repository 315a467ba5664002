"""Summary: all rows in their order, and how many accounts stand how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculator.accounts.row import Row, State
from calculator.order_defect_rate import target_of
from calculator.policy import policy_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One table of accounts.

    Attributes:
        rules: the edition of the rules.
        target: share of orders that must not be reached, for figures beside a verdict.
        rows: the worst first.
    """

    as_of: date
    rules: str
    target: Fraction
    rows: tuple[Row, ...]

    @property
    def counts(self) -> dict[State, int]:
        """Return the number of rows in each state, in the order of states."""
        found = Counter(row.state for row in self.rows)
        return {state: found[state] for state in State}

    @property
    def is_unreadable(self) -> bool:
        """Return whether nothing of any account could be used."""
        return all(row.state is State.UNREADABLE for row in self.rows)

    @property
    def closing(self) -> tuple[Row, ...]:
        """Return the accounts whose first deadline is few days away, the first one first."""
        held = [
            (row.deadline.day, row.place, row) for row in self.rows if row.deadline and row.deadline.is_soon
        ]
        return tuple(row for _, _, row in sorted(held, key=lambda one: one[:2]))

    def groups(self) -> Iterator[tuple[State, tuple[Row, ...]]]:
        """Yield the states that occur with their rows."""
        for state, number in self.counts.items():
            if number:
                yield state, tuple(row for row in self.rows if row.state is state)


def summary(rows: Iterable[Row], as_of: date) -> Summary:
    """Return the summary of rows that came in any order.

    Raises:
        PolicyNotKnown: the rules of that day are not known.
    """
    policy = policy_on(as_of)
    found = sorted(rows, key=lambda row: row.place)
    return Summary(as_of=as_of, rules=policy.rules, target=target_of(policy), rows=tuple(found))
