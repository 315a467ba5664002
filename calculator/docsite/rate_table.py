"""The rate without a calculator: two tables in which the core has judged every cell.

Worse mistake: a table that reads as "so many orders more". It says what a pair of numbers means;
orders cannot be bought, and seller-fulfilled offers may be off.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import count

from calculator import display, messages
from calculator.docsite import blocks, facts
from calculator.order_defect_rate import Band, OrderDefectRate, Verdict, target_of
from calculator.policy import policy_on

RULE_ROWS = range(10)
GRID_DEFECTS = range(1, 5)
GRID_ORDERS = (*range(10, 200, 10), *range(200, 400, 20), *range(400, 500, 50), *range(500, 1001, 100))


def verdict(orders: int, defects: int, target: Fraction) -> Verdict:
    """Return what the core says about two whole numbers."""
    return OrderDefectRate.of(Band(orders, orders), Band(defects, defects), target).verdict


def last_not_under(defects: int, target: Fraction) -> int:
    """Return the largest number of orders with which so many with a defect are not under the target."""
    if defects == 0:
        return 0
    return next(n for n in count(defects) if verdict(n + 1, defects, target) is Verdict.ON_TARGET)


def rule(lang: str, as_of: date) -> str:
    """Return for each range of orders how many of them with a defect are under the target.

    The rows go by orders, never by defects: a row by defects would name a number of orders to collect.
    """
    target = target_of(policy_on(as_of))
    rows = [
        (
            display.count_band(last_not_under(most, target) + 1, last_not_under(most + 1, target)),
            most,
            most + 1,
        )
        for most in RULE_ROWS
    ]
    return blocks.render(
        "rate_rule",
        lang,
        rows=rows,
        target=facts.figure("order_defect_rate.target", lang, as_of),
        words=messages.catalogue(lang, "door"),
    )


def grid(lang: str, as_of: date) -> str:
    """Return rate and verdict for round numbers of orders."""
    target = target_of(policy_on(as_of))
    rows = [
        (display.count(orders), [_cell(orders, defects, lang, target) for defects in GRID_DEFECTS])
        for orders in GRID_ORDERS
    ]
    return blocks.render(
        "rate_grid", lang, rows=rows, heads=GRID_DEFECTS, words=messages.catalogue(lang, "door")
    )


def _cell(orders: int, defects: int, lang: str, target: Fraction) -> tuple[str, bool]:
    rate = display.percent(Fraction(defects, orders), lang, target)
    return rate, verdict(orders, defects, target) is Verdict.ON_TARGET
