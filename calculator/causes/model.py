"""Records of the causes: what went wrong, the words that showed it, the answer for one comment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    """What a buyer complains of, from the parcel to nothing to go by."""

    NOT_RECEIVED = "not_received"
    LATE = "late_delivery"
    WRONG = "wrong_item_or_not_as_described"
    DAMAGED = "damaged_or_defective"
    MISSING = "missing_parts_or_quantity"
    COUNTERFEIT = "counterfeit_suspicion"
    SERVICE = "poor_customer_service_or_no_reply"
    REFUND = "refund_or_return_problem"
    CANCELLED = "cancelled_by_seller_or_out_of_stock"
    OPINION = "price_or_product_opinion"
    OTHER = "other_or_unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of the comment that showed a cause; `start` and `end` count its characters."""

    start: int
    end: int
    text: str
    cause: Cause
    signal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """The main cause of one comment, the others in the order of their weight, and the words for each."""

    primary: Cause
    secondary: tuple[Cause, ...]
    evidence: tuple[Evidence, ...]
