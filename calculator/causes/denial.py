"""Denial: which of the phrases found are said of the parcel, and which are only denied.

"Not late at all, but empty" shows no lateness. A phrase is denied by a negator before it in the
same clause, by a language's negators behind it, or by a phrase that denies its cause outright.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from calculator.causes.patterns import Match
from calculator.causes.signals import Signals
from calculator.causes.tokens import Token

_ENDS = set('.,;:!?。、…()\n—–《》「」"')


def standing(found: Sequence[Match], comment: Sequence[Token], known: Signals) -> list[Match]:
    """Return the phrases that are meant, without those inside a longer phrase and those denied."""
    flags = _longest(one for one in found if known.known[one.signal].kind == "flags")
    told = _longest(one for one in found if known.known[one.signal].kind in {"cause", "denied"})
    words = _longest(one for one in found if known.known[one.signal].kind == "negation")
    says = {one: known.known[one.signal].says for one in (*told, *words)}
    clause = _clauses(comment, [one for one in words if says[one] == "contrast"])
    negators = [one for one in words if says[one] in {"before", "after"}]
    free = _outside(negators, told)
    before = {at: clause[one.first] for one in free if says[one] == "before" for at in _ahead(one, known)}
    after = {at: clause[one.first] for one in free if says[one] == "after" for at in _behind(one, known)}
    denied = {(says[one], clause[one.first]) for one in told if known.known[one.signal].kind == "denied"}
    places = [one.first for one in negators]
    meant = list(flags)
    for one in told:
        here = clause[one.first]
        if known.known[one.signal].kind == "denied" or (says[one], here) in denied:
            continue
        is_negated = before.get(one.first) == here or after.get(one.behind) == here
        if not is_negated or _holds_any(one, places):
            meant.append(one)
    return sorted(meant)


def _ahead(one: Match, known: Signals) -> range:
    """Return the places at which a phrase is denied by this negator before it."""
    return range(one.behind, one.behind + known.reach + 1)


def _behind(one: Match, known: Signals) -> range:
    """Return the ends at which a phrase is denied by this negator behind it."""
    return range(one.first - known.reach, one.first + 1)


def _holds_any(one: Match, places: Sequence[int]) -> bool:
    """Return whether a negator stands in the phrase: then it belongs to what is said."""
    at = bisect_left(places, one.first)
    return at < len(places) and places[at] < one.behind


def _longest(found: Iterable[Match]) -> list[Match]:
    """Return the phrases that stand in no longer one, in the order of their first token."""
    kept: list[Match] = []
    reached = -1
    for one in sorted(set(found), key=lambda one: (one.first, -one.behind)):
        is_same = bool(kept) and kept[-1][:2] == one[:2]
        if one.behind > reached or is_same:
            kept.append(one)
            reached = max(reached, one.behind)
    return kept


def _outside(negators: Sequence[Match], phrases: Sequence[Match]) -> list[Match]:
    """Return the negators that stand in no phrase; phrases in order, none inside another."""
    firsts = [one.first for one in phrases]
    return [one for one in negators if not _covered(one, phrases, bisect_left(firsts, one.first + 1))]


def _covered(one: Match, phrases: Sequence[Match], number: int) -> bool:
    return number > 0 and phrases[number - 1].behind >= one.behind


def _clauses(comment: Sequence[Token], contrasts: Sequence[Match]) -> list[int]:
    """Return the number of the clause each token stands in."""
    turns = {one.first for one in contrasts}
    numbers, number = [], 0
    for at, token in enumerate(comment):
        number += token.word in _ENDS or at in turns
        numbers.append(number)
    return numbers


def denied(found: Sequence[Match], meant: Sequence[Match], known: Signals) -> frozenset[str]:
    """Return the causes that are denied and nowhere meant."""
    kinds = [(known.known[one.signal], one) for one in found]
    told = {signal.says for signal, _ in kinds if signal.kind in {"cause", "denied"}}
    return frozenset(told - {known.known[one.signal].says for one in meant})
