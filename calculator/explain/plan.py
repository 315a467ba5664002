"""Plan: what could honestly be removed, one row per defect, and what each change would do.

What the seller supposes changes this block alone; it is a question and never part of the case.

Worse mistake: a row that reads like a buyer to press, or a route that does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from calculator.assess import Assessment
from calculator.claim_clock import Route
from calculator.explain import counts, honest, plan_row
from calculator.explain.defects import key_of
from calculator.explain.paragraph import paragraph
from calculator.explain.rates import main_of
from calculator.messages import counted, text
from calculator.order_defect_rate import Verdict
from calculator.orders import Fulfillment
from calculator.recovery import Recovery
from calculator.recovery.plan import NO_RECOVERIES, Place, Plan, plan_of

_DISPUTABLE = (Route.A_TO_Z_ANSWER, Route.A_TO_Z_APPEAL, Route.A_TO_Z_PENDING, Route.A_TO_Z_MARK_CORRECTION)
_FROM_WORST = (Verdict.OFF_TARGET, Verdict.UNDECIDED, Verdict.ON_TARGET)


def block(
    assessment: Assessment,
    supposed: Mapping[str, str],
    lang: str,
    recoveries: Mapping[Fulfillment, Recovery] = NO_RECOVERIES,
) -> dict[str, Any] | None:
    """Return the plan; None where no defect is listed and Amazon's page counts none.

    Args:
        assessment: of one store.
        supposed: the outcomes the seller asks about, by key of the row; what no row knows is passed over.
        lang: of every sentence.
        recoveries: of the same assessment, where they have been worked out already.
    """
    if not assessment.defect_list.defects and not any(assessment.stated.values()):
        return None
    plan = plan_of(assessment, main_of(assessment), recoveries)
    return {
        "title": text(lang, "plan.title"),
        "lead": text(lang, "plan.lead" if plan.rows else "plan.lead_none"),
        "parallel": text(lang, f"plan.parallel.{'claims' if _has_claim(plan) else 'others'}"),
        "together": _together(plan, assessment, _chosen(plan, assessment, supposed), lang),
        "honest": _honest(plan, assessment, lang),
        "others": paragraph(_others(plan, assessment, lang), lang) or None,
        "rows": [plan_row.row(row, plan.questions[row.fulfillment], supposed, lang) for row in plan.rows],
    }


def _has_claim(plan: Plan) -> bool:
    return any(clock.route in _DISPUTABLE for row in plan.rows for clock in row.clocks)


def _chosen(plan: Plan, assessment: Assessment, supposed: Mapping[str, str]) -> dict[int, str]:
    """Return the outcomes supposed of rows, by place in the defect list."""
    asked = ((row, key_of(row.defect, assessment)) for row in plan.rows)
    words = ((row.number, plan_row.chosen_of(row, key, supposed)) for row, key in asked)
    return {number: word for number, word in words if word is not None}


def _shown(plan: Plan, assessment: Assessment) -> list[Fulfillment]:
    """Return the fulfilments the plan speaks of, the main one first: those with rows, else the main one."""
    main = main_of(assessment)
    held = [who for who in Fulfillment if any(row.fulfillment is who for row in plan.rows)]
    return sorted(held, key=lambda who: who is not main) or [main]


def _together(plan: Plan, assessment: Assessment, chosen: Mapping[int, str], lang: str) -> dict[str, Any]:
    """Return the rate if all that was chosen happens; with several fulfilments the worst one decides."""
    shown = [who for who in _shown(plan, assessment) if counts.has_rate(assessment, who)]
    rates = {who: plan.questions[who].together(chosen) for who in shown}
    verdicts = {rate.verdict for rate in rates.values()}
    phrases = {who: counts.phrase(rate, assessment, lang) for who, rate in rates.items()}
    later = sum(row.place is Place.AFTER and row.number in chosen for row in plan.rows)
    words = [_rates(phrases, lang, is_now=not chosen)]
    if later:
        words.append(counted(lang, "plan.together.later", later))
    return {
        "title": text(lang, "plan.together.title"),
        "sentence": paragraph(words, lang),
        "state": next((one.value for one in _FROM_WORST if one in verdicts), Verdict.UNDECIDED.value),
        "chosen": len(chosen),
    }


def _rates(phrases: Mapping[Fulfillment, str], lang: str, *, is_now: bool) -> str:
    if not phrases:
        return text(lang, "plan.together.no_rate")
    joined = text(lang, "plan.together.joint").join(
        _titled("plan.together.each", who, phrase, lang) if len(phrases) > 1 else phrase
        for who, phrase in phrases.items()
    )
    return text(lang, f"plan.together.{'now' if is_now else 'then'}", rates=joined)


def _honest(plan: Plan, assessment: Assessment, lang: str) -> str:
    shown = _shown(plan, assessment)
    said = {who: honest.sentences(plan.rows, assessment, who, lang) for who in shown}
    each = (
        _titled("plan.honest.each", who, words, lang) if len(said) > 1 else words
        for who, words in said.items()
    )
    return paragraph(each, lang)


def _titled(key: str, who: Fulfillment, words: str, lang: str) -> str:
    return text(lang, key, title=text(lang, f"explain.fulfillment.{who}"), words=words)


def _others(plan: Plan, assessment: Assessment, lang: str) -> Iterator[str]:
    """Yield how many defects have no row, and why."""
    numbers = {
        "not_counted": plan.not_counted,
        "beyond": plan.beyond,
        "left": plan.left,
        "unplaced": plan.unplaced,
        "not_listed": sum(
            max(stated - assessment.rates[who].listed.high, 0) for who, stated in assessment.stated.items()
        ),
    }
    for why, number in numbers.items():
        if number:
            yield counted(lang, f"plan.others.{why}", number)
