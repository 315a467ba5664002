"""Result: what was understood of a pasted text, row by row, with every question it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from calculator.defects import DefectType
from calculator.orders import Fulfillment
from calculator.paste.asks import Ask
from calculator.paste.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Amazon's own counts as a page or a notice states them.

    Attributes:
        source: "odr_page" or "notice".
        day: the day of the notice; a page states none.
        components: orders by defect type where the page lists them.
        raw: the lines as they were pasted.
    """

    source: str
    day: date | None = None
    first_day: date | None = None
    last_day: date | None = None
    fulfillment: Fulfillment | None = None
    orders: int | None = None
    orders_with_defects: int | None = None
    components: tuple[tuple[DefectType, int], ...] = ()
    asks: tuple[Ask, ...] = ()
    raw: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedDefect:
    """One row of a page.

    Attributes:
        is_defect: False where the row itself says that it is none (3 to 5 stars).
    """

    order_id: str = ""
    order_date: date | None = None
    fulfillment: Fulfillment | None = None
    type: DefectType | None = None
    outcome: str | None = None
    stars: int | None = None
    event_date: date | None = None
    decided_on: date | None = None
    note: str | None = None
    is_defect: bool = True
    asks: tuple[Ask, ...] = ()
    raw: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """Everything read from one paste.

    Attributes:
        metrics: metrics a notice names, the most frequent first.
        not_understood: lines that hold something we did not use, as they were pasted.
    """

    page: Page
    metrics: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    defects: tuple[PastedDefect, ...] = ()
    not_understood: tuple[str, ...] = ()
