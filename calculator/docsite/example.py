"""The worked example of the pages: an invented shop, assessed by the core like any other.

Two A-to-z claims were granted on two of 126 orders that the seller ships. The pages read every
figure from the assessment of these files, so they cannot disagree with the calculator.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from calculator import display
from calculator.assess import Assessment
from calculator.dates import DateRange
from calculator.docsite import blocks, facts
from calculator.docsite.invented import Mark, Sale, Shop, first_on, spread, window_of
from calculator.order_defect_rate import Verdict
from calculator.orders import Fulfillment
from calculator.policy import policy_on

TARGET = "order_defect_rate.target"
ORDERS = 126
CLAIMED_DAYS_BACK = (47, 39)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the core says about the example."""

    defects: int
    orders: int
    window: DateRange
    verdict: Verdict
    target: Fraction
    leaves: tuple[date, ...]
    orders_needed: int

    def rate(self, lang: str, *, marks_removed: int = 0) -> str:
        """Return the rate as the calculator prints it, or what it would be with marks removed."""
        return display.percent(Fraction(self.defects - marks_removed, self.orders), lang, self.target)


@cache
def case(as_of: date) -> Case:
    """Return the example as assessed on `as_of`."""
    found = assessment(as_of)
    rate = found.rates[Fulfillment.MFN]
    return Case(
        defects=rate.orders_with_defects.high,
        orders=rate.orders.high,
        window=found.window.range,
        verdict=rate.verdict,
        target=policy_on(as_of).fraction(TARGET),
        leaves=tuple(filter(None, (found.window.leaves_on(mark.sale.day) for mark in shop(as_of).marks))),
        orders_needed=rate.orders_needed,
    )


def assessment(as_of: date) -> Assessment:
    """Return the assessment of the invented shop."""
    return shop(as_of).on(as_of)


def shop(as_of: date) -> Shop:
    """Return the shop: two or three orders a day, all shipped by the seller, two claims granted."""
    window = window_of(as_of)
    sales = spread(ORDERS, window.first_day, window.days)
    return Shop(sales, claimed(sales, as_of))


def claimed(sales: Iterable[Sale], as_of: date) -> tuple[Mark, ...]:
    """Return the two granted claims, each on the first sale of its day."""
    held = tuple(sales)
    return tuple(Mark(sale=first_on(held, as_of - timedelta(days=back))) for back in CLAIMED_DAYS_BACK)


def part(name: str, lang: str, as_of: date) -> str:
    """Return one figure of the example as words.

    Raises:
        LookupError: the example has no such figure.
    """
    one = case(as_of)
    parts = {
        "defects": display.count(one.defects),
        "defects_with_one_less": display.count(one.defects - 1),
        "orders": display.count(one.orders),
        "rate": one.rate(lang),
        "rate_with_one_less": one.rate(lang, marks_removed=1),
        "first_day": display.day(one.window.first_day, lang),
        "last_day": display.day(one.window.last_day, lang),
        "as_of": display.day(as_of, lang),
        "first_leaves": display.day(one.leaves[0], lang),
        "second_leaves": display.day(one.leaves[1], lang),
        "first_ordered": display.day(shop(as_of).marks[0].sale.day, lang),
        "second_ordered": display.day(shop(as_of).marks[1].sale.day, lang),
        "orders_needed": display.count(one.orders_needed),
        "rate_shown": display.percent_sign(f"{float(Fraction(one.defects, one.orders)) * 100:.2f}", lang),
    }
    if name not in parts:
        raise LookupError(f'The example has no figure "{name}". It has: {", ".join(parts)}.')
    return parts[name]


def fraction(lang: str, as_of: date) -> str:
    """Return the example as the large fraction.

    Raises:
        ValueError: the example is no longer off target, so the sentence under it would be untrue.
    """
    one = case(as_of)
    if one.verdict is not Verdict.OFF_TARGET:
        raise ValueError(f"The worked example is {one.verdict.value}, but its caption says it is off target.")
    return blocks.render(
        "fraction",
        lang,
        case=one,
        window=display.days(one.window, lang),
        rate=one.rate(lang),
        rate_with_one_less=one.rate(lang, marks_removed=1),
        target=facts.figure(TARGET, lang, as_of),
    )
