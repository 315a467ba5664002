"""Cause rows: for each cause present, the walk to the failed step, and what was done about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from calculator.case.appeal import CauseRow
from calculator.causes import Cause
from calculator.causes.document import cause_name
from calculator.desk import evidence, frames, measures, walk
from calculator.desk.button import Button, adding, removing
from calculator.desk.field import Desk
from calculator.desk.marks import Marked
from calculator.messages import counted, text
from calculator.plan_of_action.blocks import Block, block_of
from calculator.plan_of_action.plan import Plan
from calculator.plan_of_action.rows import Belongs
from calculator.root_causes import CAUSES
from calculator.root_causes.load import tree
from calculator.root_causes.model import LeafKind

PATH = "appeal.causes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A cause of the defects: how many, the row of the case that answers it, and the id it has or gets."""

    cause: str
    defects: int
    row: CauseRow | None
    id: str


def present(found: Sequence[Marked], plan: Plan) -> list[Present]:
    """Return the causes of the defects that are not disputed, the most frequent first."""
    counts = Counter(one.cause for one in found if one.is_in_causes and one.cause)
    rows = {row.cause: row for row in reversed(plan.appeal.causes)}
    ids = {row.cause: row.id for row in reversed(plan.rows)}
    order = sorted(counts, key=lambda cause: (-counts[cause], CAUSES.index(cause)))
    return [Present(cause=one, defects=counts[one], row=rows.get(one), id=ids[one]) for one in order]


def listed(found: Sequence[Marked], plan: Plan, desk: Desk) -> list[dict[str, Any]]:
    """Return each cause present, with the button that begins its row while there is none."""
    return [
        {
            "id": one.id,
            "cause": one.cause,
            "title": cause_name(one.cause, desk.lang),
            "defects": one.defects,
            "defects_text": counted(desk.lang, "desk.causes.defects", one.defects),
            "row": one.row.id if one.row else None,
            "add": None if one.row else _add(one, desk),
        }
        for one in present(found, plan)
    ]


def block(found: Sequence[Marked], plan: Plan, desk: Desk) -> list[dict[str, Any]]:
    """Return the rows of the case, in the case's order."""
    counts = Counter(one.cause for one in found if one.is_in_causes)
    out = {row.id for row in plan.rows if row.belongs is Belongs.TO_NOTHING}
    return [
        {**_row(row, counts[row.cause], desk), "in_letter": row.id not in out} for row in plan.appeal.causes
    ]


def _add(one: Present, desk: Desk) -> Button:
    value = {
        "id": one.id, "cause": one.cause, "path": [one.cause], "typed": {}, "answers": {},
        "readings": {}, "left_out": [], "actions": [], "prevention": [], "evidence": [],
    }  # fmt: skip
    return adding(text(desk.lang, "desk.causes.add", cause=cause_name(one.cause, desk.lang)), PATH, value)


def _row(row: CauseRow, defects: int, desk: Desk) -> dict[str, Any]:
    where = f"{PATH}.{row.id}"
    walked = walk.block(row, desk, where)
    found = block_of(walked["failure"]["id"]) if walked["failure"] else None
    title = cause_name(walked["cause"], desk.lang)
    return {
        "id": row.id,
        "cause": walked["cause"],
        "title": title,
        "defects": defects,
        "defects_text": counted(desk.lang, "desk.causes.defects", defects),
        "walk": walked,
        "block": _block(found, desk.lang),
        "caution": _caution(walked, found, desk.lang),
        "notes": [text(desk.lang, f"desk.note.{one}") for one in _notes(row, walked, defects)],
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


def _notes(row: CauseRow, walked: dict[str, Any], defects: int) -> list[str]:
    is_professional = walked.get("kind") == LeafKind.GET_A_PROFESSIONAL
    notes = ["professional"] if is_professional or row.cause == str(Cause.COUNTERFEIT) else []
    if row.cause == str(Cause.REFUND):
        notes.append("never_pay_twice")
    if not defects:
        notes.append("no_defect")
    return notes
