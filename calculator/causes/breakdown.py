"""Breakdown: how many defects have which cause, by product, service level and week.

Plain counts of what the files and the seller say. A column no file gave is left out, a row without a
value is counted as not known; nothing is estimated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from calculator.causes.model import Cause

CONTRACT = "odr-cause-breakdown/1"
NOT_KNOWN = ""
WAYS = ("product", "service_level", "week")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One defect as it is counted.

    Attributes:
        cause: None where it has to be asked.
        product: the SKU, else the ASIN, empty where no file gives one.
        service_level: of the shipment, as the file words it.
        day: of the order.
    """

    cause: Cause | None
    product: str = NOT_KNOWN
    service_level: str = NOT_KNOWN
    day: date | None = None


def breakdown(defects: Iterable[Counted]) -> dict[str, Any]:
    """Return the counts: `causes`, and for each way of `WAYS` its rows, None where no defect has it."""
    rows = list(defects)
    return {
        "contract": CONTRACT,
        "defects": len(rows),
        "causes": _causes(rows),
        **{f"by_{way}": _by(rows, way) for way in WAYS},
    }


def week_of(day: date | None) -> str:
    """Return the Monday of a day's week.

    >>> week_of(date(2026, 11, 22))
    '2026-11-16'
    """
    return (day - timedelta(days=day.weekday())).isoformat() if day else NOT_KNOWN


def _by(rows: Sequence[Counted], way: str) -> list[dict[str, Any]] | None:
    """Return one row a value, the most defects first; weeks in their order, what is not known last."""
    held: dict[str, list[Counted]] = {}
    for one in rows:
        held.setdefault(_value(one, way), []).append(one)
    if not any(held):
        return None
    is_week = way == "week"
    order = sorted(held, key=lambda value: (value == NOT_KNOWN, 0 if is_week else -len(held[value]), value))
    return [
        {way: value or None, "defects": len(held[value]), "causes": _causes(held[value])} for value in order
    ]


def _value(one: Counted, way: str) -> str:
    if way == "week":
        return week_of(one.day)
    return (one.product if way == "product" else one.service_level).strip()


def _causes(rows: Sequence[Counted]) -> list[dict[str, Any]]:
    """Return the causes with their numbers, the most frequent first, what has to be asked last."""
    counts = Counter(one.cause for one in rows)
    known = sorted((one for one in counts if one), key=lambda one: (-counts[one], list(Cause).index(one)))
    asked = [{"cause": None, "defects": counts[None]}] if None in counts else []
    return [*({"cause": str(one), "defects": counts[one]} for one in known), *asked]
