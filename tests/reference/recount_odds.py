"""Luck, computed order by order: no formula for the binomial, no logarithms, no floats."""

from __future__ import annotations

from fractions import Fraction


def ways(orders: int, rate: Fraction) -> list[int]:
    """The weight of 0, 1, 2 … orders with a defect, one order after the other; together all there are."""
    hit, whole = rate.numerator, rate.denominator
    counts = [1]
    for _ in range(orders):
        missed = [count * (whole - hit) for count in counts]
        struck = [count * hit for count in counts]
        counts = [one + other for one, other in zip([*missed, 0], [0, *struck], strict=True)]
    return counts


def over_the_line(orders: int, rate: Fraction) -> Fraction:
    """The chance that a hundred times the orders with a defect reach the orders; without orders no rate."""
    over = [count for defects, count in enumerate(ways(orders, rate)) if orders and 100 * defects >= orders]
    return Fraction(sum(over), rate.denominator**orders)


def at_least(defects: int, orders: int, rate: Fraction) -> Fraction:
    """The chance of so many orders with a defect or more."""
    return Fraction(sum(ways(orders, rate)[defects:]), rate.denominator**orders)


def at_most(defects: int, orders: int, rate: Fraction) -> Fraction:
    """The chance of so many orders with a defect or fewer."""
    return Fraction(sum(ways(orders, rate)[: defects + 1]), rate.denominator**orders)
