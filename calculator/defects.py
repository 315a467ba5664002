"""Defects: what can mark an order, and whether it counts.

Three things mark an order: negative feedback, an A-to-z Guarantee claim, a credit card
chargeback. Whether one counts follows from its outcome and nothing else; the outcomes are
policy (`policy/counted_defects.toml`). An outcome that is still open, or a word we do not
know, is undecided: it may count, and both ends are shown.

Source: counted_defects
Worse mistake: calling a seller safe who is not - doubt widens the band.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calculator.orders import Fulfillment
from calculator.policy import Counts


class DefectType(StrEnum):
    """The three defect types of the order defect rate."""

    NEGATIVE_FEEDBACK = "negative_feedback"
    A_TO_Z_CLAIM = "a_to_z_claim"
    CHARGEBACK = "chargeback"


class Origin(StrEnum):
    """Which file a defect is known from."""

    FEEDBACK_REPORT = "feedback_report"
    HAND = "hand"
    ODR_DOWNLOAD = "odr_download"


MARK_OUTCOMES = {
    DefectType.NEGATIVE_FEEDBACK: "kept",
    DefectType.A_TO_Z_CLAIM: "granted",
    DefectType.CHARGEBACK: "service",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """One defect of one order.

    Attributes:
        order_id: Amazon's id, or `order A`, `order B` … for an order the seller did not name.
        outcome: the word of policy, or the seller's own word when we do not know it.
        rule: policy key the judgement rests on, None for an unknown outcome.
        order_date, fulfillment: of the order; None while no file knows them.
        is_placed: the order is part of the rate, as an order of the files, of the hand entry
            or of a typed count.
        decided_on: day of the decision on a claim, or of the mail about a chargeback.
        stars: 1 to 5 for feedback out of the report, else None.
        comment: the buyer's words of a feedback, the seller's note of a hand entry; data, never trusted.
        is_typed: it stands in the form of the page, `line` is its row there.
        is_edited: the seller set the outcome of a row of a file.
    """

    order_id: str
    type: DefectType
    outcome: str
    counts: Counts
    rule: str | None
    origin: Origin
    order_date: date | None
    fulfillment: Fulfillment | None
    is_placed: bool
    event_date: date | None = None
    decided_on: date | None = None
    stars: int | None = None
    comment: str = ""
    file: str = ""
    line: int = 0
    is_typed: bool = False
    is_edited: bool = False

    @property
    def is_nameless(self) -> bool:
        """Return whether the seller did not name the order; it is then called `order A` and so on."""
        return self.origin is Origin.HAND and self.order_id.startswith("order ")
