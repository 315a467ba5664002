"""Cause rows: for each cause present, the walk to the failed step, and what was done about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from calculator.case.appeal import CauseRow
from calculator.causes import Cause
from calculator.causes.document import cause_name
from calculator.desk import evidence, frames, measures, walk
from calculator.desk.button import removing
from calculator.desk.field import Desk
from calculator.desk.marks import Marked
from calculator.messages import counted, text
from calculator.plan_of_action.blocks import Block, block_of
from calculator.plan_of_action.plan import Plan
from calculator.plan_of_action.rows import Belongs
from calculator.root_causes.load import tree
from calculator.root_causes.model import LeafKind

PATH = "appeal.causes"


def block(found: Sequence[Marked], plan: Plan, desk: Desk) -> list[dict[str, Any]]:
    """Return the rows of the case, in the case's order."""
    counts = Counter(one.cause for one in found if one.is_in_causes)
    stands = {row.id: row.belongs for row in plan.rows}
    unbegun = Belongs.BESIDE_A_DISPUTE if plan.appealed else Belongs.TO_NOTHING
    return [_row(row, counts[row.cause], stands.get(row.id, unbegun), desk) for row in plan.appeal.causes]


def _row(row: CauseRow, defects: int, stands: Belongs, desk: Desk) -> dict[str, Any]:
    where = f"{PATH}.{row.id}"
    walked = walk.block(row, desk, where)
    found = block_of(walked["failure"]["id"]) if walked["failure"] else None
    title = cause_name(walked["cause"], desk.lang)
    return {
        "id": row.id,
        "cause": walked["cause"],
        "title": title,
        "defects": defects,
        "in_letter": stands is not Belongs.TO_NOTHING,
        "defects_text": counted(desk.lang, "desk.causes.defects", defects),
        "walk": walked,
        "block": _block(found, desk.lang),
        "caution": _caution(walked, found, desk.lang),
        "notes": [text(desk.lang, f"desk.note.{one}") for one in _notes(row, walked, stands)],
        "root_cause": {"frames": frames.root_cause(row, found, desk, where)},
        "actions": measures.block("actions", row, found, desk, where),
        "prevention": measures.block("prevention", row, found, desk, where),
        "evidence": evidence.block(row, found, desk, where),
        "remove": removing(text(desk.lang, "desk.causes.remove", cause=title), where),
    }


def _block(found: Block | None, lang: str) -> dict[str, str] | None:
    if found is None:
        return None
    return {
        "id": found.id,
        "title": found.title[lang],
        "when": found.when[lang],
        "not_when": found.not_when[lang],
    }


def _caution(walked: dict[str, Any], found: Block | None, lang: str) -> dict[str, str] | None:
    """Return the warning of a failed step as soon as the step is known."""
    cause, _, step = walked["failure"]["id"].partition("/") if walked["failure"] else ("", "", "")
    id_ = tree(cause).failures[step].caution if step else ""
    id_ = id_ or (found.caution if found else "")
    return {"id": id_, "text": text(lang, f"root_causes.caution.{id_}")} if id_ else None


def _notes(row: CauseRow, walked: dict[str, Any], stands: Belongs) -> list[str]:
    is_professional = walked.get("kind") == LeafKind.GET_A_PROFESSIONAL
    notes = ["professional"] if is_professional or row.cause == str(Cause.COUNTERFEIT) else []
    if row.cause == str(Cause.REFUND):
        notes.append("never_pay_twice")
    if stands is not Belongs.TO_DEFECTS:
        notes.append("no_defect" if stands is Belongs.TO_NOTHING else "beside_dispute")
    return notes
