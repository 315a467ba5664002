"""Measures: what was done and what prevents it, row by row, and the frames still to be chosen from.

A row is done, planned, or not yet; only the seller says which. A row whose frame belongs to an earlier
answer of the walk stays with everything typed in it, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from calculator.case.appeal import CauseRow, Measure
from calculator.desk import frames
from calculator.desk.button import Button, adding, removing, setting
from calculator.desk.field import Desk
from calculator.messages import text
from calculator.plan_of_action.blocks import Block, Frame, blocks, own_block

STATES = ("done", "planned", "not_yet")
_PARTS = {"actions": "action", "prevention": "prevention"}
_OWN = "own"


def block(part: str, row: CauseRow, found: Block | None, desk: Desk, where: str) -> dict[str, Any]:
    """Return the rows of one part and what else can be added.

    Args:
        part: `actions` or `prevention`.
        row: the cause row of the case.
        found: the block of its failed step, None while that is not known.
        desk: the case, language and day.
        where: path of the cause row.
    """
    held = row.actions if part == "actions" else row.prevention
    used = {one.frame for one in held}
    offered = [one for one in (found.of(_PARTS[part]) if found else ()) if one.id not in used]
    add = f"{where}.{part}"
    return {
        "rows": [_row(one, part, found, desk, f"{add}.{one.id}") for one in held],
        "offered": [
            *({"frame": one.id, "question": one.question[desk.lang], "add": _add(one.id, part, add, desk)}
              for one in offered),
            {"frame": _OWN, "question": text(desk.lang, f"desk.measure.own.{part}"),
             "add": _add(_OWN, part, add, desk)},
        ] if found else [],
    }  # fmt: skip


def frame_of(id_: str, part: str, found: Block | None) -> tuple[Frame | None, bool]:
    """Return the frame a row fills and whether it belongs to the block in hand."""
    kind = _PARTS[part]
    own = own_block()
    if id_ == _OWN or own.frame(id_):
        return next(iter(own.of(kind)), None), True
    here = found.frame(id_) if found else None
    if here is not None and here.part == kind:
        return here, True
    return _everywhere().get((kind, id_)), False


@cache
def _everywhere() -> dict[tuple[str, str], Frame]:
    """Return the frames of all blocks, by part and id."""
    return {(frame.part, frame.id): frame for one in reversed(blocks()) for frame in one.frames}


def _row(one: Measure, part: str, found: Block | None, desk: Desk, place: str) -> dict[str, Any]:
    frame, is_here = frame_of(one.frame, part, found)
    is_planned = part == "actions" and one.state == "planned"
    is_asked = frame is not None and (part == "prevention" or one.state in ("done", "planned"))
    value = _filled(frame, desk, place, is_planned=is_planned, is_asked=is_asked)
    return {
        **value,
        "frame": one.frame,
        "id": one.id,
        "state": one.state if part == "actions" else "",
        "states": _states(one, desk, place) if part == "actions" else [],
        "notes": _notes(one, part, desk, is_here=is_here),
        "remove": removing(text(desk.lang, "desk.measure.remove"), place),
    }


def _filled(
    frame: Frame | None, desk: Desk, place: str, *, is_planned: bool, is_asked: bool
) -> dict[str, Any]:
    if frame is None:
        return {"question": "", "sentence": None, "fields": []}
    slots: Sequence[Any] = frame.planned_slots if is_planned else frame.slots
    return frames.shown(frame, slots if is_asked else (), desk, place, f"{place}:{place.rpartition('.')[2]}")


def _states(one: Measure, desk: Desk, place: str) -> list[dict[str, Any]]:
    return [
        {
            "id": state,
            "text": text(desk.lang, f"desk.state.{state}"),
            "chosen": one.state == state,
            "do": setting(text(desk.lang, f"desk.state.{state}"), f"{place}.state", state),
        }
        for state in STATES
    ]


def _notes(one: Measure, part: str, desk: Desk, *, is_here: bool) -> list[str]:
    notes = [] if is_here else ["other_block"]
    if part == "actions" and one.state == "done":
        notes.append("done_means_done")
    if part == "actions" and one.state == "not_yet":
        notes.append("not_yet")
    return [text(desk.lang, f"desk.note.{note}") for note in notes]


def _add(frame: str, part: str, path: str, desk: Desk) -> Button:
    value: dict[str, Any] = {"id": desk.held.free_id(path), "frame": frame, "answers": {}, "readings": {}}
    if part == "actions":
        value["state"] = ""
    return adding(text(desk.lang, f"desk.measure.add.{part}"), path, value)
