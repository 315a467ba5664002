"""Card state: what the cards of a page mean for its reader today - verify live, or past review.

Thin evidence (one voice, nothing found) and figures read again within a quarter are to be looked up in
the seller's own Seller Central. The day by which a page should have been read again is written into it,
so that a browser can say so when that day is over, long after the build.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from calculator.docsite import blocks
from calculator.policy import Entry, Grade, entry

THIN = (Grade.SINGLE, Grade.NOT_FOUND)
SHORT_LIVED = 90
"""Days between two readings from which on a figure counts as slow to change."""


@dataclass(frozen=True, slots=True)
class State:
    """The cards of one page: the first day on which one is overdue, and how many are to be verified."""

    review_by: date | None
    to_verify: int


def of(keys: list[str]) -> State:
    """Return the state of the cards of a page."""
    known = [entry(key) for key in keys]
    days = [row.review_by for one in known for row in one.values]
    return State(min(days, default=None), sum(map(is_to_verify, known)))


def is_to_verify(one: Entry) -> bool:
    """Tell whether a reader should look this fact up before relying on it."""
    return any(
        row.grade in THIN or (row.review_by - row.checked_on).days <= SHORT_LIVED
        for row in one.values
        if row.chosen
    )


def live(keys: list[str], lang: str) -> str:
    """Return the list of what to verify live, nothing where every card is firm."""
    shaky = [entry(key) for key in keys if is_to_verify(entry(key))]
    return blocks.render("live", lang, shaky=shaky) if shaky else ""
