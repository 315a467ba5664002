"""Meant: which of the phrases found are said, and which are thanked for, settled, wished or denied.

"Thank you for the documents" asks for none, "your root cause is clear" reopens nothing, and offers that
"will be reinstated if" are not back.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from calculator.rounds.model import Kind
from calculator.rounds.phrases import Sign
from calculator.rounds.spans import Spans

ASKS = (Kind.NO_VALID_PLAN, Kind.GREATER_DETAIL, Kind.DOCUMENTS_WANTED)
"""Kinds of reply that ask for something, the most pressing first."""


def meant_in(found: Sequence[Sign], spans: Spans) -> list[Sign]:
    """Return the signs that are meant: none inside words of thanks, no cell or cause said to be settled."""
    settled = [one for one in found if one.group == "settled"]
    asking = [one.start for one in found if one.group == "kind" and one.row in ASKS]
    thanks = {place for one in settled for place in range(one.start, one.end)}
    clauses: dict[int, list[int]] = {}
    for one in settled:
        clauses.setdefault(spans.clause(one.start), []).append(one.start)
    doubtful = _doubtful(found, spans)
    return [
        one
        for one in found
        if one not in doubtful
        and (
            one.group == "context"
            or (one.group == "kind" and (one.row not in ASKS or one.start not in thanks))
            or (
                one.group in ("cell", "issue")
                and not _is_settled(one.start, clauses.get(spans.clause(one.start), ()), asking)
            )
        )
    ]


def _doubtful(found: Sequence[Sign], spans: Spans) -> frozenset[Sign]:
    """Return the good news behind a condition in its sentence, or beside a negation in its piece."""
    negated = {spans.piece(one.start) for one in found if one.row == "negation"}
    first: dict[int, int] = {}
    for one in found:
        if one.row == "condition":
            first.setdefault(spans.sentence(one.start), one.start)
    return frozenset(
        one
        for one in found
        if one.row == Kind.ACCEPTED
        and (spans.piece(one.start) in negated or first.get(spans.sentence(one.start), one.start) < one.start)
    )


def _is_settled(place: int, settled: Sequence[int], asking: Sequence[int]) -> bool:
    """Return whether words of the same clause settle what stands here, with nothing asked in between."""
    at = bisect_left(settled, place)
    return any(
        bisect_left(asking, min(one, place)) == bisect_left(asking, max(one, place))
        for one in settled[max(0, at - 1) : at + 1]
    )
