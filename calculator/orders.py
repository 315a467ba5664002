"""Orders: one per distinct Amazon order id, whatever number of items it has.

Amazon's All Orders report has one row per item; here an order is what remains after merging.
Its day is the UTC calendar day of `purchase-date`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

ORDER_ID = re.compile(r"[0-9]{3}-[0-9]{7}-[0-9]{7}")


class Fulfillment(StrEnum):
    """Who ships: the rate is kept apart for both."""

    MFN = "mfn"
    AFN = "afn"


SETTLED_STATUSES = ("shipped", "shipping", "unshipped")
UNSETTLED_STATUSES = ("pending", "cancelled")
_TIE_ORDER = SETTLED_STATUSES + UNSETTLED_STATUSES
_OTHER_KNOWN = ("complete", "partiallyshipped", "unfulfillable", "invoiceunconfirmed")
_FULFILLMENT_WORDS = {
    **dict.fromkeys(
        ("merchant", "mfn", "fbm", "seller", "卖家", "卖家自配送", "卖家配送", "自配送", "賣家"),
        Fulfillment.MFN,
    ),
    **dict.fromkeys(
        ("amazon", "afn", "fba", "亚马逊", "亚马逊配送", "亚马逊物流", "亞馬遜"), Fulfillment.AFN
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order of the assessed store.

    Attributes:
        day: UTC calendar day of the purchase.
        is_settled: neither cancelled nor pending.
        store: store code, None for an order known only by hand.
    """

    order_id: str
    day: date
    fulfillment: Fulfillment
    is_settled: bool
    store: str | None


def status_rank(status: str) -> int:
    """Return the place of an order status when two rows are equally new; smaller wins.

    >>> status_rank("Shipped - Returned to Seller"), status_rank("Canceled")
    (0, 4)
    """
    folded = status.strip().casefold().replace("canceled", "cancelled")
    for rank, word in enumerate(_TIE_ORDER):
        if folded.startswith(word):
            return rank
    return len(_TIE_ORDER)


def plain_status(status: str) -> str:
    """Return one word for all statuses of a rank, empty for the unknown ones.

    >>> plain_status("Shipped - Returned to Seller"), plain_status("Teleported")
    ('shipped', '')
    """
    return (*_TIE_ORDER, "")[status_rank(status)]


def is_settled(status: str) -> bool:
    """Return whether a status is neither Cancelled nor Pending; an unknown one is settled."""
    return not len(SETTLED_STATUSES) <= status_rank(status) < len(_TIE_ORDER)


def is_known_status(status: str) -> bool:
    """Return whether Amazon is known to write this status."""
    folded = status.strip().casefold().replace(" ", "")
    return status_rank(status) < len(_TIE_ORDER) or folded.startswith(_OTHER_KNOWN)


def fulfillment_of(word: str) -> Fulfillment | None:
    """Return who ships, from the word a report uses, or None when it is no known word.

    >>> fulfillment_of("Merchant"), fulfillment_of("AFN"), fulfillment_of("drone")
    (<Fulfillment.MFN: 'mfn'>, <Fulfillment.AFN: 'afn'>, None)
    """
    folded = " ".join(word.replace("_", " ").split()).casefold().removeprefix("fulfilled by ")
    head = folded.split(" (", 1)[0].split("(", 1)[0].split("（", 1)[0]
    return _FULFILLMENT_WORDS.get(head)
