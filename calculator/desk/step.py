"""Step: the five stations of the path, each with why it is there, how long it takes, what is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from calculator.desk.open_points import Point
from calculator.messages import counted, text

MINUTES = {"notice": 6, "facts": 10, "causes": 12, "grid": 14, "letter": 8}
"""An estimate for one or two causes, and called one."""
_SHOWN = 12


def steps(points: Mapping[str, Sequence[Point]], lang: str) -> list[dict[str, Any]]:
    """Return the steps; the first open one is `now`, and any can be opened at any time."""
    now = next((id_ for id_ in MINUTES if points[id_]), "letter")
    return [_step(id_, points[id_], now, lang) for id_ in MINUTES]


def _step(id_: str, points: Sequence[Point], now: str, lang: str) -> dict[str, Any]:
    missing = len(points)
    return {
        "id": id_,
        "title": text(lang, f"desk.step.{id_}.title"),
        "why": text(lang, f"desk.step.{id_}.why"),
        "minutes": MINUTES[id_],
        "time": text(lang, "desk.step.time", n=MINUTES[id_]),
        "state": ("now" if id_ == now else "later") if missing else "done",
        "missing": missing,
        "open": list(points[:_SHOWN]),
        "summary": counted(lang, "desk.step.open", missing) if missing else text(lang, "desk.step.whole"),
        "next": text(lang, f"desk.step.{id_}.{'next' if missing else 'after'}"),
    }
