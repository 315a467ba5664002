"""Explain: an assessment in sentences, ready to be shown; the page computes and words nothing.

The value follows the contract `odr-explanation/1`: every text is in the language asked for,
every number a person reads is already typeset, and what a drawing needs stands beside it.

Worse mistake: a sentence that comforts or frightens beyond the counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from calculator import stores
from calculator.assess import Assessment
from calculator.explain import defects, figures, form, lists, plan, rates, recovery, review, sheet, why
from calculator.explain.plain_text import case_text
from calculator.json_text import line
from calculator.messages import counted, text
from calculator.reports import Intake

EXPLANATION = "odr-explanation/1"
Supposed = Mapping[str, str]
NOTHING_SUPPOSED: Supposed = MappingProxyType({})


def explanation_json(
    assessment: Assessment, lang: str, supposed: Supposed = NOTHING_SUPPOSED, *, all_days: bool = True
) -> str:
    """Return the explanation in the contract `odr-explanation/1`, short: it is asked for at every key."""
    return line(explanation(assessment, lang, supposed, all_days=all_days))


def explanation(
    assessment: Assessment, lang: str, supposed: Supposed = NOTHING_SUPPOSED, *, all_days: bool = True
) -> dict[str, Any]:
    """Return the plain value of the contract `odr-explanation/1`.

    Args:
        assessment: of one store.
        lang: of every sentence.
        supposed: outcomes the seller asks "what if" about, by key of the defect's row; they change
            the plan alone.
        all_days: whether the table of all coming days has its rows.
    """
    courses = recovery.courses(assessment, lang)
    worked_out = {course.who: course.recovery for course in courses}
    value = {
        "contract": EXPLANATION,
        "lang": lang,
        "rules": text(lang, "explain.rules", rules=assessment.policy.rules),
        "store": assessment.store,
        "other_stores": _other_stores(assessment, lang),
        "rates": rates.blocks(assessment, lang),
        "files": [lists.file_line(file, lang) for file in assessment.files if not file.is_typed],
        "form": {"fields": form.fields(assessment, lang)},
        "recovery": recovery.blocks(courses, all_days=all_days),
        "plan": plan.block(assessment, supposed, lang, worked_out),
        "defects": defects.table(assessment, lang),
        "figures": figures.table(assessment, lang),
        "sensitivity": {"sentence": why.shift(assessment, lang)},
        "candidates": _candidates(assessment, lang),
        "problems": review.problems(assessment, lang),
        "left_out": review.left_out(assessment, lang),
        "excluded": lists.excluded(assessment, lang),
        "unmatched": lists.unmatched(assessment, lang),
    }
    return {**value, "case_text": case_text(value, lang), "sheet": sheet.block(value, lang)}


def _other_stores(assessment: Assessment, lang: str) -> dict[str, Any]:
    named = [(code, stores.name_of(code, lang), number) for code, number in assessment.other_stores]
    return {
        "title": text(lang, "explain.stores.title"),
        "rows": [
            {"store": code, "text": counted(lang, "explain.stores.one_store", number, store=name)}
            for code, name, number in named
        ],
    }


def _candidates(assessment: Assessment, lang: str) -> dict[str, Any] | None:
    """Return what is to be looked up; what says it is loaded with the first file that hints at something."""
    if not (assessment.candidates or assessment.case.dismissed):
        return None
    from calculator.explain import candidates

    return candidates.block(assessment, lang)


def identification(intake: Intake, lang: str) -> list[dict[str, Any]]:
    """Return what each file of an intake was taken for, before anything is worked out."""
    return [lists.file_line(file.read(file.name, None), lang) for file in intake.received()]
