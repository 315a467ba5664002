"""Edited orders: problem rows of an orders file, read again with the seller's corrections.

An orders file is merged while it streams and never held; only the rows that could not be used
are kept. A correction reads those again and merges them in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from calculator.reports.all_orders import AllOrders
from calculator.reports.edits import Edit, edited
from calculator.reports.flat_file import Row
from calculator.reports.order_book import OrderBook, merged
from calculator.reports.reading import Reading


def reread(
    reading: Reading,
    book: OrderBook,
    header: Sequence[str],
    troubled: Mapping[int, tuple[str, ...]],
    edits: Sequence[Edit],
) -> tuple[Reading, OrderBook]:
    """Return the reading and the book with the troubled rows corrected; the given ones stay."""
    lines = {edit.line for edit in edits} & troubled.keys()
    again = Reading(file=reading.file, kind=reading.kind, dates=reading.dates)
    rows = [Row(line=line, cells=troubled[line]) for line in sorted(lines)]
    kept = edited(again, header, rows, edits)
    orders = AllOrders(again, header, book.vocabulary)
    orders.take_rows(kept)
    orders.finish()
    return _joined(reading, again, lines), merged([book, orders.book], book.vocabulary)


def _joined(before: Reading, again: Reading, lines: set[int]) -> Reading:
    """Return the first reading with the troubles of `lines` replaced by those of the second."""
    days = [day for span in (before.span, again.span) if span for day in span]
    return replace(
        before,
        unusable=before.unusable - len(lines) + again.unusable,
        problems=[p for p in before.problems if p.line not in lines] + again.problems,
        notes=list(dict.fromkeys([*before.notes, *again.notes])),
        excluded=before.excluded + again.excluded,
        left_out=again.left_out,
        span=(min(days), max(days)) if days else None,
    )
