"""Cause rows: for each cause present, the walk to the failed step, and what was done about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from calculator.case.appeal import Appeal, CauseRow
from calculator.causes import Cause
from calculator.causes.document import cause_name
from calculator.desk import evidence, frames, measures, walk
from calculator.desk.button import Button, adding, removing
from calculator.desk.field import Desk, is_open, open_in
from calculator.desk.marks import Marked
from calculator.messages import counted, text
from calculator.plan_of_action.blocks import Block, block_of
from calculator.root_causes import CAUSES
from calculator.root_causes.model import LeafKind

PATH = "appeal.causes"
_PARTS = ("actions", "prevention", "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A cause of the defects: how many, and the row of the case that answers it, if there is one."""

    cause: str
    defects: int
    row: CauseRow | None


def present(found: Sequence[Marked], appeal: Appeal) -> list[Present]:
    """Return the causes of the defects that are not disputed, the most frequent first."""
    counts = Counter(one.cause for one in found if one.is_in_causes and one.cause)
    rows = {row.cause: row for row in reversed(appeal.causes)}
    order = sorted(counts, key=lambda cause: (-counts[cause], CAUSES.index(cause)))
    return [Present(cause=cause, defects=counts[cause], row=rows.get(cause)) for cause in order]


def listed(found: Sequence[Marked], appeal: Appeal, desk: Desk) -> list[dict[str, Any]]:
    """Return each cause present, with the button that begins its row while there is none."""
    return [
        {
            "cause": one.cause,
            "title": cause_name(one.cause, desk.lang),
            "defects": one.defects,
            "defects_text": counted(desk.lang, "desk.causes.defects", one.defects),
            "row": one.row.id if one.row else None,
            "add": None if one.row else _add(one.cause, desk),
        }
        for one in present(found, appeal)
    ]


def block(found: Sequence[Marked], appeal: Appeal, desk: Desk) -> list[dict[str, Any]]:
    """Return the rows of the case, in the case's order."""
    counts = Counter(one.cause for one in found if one.is_in_causes)
    return [_row(row, counts[row.cause], desk) for row in appeal.causes]


def missing(found: Sequence[Marked], appeal: Appeal, desk: Desk) -> int:
    """Return how much of the step is open: rows to begin, questions, fields."""
    to_begin = sum(one.row is None for one in present(found, appeal))
    return to_begin + sum(_open(row) for row in block(found, appeal, desk))


def _add(cause: str, desk: Desk) -> Button:
    value = {
        "id": desk.held.free_id(PATH), "cause": cause, "path": [cause], "typed": {}, "answers": {},
        "readings": {}, "left_out": [], "actions": [], "prevention": [], "evidence": [],
    }  # fmt: skip
    return adding(text(desk.lang, "desk.causes.add", cause=cause_name(cause, desk.lang)), PATH, value)


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
        "caution": walked.get("caution"),
        "notes": [text(desk.lang, f"desk.note.{one}") for one in _notes(row, walked)],
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


def _notes(row: CauseRow, walked: dict[str, Any]) -> list[str]:
    is_professional = walked.get("kind") == LeafKind.GET_A_PROFESSIONAL
    notes = ["professional"] if is_professional or row.cause == str(Cause.COUNTERFEIT) else []
    if row.cause == str(Cause.REFUND):
        notes.append("never_pay_twice")
    return notes


def _open(row: dict[str, Any]) -> int:
    typed = sum(is_open(one["typed"]) for one in row["walk"]["given"] if one["typed"])
    frames_of = [*row["root_cause"]["frames"], *(one for part in _PARTS for one in row[part]["rows"])]
    fields = {one["path"]: one for frame in frames_of for one in frame["fields"]}
    unsaid = sum(not one["state"] for one in row["actions"]["rows"])
    return int(row["walk"]["open"]) + typed + unsaid + open_in(list(fields.values()))
