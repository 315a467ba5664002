"""Table: one line an account for a spreadsheet; every cell guarded, counts as whole numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from calculator.accounts.row import Row, Side
from calculator.accounts.summary import Summary
from calculator.accounts.wording import percent_of, remarks
from calculator.messages import text
from calculator.order_defect_rate import Verdict
from calculator.orders import Fulfillment
from calculator.take_along import csv

_FIRST = ("account", "state", "store", "other_stores", "first_day", "last_day", "days_missing")
_SIDE = ("orders_low", "orders_high", "marked_low", "marked_high", "rate")
_LAST = (
    "next_change",
    "next_change_in",
    "under_from",
    "under_from_in",
    "deadline",
    "deadline_in",
    "route",
    "said_to_be",
    "deadlines_without_day",
    "files",
    "files_not_used",
    "problems",
    "look",
)


def accounts_csv(found: Summary, lang: str) -> str:
    """Return the summary as a table in the form of RFC 4180."""
    return csv.table(list(_header(lang)), (list(_cells(row, found, lang)) for row in found.rows))


def _header(lang: str) -> Iterator[str]:
    yield from (text(lang, f"accounts.column.{name}") for name in _FIRST)
    for who in Fulfillment:
        side = text(lang, f"explain.fulfillment.{who}")
        yield from (text(lang, f"accounts.column.{name}", side=side) for name in _SIDE)
    yield from (text(lang, f"accounts.column.{name}") for name in _LAST)


def _cells(row: Row, found: Summary, lang: str) -> Iterator[object]:
    window = row.window
    yield from (row.account, text(lang, f"accounts.state.{row.state}"), row.store)
    yield " ".join(code for code, _ in row.other_stores)
    yield from (window.first_day.isoformat(), window.last_day.isoformat()) if window else (None, None)
    yield row.days_missing if window else None
    sides = {side.fulfillment: side for side in row.sides}
    for who in Fulfillment:
        yield from _of_side(sides.get(who), found, lang)
    yield from _day(row.next_change, found.as_of)
    yield from _day(row.under_from, found.as_of)
    yield from _of_deadline(row, found.as_of, lang)
    yield from (row.deadlines_without_day, row.files, len(row.not_used), row.problems)
    yield " ".join(remarks(row, lang))


def _of_side(side: Side | None, found: Summary, lang: str) -> Iterator[object]:
    if side is None:
        yield from (None,) * len(_SIDE)
        return
    yield from (
        side.orders.low,
        side.orders.high,
        side.orders_with_defects.low,
        side.orders_with_defects.high,
    )
    yield None if side.verdict is Verdict.NO_ORDERS else percent_of(side, found.target, lang)


def _of_deadline(row: Row, as_of: date, lang: str) -> Iterator[object]:
    if row.deadline is None:
        yield from (None,) * 4
        return
    yield from _day(row.deadline.day, as_of)
    yield text(lang, f"clock.title.{row.deadline.route}")
    yield text(lang, "accounts.column.yes") if row.deadline.said_to_be else None


def _day(day: date | None, as_of: date) -> tuple[object, object]:
    return (day.isoformat(), (day - as_of).days) if day else (None, None)
