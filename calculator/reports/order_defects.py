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
from calculator.reports import columns
from calculator.reports.flat_file import Row
from calculator.reports.hand_cells import HandCells, placed
from calculator.reports.reading import Kind, Mark, Reading, Unmarked
from calculator.reports.written_day import DateOrder

MARKED = frozenset(
    ("x", "y", "yes", "true", "1", "has defect", "✓", "✔", "√", "是", "有", "有缺陷", "存在缺陷")
)
UNMARKED = frozenset(("", "-", "--", "—", "n", "no", "0", "false", "none", "n/a", "否", "无", "無", "没有"))


def take(reading: Reading, header: Sequence[str], rows: Sequence[Row], store: str | None) -> None:
    """Read the marks below a header into `reading`."""
    places = columns.by_part(Kind.ORDER_DEFECTS, header)
    found = "; ".join(f"{column} = {shown(header[place])}" for column, place in sorted(places.items()))
    reading.note("columns_guessed", columns=found)
    cells, order = placed(reading, header, places, rows, store, ("order_date",))
    types = [type_ for type_ in DefectType if type_ in places]
    for row in cells:
        _take_row(reading, row, types, order)


def _take_row(reading: Reading, cells: HandCells, types: Sequence[DefectType], order: DateOrder) -> None:
    order_id = cells.order_id()
    if order_id is None:
        return
    day = cells.day("order_date", order, cells.doubt, "unreadable_order_date")
    who = orders.fulfillment_of(cells.text("fulfillment"))
    line = cells.row.line
    reading.records += [
        Mark(line=line, order_id=order_id, order_date=day, fulfillment=who, type=type_)
        for type_ in types
        if _is_marked(cells, type_)
    ] or [Unmarked(line=line, order_id=order_id)]


def _is_marked(cells: HandCells, type_: DefectType) -> bool:
    word = cells.text(type_).casefold()
    if word not in MARKED | UNMARKED:
        cells.doubt(type_, "unknown_mark")
    return word not in UNMARKED
