"""Lacking: what a letter still asks for, and what keeps it from being sent, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from calculator.assess import Assessment
from calculator.case import Case
from calculator.letter import figure
from calculator.letter.figure import Quoted
from calculator.letter.model import Entry
from calculator.messages import text
from calculator.order_defect_rate import target_of
from calculator.plan_of_action.model import Missing, Problem
from calculator.plan_of_action.plan import Plan
from calculator.plan_of_action.refunds import in_all
from calculator.plan_of_action.sentences import said as in_language
from calculator.plan_of_action.walk import Found


def no_figure(quoted: object, case: Case) -> Iterator[Missing]:
    """Yield the question for Amazon's figure where no figure is quoted."""
    if quoted is None:
        question = in_all("plan_of_action.ask.figure")
        yield Missing(field=figure.asked_for(case), kind="count", question=question)


def problems(plan: Plan, entries: Sequence[Entry], of_round: Problem | None) -> tuple[Problem, ...]:
    """Return what is wrong with the words, the sentences and the letter as a whole, each once."""
    of_sentences = (one for entry in entries for one in entry.sentence.problems)
    found = (*plan.problems, *of_sentences, *_of_the_whole(plan, of_round))
    return tuple({(one.field, one.code): one for one in reversed(found)}.values())[::-1]


def of_figure(quoted: Quoted | None, plan: Plan, assessment: Assessment | None) -> Iterator[Problem]:
    """Yield where a quoted figure and the orders listed, or the target, do not go together."""
    if quoted is None or quoted.source not in ("notice", "odr_page"):
        return
    place, marked = f"{quoted.source}.orders_with_defects", quoted.orders_with_defects
    listed = len({one.name for one in plan.defects if not one.is_aside})
    if marked < listed:
        values = {"n": str(listed), "marked": str(marked)}
        yield Problem(field=place, code="fewer_than_listed", values=values, blocks=False)
    if assessment and quoted.rate < target_of(assessment.policy):
        yield Problem(field=place, code="under_target", blocks=False)


def _of_the_whole(plan: Plan, of_round: Problem | None) -> Iterator[Problem]:
    """Yield what is wrong with the letter as a whole."""
    if not plan.told:
        yield Problem(field="appeal.causes", code="nothing_to_write")
    elif of_round:
        yield of_round
    if any(row.walk.found is Found.PROFESSIONAL for row in plan.rows):
        yield Problem(field="appeal.causes", code="professional", blocks=False)


def asked(missing: Iterable[Missing], lang: str) -> Iterator[dict[str, Any]]:
    """Yield each question once, by its field."""
    seen = set()
    for one in missing:
        if one.field not in seen:
            seen.add(one.field)
            yield {"field": one.field, "kind": one.kind, "question": in_language(one.question, lang)}


def said(one: Problem, lang: str) -> dict[str, Any]:
    """Return a problem in the reader's language."""
    message = text(lang, f"plan_of_action.problem.{one.code}", **one.values)
    return {
        "field": one.field,
        "code": one.code,
        "message": message,
        "offer": one.offer,
        "blocks": one.blocks,
    }


def torn(plan: Plan, lang: str) -> Iterator[dict[str, Any]]:
    """Yield the orphans of the grid as problems of the letter."""
    for one in plan.orphans:
        message = text(
            lang, f"plan_of_action.orphan.{one.kind}", cause=text(lang, f"causes.names.{one.cause}")
        )
        yield {
            "field": one.field,
            "code": one.kind.value,
            "message": message,
            "offer": None,
            "blocks": one.kind.blocks,
        }
