"""Chargebacks: the list of the chargebacks page, as hints and never as defects.

It gives order, day and the card network's code for the reason; whether one is about service, which
counts, or about fraud, which does not, only the seller can look up.

Source: counted_defects.chargeback
Worse mistake: counting fraud. Each is listed until the seller has said of which kind it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from calculator.defects import DefectType
from calculator.reports import confirmed
from calculator.reports.flat_file import Row
from calculator.reports.hand_cells import prepared
from calculator.reports.reading import Hint, Reading


def take(reading: Reading, header: Sequence[str], rows: Sequence[Row], store: str | None) -> None:
    """Read the chargebacks below a header into `reading`."""
    cells, order = prepared(reading, reading.kind, header, rows, store, ("event_date",))
    for row in cells:
        order_id = row.order_id()
        if order_id is None:
            continue
        day = row.day("event_date", order, row.doubt, "unreadable_posting_date")
        reading.records.append(
            Hint(
                line=row.row.line,
                order_id=order_id,
                type=DefectType.CHARGEBACK,
                column=row.name("order_id"),
                event_date=day,
                evidence="page",
            )
        )
    reading.note("chargebacks_without_kind")
    confirmed.confirm(reading)
