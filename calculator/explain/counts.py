"""Counts: a rate in one phrase, the two numbers first, then what they come to and on which side."""

from __future__ import annotations

from calculator import display
from calculator.assess import Assessment
from calculator.explain.why import highest, lowest
from calculator.messages import text
from calculator.order_defect_rate import OrderDefectRate, Verdict, target_of
from calculator.orders import Fulfillment


def phrase(rate: OrderDefectRate, assessment: Assessment, lang: str) -> str:
    """Return a rate such as `1 of 126 = 0.794 %, under 1 %`, both ends of a band."""
    target = target_of(assessment.policy)
    marked, orders = rate.orders_with_defects, rate.orders
    counts = {
        "marked": display.count_band(marked.low, marked.high),
        "orders": display.count_band(orders.low, orders.high),
    }
    if not orders.low:
        return text(lang, "plan.rate.bare", **counts)
    return text(
        lang,
        "plan.rate.full",
        rate=display.percent_band(lowest(rate), highest(rate), lang, target),
        verdict=text(lang, f"plan.rate.verdict.{rate.verdict}", target=display.percent(target, lang)),
        **counts,
    )


def has_rate(assessment: Assessment, who: Fulfillment) -> bool:
    """Return whether a fulfilment has orders that are known, not only those its defects name."""
    return assessment.is_covered[who] and assessment.rates[who].verdict is not Verdict.NO_ORDERS
