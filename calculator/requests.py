"""Requests: the few words a caller says besides files, read strictly.

>>> window("2026-09-09..2026-11-07").days
60
"""

from __future__ import annotations

import re
from datetime import date

from calculator.dates import DateRange
from calculator.errors import RequestError
from calculator.reports.written_day import DateOrder

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def day(value: str) -> date:
    """Return a day written as `2026-11-22`.

    Raises:
        RequestError: no such day.
    """
    if not _DAY.fullmatch(value):
        raise RequestError("bad_day", value=value)
    try:
        return date.fromisoformat(value)
    except ValueError as impossible:
        raise RequestError("bad_day", value=value) from impossible


def date_order(value: object) -> DateOrder | None:
    """Return which part of a numeric date comes first, None where nothing is asked for.

    >>> date_order("day_first"), date_order(None)
    (<DateOrder.DAY: 'day_first'>, None)

    Raises:
        RequestError: no such order.
    """
    if value is None:
        return None
    try:
        return DateOrder(str(value))
    except ValueError as unknown:
        raise RequestError("bad_date_order", value=str(value), known=" ".join(DateOrder)) from unknown


def window(value: str) -> DateRange:
    """Return a range written as `2026-09-09..2026-11-07`.

    Raises:
        RequestError: not two days, or the last before the first.
    """
    first, dots, last = value.partition("..")
    try:
        if dots:
            return DateRange(day(first), day(last))
    except (RequestError, ValueError):
        pass
    raise RequestError("bad_window", value=value)
