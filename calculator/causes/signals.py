"""Signals: the phrases of one language as data, each with the cause it shows.

`signals/<lang>.toml` holds `[sets]`, `[words]`, `[denied]`, `[flags]` and one table a cause; the
short names of causes are the table names there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from calculator import tables
from calculator.causes.model import Cause
from calculator.causes.patterns import ROOM_CHARACTERS, ROOM_WORDS, Finder, steps_of

LANGUAGES = ("en", "de", "fr", "es", "it", "zh", "ja")
WITHOUT_SPACES = {"zh", "ja"}
TELLS = ("denied", "flags", "negation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """What a phrase says: a cause, a cause denied, a flag, or part of a negation."""

    id: str
    kind: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """The signals of one language and where to find their phrases."""

    lang: str
    finder: Finder
    known: dict[str, Signal]
    reach: int


@cache
def signals(lang: str) -> Signals:
    """Return the signals of a language."""
    table = tables.read("calculator.causes", f"signals/{lang}")
    east = lang in WITHOUT_SPACES
    finder, known = Finder(ROOM_CHARACTERS if east else ROOM_WORDS), {}
    for signal, phrases in _rows(table):
        known[signal.id] = signal
        for phrase in phrases:
            finder.add(steps_of(phrase, table["sets"], chinese=lang == "zh"), signal.id)
    return Signals(lang=lang, finder=finder, known=known, reach=int(table["words"]["reach"]))


def _rows(table: dict[str, Any]) -> list[tuple[Signal, list[str]]]:
    rows: list[tuple[Signal, list[str]]] = []
    for kind in TELLS:
        for name, phrases in table.get(kind, {}).items():
            says = str(Cause(name)) if kind == "denied" else name
            rows.append((Signal(id=f"{kind}.{name}", kind=kind, says=says), phrases))
    for cause in Cause:
        for name, row in table.get(cause, {}).items():
            signal = Signal(id=f"{cause}.{name}", kind="cause", says=cause)
            rows.append((signal, row["phrases"]))
    return rows
