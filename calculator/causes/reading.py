"""Reading: the causes of one comment.

The learned weights say how much speaks for each cause; the phrases of `signals/` say it outright,
deny it, and give the words to show.
"""

from __future__ import annotations

from collections.abc import Sequence

from calculator.causes.denial import denied, standing
from calculator.causes.dwelt import Weighed, weighed
from calculator.causes.evidence import evidence_of
from calculator.causes.language import Read, read
from calculator.causes.learned import CAUSES, weights
from calculator.causes.model import Cause, Causes, Evidence
from calculator.causes.patterns import Match
from calculator.causes.signals import WITHOUT_SPACES, Signals, signals
from calculator.causes.tokens import Token

_MOST_SECONDARY, _TENTHS_SECONDARY = 2, 6
NEVER_BESIDE = {
    Cause.NOT_RECEIVED: (Cause.LATE,),
    Cause.LATE: (Cause.NOT_RECEIVED, Cause.CANCELLED),
    Cause.CANCELLED: (Cause.LATE, Cause.NOT_RECEIVED),
}
"""A wait that ends without the parcel is no late delivery, and a late one did come."""
_FLAGGED = {"empty_box": Cause.NOT_RECEIVED, "partly": Cause.MISSING, "rest_came": Cause.LATE}
"""Flags that are themselves words for a cause."""


def causes_of(comment: str, lang: str | None = None) -> Causes:
    """Return the causes a comment shows, with the words that showed them.

    Args:
        comment: What the buyer wrote.
        lang: Its language where that is known; else it is found out.

    Worse mistake: a cause without a word of the buyer's for it; that is other or unclear.
    """
    found = read(comment, lang)
    known = signals(found.lang)
    matches = known.finder.found(found.comment)
    meant = standing(matches, found.comment, known)
    not_meant = denied(matches, meant, known)
    said = weighed(found)
    main = _main(said, not_meant)
    also = _also(main, said, not_meant) if main is not Cause.OTHER else ()
    shown = [
        one
        for cause in (main, *also)
        if cause is not Cause.OTHER
        for one in _shown(comment, found, cause, meant, known, said)
    ]
    told = {one.cause for one in shown}
    if main not in told:
        return Causes(primary=Cause.OTHER, secondary=(), evidence=())
    return Causes(primary=main, secondary=tuple(one for one in also if one in told), evidence=tuple(shown))


def _main(said: Weighed, not_meant: frozenset[str]) -> Cause:
    """Return the cause most speaks for; one only denied has to be as good as certain without the denial."""
    left = [at for at, cause in enumerate(CAUSES) if cause not in not_meant or said.score[at] > 0]
    return CAUSES[max(left, key=lambda at: said.score[at])]


def _also(main: Cause, said: Weighed, not_meant: frozenset[str]) -> tuple[Cause, ...]:
    """Return the causes that a clause of its own was given to, the loudest first."""
    least = weights().unit * _TENTHS_SECONDARY // 10
    never = {main, Cause.OTHER, *NEVER_BESIDE.get(main, ()), *not_meant}
    left = [at for at, cause in enumerate(CAUSES) if cause not in never and said.loudest[at] > least]
    return tuple(CAUSES[at] for at in sorted(left, key=lambda at: -said.loudest[at])[:_MOST_SECONDARY])


def _shown(
    comment: str, found: Read, cause: Cause, meant: Sequence[Match], known: Signals, said: Weighed
) -> list[Evidence]:
    """Return the phrases that say a cause outright, else the words that spoke most for it."""
    shown = [
        _phrase(comment, found.comment, one, cause)
        for one in meant
        if _FLAGGED.get(known.known[one.signal].says, known.known[one.signal].says) == cause
    ]
    return shown or evidence_of(comment, found.comment, said.told, cause, east=found.lang in WITHOUT_SPACES)


def _phrase(comment: str, words: Sequence[Token], one: Match, cause: Cause) -> Evidence:
    start, end = words[one.first].start, words[one.behind - 1].end
    return Evidence(start=start, end=end, text=comment[start:end], cause=cause, signal=one.signal)
