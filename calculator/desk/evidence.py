"""Evidence: files and papers, what each shows, and what could prove the rows that stand there."""

from __future__ import annotations

from typing import Any

from calculator.case.appeal import CauseRow
from calculator.desk.button import Button, adding, removing
from calculator.desk.field import Desk
from calculator.desk.measures import frame_of
from calculator.messages import text
from calculator.plan_of_action.blocks import Block

_LONGEST = 80


def block(row: CauseRow, found: Block | None, desk: Desk, where: str) -> dict[str, Any]:
    """Return the papers of a cause row and those its block knows of."""
    path = f"{where}.evidence"
    shows = [("root_cause", text(desk.lang, "desk.evidence.root_cause")), *_rows(row, found, desk)]
    return {
        "rows": [
            {
                "id": one.id,
                "fields": [
                    desk.field("file", f"{path}.{one.id}", needed=True, in_letter=True),
                    desk.field("what", f"{path}.{one.id}", in_letter=True),
                    desk.field("shows", f"{path}.{one.id}", options=shows, needed=True),
                ],
                "remove": removing(text(desk.lang, "desk.evidence.remove"), f"{path}.{one.id}"),
            }
            for one in row.evidence
        ],
        "offered": [
            *_named(row, desk, path),
            *(
                {"id": one.id, "text": one.words[desk.lang], "add": _add(path, desk)}
                for one in (found.proofs if found else ())
            ),
        ],
        "add": _add(path, desk),
    }


def _named(row: CauseRow, desk: Desk, path: str) -> list[dict[str, Any]]:
    """Return the papers the seller already named beside an action, to be taken in with one press."""
    held = {one.file.strip() for one in row.evidence}
    named = {one.answers.get("proof", "").strip(): one.id for one in row.actions if one.state == "done"}
    return [
        {"id": file, "text": file, "add": _add(path, desk, file, shows)}
        for file, shows in named.items()
        if file and file not in held
    ]


def _rows(row: CauseRow, found: Block | None, desk: Desk) -> list[tuple[str, str]]:
    named = [("actions", one) for one in row.actions] + [("prevention", one) for one in row.prevention]
    options = []
    for part, one in named:
        frame, _ = frame_of(one.frame, part, found)
        options.append((one.id, _short(frame.question[desk.lang]) if frame else one.id))
    return options


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _add(path: str, desk: Desk, file: str = "", shows: str = "") -> Button:
    value = {"id": desk.held.free_id(path), "file": file, "shows": shows, "what": ""}
    return adding(text(desk.lang, "desk.evidence.add"), path, value)
