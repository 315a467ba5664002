"""Frames: the sentences of a block with the fields that fill them, and the sentence as it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from calculator.case.appeal import CauseRow
from calculator.desk.button import setting
from calculator.desk.field import Desk, Field
from calculator.messages import text
from calculator.plan_of_action.blocks import Block, Frame, Slot, roles

_HAS_READING = ("words", "who")
_OTHER = {"en": "zh-Hans", "zh": "en"}
_SENT = {"en": "en", "zh": "zh-Hans"}


def root_cause(row: CauseRow, block: Block | None, desk: Desk, where: str) -> list[dict[str, Any]]:
    """Return the root-cause frames of a block, each of which may be left out."""
    return [_root_cause(frame, row, desk, where) for frame in (block.of("root_cause") if block else ())]


def shown(frame: Frame, slots: Sequence[Slot], desk: Desk, place: str, line: str) -> dict[str, Any]:
    """Return a frame: its question, the sentence the letter has of it, a field for each fact it needs.

    Args:
        frame: of a block.
        slots: the facts that are asked now.
        desk: the case, language and day.
        place: where the answers stand.
        line: name of its line in the plan.
    """
    return {
        "frame": frame.id,
        "question": frame.question[desk.lang],
        "sentence": _sentence(desk, line),
        "fields": [field(slot, desk, place) for slot in slots],
    }


def field(slot: Slot, desk: Desk, place: str) -> Field:
    """Return the field of one slot; own words have a place beside them for the other language."""
    path = _path(slot.name, desk, place)
    texts = {
        "label": slot.label[desk.lang],
        "hint": _hint(slot, desk),
        "example": _example(slot, desk),
    }
    found = desk.asked(path, slot.kind, texts, options=_options(slot, desk), needed=True, in_letter=True)
    if slot.kind in _HAS_READING and found["value"].strip() not in roles():
        found["reading"] = _reading(slot, desk, place)
    return found


def _path(name: str, desk: Desk, place: str) -> str:
    """Return where a fact stands; a day typed beside the same question of the walk is not asked twice."""
    own, typed = f"{place}.answers.{name}", f"{place}.typed.{name}"
    is_typed = name == "since" and not desk.held.words(own).strip() and desk.held.words(typed).strip()
    return typed if is_typed else own


def _root_cause(frame: Frame, row: CauseRow, desk: Desk, where: str) -> dict[str, Any]:
    is_out = frame.id in row.left_out
    rest = [one for one in row.left_out if one != frame.id]
    return {
        **shown(frame, () if is_out else frame.slots, desk, where, f"{where}:{frame.id}"),
        "left_out": is_out,
        "left_out_text": text(desk.lang, "desk.frame.left_out") if is_out else None,
        "toggle": setting(
            text(desk.lang, f"desk.frame.{'take_in' if is_out else 'leave_out'}"),
            f"{where}.left_out",
            rest if is_out else [*rest, frame.id],
        ),
    }


def _options(slot: Slot, desk: Desk) -> list[tuple[str, str]] | None:
    """Return who may do a step; the seller may type another one."""
    if slot.kind != "who":
        return None
    return [(id_, words[desk.lang]) for id_, words in roles().items()]


def _hint(slot: Slot, desk: Desk) -> str | None:
    """Return where the fact stands, and which language it is written in where that is not the reader's."""
    is_foreign = desk.sent and slot.kind == "words" and desk.sent != desk.lang[:2]
    write = text(desk.lang, f"desk.frame.write.{desk.sent}") if is_foreign else ""
    where = slot.where[desk.lang] if slot.where else ""
    return " ".join(filter(None, (write, where))) or None


def _example(slot: Slot, desk: Desk) -> str:
    """Return the example in the letter's language, as it would be typed; a role in the reader's."""
    words = slot.example[desk.lang]
    if words in roles():
        return roles()[words][desk.lang]
    return words if desk.sent in ("", desk.lang[:2]) else slot.example[_SENT[desk.sent]]


def _reading(slot: Slot, desk: Desk, place: str) -> Field:
    sent = desk.sent or "en"
    label = text(desk.lang, f"desk.frame.reading.{_OTHER[sent]}", label=slot.label[desk.lang])
    return desk.asked(f"{place}.readings.{slot.name}", slot.kind, {"label": label})


def _sentence(desk: Desk, line: str) -> dict[str, Any] | None:
    """Return the sentence as it stands in the letter, None where nothing of it does."""
    found = desk.sentences.get(line)
    if found is None:
        return None
    return {"text": found.text, "reading": found.reading, "blanks": list(found.blanks)}
