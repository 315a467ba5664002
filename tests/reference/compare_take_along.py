"""The days of the calendar file beside the days that a plain count gives."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from calculator.take_along import take_along

from . import recount_orders
from .compare_recovery import assessment
from .recount import typed_counts
from .recount_carry import today
from .recount_dates import deadline, moves, turns
from .recount_sides import side
from .truth import FULFILLMENTS

if TYPE_CHECKING:
    from .truth import Shop

NOT_HELD = "not-held"
Dated = tuple[str, date]


def compare(shop: Shop, lang: str = "en") -> list[str]:
    """Every day that stands in one of the two and not in the other."""
    core = assessment(shop)
    expected: list[Dated] = []
    for defect in core.defect_list.defects:
        day = deadline(defect, shop.as_of)
        expected += [("deadline", day)] if day else []
    for kind in FULFILLMENTS:
        own = side(shop, kind)
        expected += [("marks", day) for day in moves(own)]
        if any(line.is_marked for line in own.lines) and has_orders(shop, kind):
            expected += turns(own, is_under=today(own).on_target)
    actual = [one for one in entries(take_along(core, "recovery.ics", lang).text) if one[0] != NOT_HELD]
    return [
        *(f"lacks {one}" for one in without(expected, actual)),
        *(f"has {one} besides" for one in without(actual, expected)),
    ]


def has_orders(shop: Shop, kind: str) -> bool:
    """Whether a file or a typed count gives the orders of a fulfilment; a typed defect alone is no such order."""
    in_files = recount_orders.merged(shop)
    store = recount_orders.assessed_store(shop, in_files)
    held = (one.fulfillment == kind and one.store in (store, None) for one in in_files.values())
    return kind in typed_counts(shop, in_files, store) or any(held)


def without(some: list[Dated], others: list[Dated]) -> list[Dated]:
    """What is left of a list when another one is taken away, one by one."""
    return sorted((Counter(some) - Counter(others)).elements())


def entries(text: str) -> list[Dated]:
    """What each entry of a calendar is about, and its day, read line by line."""
    found: list[Dated] = []
    kind = ""
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if name == "UID":
            kind = value.partition("@")[0].lstrip("0123456789-").rpartition("-")[0]
        if name == "DTSTART;VALUE=DATE":
            found.append((kind, date.fromisoformat(value)))
    return found
