"""Limits: the lengths the rules of form go by, in words, out of `limits.toml`."""

from __future__ import annotations

from functools import cache

from calculator import tables


@cache
def limit(name: str) -> int:
    """Return a limit by name.

    >>> limit("sentence.long") < limit("sentence.very_long")
    True
    """
    group, _, key = name.partition(".")
    return int(tables.read("calculator.review", "limits")[group][key])
