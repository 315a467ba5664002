"""Rules: every criterion that can be checked, by its id, in the order they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from calculator.review.look import Look
from calculator.review.model import Finding
from calculator.review.rules import actions, cause, form, honesty, plan, prevention, tone

Rule = Callable[[Look], Iterator[Finding]]

RULES: dict[str, Rule] = {
    "S1": plan.three_parts,
    "S2": cause.causes_not_symptoms,
    "S3": plan.issues_answered,
    "S4": actions.done_not_planned,
    "S5": actions.buyers_made_whole,
    "S6": prevention.systemic,
    "S7": prevention.measurable,
    "S8": prevention.owned,
    "S9": plan.dated,
    "S10": plan.one_line,
    "S11": plan.own_figures,
    "T1": tone.buyer_not_blamed,
    "T2": tone.third_party_not_blamed,
    "T3": tone.amazon_not_blamed,
    "T4": tone.no_pleading,
    "T5": tone.no_threats,
    "T6": tone.no_grovelling,
    "T7": tone.owned_once,
    "H1": honesty.no_boasts,
    "H2": honesty.no_other_requests,
    "H3": honesty.no_promises,
    "H4": honesty.own_words,
    "H5": honesty.facts_agree,
    "H6": honesty.evidence_named,
    "H7": honesty.no_private_data,
    "H8": honesty.no_bad_conduct,
    "H9": honesty.substance,
    "H10": honesty.feasible,
    "F1": form.length_fits,
    "F2": form.scannable,
    "F3": form.one_language,
    "F4": form.short_opening,
    "F5": form.one_voice,
    "F6": form.something_new,
    "F7": form.right_instrument,
}
