"""ODR download: Amazon's own list of orders with defects, one mark per defect type.

Account Health > Order Defect Rate > Download report. Its exact header is not published, so
the columns are found by words, in English and Chinese, and the store is shown. It lists only
orders with defects: it is never a source of orders.

Source: order_defect_rate.download
Worse mistake: overlooking a mark. A cell we cannot read counts as one and is listed.
"""

from __future__ import annotations

from collections.abc import Sequence

from calculator import orders
from calculator.defects import DefectType
from calculator.problems import shown
from calculator.reports import columns, date_order, written_day
from calculator.reports.flat_file import Row
from calculator.reports.reading import Exclusion, Kind, Mark, Reading, Unmarked

MARKED = frozenset(
    ("x", "y", "yes", "true", "1", "has defect", "✓", "✔", "√", "是", "有", "有缺陷", "存在缺陷")
)
UNMARKED = frozenset(("", "-", "--", "—", "n", "no", "0", "false", "none", "n/a", "否", "无", "無", "没有"))


def take(reading: Reading, header: Sequence[str], rows: Sequence[Row], store: str | None) -> None:
    """Read the marks below a header into `reading`."""
    places = columns.by_part(Kind.ORDER_DEFECTS, header)
    found = "; ".join(f"{column} = {shown(header[place])}" for column, place in sorted(places.items()))
    reading.note("columns_guessed", columns=found)
    written = [_cell(row, places.get("order_date")) for row in rows]
    order = date_order.settle(reading, written, store)[0]
    for row in rows:
        reading.rows += 1
        _take_row(reading, header, places, row, order)


def _take_row(
    reading: Reading, header: Sequence[str], places: dict[str, int], row: Row, order: written_day.DateOrder
) -> None:
    order_id = _cell(row, places["order_id"])
    if not order_id:
        reading.refuse(row.line, shown(header[places["order_id"]]), "empty_order_id", original="")
        return
    if not orders.ORDER_ID.fullmatch(order_id):
        reading.excluded[Exclusion.OTHER_ID_FORM] += 1
        return
    written = _cell(row, places.get("order_date"))
    day = written_day.read(written, order)
    if written and day is None:
        reading.doubt(
            row.line, shown(header[places["order_date"]]), "unreadable_order_date", original=shown(written)
        )
    who = orders.fulfillment_of(_cell(row, places.get("fulfillment")))
    marked = [t for t in DefectType if t in places and _is_marked(reading, row, header, places[t])]
    reading.records += [
        Mark(line=row.line, order_id=order_id, order_date=day, fulfillment=who, type=type_)
        for type_ in marked
    ] or [Unmarked(line=row.line, order_id=order_id)]


def _is_marked(reading: Reading, row: Row, header: Sequence[str], place: int) -> bool:
    word = _cell(row, place).casefold()
    if word not in MARKED | UNMARKED:
        reading.doubt(row.line, shown(header[place]), "unknown_mark", original=shown(_cell(row, place)))
    return word not in UNMARKED


def _cell(row: Row, place: int | None) -> str:
    return row.cells[place].strip() if place is not None and place < len(row.cells) else ""
