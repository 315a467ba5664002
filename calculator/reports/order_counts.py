"""Order counts: `order_counts.csv`, what the ODR page shows about a fulfilment.

    first_day,last_day,fulfillment,orders[,orders_with_defects]

In the form of the page the two dates may be missing or unreadable: the usual window then
stands in and the field says so. In a file they may not, because a file is checked by no one.

Worse mistake: a count that is used for a window it was not typed for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from calculator import orders
from calculator.dates import DateRange
from calculator.reports.flat_file import Row
from calculator.reports.hand_cells import HandCells, plain, prepared
from calculator.reports.reading import Kind, OrderCount, Reading
from calculator.reports.written_day import DateOrder

COLUMNS = ("first_day", "last_day", "fulfillment", "orders", "orders_with_defects")
_DAYS = ("first_day", "last_day")
_MOST_DIGITS = 12


def take(reading: Reading, header: Sequence[str], rows: Sequence[Row], store: str | None) -> None:
    """Read typed order counts into `reading`."""
    cells, order = prepared(reading, Kind.ORDER_COUNTS, header, rows, store, _DAYS)
    for row in cells:
        _take_count(reading, row, order)


def _take_count(reading: Reading, cells: HandCells, order: DateOrder) -> None:
    refused = reading.unusable
    days = _days(cells, order)
    who = orders.fulfillment_of(cells.text("fulfillment"))
    number = whole(cells.text("orders"))
    if reading.unusable > refused:
        return
    if who is None:
        cells.refuse("fulfillment", "unknown_fulfillment_counted")
    elif number is None:
        cells.refuse("orders", "unreadable_order_count")
    else:
        reading.records.append(
            OrderCount(
                line=cells.row.line,
                days=days,
                fulfillment=who,
                orders=number,
                orders_with_defects=_with_defects(cells, number),
            )
        )


def _days(cells: HandCells, order: DateOrder) -> DateRange | None:
    """Return the period; refuses the row of a file without one, only doubts a form's."""
    complain = cells.doubt if cells.reading.is_typed else cells.refuse
    found: list[date] = []
    for column in _DAYS:
        day = cells.day(column, order, complain, "unreadable_window_day")
        if day is None:
            if not cells.text(column) and _must_have(cells, column):
                complain(column, "unreadable_window_day")
            return None
        found.append(day)
    if found[1] < found[0]:
        complain("last_day", "window_backwards")
        return None
    return DateRange(*found)


def _must_have(cells: HandCells, column: str) -> bool:
    """Return whether an empty day is a fault: always in a file, in a form once the other is there."""
    other = _DAYS[1 - _DAYS.index(column)]
    return not cells.reading.is_typed or bool(cells.text(other))


def _with_defects(cells: HandCells, number: int) -> int | None:
    text = cells.text("orders_with_defects")
    marked = whole(text)
    if text and marked is None:
        cells.doubt("orders_with_defects", "unreadable_defect_count")
    elif marked is not None and marked > number:
        cells.doubt("orders_with_defects", "more_defects_than_orders")
        return None
    return marked


def whole(text: str) -> int | None:
    """Return a whole number as people write it, None for anything else.

    >>> whole("1,260"), whole("１２６"), whole("12.5")
    (1260, 126, None)
    """
    digits = plain(text).replace(",", "").replace("\u00a0", "").replace(" ", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None
