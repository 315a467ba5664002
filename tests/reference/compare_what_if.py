"""What the core says would follow from other outcomes, beside the recount of a shop that had them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from calculator.orders import Fulfillment
from calculator.recovery.what_if import Question

from .compare_recovery import assessment
from .dice import dice
from .markers import differences
from .recount_defects import OUTCOMES
from .recount_what_if import marks, rates_after
from .truth import CHARGEBACK, CLAIM, FEEDBACK, FULFILLMENTS

if TYPE_CHECKING:
    from calculator.assess import Assessment
    from calculator.order_defect_rate import Band, OrderDefectRate

    from .recount_what_if import Mark
    from .truth import Shop

GONE = {FEEDBACK: "removed", CLAIM: "mark_removed", CHARGEBACK: "fraud"}
MOST_ALONE = 3


def compare(shop: Shop) -> list[str]:
    """Every place where the core's answer to an invented question departs from the recount."""
    core, rng = assessment(shop), dice(f"what if {shop.seed}")
    places = places_of(core)
    known = [mark for mark in marks(shop) if mark in places]
    if not known:
        return []
    together = {
        mark: rng.choice([outcome for kind, outcome in OUTCOMES if kind == mark[1]])
        for mark in rng.sample(known, rng.randint(1, len(known)))
    }
    found = list(asked(shop, core, places, together, "together"))
    for mark in rng.sample(known, min(len(known), MOST_ALONE)):
        found += asked(shop, core, places, {mark: GONE[mark[1]]}, "alone")
    return found


def asked(
    shop: Shop, core: Assessment, places: dict[Mark, int], outcomes: dict[Mark, str], how: str
) -> list[str]:
    """The differences of one question, about both fulfilments."""
    theirs = {}
    for kind in FULFILLMENTS:
        question = Question.about(core, Fulfillment(kind))
        chosen = {places[mark]: outcome for mark, outcome in outcomes.items()}
        theirs[kind] = written(
            question.alone(next(iter(chosen))) if how == "alone" else question.together(chosen)
        )
    return [f"{how} {outcomes}: {line}" for line in differences(rates_after(shop, outcomes), theirs)]


def places_of(core: Assessment) -> dict[Mark, int]:
    """Where each defect stands in the core's list, those left out that share an order and a type."""
    listed = [(one.order_id, one.type.value) for one in core.defect_list.defects]
    times = Counter(listed)
    return {mark: place for place, mark in enumerate(listed) if times[mark] == 1}


def written(rate: OrderDefectRate) -> dict[str, Any]:
    """A rate in the words of the assessment."""
    components = {kind.value: number for kind, number in rate.components.items()}
    return {
        "orders": _band(rate.orders),
        "orders_with_defects": _band(rate.orders_with_defects),
        "negative_feedback": components[FEEDBACK],
        "a_to_z_claims": components[CLAIM],
        "chargebacks": components[CHARGEBACK],
        "verdict": rate.verdict.value,
        "orders_needed": rate.orders_needed,
    }


def _band(band: Band) -> dict[str, int]:
    return {"low": band.low, "high": band.high}
