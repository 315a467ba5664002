"""Reading: what one file was taken for and what came out of it.

Readers return records in Amazon's terms, not yet placed in a window: that needs the orders of
all files. Every row is either used, or a problem, or excluded with a reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from calculator.dates import DateRange
from calculator.orders import Fulfillment
from calculator.problems import Note, Problem
from calculator.reports.flat_file import Row
from calculator.reports.written_day import DateOrder

ANY_STORE = ""
"""The store of figures whose report names none."""
_SAME_ROW = 6
_MOST_OF_A_KIND = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOutcome:
    """What the seller says became of a defect that a file lists."""

    outcome: str
    decided_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unproven:
    """A column of dates whose order of day, month and year the values do not prove.

    Attributes:
        example: one of its dates.
        order: how it is read, and `possible` how it could be.
    """

    example: str
    order: DateOrder
    possible: tuple[DateOrder, ...]


class Kind(StrEnum):
    """The reports we read, and the name each has in a result."""

    ALL_ORDERS = "all_orders"
    CHARGEBACKS = "chargebacks"
    DEFECTS = "defects"
    FBA_RETURNS = "fba_returns"
    MFN_RETURNS = "mfn_returns"
    ORDER_COUNTS = "order_counts"
    ORDER_DEFECTS = "order_defects"
    PAYMENTS = "payments"
    SELLER_FEEDBACK = "seller_feedback"
    SELLER_PERFORMANCE = "seller_performance"
    SETTLEMENT = "settlement"
    UNKNOWN = "unknown"


class Exclusion(StrEnum):
    """Why a readable row has no part in the rate."""

    LEFT_OUT = "left_out"
    NON_AMAZON_CHANNEL = "non_amazon_channel"
    OTHER_ID_FORM = "other_id_form"
    OTHER_STORE = "other_store"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One row of the seller feedback report; `day` is when it was left, `comment` what the buyer wrote."""

    line: int
    order_id: str
    rating: int
    day: date | None
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandDefect:
    """One row of `defects.csv`; `order_id` is empty for an order the seller does not name.

    `note` is what the seller wrote beside it, often the buyer's own words.
    """

    line: int
    order_id: str
    order_date: date | None
    fulfillment: Fulfillment | None
    type: str
    outcome: str
    event_date: date | None
    decided_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One defect mark of Amazon's own ODR download; a row may carry several."""

    line: int
    order_id: str
    order_date: date | None
    fulfillment: Fulfillment | None
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmarked:
    """One row of Amazon's own ODR download without any mark we look for."""

    line: int
    order_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCount:
    """One typed count of a fulfilment's orders.

    Attributes:
        days: the period it was typed for, None in a form that does not say.
        orders_with_defects: what Amazon's page counts, where that was typed too.
    """

    line: int
    days: DateRange | None
    fulfillment: Fulfillment
    orders: int
    orders_with_defects: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedRate:
    """Amazon's own figures for one fulfilment, from a seller performance report.

    `stated_rate` is the text of the rate Amazon printed, a fraction of 1.
    """

    store: str
    fulfillment: Fulfillment
    first_day: date | None
    last_day: date | None
    orders: int
    orders_with_defects: int
    negative_feedback: int
    a_to_z_claims: int
    chargebacks: int
    stated_rate: str | None

    @property
    def window(self) -> DateRange | None:
        """Return the days the figures are for, None where the report's dates cannot be."""
        if self.first_day is None or self.last_day is None or self.last_day < self.first_day:
            return None
        return DateRange(self.first_day, self.last_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One row that speaks of a claim or chargeback without saying whether it counts.

    Attributes:
        column: the column that says so, as the file has it.
        evidence: "return" (a flag), "payment" (money that moved) or "page" (a list of Amazon's).
        is_given_back: the money of the row went to the seller.
    """

    line: int
    order_id: str
    type: str
    column: str
    event_date: date | None
    evidence: str
    is_given_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """One return: Amazon's code for the reason, without its prefix, and the buyer's words."""

    line: int
    order_id: str
    day: date | None
    reason: str
    comment: str = ""


Record = Feedback | HandDefect | Hint | Mark | OrderCount | ReportedRate | Returned | Unmarked


@dataclass(slots=True, kw_only=True)
class Reading:
    """One file, read.

    Attributes:
        rows: data rows met, blank lines apart.
        unusable: rows (not problems) that could not be used.
        span: first and last order day, for an orders file.
        quiet_days: the longest run of days without an order inside that span.
        dates: the order of day, month and year the seller states, for numbers that do not prove one.
        unproven: what such numbers leave open, whether it was stated or guessed.
        is_typed: no file but the form of the page; lines are its rows.
        said: outcome and decision day the seller set for a row and defect type.
        left_out: rows the seller took out, with what they held.
        listed: problems by code, whether or not there was room to list them.
    """

    file: str
    kind: Kind
    rows: int = 0
    unusable: int = 0
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    excluded: Counter[Exclusion] = field(default_factory=Counter)
    records: list[Record] = field(default_factory=list)
    span: tuple[date, date] | None = None
    quiet_days: int = 0
    dates: DateOrder | None = None
    unproven: Unproven | None = None
    is_typed: bool = False
    said: dict[tuple[int, str], SaidOutcome] = field(default_factory=dict)
    left_out: list[Row] = field(default_factory=list)
    listed: Counter[str] = field(default_factory=Counter)

    @property
    def used(self) -> int:
        """Return the rows that take part: read without a problem and not excluded."""
        return self.rows - self.unusable - self.excluded.total()

    def refuse(self, line: int | None, column: str | None, code: str, **values: object) -> None:
        """Count a row as unusable and keep the reason."""
        self.unusable += 1
        self.doubt(line, column, code, **values)

    def doubt(self, line: int | None, column: str | None, code: str, **values: object) -> None:
        """Keep a problem of a row that is used all the same."""
        held = tuple(sorted(values.items()))
        problem = Problem(file=self.file, line=line, column=column, code=code, values=held)
        if problem in self.problems[-_SAME_ROW:]:
            return
        self.listed[code] += 1
        if self.listed[code] <= _MOST_OF_A_KIND:
            self.problems.append(problem)
        else:
            self.note("more_of_the_same", most=_MOST_OF_A_KIND)

    def note(self, code: str, **values: object) -> None:
        """Say something odd about the file once."""
        note = Note(code=code, values=tuple(sorted(values.items())))
        if note not in self.notes:
            self.notes.append(note)
