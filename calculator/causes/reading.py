"""Reading: the causes of one comment."""

from __future__ import annotations

from collections.abc import Sequence

from calculator.causes.denial import standing
from calculator.causes.language import read
from calculator.causes.model import Cause, Causes, Evidence
from calculator.causes.patterns import Match
from calculator.causes.rules import Found, ranked
from calculator.causes.signals import Signals, signals

_MOST_SECONDARY = 2
_FLAGGED = {"empty_box": Cause.NOT_RECEIVED, "partly": Cause.MISSING, "rest_came": Cause.LATE}
"""Flags that are themselves words for a cause."""


def causes_of(comment: str) -> Causes:
    """Return the causes a comment shows, with the words that showed them.

    Worse mistake: naming a cause the buyer denied - what is in doubt is other or unclear.
    """
    lang, words, matches = read(comment)
    known = signals(lang)
    meant = standing(matches, words, known)
    order = ranked(_weighed(meant, known))
    main = order[0] if order else Cause.OTHER
    others = tuple(cause for cause in order[1:] if cause is not Cause.OTHER)[:_MOST_SECONDARY]
    shown = []
    for one in meant:
        signal = known.known[one.signal]
        says = _FLAGGED.get(signal.says, signal.says)
        if says in {main, *others}:
            start, end = words[one.first].start, words[one.behind - 1].end
            text = comment[start:end]
            shown.append(Evidence(start=start, end=end, text=text, cause=Cause(says), signal=signal.id))
    return Causes(primary=main, secondary=others, evidence=tuple(shown))


def _weighed(meant: Sequence[Match], known: Signals) -> Found:
    """Return the weight of each cause: every signal in full once, once more with one point."""
    weight: dict[Cause, int] = {}
    first: dict[Cause, int] = {}
    flags, counted = set(), set()
    for one in meant:
        signal = known.known[one.signal]
        if signal.kind == "flags":
            flags.add(signal.says)
            continue
        cause = Cause(signal.says)
        again = signal.id in counted and signal.weight > 1
        weight[cause] = weight.get(cause, 0) + (1 if again else signal.weight)
        first.setdefault(cause, one.first)
        counted.add(signal.id)
    return Found(weight=weight, first=first, flags=frozenset(flags))
