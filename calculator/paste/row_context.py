"""Row context: what the rest of a paste says about each of its rows."""

from __future__ import annotations

from dataclasses import dataclass

from calculator.defects import DefectType
from calculator.orders import Fulfillment
from calculator.paste.days import Calendar
from calculator.paste.page import Page


@dataclass(frozen=True, slots=True)
class Context:
    """What the rest of the paste says about its rows.

    Attributes:
        fulfillment: the one the page is set to, if it names one only.
        head_dates: date fields of the head line, in order.
        negative: the ratings that count as negative.
        headed: type that a heading above the row names, by the row's first line.
    """

    page: Page
    calendar: Calendar
    fulfillment: Fulfillment | None
    head_dates: tuple[str, ...]
    negative: tuple[int, ...]
    headed: dict[int, DefectType]
