"""Reply: what Amazon's answer is, and which cells of the grid it asks about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from calculator.errors import RequestError
from calculator.rounds.deadline import deadline
from calculator.rounds.model import Asked, Cell, Kind, Reply, Words
from calculator.rounds.phrases import Sign, signs
from calculator.rounds.spans import Spans, own_words

LONGEST = 100_000
_ASKS = (Kind.NO_VALID_PLAN, Kind.GREATER_DETAIL, Kind.DOCUMENTS_WANTED)
_WEAK = "weak_refusal"


@lru_cache(maxsize=16)
def read(text: str, replied_on: date | None = None) -> Reply:
    """Return what a pasted reply says.

    Args:
        text: the mail as copied, in English or Chinese; what is quoted in it is not read.
        replied_on: the day it came, to count a time that is written in days.

    Raises:
        RequestError: the text is longer than any reply.

    Worse mistake: good news that is none - a reply that asks for anything is never "accepted".
    """
    if len(text) > LONGEST:
        raise RequestError("paste_too_long", limit=LONGEST)
    text = own_words(text)
    spans = Spans(text)
    found = signs(text)
    meant = _meant(found, spans)
    asked = _asked(meant, spans, text)
    kind = _kind(meant)
    if kind is Kind.UNKNOWN and any(one.group == "context" for one in meant):
        kind = _implied(asked)
    return Reply(
        kind=kind,
        signs=tuple(_sign(one, text) for one in meant if one.group == "kind"),
        asked=() if kind is Kind.ACCEPTED else asked,
        causes=tuple(dict.fromkeys(one.row for one in meant if one.group == "issue")),
        deadline=deadline(text, spans, found, replied_on),
    )


def _meant(found: Sequence[Sign], spans: Spans) -> list[Sign]:
    """Return the signs that are meant: none inside words of thanks, no cell or cause said to be settled."""
    settled = [one for one in found if one.group == "settled"]
    asking = [one.start for one in found if one.group == "kind" and one.row in _ASKS]
    thanks = {place for one in settled for place in range(one.start, one.end)}
    clauses: dict[int, list[int]] = {}
    for one in settled:
        clauses.setdefault(spans.clause(one.start), []).append(one.start)
    return [
        one
        for one in found
        if one.group == "context"
        or (one.group == "kind" and (one.row not in _ASKS or one.start not in thanks))
        or (
            one.group in ("cell", "issue")
            and not _is_settled(one.start, clauses.get(spans.clause(one.start), ()), asking)
        )
    ]


def _is_settled(place: int, settled: Sequence[int], asking: Sequence[int]) -> bool:
    """Return whether words of the same clause settle what stands here, with nothing asked in between."""
    at = bisect_left(settled, place)
    return any(
        bisect_left(asking, min(one, place)) == bisect_left(asking, max(one, place))
        for one in settled[max(0, at - 1) : at + 1]
    )


def _kind(meant: Sequence[Sign]) -> Kind:
    said = {one.row for one in meant if one.group == "kind"}
    asks = [kind for kind in _ASKS if kind in said]
    if Kind.REFUSED_FINALLY in said or (_WEAK in said and not asks):
        return Kind.REFUSED_FINALLY
    if asks:
        return asks[0]
    return Kind.ACCEPTED if Kind.ACCEPTED in said else Kind.UNKNOWN


def _implied(asked: Sequence[Asked]) -> Kind:
    """Return what a reply is that speaks of an earlier letter and only names cells."""
    cells = {one.cell for one in asked}
    if not cells:
        return Kind.UNKNOWN
    return Kind.DOCUMENTS_WANTED if cells == {Cell.EVIDENCE} else Kind.GREATER_DETAIL


def _asked(meant: Sequence[Sign], spans: Spans, text: str) -> tuple[Asked, ...]:
    prevented = {spans.piece(one.start) for one in meant if one.row == Cell.PREVENTION}
    issues: dict[int, list[str]] = {}
    for one in meant:
        if one.group == "issue":
            issues.setdefault(spans.sentence(one.start), []).append(one.row)
    asked = []
    for cell in Cell:
        mine = [one for one in meant if one.group == "cell" and one.row == cell]
        if cell is Cell.ACTIONS_TAKEN:
            mine = [one for one in mine if spans.piece(one.start) not in prevented]
        if mine:
            named = [issues.get(spans.sentence(one.start), []) for one in mine]
            causes = tuple(dict.fromkeys(cause for row in named for cause in row)) if all(named) else ()
            asked.append(Asked(cell=cell, causes=causes, words=tuple(_words(one, text) for one in mine)))
    return tuple(asked)


def _sign(one: Sign, text: str) -> tuple[Kind, Words]:
    kind = Kind.REFUSED_FINALLY if one.row == _WEAK else Kind(one.row)
    return kind, _words(one, text)


def _words(one: Sign, text: str) -> Words:
    return Words(start=one.start, end=one.end, text=text[one.start : one.end])
