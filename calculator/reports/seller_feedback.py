"""Seller feedback report: one row per rating of 1 to 3 stars, dated by the day it was left.

`GET_SELLER_FEEDBACK_DATA`, or Feedback Manager's own download. The header is translated, so
columns are found by name in the languages we know and otherwise by position, but only when
the values prove it: ratings 1 to 5, order ids in Amazon's form. Comments may hold raw line
breaks and quotes. The buyer's e-mail address is never kept.

Source: counted_defects.negative_feedback_stars
Worse mistake: losing a row. A rating we cannot read is a problem, not a skipped line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calculator import orders
from calculator.problems import shown
from calculator.reports import columns, date_order, written_day
from calculator.reports.flat_file import Row
from calculator.reports.reading import Exclusion, Feedback, Kind, Reading

_ORDER_ID_PLACES = {6: (4,), 8: (6, 7), 9: (7,), 10: (7,)}
_STARS = {str(stars): stars for stars in range(1, 6)}
_LONGEST_COMMENT = 20_000


def is_proven_by_values(rows: Sequence[Row]) -> bool:
    """Return whether a table with an unknown header is seller feedback by its values."""
    width = len(rows[0].cells)
    place = _place_by_width(width, rows)
    return place is not None and all(_rating(_cell(row, 1)) for row in _whole_rows(rows[1:], width))


def take(reading: Reading, header: Sequence[str], rows: Sequence[Row], store: str | None) -> None:
    """Read the feedback rows below a header into `reading`."""
    places = _places(header, rows)
    body = list(_whole_rows(rows, len(header)))
    reading.rows += len(body)
    written = [_cell(row, places.get("date")) for row in body]
    order = date_order.settle(reading, written, store)[0]
    for row in body:
        _take_row(reading, header, places, row, order)


def _take_row(
    reading: Reading, header: Sequence[str], places: dict[str, int], row: Row, order: written_day.DateOrder
) -> None:
    order_id, rating = _order_id(row, places["order_id"], len(header)), _rating(_cell(row, places["rating"]))
    if len(row.cells) <= max(places["order_id"], places["rating"]):
        reading.refuse(row.line, None, "too_few_cells", cells=len(row.cells), columns=len(header))
    elif not order_id:
        reading.refuse(row.line, header[places["order_id"]].strip(), "empty_order_id", original="")
    elif rating is None:
        original = shown(_cell(row, places["rating"]))
        reading.refuse(row.line, header[places["rating"]].strip(), "unreadable_rating", original=original)
    elif not orders.ORDER_ID.fullmatch(order_id) and len(row.cells) > len(header):
        reading.refuse(row.line, None, "cells_shifted", cells=len(row.cells), columns=len(header))
    elif not orders.ORDER_ID.fullmatch(order_id):
        reading.excluded[Exclusion.OTHER_ID_FORM] += 1
    else:
        written = _cell(row, places.get("date"))
        day = written_day.read(written, order)
        if day is None and "date" in places:
            reading.doubt(
                row.line, header[places["date"]].strip(), "unreadable_event_date", original=shown(written)
            )
        reading.records.append(
            Feedback(
                line=row.line,
                order_id=order_id,
                rating=rating,
                day=day,
                comment=_cell(row, places.get("comments"))[:_LONGEST_COMMENT],
            )
        )


def _places(header: Sequence[str], rows: Sequence[Row]) -> dict[str, int]:
    """Return the places of date, rating and order id, by name or by proven position."""
    found = columns.by_name(Kind.SELLER_FEEDBACK, header)
    if {"order_id", "rating"} <= found.keys():
        return found
    place = _place_by_width(len(header), [Row(line=1, cells=tuple(header)), *rows])
    return {"date": 0, "rating": 1, "comments": 2, "order_id": place or 0}


def _place_by_width(width: int, rows: Sequence[Row]) -> int | None:
    """Return where the order id stands in the six-column and the older nine-column form."""
    body = list(_whole_rows(rows[1:], width))
    for place in _ORDER_ID_PLACES.get(width, ()):
        if body and all(orders.ORDER_ID.fullmatch(_cell(row, place)) for row in body):
            return place
    return None


def _whole_rows(rows: Sequence[Row], width: int) -> Iterator[Row]:
    """Join lines that a raw line break inside a comment cut apart.

    A row is whole when it has as many cells as the header; following short lines are added
    until it does. A line that would make it too long begins a new row.
    """
    held: _Begun | None = None
    for row in rows:
        if held is None:
            held = _Begun(row)
        elif held.width + len(row.cells) - 1 <= width and len(row.cells) < width:
            held.add(row)
        else:
            yield held.row()
            held = _Begun(row)
        if held.width >= width:
            yield held.row()
            held = None
    if held is not None:
        yield held.row()


class _Begun:
    """A row that may go on in the next line; a comment of a million lines is joined once, at its end."""

    def __init__(self, row: Row) -> None:
        self._line = row.line
        *self._cells, last = row.cells or ("",)
        self._last = [last]

    @property
    def width(self) -> int:
        """Return the number of cells so far."""
        return len(self._cells) + 1

    def add(self, row: Row) -> None:
        """Go on with the next line: its first cell belongs to the last one held."""
        first, *others = row.cells
        self._last.append(first)
        if others:
            self._cells += ["\n".join(self._last), *others[:-1]]
            self._last = [others[-1]]

    def row(self) -> Row:
        """Return the row as far as it has come."""
        return Row(line=self._line, cells=(*self._cells, "\n".join(self._last)))


def _order_id(row: Row, place: int, width: int) -> str:
    """Return the order id; where a tab in a comment shifted the cells, counted from the right."""
    extra = len(row.cells) - width
    from_right = _cell(row, place + extra) if extra > 0 else ""
    return from_right if orders.ORDER_ID.fullmatch(from_right) else _cell(row, place)


def _rating(text: str) -> int | None:
    return _STARS.get(text.strip().lstrip("0"))


def _cell(row: Row, place: int | None) -> str:
    return row.cells[place].strip() if place is not None and place < len(row.cells) else ""
