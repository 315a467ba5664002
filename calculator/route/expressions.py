"""Expressions: what is looked for beside the patterns, as data."""

from __future__ import annotations

import re
from functools import cache

from calculator import tables


@cache
def expression(name: str, table: str = "expressions") -> re.Pattern[str]:
    """Return one expression of a table; case is ignored."""
    return re.compile(str(tables.read("calculator.route", table)[name]), re.IGNORECASE)
