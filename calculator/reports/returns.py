"""Returns reports: why buyers sent things back, of orders the seller shipped and of orders Amazon did.

`GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE` (one row a return, with a flag for A-to-z claims) and
`GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA` (one row a unit, with the buyer's words). They say
nothing about what counts: a flagged order is listed for the seller to look up, the reasons help
to find the cause.

Worse mistake: counting a flag. Only the claims page knows how a claim ended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from calculator.defects import DefectType
from calculator.problems import shown
from calculator.reports import confirmed
from calculator.reports.columns import folded
from calculator.reports.flat_file import Row
from calculator.reports.hand_cells import HandCells, prepared
from calculator.reports.order_defects import MARKED, UNMARKED
from calculator.reports.reading import Hint, Reading, Returned
from calculator.reports.written_day import DateOrder

_MOST_NAMED = 5
_PREFIXES = ("CR_", "AMZ_PG_")


def take(reading: Reading, header: Sequence[str], rows: Sequence[Row], store: str | None) -> None:
    """Read the returns below a header into `reading`."""
    cells, order = prepared(reading, reading.kind, header, rows, store, ("event_date",))
    for row in cells:
        _take_row(reading, row, order)
    reasons = Counter(record.reason for record in reading.records if isinstance(record, Returned))
    most = sorted((reason for reason in reasons if reason), key=lambda reason: (-reasons[reason], reason))
    if most:
        named = ", ".join(f"{shown(reason)} ({reasons[reason]})" for reason in most[:_MOST_NAMED])
        reading.note("return_reasons", reasons=named)
    confirmed.confirm(reading)


def code_of(reason: str) -> str:
    """Return a reason without what only tells which program wrote it.

    >>> code_of("CR-NOT_AS_DESCRIBED"), code_of("AMZ-PG-BAD-DESC"), code_of("DEFECTIVE")
    ('NOT_AS_DESCRIBED', 'BAD_DESC', 'DEFECTIVE')
    """
    code = reason.strip().upper().replace("-", "_").replace(" ", "_")
    for prefix in _PREFIXES:
        code = code.removeprefix(prefix)
    return code


def _take_row(reading: Reading, cells: HandCells, order: DateOrder) -> None:
    order_id = cells.order_id()
    if order_id is None:
        return
    day = cells.day("event_date", order, cells.doubt, "unreadable_return_date")
    reading.records.append(
        Returned(
            line=cells.row.line,
            order_id=order_id,
            day=day,
            reason=code_of(cells.text("reason")),
            comment=cells.text("comment"),
        )
    )
    if _is_flagged(cells):
        reading.records.append(
            Hint(
                line=cells.row.line,
                order_id=order_id,
                type=DefectType.A_TO_Z_CLAIM,
                column=cells.name("a_to_z_claim"),
                event_date=day,
                evidence="return",
            )
        )


def _is_flagged(cells: HandCells) -> bool:
    word = folded(cells.text("a_to_z_claim"))
    if word not in MARKED | UNMARKED:
        cells.doubt("a_to_z_claim", "unknown_flag")
    return word not in UNMARKED
