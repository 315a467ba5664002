"""Which defects have an honest way out of the rate today, by a plain reading of the design's section 5.

A decided claim: thirty days from the decision. A claim still open: two days from Amazon's question.
An appeal that waits, and a mark that stayed when the money came back: no day is published. Feedback
that stands: Amazon's grounds, the days being hearsay. A chargeback: its answer decides the money.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .truth import CLAIM, FEEDBACK

if TYPE_CHECKING:
    from datetime import date

    from calculator.defects import Defect

APPEAL_DAYS, ANSWER_DAYS = 30, 2
DECIDED = ("granted", "seller_refunded_after_claim", "cancelled_by_seller")
WITHOUT_A_DAY = ("appealed", "appeal_money_only")


def has_route(defect: Defect, today: date) -> bool:
    """Whether the seller can still do something honest that may take the mark away, or has done it."""
    if defect.type == FEEDBACK:
        return defect.outcome == "kept"
    if defect.type != CLAIM:
        return False
    if defect.outcome in WITHOUT_A_DAY:
        return True
    if defect.outcome == "open":
        return _runs(defect.event_date, ANSWER_DAYS, defect.order_date, today)
    return defect.outcome in DECIDED and _runs(defect.decided_on, APPEAL_DAYS, defect.order_date, today)


def _runs(first: date | None, days: int, ordered: date | None, today: date) -> bool:
    """Whether today lies on the clock; a first day that cannot be right starts none."""
    if first is None or (ordered is not None and first < ordered):
        return False
    return 0 <= (today - first).days <= days
