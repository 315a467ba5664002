"""Of a defect: its cause from the comment, else from the reason it carries, else from its outcome.

Reasons of claims and returns and kinds of chargebacks name causes by themselves; which names which is
data (`reasons.toml`). The buyer's own words come first, since a reason is picked from a short list.

Worse mistake: a cause nobody named. Where nothing names one it is empty and the seller is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from calculator import tables
from calculator.causes.model import Cause, Causes
from calculator.causes.reading import causes_of

_NOTHING = Causes(primary=Cause.OTHER, secondary=(), evidence=())


class KnownFrom(StrEnum):
    """What a cause is known from."""

    SELLER = "seller"
    WORDS = "words"
    REASON = "reason"
    OUTCOME = "outcome"
    NOTHING = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectCause:
    """The cause of a defect, None where nothing names one.

    Attributes:
        words: of the comment, or the reason, that named it; none for the seller's own word.
        comment: what the comment says, whatever names the cause.
    """

    cause: Cause | None
    known_from: KnownFrom
    words: tuple[str, ...]
    comment: Causes

    @property
    def secondary(self) -> tuple[Cause, ...]:
        """Return what else the comment complains of."""
        said = (self.comment.primary, *self.comment.secondary)
        return tuple(one for one in said if one not in {self.cause, Cause.OTHER})


def cause_of_defect(
    comment: str = "", *, reason: str = "", outcome: str = "", seller: str = "", lang: str | None = None
) -> DefectCause:
    """Return the cause of one defect.

    Args:
        comment: The buyer's words: of a feedback, a claim or a return.
        reason: The reason of a claim or return, or the kind of a chargeback, as the file words it.
        outcome: The outcome of the defect, by the policy's word.
        seller: The cause the seller chose; wins over all others.
        lang: The comment's language where it is known.

    >>> found = cause_of_defect("ok", reason="MISSED_ESTIMATED_DELIVERY")
    >>> str(found.cause), str(found.known_from)
    ('late_delivery', 'reason')
    """
    said = causes_of(comment, lang) if comment.strip() else _NOTHING
    words = tuple(dict.fromkeys(one.text for one in said.evidence if one.cause is said.primary))
    if seller in set(Cause):
        chosen = Cause(seller)
        own = words if chosen is said.primary else ()
        return DefectCause(cause=chosen, known_from=KnownFrom.SELLER, words=own, comment=said)
    if said.primary is not Cause.OTHER:
        return DefectCause(cause=said.primary, known_from=KnownFrom.WORDS, words=words, comment=said)
    named = cause_of_reason(reason)
    if named is not None:
        return DefectCause(cause=named, known_from=KnownFrom.REASON, words=(reason.strip(),), comment=said)
    ended = _reasons("outcome").get(_plain(outcome))
    known = KnownFrom.NOTHING if ended is None else KnownFrom.OUTCOME
    return DefectCause(cause=ended, known_from=known, words=(), comment=said)


def cause_of_reason(reason: str) -> Cause | None:
    """Return the cause a reason names by itself, None where it names none.

    >>> str(cause_of_reason("Credit not processed"))
    'refund_or_return_problem'
    """
    plain = _plain(reason)
    for kind in ("claim", "return", "chargeback"):
        found = _reasons(kind).get(plain)
        if found is not None:
            return found
    return None


@cache
def _reasons(kind: str) -> dict[str, Cause]:
    table = tables.read("calculator.causes", "reasons")[kind]
    return {_plain(word): Cause(cause) for cause, words in table.items() for word in words}


def _plain(reason: str) -> str:
    """Return a reason by its letters and digits alone, in small letters."""
    return "".join(one for one in reason.casefold() if one.isalnum())
