"""Taking: what was read in the pasted notice, and one button that takes over what is not answered yet.

Only the notice's own words are offered: its day, its last day, its figure, the answers it gives.

Worse mistake: overwriting what the seller typed.
"""

from __future__ import annotations

from typing import Any

from calculator import display
from calculator.desk import routing
from calculator.desk.button import settings
from calculator.desk.doubt import day_of
from calculator.desk.field import Desk
from calculator.desk.pasted import Pasted
from calculator.messages import text
from calculator.route.encode import route_json


def block(desk: Desk) -> dict[str, Any] | None:
    """Return what was read in the pasted notice, and the button that takes it over."""
    if desk.pasted is None:
        return None
    value = route_json(
        routing.answers(desk.held.names(routing.PATH)), desk.lang, desk.as_of, desk.pasted.found
    )
    new = {path: words for path, words in _said(desk, desk.pasted).items() if not desk.held.at(path)}
    return {
        **value["notice"],
        "deadline": value["deadline"],
        "language": value["language"],
        "asks": value["asks"],
        "take": settings(text(desk.lang, "desk.notice.take"), new) if new else None,
        "takes": [_taken(path, words, desk.lang) for path, words in new.items()],
    }


def _said(desk: Desk, pasted: Pasted) -> dict[str, Any]:
    """Return what the notice says for each place of the case that one answer alone fits."""
    found, figure = pasted.found, pasted.figure
    day = (found.due.mail_day if found.due else None) or (figure.day if figure else None)
    last = found.due.day if found.due else None
    counts = (figure.orders, figure.orders_with_defects) if figure else (None, None)
    one_language = routing.accepted(found) if len(routing.accepted(found)) == 1 else ()
    said = {
        routing.PATH: routing.path_of(routing.answered(desk)),
        "notice.day": day.isoformat() if day else "",
        "appeal.notice.deadline": last.isoformat() if last else "",
        "notice.orders": "" if counts[0] is None else str(counts[0]),
        "notice.orders_with_defects": "" if counts[1] is None else str(counts[1]),
        "appeal.language": next(iter(one_language), ""),
    }
    return {path: words for path, words in said.items() if words}


def _taken(path: str, words: Any, lang: str) -> dict[str, str]:
    """Return one thing that is taken over, in words."""
    name = text(lang, f"desk.takes.{path.rpartition('.')[2]}")
    if isinstance(words, list):
        return {"path": path, "label": name, "value": display.count(len(words))}
    day = day_of(words)
    return {"path": path, "label": name, "value": display.day(day, lang) if day else words}
