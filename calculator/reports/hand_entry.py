"""Hand entry: `defects.csv` and `order_counts.csv`, the two small files a seller types.

    order_id,order_date,fulfillment,type,outcome,event_date,decided_on,note
    first_day,last_day,fulfillment,orders

The order id may be blank: the order then stands as "order A". What a report does not tell,
the claims and chargebacks above all, comes in through this door.

Worse mistake: losing a typed defect. Only a row without a known type, or one that names no
order and no day, cannot be used, and it is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from calculator import orders
from calculator.defects import DefectType
from calculator.problems import shown
from calculator.reports import columns, date_order, written_day
from calculator.reports.flat_file import Row
from calculator.reports.reading import Exclusion, HandDefect, Kind, OrderCount, Reading

DEFECT_COLUMNS = (
    "order_id",
    "order_date",
    "fulfillment",
    "type",
    "outcome",
    "event_date",
    "decided_on",
    "note",
)
COUNT_COLUMNS = ("first_day", "last_day", "fulfillment", "orders")
_MCF_PREFIX = "S0"
_MOST_DIGITS = 12
_TYPES = {
    **dict.fromkeys(("negative feedback", "feedback", "负面反馈", "差评"), DefectType.NEGATIVE_FEEDBACK),
    **dict.fromkeys(
        ("a to z claim", "a to z", "a to z guarantee claim", "claim", "a to z 索赔", "索赔"),
        DefectType.A_TO_Z_CLAIM,
    ),
    **dict.fromkeys(("chargeback", "service chargeback", "信用卡拒付", "拒付"), DefectType.CHARGEBACK),
}


class _Cells:
    """One row with its columns by name, and the words to complain about it."""

    def __init__(self, reading: Reading, header: Sequence[str], places: dict[str, int], row: Row) -> None:
        self.reading, self._header, self._places, self.row = reading, header, places, row

    def text(self, column: str) -> str:
        place = self._places.get(column)
        return self.row.cells[place].strip() if place is not None and place < len(self.row.cells) else ""

    def refuse(self, column: str, code: str) -> None:
        self.reading.refuse(self.row.line, self._name(column), code, original=shown(self.text(column)))

    def doubt(self, column: str, code: str) -> None:
        self.reading.doubt(self.row.line, self._name(column), code, original=shown(self.text(column)))

    def day(
        self, column: str, order: written_day.DateOrder, complain: Callable[[str, str], None], code: str
    ) -> date | None:
        found = written_day.read(self.text(column), order)
        if found is None and self.text(column):
            complain(column, code)
        return found

    def _name(self, column: str) -> str:
        return shown(self._header[self._places[column]]) if column in self._places else column


def take_defects(reading: Reading, header: Sequence[str], rows: Sequence[Row], store: str | None) -> None:
    """Read typed defects into `reading`."""
    cells, order = _prepared(reading, Kind.DEFECTS, header, rows, store, ("order_date", "event_date"))
    for row in cells:
        _take_defect(reading, row, order)


def take_counts(reading: Reading, header: Sequence[str], rows: Sequence[Row], store: str | None) -> None:
    """Read typed order counts into `reading`."""
    cells, order = _prepared(reading, Kind.ORDER_COUNTS, header, rows, store, ("first_day", "last_day"))
    for row in cells:
        _take_count(reading, row, order)


def _prepared(
    reading: Reading,
    kind: Kind,
    header: Sequence[str],
    rows: Sequence[Row],
    store: str | None,
    days: tuple[str, ...],
) -> tuple[list[_Cells], written_day.DateOrder]:
    places = columns.by_name(kind, header)
    cells = [_Cells(reading, header, places, row) for row in rows]
    reading.rows = len(cells)
    written = [cell.text(column) for column in days for cell in cells]
    order, is_proven = date_order.order_of(written, store)
    if not is_proven:
        reading.note(f"dates_guessed_{order}", example=shown(min(filter(None, written))))
    return cells, order


def _take_defect(reading: Reading, cells: _Cells, order: written_day.DateOrder) -> None:
    type_ = _TYPES.get(columns.folded(cells.text("type")))
    order_id = cells.text("order_id")
    if type_ is None:
        cells.refuse("type", "unknown_defect_type")
        return
    if order_id.upper().startswith(_MCF_PREFIX):
        reading.excluded[Exclusion.OTHER_ID_FORM] += 1
        return
    order_date = cells.day("order_date", order, cells.doubt, "unreadable_order_date")
    who = orders.fulfillment_of(cells.text("fulfillment"))
    if cells.text("fulfillment") and who is None:
        cells.doubt("fulfillment", "unknown_fulfillment_typed")
    if not order_id and order_date is None:
        cells.refuse("order_date", "defect_without_order")
        return
    if order_id and not orders.ORDER_ID.fullmatch(order_id):
        cells.doubt("order_id", "order_id_form")
    reading.records.append(
        HandDefect(
            line=cells.row.line,
            order_id=order_id,
            order_date=order_date,
            fulfillment=who,
            type=type_,
            outcome=cells.text("outcome"),
            event_date=cells.day("event_date", order, cells.doubt, "unreadable_event_date"),
        )
    )


def _take_count(reading: Reading, cells: _Cells, order: written_day.DateOrder) -> None:
    first = cells.day("first_day", order, cells.refuse, "unreadable_window_day")
    if first is None:
        return _refuse_empty(cells, "first_day")
    last = cells.day("last_day", order, cells.refuse, "unreadable_window_day")
    if last is None:
        return _refuse_empty(cells, "last_day")
    who = orders.fulfillment_of(cells.text("fulfillment"))
    number = cells.text("orders").replace(",", "").replace("\u00a0", "").replace(" ", "")
    if who is None:
        cells.refuse("fulfillment", "unknown_fulfillment_counted")
    elif not (number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS):
        cells.refuse("orders", "unreadable_order_count")
    elif last < first:
        cells.refuse("last_day", "window_backwards")
    else:
        count = OrderCount(
            line=cells.row.line, first_day=first, last_day=last, fulfillment=who, orders=int(number)
        )
        reading.records.append(count)
    return None


def _refuse_empty(cells: _Cells, column: str) -> None:
    """Refuse a row whose day is missing; an unreadable one has been refused already."""
    if not cells.text(column):
        cells.refuse(column, "unreadable_window_day")
