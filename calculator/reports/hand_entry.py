"""Hand entry: `defects.csv`, one typed row a defect; `order_counts.csv` is beside it in `order_counts`.

    order_id,order_date,fulfillment,type,outcome,event_date,decided_on,note

The order id may be blank: the order then stands as "order A". What a report does not tell,
the claims and chargebacks above all, comes in through this door.

Worse mistake: losing a typed defect. Only a row without a known type, or one that names no
order and no day, cannot be used, and it is listed.
"""

from __future__ import annotations

from collections.abc import Sequence

from calculator import orders
from calculator.defects import DefectType
from calculator.problems import shown
from calculator.reports import columns
from calculator.reports.flat_file import Row
from calculator.reports.hand_cells import HandCells, prepared
from calculator.reports.reading import Exclusion, HandDefect, Kind, Reading
from calculator.reports.written_day import DateOrder

COLUMNS = (
    "order_id",
    "order_date",
    "fulfillment",
    "type",
    "outcome",
    "event_date",
    "decided_on",
    "note",
)
_DAYS = ("order_date", "event_date", "decided_on")
_MCF_PREFIX = "S0"
_TYPES = {
    **dict.fromkeys(("negative feedback", "feedback", "负面反馈", "差评"), DefectType.NEGATIVE_FEEDBACK),
    **dict.fromkeys(
        ("a to z claim", "a to z", "a to z guarantee claim", "claim", "a to z 索赔", "索赔"),
        DefectType.A_TO_Z_CLAIM,
    ),
    **dict.fromkeys(("chargeback", "service chargeback", "信用卡拒付", "拒付"), DefectType.CHARGEBACK),
}


def take(reading: Reading, header: Sequence[str], rows: Sequence[Row], store: str | None) -> None:
    """Read typed defects into `reading`."""
    cells, order = prepared(reading, Kind.DEFECTS, header, rows, store, _DAYS)
    for row in cells:
        _take_defect(reading, row, order)


def _take_defect(reading: Reading, cells: HandCells, order: DateOrder) -> None:
    type_ = _TYPES.get(columns.folded(cells.text("type")))
    order_id = cells.text("order_id")
    if not orders.ORDER_ID.fullmatch(order_id):
        order_id = shown(order_id)
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
        if not reading.is_typed:
            cells.refuse("order_date", "defect_without_order")
            return
        if not cells.text("order_date"):
            cells.doubt("order_date", "defect_without_day")
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
            decided_on=cells.day("decided_on", order, cells.doubt, "unreadable_decided_on"),
            note=cells.text("note"),
        )
    )
