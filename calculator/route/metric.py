"""Metric: the reason a notice names, among all that it mentions.

The order defect rate is taken only where it is the reason; next to it stand the other reasons, each of
which needs an answer of its own.

Worse mistake: advice about this rate for a notice with another reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from calculator.route.found import Evidence
from calculator.route.hits import says
from calculator.route.rates import Named, named
from calculator.route.skeleton import Skeleton

RATE = "order_defect_rate"
_MATTERS = (
    "identity", "related_account", "authenticity", "drop_shipping", "delivery_review", "other_policy",
)  # fmt: skip
_REPLIES = ("disputed", "no_plan", "reply")


def answer(
    text: Skeleton, found: Mapping[str, Sequence[Evidence]], as_of: date
) -> tuple[str, tuple[str, ...]]:
    """Return the answer to "which reason", "" where it is open, and further reasons named."""
    said = says(found["metric"])
    rates = named(text, found["metric"], as_of)
    matters = tuple("other" if one == "other_policy" else one for one in said if one in _MATTERS)
    if "serious" in said:
        return "serious", _others("serious", rates, matters)
    reasons = rates.over or tuple(one for one in rates.all if one not in rates.under)
    if RATE in reasons and (rates.over or (len(reasons) == 1 and not matters)):
        return _of_the_rate(said, says(found["asks"])), _others(RATE, rates, matters)
    several = tuple(dict.fromkeys((*rates.over, *matters) or reasons))
    if len(several) == 1:
        return several[0], ()
    if several:
        return "", several
    return next((one for one in _REPLIES[1:] if one in said), ""), ()


def _others(chosen: str, rates: Named, matters: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in (*rates.over, *matters) if one != chosen))


def _of_the_rate(said: Sequence[str], asked: Sequence[str]) -> str:
    """Return what a notice about this rate is: a first one, a reply, or a wish for documents."""
    for one in _REPLIES:
        if one in said:
            return one
    plan = {"plan", "root_cause", "actions_taken", "prevention", "questionnaire", "quiz"}
    return "documents" if "documents" in asked and not plan & set(asked) else RATE
