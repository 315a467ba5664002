"""Candidates: orders to be looked up, each with what a file shows of it and what it would do to the number.

The seller says how each ended, or that there is no such claim; until then none is counted. An
answer becomes a defect of the form, so `typed` holds what the form takes over.

Worse mistake: an order that is counted, or forgotten, without a word of the seller's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from calculator import candidates, display, order_defect_rate
from calculator.assess import Assessment
from calculator.candidates import Candidate
from calculator.defects import MARK_OUTCOMES, Defect, DefectType, Origin
from calculator.explain import counts
from calculator.explain.defects import outcomes
from calculator.messages import counted, text
from calculator.orders import Fulfillment
from calculator.policy import Counts


def block(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return the orders to look up, how many are out of reach of the window, and what was dismissed."""
    near = [one for one in assessment.candidates if one.may_matter]
    return {
        "title": counted(lang, "candidates.title", len(near)),
        "lead": counted(lang, "candidates.lead", len(near)),
        "all": _all(near, assessment, lang) if len(near) > 1 else None,
        "rows": [_row(one, assessment, lang) for one in near],
        "older": counted(lang, "candidates.older", older)
        if (older := len(assessment.candidates) - len(near))
        else None,
        "dismissed": [
            {"order_id": one.order_id, "type": one.type, "text": _dismissed(one.order_id, one.type, lang)}
            for one in assessment.case.dismissed
        ],
    }


def _row(one: Candidate, assessment: Assessment, lang: str) -> dict[str, Any]:
    reasons = ", ".join(one.reasons)
    return {
        "key": f"{one.order_id}:{one.type}",
        "order_id": one.order_id,
        "order_id_masked": display.masked(one.order_id),
        "what": text(lang, f"explain.defects.{one.type}"),
        "seen": _seen(one, lang),
        "where": text(lang, "explain.problems.where.line", file=one.file, line=one.line),
        "order": _order(one, lang),
        "reasons": text(lang, "candidates.reasons", reasons=reasons) if reasons else None,
        "look": text(lang, f"candidates.look.{one.type}"),
        "effect": _effect(one, assessment, lang),
        "outcomes": outcomes(one.type, lang),
        "typed": {
            "order_id": one.order_id,
            "type": one.type.value,
            "order_date": one.order_date.isoformat() if one.order_date else "",
            "fulfillment": one.fulfillment.value if one.fulfillment else "",
        },
    }


def _seen(one: Candidate, lang: str) -> str:
    words = text(lang, f"candidates.seen.{candidates.code_of(one)}")
    return f"{words} ({display.day(one.event_date, lang)})" if one.event_date else words


def _order(one: Candidate, lang: str) -> str:
    if one.order_date is None or one.fulfillment is None:
        return text(lang, "candidates.order.unknown")
    who = text(lang, f"explain.fulfillment.{one.fulfillment}")
    return text(lang, "candidates.order.known", day=display.day(one.order_date, lang), who=who)


def _effect(one: Candidate, assessment: Assessment, lang: str) -> str | None:
    """Return what the number would be if this one counted, None where no number can be said."""
    day, who = one.order_date, one.fulfillment
    if day is None or who is None or not counts.has_rate(assessment, who):
        return None
    if day not in assessment.window.range:
        enters = assessment.window.enters_on(day)
        return text(lang, "candidates.effect.enters", day=display.day(enters, lang)) if enters else None
    now, then = assessment.rates[who], _with([one], who, assessment)
    same = then.orders_with_defects == now.orders_with_defects
    rate = counts.phrase(then, assessment, lang)
    return text(lang, f"candidates.effect.{'same' if same else 'changed'}", rate=rate)


def _all(near: Iterable[Candidate], assessment: Assessment, lang: str) -> str | None:
    """Return the numbers if all of them counted, None where that moves none."""
    rates = [
        counts.phrase(then, assessment, lang)
        for who in Fulfillment
        if counts.has_rate(assessment, who)
        and (then := _with(near, who, assessment)).orders_with_defects
        != assessment.rates[who].orders_with_defects
    ]
    joint = "; " if lang == "en" else "；"
    return text(lang, "candidates.all", rates=joint.join(rates)) if rates else None


def _with(
    near: Iterable[Candidate], who: Fulfillment, assessment: Assessment
) -> order_defect_rate.OrderDefectRate:
    """Return the rate of a fulfilment as if candidates counted."""
    supposed = [_counted(one) for one in near if one.fulfillment is who]
    target = order_defect_rate.target_of(assessment.policy)
    defects = (*assessment.defect_list.defects, *supposed)
    return order_defect_rate.measure(assessment.orders, defects, assessment.window.range, who, target)


def _counted(one: Candidate) -> Defect:
    return Defect(
        order_id=one.order_id,
        type=one.type,
        outcome=MARK_OUTCOMES[one.type],
        counts=Counts.COUNTED,
        rule=None,
        origin=Origin.HAND,
        order_date=one.order_date,
        fulfillment=one.fulfillment,
        is_placed=True,
    )


def _dismissed(order_id: str, type_: str, lang: str) -> str:
    known = type_ in set(DefectType)
    what = text(lang, f"explain.defects.{type_}") if known else type_
    return text(lang, "candidates.dismissed", order=display.masked(order_id), what=what)
