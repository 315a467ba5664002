"""Faults put into the files, and problems that speak about something else: both must be none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .recount import reported_block
from .recount_defects import OUTCOMES
from .recount_orders import Fate, assessed_store, fate, merged, rank
from .reports import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .recount_orders import Order
    from .truth import HandRow, OrderRow, Shop

Problem = dict[str, Any]


def unexplained(shop: Shop, problems: list[Problem]) -> Iterator[str]:
    """Every fault that no problem names, and every problem that names no fault."""
    known = merged(shop)
    store = assessed_store(shop, known)
    names = [document.name for document in documents(shop)]
    for order_rows in shop.order_files:
        yield from _by_line(names.pop(0), order_rows, problems)
    for feedback in shop.feedback_files:
        faults = [(row.order_id, int(row.left_on is None)) for row in feedback]
        yield from _by_count(names.pop(0), _between(faults, known, store), problems)
    for typed in shop.hand_files:
        faults = [(row.order_id, _faults(row, known)) for row in typed]
        yield from _by_count(names.pop(0), _between(faults, known, store), problems)
    if shop.report is not None:
        yield from _by_count(names[-1], (_report_faults(shop, store),) * 2, problems)


def _by_line(name: str, rows: tuple[OrderRow, ...], problems: list[Problem]) -> Iterator[str]:
    """An order report: one problem on each faulty line, and one for each unknown status somewhere."""
    lines = [problem["line"] for problem in problems if problem["file"] == name]
    faulty = {line for line, row in enumerate(rows, start=2) if fate(row) is Fate.PROBLEM}
    strange = {line for line, row in enumerate(rows, start=2) if rank(row.status) == UNRANKED}
    for line in sorted(faulty - set(lines)):
        yield f"problems: nothing about {name}, line {line}: {rows[line - 2]!r}"
    for line in sorted(set(lines) - faulty - strange):
        yield f"problems: {name}, line {line} has no fault: {[p for p in problems if p['line'] == line]!r}"


UNRANKED = rank("")


def _between(faults: list[tuple[str, int]], known: dict[str, Order], store: str) -> tuple[int, int]:
    """How many faults must be listed, and may be: rows of other stores are excluded before or after."""
    here = [count for order_id, count in faults if order_id not in known or known[order_id].store == store]
    return sum(here), sum(count for _, count in faults)


def _faults(row: HandRow, known: dict[str, Order]) -> int:
    """Faults of one typed row: an unknown word, an unreadable day, nothing to go by, a disagreement."""
    if not row.order_id and row.order_date is None:
        return 1
    faults = ((row.type, row.outcome) not in OUTCOMES) + bool(row.event_text)
    order = known.get(row.order_id)
    if order is None:
        faults += row.order_date is not None and row.fulfillment is None
    else:
        faults += row.order_date not in (None, order.day)
        faults += row.fulfillment not in (None, order.fulfillment)
    return faults


def _report_faults(shop: Shop, store: str) -> int:
    """A V2 report without the store, or with two periods; its figures are in order."""
    block = reported_block(shop, store)
    if block is None:
        return 1
    return int((block.mfn.first_day, block.mfn.last_day) != (block.afn.first_day, block.afn.last_day))


def _by_count(name: str, faults: tuple[int, int], problems: list[Problem]) -> Iterator[str]:
    listed = [problem for problem in problems if problem["file"] == name]
    if not faults[0] <= len(listed) <= faults[1]:
        yield f"problems: {faults} faults were put into {name}, listed are {listed!r}"
