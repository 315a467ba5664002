"""View: the case and the assessment in, the whole desk out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from calculator.assess import Assessment
from calculator.case import CASE, Case
from calculator.case.appeal import appeal_of
from calculator.desk import cause_rows, exports, facts, notice, open_points, rounds
from calculator.desk.field import Desk
from calculator.desk.held import Held
from calculator.desk.marks import marked
from calculator.desk.review import rows
from calculator.desk.step import MINUTES, steps
from calculator.letter import compose
from calculator.messages import text
from calculator.plan_of_action import grid

DESK = "odr-desk/1"


def view(case: Case, assessment: Assessment | None, lang: str, as_of: date) -> dict[str, Any]:
    """Return everything the desk shows of a case.

    Args:
        case: what was typed.
        assessment: the defects of files and our own figure, None where none could be assessed.
        lang: language of the reader; the letter's own is `appeal.language`.
        as_of: today.

    Raises:
        RequestError: a value of the case where another kind is needed.
    """
    desk = Desk(held=Held(document_of(case)), lang=lang, as_of=as_of)
    appeal = appeal_of(case)
    found = marked(case, appeal, assessment)
    letter = compose(case, assessment, lang, as_of).value()
    plan = grid(case, assessment, lang, as_of)
    sent = rounds.block(desk, case, appeal, letter)
    value = {
        "contract": DESK,
        "lang": lang,
        "time": text(lang, "desk.step.whole_time", n=sum(MINUTES.values())),
        "notice": notice.block(desk),
        "facts": facts.block(desk, case, assessment, found),
        "present": cause_rows.listed(found, appeal, desk),
        "causes": cause_rows.block(found, appeal, desk),
        "grid": rounds.reopened(plan["grid"], sent),
        "orphans": plan["orphans"],
        "letter": letter,
        "letter_fields": [desk.field("voice"), desk.field("letter_day")],
        "rounds": sent,
        "exports": exports.block(desk),
    }
    return {**value, "steps": steps(open_points.of_steps(value, lang), lang), "review": rows(value)}


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
