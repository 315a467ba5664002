"""Rates: which of the rates a notice names is its reason.

A mail may list every rate with its target. A rate is the reason where its own figure misses the
target, or where its sentence says so; a figure on target clears it, whatever its sentence says.

Worse mistake: taking a rate that is only listed for the reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculator import tables
from calculator.policy import PolicyNotKnown, policy_on
from calculator.policy.model import Condition
from calculator.route.expressions import expression
from calculator.route.found import Evidence
from calculator.route.hits import hits, sentence_of, sentences
from calculator.route.skeleton import Skeleton

_FIGURE = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s?[%％]")
_REACH = 96


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The rates a notice names: those that are its reason, those that are well, and all of them."""

    over: tuple[str, ...]
    under: tuple[str, ...]
    all: tuple[str, ...]


def named(text: Skeleton, metrics: Sequence[Evidence], as_of: date) -> Named:
    """Return what the notice says of each rate among the hits of the topic `metric`."""
    known = tables.read("calculator.route", "rates")
    rates = [hit for hit in metrics if hit.says in known or hit.says == "other"]
    verdicts: dict[str, set[str]] = {}
    for number, hit in enumerate(rates):
        end = rates[number + 1].start if number + 1 < len(rates) else len(text.source)
        verdicts.setdefault(hit.says, set()).add(_by_figure(text.source, hit, end, as_of))
    for says, verdict in _by_sentence(text, rates):
        verdicts[says].add(verdict)
    over = [says for says, found in verdicts.items() if "missed" in found or _only(found, "over", "met")]
    under = [says for says, found in verdicts.items() if says not in over and {"met", "under"} & found]
    return Named(over=tuple(over), under=tuple(under), all=tuple(verdicts))


def _only(found: set[str], wanted: str, other: str) -> bool:
    return wanted in found and other not in found


def _by_figure(source: str, hit: Evidence, end: int, as_of: date) -> str:
    """Return "missed" or "met" by the figure behind a name, "" where none stands there."""
    row = tables.read("calculator.route", "rates").get(hit.says)
    words = source[hit.end : min(end, hit.end + _REACH)] if row else ""
    for match in _FIGURE.finditer(words):
        if not expression("target_before").search(words[: match.start()]) and not expression(
            "target_behind"
        ).match(words[match.end() :]):
            return _judged(Decimal(match[1].replace(",", ".")) / 100, row or {}, as_of)
    return ""


def _judged(share: Decimal, row: Mapping[str, str], as_of: date) -> str:
    try:
        target = policy_on(as_of, row.get("store")).row(row["target"])
    except PolicyNotKnown:
        return ""
    limit = Decimal(str(target.value))
    is_met = share < limit if target.condition is Condition.LESS_THAN else share >= limit
    return "met" if is_met else "missed"


def _by_sentence(text: Skeleton, rates: Sequence[Evidence]) -> list[tuple[str, str]]:
    """Return what sentences with words of a reason say of the rates they name."""
    places = tuple(sentences(text))
    said: dict[int, set[str]] = {}
    for hit in hits(text, "reason"):
        said.setdefault(sentence_of(places, hit.start), set()).add(hit.says)
    return [(rate.says, one) for rate in rates for one in said.get(sentence_of(places, rate.start), ())]
