"""Figures: the numbers a sentence of the route names, as the policy holds them on a day.

Worse mistake: a typed figure that outlives its rule. Where the policy of that day holds none, the row
of the card that is chosen speaks, with its own store.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from calculator import tables
from calculator.messages import text
from calculator.policy import DatedValue, PolicyNotKnown, entry, policy_on


def filled(words: str, lang: str, as_of: date) -> str:
    """Return words with every figure they name in its place."""
    return words.format_map(_Figures(lang, as_of)) if "{" in words else words


class _Figures(dict[str, str]):
    """Figures by name, looked up when a sentence names them."""

    def __init__(self, lang: str, as_of: date) -> None:
        super().__init__()
        self._lang, self._as_of = lang, as_of

    def __missing__(self, name: str) -> str:
        row = _row(tables.read("calculator.route", "figures")[name], self._as_of)
        return text(self._lang, f"notice.length.{row.unit}", n=row.value)


def _row(named: Mapping[str, str], as_of: date) -> DatedValue:
    try:
        return policy_on(as_of, named.get("store")).row(named["key"])
    except PolicyNotKnown:
        return next(row for row in entry(named["key"]).values if row.chosen)
