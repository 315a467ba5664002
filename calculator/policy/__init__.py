"""Policy: Amazon's rules as dated data, asked by name and day.

Values live in the TOML files beside this module, one noun a file, each with unit, day, stores,
sources and grade. Asking for a day before the first known one is an error, never a guess.

>>> from datetime import date
>>> rules = policy_on(date(2026, 11, 22), "US")
>>> rules.value("order_defect_rate.target"), rules.row("order_defect_rate.target").condition.value
(Decimal('0.01'), 'less_than')
>>> rules.counts("a_to_z_claim", "granted").counts.value
'counted'
>>> policy_on(date(1999, 1, 1)).value("order_defect_rate.target")  # doctest: +ELLIPSIS
Traceback (most recent call last):
    ...
calculator.policy.errors.PolicyNotKnown: ...

Worse mistake: a figure that looks dated and is not. The nearest value is never used.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from calculator.policy import load
from calculator.policy.errors import PolicyError, PolicyFileError, PolicyNotKnown, UnknownRule, UnknownStore
from calculator.policy.model import (
    Condition,
    Counting,
    Counts,
    DatedValue,
    Entry,
    Grade,
    Source,
    SourceKind,
    Status,
    Store,
    Unit,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = [
    "Condition",
    "Counting",
    "Counts",
    "DatedValue",
    "Entry",
    "Grade",
    "Policy",
    "PolicyError",
    "PolicyFileError",
    "PolicyNotKnown",
    "Source",
    "SourceKind",
    "Status",
    "Store",
    "Unit",
    "UnknownRule",
    "UnknownStore",
    "Value",
    "entries",
    "entry",
    "find_store",
    "policy_on",
    "sources",
    "stores",
]


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of one day in one store; a store of None sees only what holds everywhere."""

    day: date
    store: str | None = None

    @property
    def rules(self) -> str:
        """Name of the edition, such as `2026.11`."""
        return load.edition()

    def rows(self, key: str) -> tuple[DatedValue, ...]:
        """Return every row of `key` for this day and store, conflicting ones included, in file order.

        A row that names the store beats the rows for all stores. Empty when none is known.

        Raises:
            UnknownRule: no rule has this name.
        """
        return load.rows(key, self.day, self.store)

    def row(self, key: str) -> DatedValue:
        """Return the one row our figures use: the known one, or the chosen of several in conflict.

        Raises:
            PolicyNotKnown: no row covers this day and store.
            UnknownRule: no rule has this name.
        """
        for row in self.rows(key):
            if row.chosen:
                return row
        raise PolicyNotKnown(key, self.day, self.store, self._known_from(key))

    def value(self, key: str) -> Value | None:
        """Return the value our figures use, None where Amazon has published none.

        Units: those of the row. Lists come as tuples.

        Raises:
            PolicyNotKnown: no row covers this day and store.
            UnknownRule: no rule has this name.
        """
        return self.row(key).value

    def whole(self, key: str) -> int:
        """Return the value our figures use where it is a whole number.

        Raises:
            PolicyNotKnown: no row covers this day and store.
            TypeError: the rule is no whole number.
        """
        value = self.value(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(f"{key} is no whole number")
        return value

    def fraction(self, key: str) -> Fraction:
        """Return the value our figures use as an exact fraction.

        Raises:
            PolicyNotKnown: no row covers this day and store.
            TypeError: the rule is no number.
        """
        value = self.value(key)
        if not isinstance(value, int | Decimal) or isinstance(value, bool):
            raise TypeError(f"{key} is no number")
        return Fraction(value)

    def counts(self, defect_type: str, outcome: str) -> Counting | None:
        """Tell whether an outcome counts as a defect; None for an outcome word no rule names.

        Raises:
            PolicyNotKnown: the rule is not known for this day and store.
        """
        key = f"counted_defects.{defect_type}.{outcome}"
        if key not in load.rule_tables("counted_defects"):
            return None
        return Counting(counts=Counts(str(self.value(key))), key=key)

    def _known_from(self, key: str) -> date | None:
        starts = [
            row.known_from
            for row in load.entry(key).values
            if row.chosen and (not row.stores or self.store in row.stores) and row.known_from > self.day
        ]
        return min(starts, default=None)


@cache
def policy_on(day: date, store: str | None = None) -> Policy:
    """Return the rules of `day` in `store` (a code or alias; None: what holds in every store).

    Nothing is read until a rule is asked for.

    Raises:
        UnknownStore: no store has this code.
    """
    return Policy(day, None if store is None else find_store(store).code)


def entry(key: str) -> Entry:
    """Return one fact card by its key.

    Raises:
        UnknownRule: no rule has this name.
    """
    return load.entry(key)


@cache
def entries() -> tuple[Entry, ...]:
    """Return every fact card, by file and in file order."""
    return tuple(load.entry(key) for noun in load.NOUNS for key in load.rule_tables(noun))


@cache
def sources() -> Mapping[str, Source]:
    """Return every source by id."""
    return MappingProxyType(load.all_sources())


def stores() -> tuple[Store, ...]:
    """Return every store, the large ones of each region first."""
    return load.all_stores()


@cache
def find_store(code: str) -> Store:
    """Return the store with this code or alias (`GB` is `UK`).

    Raises:
        UnknownStore: no store has this code.
    """
    for one in load.all_stores():
        if code == one.code or code in one.aliases:
            return one
    raise UnknownStore(code, tuple(one.code for one in load.all_stores()))
