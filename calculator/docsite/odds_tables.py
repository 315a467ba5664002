"""Tables of odds for small shops: how much of a rate may be luck. The core sums; this only lays out.

Worse mistake: an excuse, or a size to reach. The tables tell how far a number can be trusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from calculator import display
from calculator.docsite import blocks, example
from calculator.docsite.rate_table import last_not_under
from calculator.order_defect_rate import target_of
from calculator.policy import policy_on
from calculator.recovery.odds import chance_off_target, fewest_off_target, interval

TRUE_RATES = (Fraction(2, 1000), Fraction(5, 1000), Fraction(8, 1000), Fraction(1, 100), Fraction(15, 1000))
SIZES = (30, 50, 100, 200, 500, 1000, 5000)
FIRST_STEPS = range(1, 4)
COUNTS = ((0, 30), (1, 30), (1, 50), (1, 100), (1, 126), (2, 126), (2, 200), (5, 500), (10, 1000), (50, 5000))
DOUBT = Fraction(1, 20)
READ_ALOUD = Fraction(5, 1000)
"""The true rate of the sentence below the table."""


def sizes(target: Fraction) -> list[int]:
    """Return the numbers of orders to show: round ones, the example's, the first that carry a mark more."""
    return sorted({*SIZES, example.ORDERS, *(last_not_under(n, target) + 1 for n in FIRST_STEPS)})


def chances(lang: str, as_of: date) -> str:
    """Return the chance of a shop to stand at or over the line by luck, by orders and true rate."""
    target = target_of(policy_on(as_of))
    rows = [
        (
            display.count(orders),
            display.count(fewest_off_target(orders, target)),
            [figure(chance_off_target(orders, true, target)) for true in TRUE_RATES],
        )
        for orders in sizes(target)
    ]
    return blocks.render(
        "odds_chances",
        lang,
        rows=rows,
        heads=[display.percent(true, lang) for true in TRUE_RATES],
        share=display.percent(READ_ALOUD, lang),
        orders=display.count(example.ORDERS),
        fewest=display.count(fewest_off_target(example.ORDERS, target)),
        chance=chance(chance_off_target(example.ORDERS, READ_ALOUD, target), lang),
    )


def intervals(lang: str, as_of: date) -> str:
    """Return the true rates that agree with some counts."""
    target = target_of(policy_on(as_of))
    rows = [(*_counted(defects, orders, lang, target),) for defects, orders in COUNTS]
    return blocks.render("odds_intervals", lang, rows=rows, sure=int((1 - DOUBT) * 100))


def _counted(defects: int, orders: int, lang: str, target: Fraction) -> Iterator[str]:
    low, high = interval(defects, orders, DOUBT)
    yield f"{display.count(defects)}\u00a0/\u00a0{display.count(orders)}"
    yield display.percent(Fraction(defects, orders), lang, target)
    yield f"{chance(low, lang)} – {chance(high, lang)}"


def chance(share: Fraction, lang: str) -> str:
    """Return a share in per cent with one decimal.

    >>> chance(Fraction(1316, 10000), "zh-Hans")
    '13.2%'
    """
    return display.percent_sign(figure(share), lang)


def figure(share: Fraction) -> str:
    """Return the bare figure of a share in per cent; what would read as none or all says so.

    >>> [figure(Fraction(n, 10_000)) for n in (1316, 1, 9999, 0)]
    ['13.2', '<0.1', '>99.9', '0']
    """
    tenth = Fraction(1, 1000)
    if 0 < share < tenth / 2:
        return "<0.1"
    if 1 - tenth / 2 < share < 1:
        return ">99.9"
    return f"{float(share * 100):.1f}" if share else "0"
