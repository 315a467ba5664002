"""Step: the five stations of the path, each with why it is there, how long it takes, what is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calculator.messages import counted, text

MINUTES = {"notice": 6, "facts": 10, "causes": 12, "grid": 15, "letter": 8}
"""How long a step took readers of our examples; an estimate, and said so."""


def steps(missing: Mapping[str, int], lang: str) -> list[dict[str, Any]]:
    """Return the steps; the first open one is `now`, every one can be opened at any time."""
    now = next((id_ for id_ in MINUTES if missing[id_]), "letter")
    order = list(MINUTES)
    return [
        _step(id_, missing[id_], _state(order.index(id_) - order.index(now), missing[id_]), lang)
        for id_ in order
    ]


def _state(place: int, missing: int) -> str:
    if place == 0:
        return "now" if missing else "done"
    return "later" if place > 0 and missing else "done"


def _step(id_: str, missing: int, state: str, lang: str) -> dict[str, Any]:
    return {
        "id": id_,
        "title": text(lang, f"desk.step.{id_}.title"),
        "why": text(lang, f"desk.step.{id_}.why"),
        "minutes": MINUTES[id_],
        "time": text(lang, "desk.step.time", n=MINUTES[id_]),
        "state": state,
        "missing": missing,
        "summary": counted(lang, "desk.step.open", missing) if missing else text(lang, "desk.step.whole"),
        "next": text(lang, f"desk.step.{id_}.{'next' if missing else 'after'}"),
    }
