"""The calendars of a shop that recount and core agree on, and how tests look into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .compare_recovery import compare, printed
from .recount_recovery import recovery
from .recount_sides import side
from .truth import MFN

if TYPE_CHECKING:
    from datetime import date

    from .truth import Shop


def both(one: Shop) -> dict[str, Any]:
    """The calendars that recount and core agree on."""
    assert not compare(one)
    found = recovery(side(one, MFN))
    assert found == printed(one)[MFN]
    return found


def counts(answer: Any, day: date, projection: str = "no_new_orders") -> tuple[int, int]:
    """Orders with a defect and orders of one day."""
    found = next(row for row in answer[projection]["days"] if row["day"] == str(day))
    return found["orders_with_defects"], found["orders"]


def turns(answer: Any, projection: str = "no_new_orders") -> tuple[str | None, str | None]:
    """The first day on target and the day from which it stays there."""
    return answer[projection]["first_day_on_target"], answer[projection]["stays_on_target_from"]
