"""Rounds: letters that were sent, Amazon's replies, and what the next letter has to bring.

The figure of a round stays as it was sent. A reply reopens the cells it asks about; a letter that
brings nothing new there is not held to be done.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from calculator import display
from calculator.case import Case
from calculator.case.appeal import Appeal, Round
from calculator.desk.button import Button, adding, removing
from calculator.desk.doubt import MOST, day_of
from calculator.desk.field import Desk
from calculator.messages import text
from calculator.rounds import changes, compare, read_reply

PATH = "appeal.rounds"
_FIGURE = ("day", "first_day", "last_day", "fulfillment", "orders", "orders_with_defects")
Value = dict[str, Any]


def block(desk: Desk, case: Case, appeal: Appeal, letter: Mapping[str, Any]) -> Value:
    """Return the rounds, and the letter now beside the last one."""
    rows = [_row(one, number, desk) for number, one in enumerate(appeal.rounds, 1)]
    last = appeal.rounds[-1] if appeal.rounds and appeal.rounds[-1].text.strip() else None
    reply = appeal.rounds[-1].reply if last else ""
    is_long = len(reply) > MOST["long_words"]
    return {
        "rows": rows,
        "compare": compare(last.text, letter, desk.lang, "" if is_long else reply) if last else None,
        "changes": changes(last, case, letter, desk.lang) if last else None,
        "sent": _sent(desk, case, letter) if letter["ready"] else None,
        "earlier": adding(text(desk.lang, "desk.rounds.earlier"), PATH, _empty(desk)),
        "note": text(desk.lang, "desk.rounds.note"),
    }


def reopened(grid: Sequence[Value], rounds: Value) -> list[Value]:
    """Return the grid with what the last reply asks of each cell."""
    reply = rounds["rows"][-1]["reply"] if rounds["rows"] else None
    asked = [one for one in reply["asked"] if one["cell"] in reply["reopens"]] if reply else []
    return [{**row, "cells": _cells(row, asked)} for row in grid]


def _cells(row: Value, asked: Sequence[Value]) -> Value:
    return {name: {**cell, "asked": _asked(name, row, asked)} for name, cell in row["cells"].items()}


def _asked(cell: str, row: Value, asked: Sequence[Value]) -> Value | None:
    for one in asked:
        named = {cause["cause"] for cause in one["causes"]}
        if one["cell"] == cell and (not named or row.get("cause_id") in named):
            return {"ask": one["ask"], "words": [words["text"] for words in one["words"]]}
    return None


def _row(one: Round, number: int, desk: Desk) -> Value:
    where = f"{PATH}.{one.id}"
    sent, replied = day_of(one.sent_on), day_of(one.reply_on)
    is_read = one.reply.strip() and len(one.reply) <= MOST["long_words"]
    key = "sent" if sent else "undated"
    return {
        "id": one.id,
        "title": text(
            desk.lang, f"desk.rounds.{key}", n=number, day=display.day(sent, desk.lang) if sent else ""
        ),
        "fields": [
            desk.field("sent_on", where),
            desk.field("sent_text", where),
            desk.field("reply_on", where),
            desk.field("reply", where),
        ],
        "reply": read_reply(one.reply, desk.lang, replied, desk.as_of) if is_read else None,
        "remove": removing(text(desk.lang, "desk.rounds.remove", n=number), where),
    }


def _sent(desk: Desk, case: Case, letter: Mapping[str, Any]) -> Button:
    """Return the button that keeps the letter as it was sent, with the figure it quoted."""
    form = case.notice if case.notice.has_counts else case.odr_page
    kept = {"sent_on": desk.as_of.isoformat(), "text": letter["text"]}
    figure = {name: getattr(form, name) for name in _FIGURE}
    return adding(text(desk.lang, "desk.rounds.send"), PATH, {**_empty(desk), **kept, "figure": figure})


def _empty(desk: Desk) -> Value:
    blank = dict.fromkeys(("sent_on", "text", "reply_on", "reply"), "")
    return {"id": desk.held.free_id(PATH), **blank, "figure": dict.fromkeys(_FIGURE, "")}
