"""What really happened in a shop, as plain objects: the truth that files and recount both start from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

MFN, AFN = "mfn", "afn"
FULFILLMENTS = (MFN, AFN)
FEEDBACK, CLAIM, CHARGEBACK = "negative_feedback", "a_to_z_claim", "chargeback"


class Corner(StrEnum):
    """A corner on which the specification can be read in two ways.

    Those in `AGREED` are read alike by core and recount, and part of the shops has them; the others
    are generated only when asked for.
    """

    BOTH_EXCLUSIONS = "both_exclusions"
    COUNTS_AND_REPORT = "counts_and_report"
    COUNTS_BESIDE_ORDERS = "counts_beside_orders"
    BLANK_UNDATED = "blank_undated"
    HAND_MIXED = "hand_mixed"
    HAND_PARTIAL = "hand_partial"
    MARK_BESIDE_HAND = "mark_beside_hand"
    MARK_OF_UNKNOWN_ORDER = "mark_of_unknown_order"
    SPANISH_DATES = "spanish_dates"
    UTF16_WITHOUT_MARK = "utf16_without_mark"
    YEAR_FIRST_SHORT = "year_first_short"


AGREED = frozenset(Corner) - {Corner.YEAR_FIRST_SHORT}


class Cut(StrEnum):
    """How a line of an order report ends: whole, without its last cells, or without cells that are needed."""

    WHOLE = "whole"
    TAIL = "tail"
    NEEDED = "needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """One line of an All Orders report: one item of an order as it stood at one moment."""

    order_id: str
    purchase: datetime | None
    purchase_text: str = ""
    updated: datetime
    status: str
    fulfillment_word: str
    sales_channel: str
    item: int
    cut: Cut = Cut.WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackRow:
    """One line of a seller feedback report; `left_on` is None where the cell cannot be read."""

    order_id: str
    left_on: date | None
    left_text: str = ""
    stars: int
    comment: str = ""
    response: str = " "


@dataclass(frozen=True, slots=True, kw_only=True)
class HandRow:
    """One line of defects.csv; empty cells are None, an unreadable event date is kept as its text."""

    order_id: str
    order_date: date | None = None
    fulfillment: str | None = None
    type: str
    outcome: str
    event_date: date | None = None
    event_text: str = ""
    decided_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """One line of order_counts.csv: what the ODR page shows."""

    first_day: date
    last_day: date
    fulfillment: str
    orders: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRow:
    """One line of Amazon's own ODR download."""

    order_id: str
    order_day: date
    fulfillment: str
    types: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One fulfilment of one store in a V2 seller performance report."""

    first_day: date
    last_day: date
    orders: int
    orders_with_defects: int
    claims: int
    chargebacks: int
    negative_feedback: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One store in a V2 seller performance report."""

    store: str
    mfn: Figures
    afn: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A whole shop: what was asked, and every line of every file."""

    seed: int
    as_of: date
    store: str | None
    window: tuple[date, date] | None
    lang: str = "en"
    order_files: tuple[tuple[OrderRow, ...], ...] = ()
    feedback_files: tuple[tuple[FeedbackRow, ...], ...] = ()
    hand_files: tuple[tuple[HandRow, ...], ...] = ()
    counts: tuple[CountRow, ...] = ()
    marks: tuple[MarkRow, ...] | None = None
    report: tuple[Block, ...] | None = None
    corners: frozenset[Corner] = field(default_factory=frozenset)
