"""Row days: which of a row's days is the order's, the event's and the decision's.

A label or a column says it; the list of the rate holds order dates and the feedback list feedback
dates. A day without a name on a claims or chargeback page may be any of them and is asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from calculator.paste import asks
from calculator.paste.asks import Ask
from calculator.paste.days import Calendar, Reading
from calculator.paste.headings import DATE_LABELS
from calculator.paste.page import Page
from calculator.paste.pieces import Kind, Piece

NAMED = ("order_date", "event_date", "decided_on")
_OF_PAGE = {Page.ODR_PAGE: "order_date", Page.FEEDBACK_PAGE: "event_date"}


@dataclass(slots=True)
class RowDays:
    """The days of one row by field, and the questions about them."""

    days: dict[str, date | None] = field(default_factory=lambda: dict.fromkeys(NAMED))
    asks: list[Ask] = field(default_factory=list)

    def asked(self, name: str) -> bool:
        """Return whether a field has a question already."""
        return any(ask.field == name for ask in self.asks)


def of(
    pieces: Sequence[Piece], page: Page, head_dates: tuple[str, ...], calendar: Calendar, *, is_certain: bool
) -> RowDays:
    """Return the days of a row."""
    found = RowDays()
    named = _named(pieces, page, head_dates)
    for name in NAMED:
        readings = [calendar.read(piece.value) for label, piece in named if label == name]
        _settle(found, name, [reading for reading in readings if reading.days], is_certain=is_certain)
    nameless = [calendar.read(piece.value) for label, piece in named if label is None]
    _ask_nameless(found, [reading for reading in nameless if reading.days], page)
    return found


def _named(
    pieces: Sequence[Piece], page: Page, head_dates: tuple[str, ...]
) -> list[tuple[str | None, Piece]]:
    """Return each day with its field: by label, by the head's order, by the page."""
    days = [piece for piece in pieces if piece.kind is Kind.DAY]
    free = [piece for piece in days if not piece.after_text] or days
    labelled: list[tuple[str | None, Piece]] = [
        (piece.label, piece) for piece in free if piece.label in DATE_LABELS and piece.label != "mail_day"
    ]
    rest = [piece for piece in free if piece.label not in DATE_LABELS or piece.label == "mail_day"]
    wanted = tuple(name for name in head_dates if name != "mail_day")
    if not labelled and rest and len(rest) == len(wanted):
        return list(zip(wanted, rest, strict=True))
    name = _OF_PAGE.get(page)
    is_named = name and len(rest) == 1 and not rest[0].after_text and name not in dict(labelled)
    return labelled + [(name if is_named else None, piece) for piece in rest]


def _settle(found: RowDays, name: str, readings: Sequence[Reading], *, is_certain: bool) -> None:
    """Take one certain day; several different ones, or one in doubt, are asked about."""
    if not readings:
        return
    days = [day for reading in readings for day in reading.days]
    if is_certain and len(set(days)) == 1 and all(reading.is_certain for reading in readings):
        found.days[name] = days[0]
        return
    question = f"{name}_doubt" if len(readings) == 1 else f"{name}_which"
    found.asks.append(asks.of_days(name, question, days, text=_quoted(readings)))


def _ask_nameless(found: RowDays, readings: Sequence[Reading], page: Page) -> None:
    """Ask what a day without a name is; the order's day first, as the rate goes by it."""
    if not readings:
        return
    days = [day for reading in readings for day in reading.days]
    name = "event_date" if page is Page.FEEDBACK_PAGE else "order_date"
    if found.days[name] is None and not found.asked(name):
        found.asks.append(asks.of_days(name, f"{name}_nameless", days, text=_quoted(readings)))


def _quoted(readings: Iterable[Reading]) -> str:
    return ", ".join(dict.fromkeys(reading.text for reading in readings))
