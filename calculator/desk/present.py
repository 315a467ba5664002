"""Present: the causes the defects show, and the rows that may stand beside a dispute, each with its button.

Worse mistake: a row that says something of what is disputed. Beside a dispute only another cause, or
the claim nobody answered, has a place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from calculator.case.appeal import CauseRow
from calculator.causes import Cause
from calculator.causes.document import cause_name
from calculator.desk.button import Button, adding
from calculator.desk.field import Desk
from calculator.desk.marks import Marked
from calculator.messages import counted, text
from calculator.plan_of_action.plan import Plan
from calculator.root_causes import CAUSES, Leaf, start

PATH = "appeal.causes"
_UNANSWERED, _SERVICE = str(Cause.NOT_RECEIVED), str(Cause.SERVICE)


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
            "add": None if one.row else _add(one.cause, one.id, desk),
            "note": _nothing_to_admit(one.cause, desk.lang),
        }
        for one in present(found, plan)
    ]


def _nothing_to_admit(cause: str, lang: str) -> str | None:
    """Return the words for a cause that asks for no own failure, None for every other one."""
    leaf = start(cause)
    return text(lang, f"root_causes.leaf.{leaf.kind}") if isinstance(leaf, Leaf) else None


def beside(plan: Plan, desk: Desk) -> dict[str, Any] | None:
    """Return the rows that may be begun beside an appealed dispute, None where there is none to begin."""
    disputed = {one.cause for one in plan.appealed}
    held = {one.cause for one in plan.appeal.causes} | {one.cause for one in plan.rows}
    may = [_SERVICE] if plan.appealed and _SERVICE not in disputed else []
    may += [_UNANSWERED] if _UNANSWERED in disputed else []
    id_ = desk.held.free_id(PATH)
    rows = [
        {"cause": one, "title": cause_name(one, desk.lang), "add": _add(one, id_, desk)}
        for one in may
        if one not in held
    ]
    return {"text": text(desk.lang, "desk.causes.beside"), "rows": rows} if rows else None


def _add(cause: str, id_: str, desk: Desk) -> Button:
    value: dict[str, Any] = {
        "id": id_, "cause": cause, "path": [cause], "typed": {}, "answers": {}, "readings": {},
        "left_out": [], "actions": [], "prevention": [], "evidence": [],
    }  # fmt: skip
    return adding(text(desk.lang, "desk.causes.add", cause=cause_name(cause, desk.lang)), PATH, value)
