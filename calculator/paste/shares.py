"""Shares: counts of orders and of orders with defects as a page or a notice writes them.

"2 of 126 orders", "126 个订单中有 2 个", "Orders: 126", each under the heading it stands below.
A percentage is compared with the counts and never turned into them.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from calculator.paste.pieces import Kind, Piece

_LARGEST_DAY = 31
_PARTS = ("orders", "orders_with_defects")
_TO_DIGIT = str.maketrans("OoIl|", "00111")


@dataclass(frozen=True, slots=True)
class Share:
    """Counts at one place; either may be missing.

    Attributes:
        is_doubtful: two small numbers and a slash, which may be anything; more defects than orders;
            a point among the digits.
        doubts: parts with letters among their digits.
    """

    orders: int | None
    defects: int | None
    is_doubtful: bool = False
    doubts: frozenset[str] = frozenset()


def of(piece: Piece) -> Share | None:
    """Return the counts a piece holds, by its own words or by the label before it."""
    if piece.kind is Kind.SHARE:
        name, groups = piece.value
        written = [groups.get(part) or "" for part in ("orders", "defects")]
        orders, defects = map(_whole, written)
        is_small = name == "slash" and not groups["noun"] and (orders or 0) <= _LARGEST_DAY
        is_reversed = orders is not None and defects is not None and defects > orders
        doubts = frozenset(part for part, text in zip(_PARTS, written, strict=True) if _has_letters(text))
        is_pointed = "." in written[0]
        return Share(orders, defects, is_small or is_reversed or is_pointed, doubts)
    if piece.kind is Kind.NUMBER and piece.label == "orders":
        return Share(piece.value, None)
    if piece.kind is Kind.NUMBER and piece.label == "orders_with_defects":
        return Share(None, piece.value)
    return None


def agrees(orders: int, defects: int, percent: str) -> bool:
    """Return whether a printed percentage can be these counts, rounded or cut.

    >>> agrees(126, 2, "1.59"), agrees(128, 2, "1.59")
    (True, False)
    """
    printed = Decimal(percent)
    exponent = printed.as_tuple().exponent
    step = Fraction(1, 10**-exponent) if isinstance(exponent, int) else Fraction(1)
    return bool(orders) and abs(Fraction(100 * defects, orders) - Fraction(printed)) < step


def _whole(digits: str) -> int | None:
    plain = digits.replace(",", "").replace(".", "").translate(_TO_DIGIT)
    return int(plain) if plain else None


def _has_letters(text: str) -> bool:
    return any(c.isalpha() or c == "|" for c in text)
