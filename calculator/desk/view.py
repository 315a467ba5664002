"""View: the case and the assessment in, the whole desk out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from calculator.assess import Assessment
from calculator.case import CASE, Case
from calculator.desk import cause_rows, exports, facts, notice, open_points, present, rounds
from calculator.desk.field import Desk
from calculator.desk.held import Held
from calculator.desk.marks import marked
from calculator.desk.review import rows
from calculator.desk.step import MINUTES, steps
from calculator.letter.compose import composed
from calculator.messages import text
from calculator.plan_of_action.grid import grid_of
from calculator.plan_of_action.plan import Plan, plan_of

DESK = "odr-desk/1"


def view(
    case: Case, assessment: Assessment | None, lang: str, as_of: date, *, first: int = 0
) -> dict[str, Any]:
    """Return everything the desk shows of a case.

    Args:
        case: what was typed.
        assessment: the defects of files and our own figure, None where none could be assessed.
        lang: language of the reader; the letter's own is `appeal.language`.
        as_of: today.
        first: defects left out before the first one shown, where there are many.

    Raises:
        RequestError: a value of the case where another kind is needed.
    """
    plan = plan_of(case, assessment, as_of, lang)
    letter = composed(plan, case, assessment, lang).value()
    desk = _desk(case, plan, letter, lang, as_of)
    found, cells = marked(case, plan, assessment), grid_of(plan, lang)
    sent = rounds.block(desk, case, plan.appeal, letter)
    value = {
        "contract": DESK,
        "lang": lang,
        "time": text(lang, "desk.step.whole_time", n=sum(MINUTES.values())),
        "notice": notice.block(desk),
        "facts": facts.block(desk, case, assessment, found, first),
        "present": present.listed(found, plan, desk),
        "beside": present.beside(plan, desk),
        "causes": cause_rows.block(found, plan, desk),
        "grid": rounds.reopened(cells["grid"], sent),
        "orphans": cells["orphans"],
        "letter": letter,
        "letter_fields": [desk.field("voice"), desk.field("letter_day")],
        "rounds": sent,
        "exports": exports.block(desk),
    }
    return {**value, "steps": steps(open_points.of_steps(value, lang), lang), "review": rows(value)}


def _desk(case: Case, plan: Plan, letter: Mapping[str, Any], lang: str, as_of: date) -> Desk:
    """Return what the parts are told: the case, and what the letter says of its fields."""
    return Desk(
        held=Held(document_of(case)),
        lang=lang,
        as_of=as_of,
        told={one["field"]: one for one in sorted(letter["problems"], key=lambda one: bool(one["blocks"]))},
        wanted=frozenset(one["field"] for one in letter["missing"]),
        sentences={
            f"{line.place}:{line.id}": line.sentence
            for row in plan.rows
            for line in row.lines
            if line.sentence
        },
    )


def document_of(case: Case) -> Mapping[str, Any]:
    """Return the case as the document its paths speak of."""
    return {
        "contract": CASE,
        "store": case.store,
        "notice": asdict(case.notice),
        "odr_page": asdict(case.odr_page),
        "defects": [asdict(one) for one in case.defects],
        "appeal": case.appeal,
        "marks": case.marks,
    }
