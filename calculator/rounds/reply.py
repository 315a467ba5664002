"""Reply: what Amazon's answer is, and which cells of the grid it asks about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from calculator.errors import RequestError
from calculator.rounds.deadline import deadline
from calculator.rounds.meant import ASKS, meant_in
from calculator.rounds.model import Asked, Cell, Kind, Reply, Words
from calculator.rounds.phrases import Sign, signs
from calculator.rounds.spans import Spans, own_words

LONGEST = 100_000
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
    meant = meant_in(found, spans)
    asked = _asked(meant, spans, text)
    kind = _kind(meant)
    if any(one.group == "context" for one in meant):
        kind = _beside_a_letter(kind, asked)
    return Reply(
        kind=kind,
        signs=tuple(_sign(one, text) for one in meant if one.group == "kind"),
        asked=() if kind is Kind.ACCEPTED else asked,
        causes=tuple(dict.fromkeys(one.row for one in meant if one.group == "issue")),
        deadline=deadline(text, spans, found, replied_on),
    )


def _kind(meant: Sequence[Sign]) -> Kind:
    said = {one.row for one in meant if one.group == "kind"}
    asks = [kind for kind in ASKS if kind in said]
    if Kind.REFUSED_FINALLY in said or (_WEAK in said and not asks):
        return Kind.REFUSED_FINALLY
    if asks:
        return asks[0]
    return Kind.ACCEPTED if Kind.ACCEPTED in said else Kind.UNKNOWN


def _beside_a_letter(kind: Kind, asked: Sequence[Asked]) -> Kind:
    """Return what a reply is that speaks of an earlier letter, where it names cells in no words of asking.

    Good news that does so may still want something: nobody can tell.
    """
    cells = {one.cell for one in asked}
    if kind is Kind.ACCEPTED and cells:
        return Kind.UNKNOWN
    if kind is not Kind.UNKNOWN or not cells:
        return kind
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
