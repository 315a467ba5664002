"""Notice: what came from Amazon - its words, its day, its figures, its deadline, its language."""

from __future__ import annotations

from typing import Any

from calculator import display
from calculator.dates import plus
from calculator.desk import routing, taking
from calculator.desk.doubt import day_of
from calculator.desk.field import Desk, Field
from calculator.messages import catalogue, text


def block(desk: Desk) -> dict[str, Any]:
    """Return the first step."""
    return {
        "fields": fields(desk),
        "paste": {"field": desk.field("notice_text"), "read": taking.block(desk)},
        "route": routing.block(desk),
        "language": language(desk),
        "deadline": deadline(desk),
        "notes": [text(desk.lang, f"desk.note.{one}") for one in _notes(desk)],
    }


def fields(desk: Desk) -> list[Field]:
    """Return what is copied out of the notice; a day it names is asked for.

    Its own day is needed where the letter may quote it: a page that was looked at has a day of its own.
    """
    answers = routing.answered(desk)
    return [
        desk.field("notice_day", needed=not desk.held.words("odr_page.orders").strip()),
        desk.field("notice_deadline", needed=answers.get("deadline") == "date"),
        desk.field("notice_orders"),
        desk.field("notice_orders_with_defects"),
    ]


def language(desk: Desk) -> dict[str, Any]:
    """Return the choice of the letter's language with what the notice says of it."""
    answer = routing.answered(desk).get("language", "")
    said = catalogue(desk.lang, "desk")
    is_doubtful = desk.sent == "zh" and answer not in ("", "chinese")
    return {
        "field": desk.field("language"),
        "note": said.get(f"language.{answer or 'open'}", said["language.unknown"]),
        "doubt": text(desk.lang, "desk.language.doubt") if is_doubtful else None,
    }


def deadline(desk: Desk) -> dict[str, Any] | None:
    """Return the day to be ready on: one before the day the notice names."""
    last = day_of(desk.held.words("appeal.notice.deadline"))
    safe = plus(last, -1) if last else None
    if last is None or safe is None:
        return None
    left = (safe - desk.as_of).days
    key = "passed" if left < -1 else "today" if left < 1 else "running"
    named = display.day(safe, desk.lang)
    return {
        "day": last.isoformat(),
        "safe_day": safe.isoformat(),
        "left": left,
        "text": text(desk.lang, f"desk.deadline.{key}", day=named, left=display.count(max(left, 0))),
    }


def _notes(desk: Desk) -> list[str]:
    outcome = routing.outcome_of(desk)
    found = ["professional"] if outcome in ("professional", "authenticity") else []
    return [*found, *(["whole_notice"] if outcome == "account_off" else [])]
