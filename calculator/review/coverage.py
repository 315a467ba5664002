"""Coverage: for each criterion what the rules check of it, what they cannot, and where it comes from."""

from __future__ import annotations

from functools import cache
from typing import Any

from calculator import tables


@cache
def coverage() -> dict[str, dict[str, Any]]:
    """Return the table of all criteria by id."""
    return tables.read("calculator.review", "coverage")


def sources_of(rule: str) -> list[str]:
    """Return the policy keys a rule rests on; empty where it is our own judgement."""
    return list(coverage()[rule]["facts"])
