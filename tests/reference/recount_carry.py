"""How many more defects a window can take, tried one after the other."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from .recount import REPORTED_LAGS, WINDOW_DAYS
from .recount_recovery import Count, known
from .recount_sides import inside

if TYPE_CHECKING:
    from .recount_sides import Side

DAYS_LOOKED_AT = 30


def today(one: Side) -> Count:
    """The counts of the assessed window, or of the one that ends today's lag ago where that is another time's."""
    if is_todays(one):
        orders, marked = inside(one, one.first, one.last)
        return Count(one.as_of, one.typed.orders if one.typed else orders, marked)
    last = one.as_of - timedelta(days=one.lag)
    return Count(one.as_of, *inside(one, last - timedelta(days=WINDOW_DAYS - 1), last))


def is_todays(one: Side) -> bool:
    """Whether the assessed window may be the one Amazon measures today."""
    length = (one.last - one.first).days + 1
    return length == WINDOW_DAYS and (one.as_of - one.last).days in REPORTED_LAGS


def room(day: Count) -> int | None:
    """The most further orders with a defect that stay under one in a hundred; negative when it is over.

    A new defect is on an order that is counted already. Without orders there is no rate.
    """
    if not day.orders:
        return None
    held = 0
    while Count(day.day, day.orders, held + 1).on_target:
        held += 1
    return held - day.orders_with_defects


def worst(one: Side) -> Count | None:
    """The first of the next thirty days with the least room."""
    rooms = [(room(day), day) for day in known(one)[:DAYS_LOOKED_AT] if day.orders]
    least = min((found for found, _ in rooms if found is not None), default=None)
    return next((day for found, day in rooms if found == least), None)
