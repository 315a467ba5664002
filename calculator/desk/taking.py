"""Taking: what was read in the pasted notice, and one button that takes over what is not answered yet.

Only the notice's own words are offered: its day, its last day, its figure, the answers it gives.

Worse mistake: overwriting what the seller typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calculator import display
from calculator.desk import routing
from calculator.desk.button import settings
from calculator.desk.doubt import day_of
from calculator.desk.field import Desk
from calculator.desk.pasted import Pasted
from calculator.messages import text
from calculator.route.encode import route_json
from calculator.route.off import completed


def block(desk: Desk) -> dict[str, Any] | None:
    """Return what was read in the pasted notice, and the button that takes it over."""
    if desk.pasted is None:
        return None
    own = routing.answers(desk.held.names(routing.PATH))
    value = route_json(own, desk.lang, desk.as_of, desk.pasted.found)
    said = _said(desk.pasted)
    new = {path: words for path, words in said.items() if not desk.held.at(path)}
    return {
        **value["notice"],
        "deadline": value["deadline"],
        "language": value["language"],
        "asks": value["asks"],
        "title": value["notice"]["summary"],
        "text": _told(value["notice"]),
        "found": [_found(path, words, desk) for path, words in said.items()],
        "take": settings(text(desk.lang, "desk.notice.take"), new) if new else None,
    }


def _told(read: Mapping[str, Any]) -> str | None:
    """Return what is to be known before anything is taken over: it is no notice, or says two things."""
    told = [read["instead"]["text"]] if read["instead"] else []
    told += [f"{one['title']} {one['text']}" for one in read["contradictions"]]
    return " ".join((*told, *(one["text"] for one in read["also"]))) or None


def _said(pasted: Pasted) -> dict[str, Any]:
    """Return what the notice says for each place of the case that one answer alone fits."""
    found, figure = pasted.found, pasted.figure
    day = (found.due.mail_day if found.due else None) or (figure.day if figure else None)
    last = found.due.day if found.due else None
    counts = (figure.orders, figure.orders_with_defects) if figure else (None, None)
    one_language = routing.accepted(found) if len(routing.accepted(found)) == 1 else ()
    said = {
        routing.PATH: routing.path_of(completed(dict(found.answers))),
        "notice.day": day.isoformat() if day else "",
        "appeal.notice.deadline": last.isoformat() if last else "",
        "notice.orders": "" if counts[0] is None else str(counts[0]),
        "notice.orders_with_defects": "" if counts[1] is None else str(counts[1]),
        "appeal.language": next(iter(one_language), ""),
    }
    return {path: words for path, words in said.items() if words}


def _found(path: str, words: Any, desk: Desk) -> dict[str, Any]:
    """Return one thing that was read, in words, with the button that takes it over.

    What the seller typed otherwise is replaced only where this one button is pressed.
    """
    day = day_of(words) if isinstance(words, str) else None
    shown = display.day(day, desk.lang) if day else words if isinstance(words, str) else None
    label = text(desk.lang, f"desk.takes.{path.rpartition('.')[2]}")
    told = text(desk.lang, "desk.notice.found", label=label, value=shown) if shown else label
    taken = desk.held.at(path) == words
    do = None if taken else settings(text(desk.lang, "desk.notice.take_one"), {path: words})
    return {"path": path, "text": told, "taken": taken, "do": do}
