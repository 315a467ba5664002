"""Plan row: one mark with what it does alone, what can be supposed of it, and where no way is open.

Worse mistake: "no honest route" left unsaid, or a mark told as gone that another one holds in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.claim_clock import Route, State
from calculator.claim_clock.changes import shows
from calculator.explain import counts
from calculator.explain.defects import counts_word, key_of, label_of, what
from calculator.explain.paragraph import paragraph
from calculator.messages import text
from calculator.order_defect_rate import OrderDefectRate, Verdict, target_of
from calculator.policy import Counts
from calculator.recovery.plan import Place, Row
from calculator.recovery.what_if import Question, other_marks
from calculator.recovery.without import Lasting


def row(one: Row, question: Question, supposed: Mapping[str, str], lang: str) -> dict[str, Any]:
    """Return one line of the plan; `question` is asked about the fulfilment of its order."""
    assessment, defect = question.assessment, one.defect
    key, day = key_of(defect, assessment), defect.order_date
    chosen = chosen_of(one, key, supposed)
    return {
        "key": key,
        "order": label_of(defect, lang),
        "what": what(defect, lang),
        "order_day": display.day(day, lang) if day else text(lang, "explain.defects.no_date"),
        "fulfillment": defect.fulfillment.value if defect.fulfillment else None,
        "counts": _counts(one, assessment, lang),
        "counts_state": defect.counts.value if one.place is not Place.NO_DAY else Counts.UNDECIDED.value,
        "in_window": one.place is Place.IN_WINDOW,
        "alone": paragraph(_alone(one, question, lang), lang),
        "shown_after": shows(one.helps, assessment.policy, lang) if one.helps else None,
        "no_route": None if one.supposes else paragraph(_no_route(one, assessment, lang), lang),
        "supposes": [
            {"value": each.outcome, "label": text(lang, f"plan.supposes.{each.route}.{each.outcome}")}
            for each in one.supposes
        ],
        "supposed": chosen,
        "effect": _effect(one, question, chosen, lang) if chosen else None,
    }


def chosen_of(one: Row, key: str, supposed: Mapping[str, str]) -> str | None:
    """Return the outcome supposed of a row; a word no route of it leads to is passed over."""
    outcome = supposed.get(key)
    return outcome if any(outcome == each.outcome for each in one.supposes) else None


def _counts(one: Row, assessment: Assessment, lang: str) -> str:
    if one.place is Place.AFTER:
        day = _entering(one, assessment, lang)
        return text(lang, f"explain.defects.{'not_yet' if day else 'outside'}", day=day)
    return text(lang, f"explain.defects.{counts_word(one.defect, in_window=one.place is Place.IN_WINDOW)}")


def _entering(one: Row, assessment: Assessment, lang: str) -> str | None:
    """Return the day an order after the window enters it; None where that day is not ahead."""
    day = one.defect.order_date
    enters = assessment.window.enters_on(day) if day else None
    return display.day(enters, lang) if enters and enters > assessment.as_of else None


def _alone(one: Row, question: Question, lang: str) -> Iterator[str]:
    """Yield what the number is without this mark, and what has to be known beside it."""
    assessment = question.assessment
    if one.place is Place.AFTER:
        day = _entering(one, assessment, lang)
        yield text(lang, "plan.alone.enters", day=day) if day else text(lang, "plan.alone.outside")
    elif not counts.has_rate(assessment, one.fulfillment):
        yield text(lang, "plan.alone.no_rate")
    else:
        others = other_marks(assessment, one.number)
        kind = "other_mark" if others else "no_day" if one.place is Place.NO_DAY else "gone"
        yield text(lang, f"plan.alone.{kind}", rate=counts.phrase(one.alone, assessment, lang))
        if any(other.type is one.defect.type for other in others):
            yield text(lang, "plan.alone.same_kind", what=what(one.defect, lang))
        if one.alone.orders.low < question.now.orders.low:
            yield text(lang, "plan.alone.unsettled")
        if one.lasting:
            yield from _then(one.lasting, one.alone, assessment, lang)


def _then(lasting: Lasting, alone: OrderDefectRate, assessment: Assessment, lang: str) -> Iterator[str]:
    """Yield whether a number under the target would last, or how much sooner it would come."""
    target = display.percent(target_of(assessment.policy), lang)
    days = {
        name: display.day(day, lang) if day else ""
        for name, day in (
            ("day", lasting.over_again or lasting.sooner),
            ("stays", lasting.stays_from),
            ("before", lasting.before),
        )
    }
    if alone.verdict is Verdict.ON_TARGET:
        kind = "lasts" if not lasting.over_again else "over" if lasting.stays_from else "over_open"
        yield text(lang, f"plan.then.{kind}", target=target, **days)
    elif lasting.sooner:
        kind = "sooner" if lasting.before else "sooner_open"
        yield text(lang, f"plan.then.{kind}", target=target, **days)


def _effect(one: Row, question: Question, outcome: str, lang: str) -> str:
    """Return what this one supposition changes, everything else as it stands."""
    assessment = question.assessment
    if one.place is Place.AFTER:
        return _effect_later(one, assessment, outcome, lang)
    if not counts.has_rate(assessment, one.fulfillment):
        return text(lang, "plan.alone.no_rate")
    then = question.together({one.number: outcome})
    kind = "same" if then == question.now else "changed"
    return text(lang, f"plan.effect.{kind}", rate=counts.phrase(then, assessment, lang))


def _effect_later(one: Row, assessment: Assessment, outcome: str, lang: str) -> str:
    day = _entering(one, assessment, lang)
    if day is None:
        return text(lang, "plan.effect.outside")
    counting = assessment.policy.counts(one.defect.type, outcome)
    word = {Counts.COUNTED: "marked", Counts.NOT_COUNTED: "clean"}
    kind = word.get(Counts(counting.counts), "open") if counting else "open"
    return text(lang, f"plan.effect.enters_{kind}", day=day)


def _no_route(one: Row, assessment: Assessment, lang: str) -> Iterator[str]:
    """Yield why no honest way is open, and how long the mark stays."""
    yield _why_none(one, lang)
    day = one.defect.order_date
    leaves = assessment.window.leaves_on(day) if day else None
    if leaves and leaves > assessment.as_of:
        yield text(lang, "plan.no_route.leaves", day=display.day(leaves, lang))


def _why_none(one: Row, lang: str) -> str:
    clock = one.clocks[0]
    passed = display.day(clock.last_day, lang) if clock.last_day else ""
    is_passed = clock.state is State.PASSED
    if clock.reason == "none.unknown":
        return text(lang, "plan.no_route.outcome")
    if clock.route is Route.CHARGEBACK_REPRESENTATION:
        return text(lang, f"plan.no_route.chargeback{'_passed' if is_passed else ''}", passed=passed)
    if is_passed:
        return text(lang, f"plan.no_route.passed.{clock.route}", passed=passed)
    return text(lang, "plan.no_route.none")
