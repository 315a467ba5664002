"""Policy values as records: what Amazon's rule is, since when, where, and who says so.

An `Entry` is one fact card: a statement in plain words and its dated values. A `DatedValue` is one
row: what was true in some stores from some day on, with sources and the day we looked. Amazon's
help pages rarely say when a rule began, so a row starts either on the day it came into force or on
the earliest day it was seen.

Worse mistake: showing a rule as certain. "Not published" and "in conflict" are values of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

Value = bool | int | Decimal | str | tuple[int, ...] | tuple[Decimal, ...] | tuple[str, ...]
Words = Mapping[str, str]


class Status(StrEnum):
    """Whether Amazon has told us."""

    KNOWN = "known"
    NOT_PUBLISHED = "not_published"
    IN_CONFLICT = "in_conflict"


class Grade(StrEnum):
    """How good the evidence is: from Amazon, copied or agreed by several, one voice, none, our choice."""

    OFFICIAL = "official"
    SECONDARY = "secondary"
    SINGLE = "single"
    NOT_FOUND = "not_found"
    OURS = "ours"


class Unit(StrEnum):
    """What a number counts."""

    FRACTION_OF_ORDERS = "fraction_of_orders"
    FRACTION_OF_SHIPMENTS = "fraction_of_shipments"
    FRACTION_OF_UNITS = "fraction_of_units"
    FRACTION_OF_ANSWERS = "fraction_of_answers"
    FRACTION = "fraction"
    DAYS = "days"
    BUSINESS_DAYS = "business_days"
    HOURS = "hours"
    MONTHS = "months"
    STARS = "stars"
    POINTS = "points"
    ORDERS = "orders"
    UNITS = "units"
    TIMES = "times"
    KINDS = "kinds"
    METRICS = "metrics"
    QUESTIONS = "questions"
    LEVELS = "levels"
    EUROS = "euros"
    DOLLARS = "dollars"


class Condition(StrEnum):
    """How a measured figure has to stand to the value."""

    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"


class SourceKind(StrEnum):
    """What sort of document a source is."""

    HELP_PAGE = "help_page"
    ANNOUNCEMENT = "announcement"
    STAFF_POST = "staff_post"
    NOTICE = "notice"
    SCHEMA = "schema"
    DEVELOPER = "developer"
    LAW = "law"
    REPRODUCTION = "reproduction"
    PRESS = "press"
    FORUM = "forum"
    GUIDE = "guide"
    CODE = "code"


class Counts(StrEnum):
    """Whether an outcome makes its order an order with a defect."""

    COUNTED = "counted"
    NOT_COUNTED = "not_counted"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """One row of an entry.

    `stores` is empty for every store. Of rows in conflict exactly one is `chosen`: the value our
    figures use; a known row is always chosen. `until` is the last day the row holds. `used_from` is an
    earlier day than `seen_on` from which our figures apply a rule whose beginning nobody dated.
    """

    value: Value | None
    status: Status
    unit: Unit | None
    condition: Condition | None
    in_force_from: date | None
    seen_on: date | None
    used_from: date | None
    until: date | None
    stores: tuple[str, ...]
    sources: tuple[str, ...]
    grade: Grade
    checked_on: date
    review_by: date
    chosen: bool
    note: Words

    @property
    def known_from(self) -> date:
        """The first day this row may be used for."""
        start = self.in_force_from or self.used_from or self.seen_on
        assert start is not None  # noqa: S101 - the reader refuses a row without a start
        return start

    def covers(self, day: date) -> bool:
        """Tell whether the row holds on `day`, both ends included."""
        return self.known_from <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One fact card: key, statement by language, rows in file order."""

    key: str
    statement: Words
    values: tuple[DatedValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document that a row cites.

    `address` is None where the page must not be linked or has none; `dated` is None where the
    page carries no date; `seen_on` is the day our copy was read.
    """

    id: str
    title: str
    publisher: str
    address: str | None
    kind: SourceKind
    dated: str | None
    seen_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """One Amazon store: its code, Amazon's id for it, its time zone and how order files call it."""

    code: str
    marketplace_id: str
    time_zone: str
    sales_channels: tuple[str, ...]
    aliases: tuple[str, ...]
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """Whether an outcome counts, and the key of the rule that says so."""

    counts: Counts
    key: str
