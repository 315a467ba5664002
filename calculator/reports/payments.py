"""Payments: the money side of claims and chargebacks, as hints and never as defects.

The date range report (commas, every cell quoted, some lines of preamble) and the settlement report
V2 (tabs, several rows a transaction). A row tells that money moved because of a claim, not whether
the claim counts, and a chargeback's row does not tell fraud from service.

Worse mistake: counting money. What moved is listed, once an order and type, to be looked up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from calculator.defects import DefectType
from calculator.problems import shown
from calculator.reports import columns, confirmed
from calculator.reports.flat_file import Row
from calculator.reports.hand_cells import HandCells, prepared
from calculator.reports.reading import Hint, Reading
from calculator.reports.written_day import DateOrder

_MOST_NAMED = 12


def take(reading: Reading, header: Sequence[str], rows: Sequence[Row], store: str | None) -> None:
    """Read the rows below a header into `reading`."""
    cells, order = prepared(reading, reading.kind, header, rows, store, ("event_date",))
    types: Counter[str] = Counter()
    for row in cells:
        type_ = _type_of(row.text("type"))
        types[row.text("type")] += type_ is None
        if type_ is not None:
            _take_row(reading, row, order, type_)
    if any(isinstance(record, Hint) for record in reading.records):
        reading.note("payments_have_no_part")
    elif named := [shown(type_) for type_, _ in sorted(types.items(), key=lambda item: (-item[1], item[0]))]:
        reading.note("payments_name_no_claim", types=", ".join(filter(None, named[:_MOST_NAMED])))
    confirmed.confirm(reading)


def _type_of(text: str) -> DefectType | None:
    word = columns.folded(text)
    known = columns.words("payment_types")
    return next((type_ for type_ in DefectType if any(part in word for part in known.get(type_, ()))), None)


def _take_row(reading: Reading, cells: HandCells, order: DateOrder, type_: DefectType) -> None:
    order_id = cells.order_id()
    if order_id is None:
        return
    reading.records.append(
        Hint(
            line=cells.row.line,
            order_id=order_id,
            type=type_,
            column=cells.name("type"),
            event_date=cells.day("event_date", order, cells.doubt, "unreadable_posting_date"),
            evidence="payment",
            is_given_back=_is_positive(cells.text("amount")),
        )
    )


def _is_positive(amount: str) -> bool:
    """Return whether an amount is more than nothing; a bracket or any minus sign is less.

    >>> _is_positive("12.99"), _is_positive("-12.99"), _is_positive("(12,99)"), _is_positive("0.00")
    (True, False, False, False)
    """
    is_negative = amount.startswith("(") or any(sign in amount for sign in "-\u2212\u2013")
    return not is_negative and any(digit in amount for digit in "123456789")
