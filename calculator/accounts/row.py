"""Row: what a table says of one account, counts as integers and days as days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from calculator.claim_clock import Route
from calculator.dates import DateRange
from calculator.order_defect_rate import Band, Verdict
from calculator.orders import Fulfillment
from calculator.reporting_window import Basis


class State(StrEnum):
    """How an account stands, the one to look at first on top."""

    OVER = "over"
    UNREADABLE = "unreadable"
    CHECK = "check"
    NEAR = "near"
    NO_ORDERS = "no_orders"
    FINE = "fine"


class Reason(StrEnum):
    """Why an account is not simply fine, in reading order."""

    OFF_TARGET = "off_target"
    UNDECIDED = "undecided"
    ORDERS_MISSING = "orders_missing"
    AMAZON_COUNTS_MORE = "amazon_counts_more"
    MARK_WITHOUT_ORDER = "mark_without_order"
    MAY_HAVE_CLAIMS = "may_have_claims"
    FILE_NOT_USED = "file_not_used"
    NO_DEFECTS_HANDED_IN = "no_defects_handed_in"
    OVER_SOON = "over_soon"
    NO_ROOM = "no_room"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One fulfilment of an account.

    Attributes:
        next_change: the next day on which an order with a defect enters or leaves the window.
        under_from: where it is not under the target, the first coming day the number alone is.
        over_from: where it is under the target, the first coming day it is not.
    """

    fulfillment: Fulfillment
    orders: Band
    orders_with_defects: Band
    verdict: Verdict
    next_change: date | None
    under_from: date | None
    over_from: date | None

    @property
    def highest(self) -> Fraction:
        """Return the highest rate the counts allow, 0 without orders."""
        marked, orders = self.orders_with_defects.high, self.orders.low
        return Fraction(marked, max(orders, 1)) if marked else Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The first day a way out closes, in few days where `is_soon`; `said_to_be` where hearsay names it."""

    day: date
    route: Route
    said_to_be: bool
    is_soon: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why nothing of an account could be used: a stable word and its sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One account, or one store of it.

    Attributes:
        days_missing: days of the window that no orders file reaches.
        not_used: names of the files that could not be used, while others could.
        deadlines_without_day: ways out whose first day nobody typed.
        problems: everything in the files that needs a look, unused files among them.
        trouble: only where nothing could be used; then every count is empty.
    """

    account: str
    state: State
    reasons: tuple[Reason, ...] = ()
    store: str | None = None
    other_stores: tuple[tuple[str, int], ...] = ()
    window: DateRange | None = None
    basis: Basis | None = None
    days_missing: int = 0
    sides: tuple[Side, ...] = ()
    deadline: Deadline | None = None
    deadlines_without_day: int = 0
    files: int = 0
    not_used: tuple[str, ...] = ()
    problems: int = 0
    trouble: Trouble | None = None

    @property
    def place(self) -> tuple[int, Fraction, date, str, str]:
        """Return the place in a table: the worst first, then the first deadline, then the name."""
        highest = max((side.highest for side in self.sides), default=Fraction(0))
        day = self.deadline.day if self.deadline else date.max
        return list(State).index(self.state), -highest, day, self.account, self.store or ""

    @property
    def next_change(self) -> date | None:
        """Return the first day on which an order with a defect enters or leaves a window."""
        return min((side.next_change for side in self.sides if side.next_change), default=None)

    @property
    def under_from(self) -> date | None:
        """Return the first day on which no side is over by its number; None unless all have one."""
        over = [side for side in self.sides if side.verdict in (Verdict.OFF_TARGET, Verdict.UNDECIDED)]
        days = [side.under_from for side in over if side.under_from]
        return max(days) if days and len(days) == len(over) else None
