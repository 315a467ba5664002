"""Odds: how much of a small shop's rate is luck, exactly.

With n orders and a true defect rate p the number of orders with a defect follows the binomial
distribution. The chance to stand at or over the line is summed in whole numbers and rounded only
when shown; the interval for a shop's own counts is that of Clopper and Pearson, found by halving.

Worse mistake: an excuse. The figures tell how far a number can be trusted, not that it is wrong.
"""

from __future__ import annotations

from fractions import Fraction
from math import comb, exp, log, log1p

_HALVINGS = 64


def fewest_off_target(orders: int, target: Fraction) -> int:
    """Return the least number of orders with a defect that is not under the target.

    >>> fewest_off_target(126, Fraction(1, 100)), fewest_off_target(100, Fraction(1, 100))
    (2, 1)
    """
    return max(-(-orders * target.numerator // target.denominator), 1)


def chance_of_at_least(hits: int, orders: int, rate: Fraction) -> Fraction:
    """Return the chance of `hits` or more orders with a defect among `orders`, exactly.

    >>> round(float(chance_of_at_least(2, 126, Fraction(1, 200))), 3)
    0.132
    """
    if hits <= 0:
        return Fraction(1)
    good, bad, whole = rate.denominator - rate.numerator, rate.numerator, rate.denominator
    fewer = sum(comb(orders, k) * bad**k * good ** (orders - k) for k in range(min(hits, orders + 1)))
    return 1 - Fraction(fewer, whole**orders)


def chance_off_target(orders: int, rate: Fraction, target: Fraction) -> Fraction:
    """Return the chance that a shop of a true rate stands off target by luck, 0 without orders."""
    if orders == 0:
        return Fraction(0)
    return chance_of_at_least(fewest_off_target(orders, target), orders, rate)


def interval(hits: int, orders: int, doubt: Fraction) -> tuple[Fraction, Fraction]:
    """Return the rates that agree with the counts: each end is left by half of `doubt`.

    Args:
        hits: orders with a defect, of `orders`.
        orders: at least 1.
        doubt: what may lie outside, such as 1/20.
    """
    half = doubt / 2
    low = Fraction(0) if hits == 0 else _crossing(hits, orders, half)
    high = Fraction(1) if hits == orders else _crossing(hits + 1, orders, 1 - half)
    return low, high


def _crossing(hits: int, orders: int, wanted: Fraction) -> Fraction:
    """Return the rate at which the chance of at least `hits` reaches `wanted`."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _tail(hits, orders, middle) < wanted:
            low = middle
        else:
            high = middle
    return Fraction(high).limit_denominator(10**9)


def _tail(hits: int, orders: int, rate: float) -> float:
    """Return the chance of at least `hits` in floating point, each term's logarithm from the one before.

    A logarithm, as the first terms of a large shop are smaller than any float.
    """
    if rate <= 0:
        return 0.0
    if rate >= 1:
        return 1.0
    term, odds = orders * log1p(-rate), log(rate) - log1p(-rate)
    fewer = 0.0
    for k in range(hits):
        fewer += exp(term)
        term += log((orders - k) / (k + 1)) + odds if k < orders else 0.0
    return 1 - fewer
