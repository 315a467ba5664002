"""Luck: one sentence on chance in a small shop, and never a comfort.

The rate it supposes and the size up to which it is said are policy, our own choice.

Source: order_defect_rate.small_shop_true_rate, order_defect_rate.small_shop_marks
Worse mistake: an excuse. The sentence ends with Amazon, who counts it all the same.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from calculator import display
from calculator.explain.course.course import Course
from calculator.recovery.odds import chance_off_target, fewest_off_target

TRUE_RATE, MOST_MARKS = "order_defect_rate.small_shop_true_rate", "order_defect_rate.small_shop_marks"
WINDOWS = 100
"""Windows of which the chance is told: people grasp thirteen of a hundred better than a share."""


def block(course: Course) -> dict[str, Any]:
    """Return the sentence, None for a shop too large for chance to matter much or without orders."""
    return {"sentence": _sentence(course), "fact": TRUE_RATE}


def _sentence(course: Course) -> str | None:
    orders, policy = course.today.orders, course.assessment.policy
    least = fewest_off_target(orders, course.target)
    if not orders or least > policy.whole(MOST_MARKS):
        return None
    true_rate = policy.fraction(TRUE_RATE)
    hits = round(chance_off_target(orders, true_rate, course.target) * WINDOWS)
    return course.text(
        "luck.sentence" if hits else "luck.rare",
        line=course.counted("luck.line", least, orders=course.counted("luck.orders", orders)),
        rate=display.percent(Fraction(true_rate), course.lang),
        hits=hits,
        windows=WINDOWS,
    )
