"""A shop in which some typed defects have ended otherwise: the truth is changed and counted anew."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from .recount import recount

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .truth import HandRow, Shop

Mark = tuple[str, str]
"""An order's id and the type of its defect."""


def marks(shop: Shop) -> list[Mark]:
    """The defects that were typed with an id, of orders that have only this one of their type."""
    typed = Counter((row.order_id, row.type) for file in shop.hand_files for row in file if row.order_id)
    listed = {(mark.order_id, kind) for mark in shop.marks or () for kind in mark.types}
    return sorted(mark for mark, times in typed.items() if times == 1 and mark not in listed)


def ended(shop: Shop, outcomes: Mapping[Mark, str]) -> Shop:
    """The shop whose typed defects have these outcomes."""

    def row_of(row: HandRow) -> HandRow:
        return replace(row, outcome=outcomes.get((row.order_id, row.type), row.outcome))

    files = tuple(tuple(row_of(row) for row in file) for file in shop.hand_files)
    return replace(shop, hand_files=files)


def rates_after(shop: Shop, outcomes: Mapping[Mark, str]) -> object:
    """The rates of the assessed window when the defects have ended so."""
    return recount(ended(shop, outcomes))["order_defect_rate"]
