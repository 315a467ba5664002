"""Changes: what differs between the letter that was sent and the one now, so that it can be explained.

The figure of a round stays as it was sent. Whoever reads two letters with two figures asks which is
true; so each difference is named with both sides, and with what to add.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from calculator.case.appeal import Round
from calculator.case.figures import Figure, figures
from calculator.case.model import Case
from calculator.rounds.compare import is_body
from calculator.rounds.likeness import Earlier, sentences, words

_SHARE_OF_SAME = 3, 5
_FEWEST = 4
_MOST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference: `figure`, `changed`, `new` or `gone`; what stood, and what stands."""

    kind: str
    part: str
    before: str | Figure | None
    after: str | Figure | None


def changed(previous: Round, case: Case, letter: Mapping[str, Any]) -> tuple[Change, ...]:
    """Return the differences between a round and the letter now, the figure first.

    Args:
        previous: the round as it was kept; its figure is never read anew.
        case: the case now.
        letter: `odr-letter/1`.
    """
    return (*_figure(previous, case), *_sentences(previous.text, letter))


def _figure(previous: Round, case: Case) -> Iterator[Change]:
    before, after = next(iter(figures(Case(notice=previous.figure))), None), next(iter(figures(case)), None)
    if before is None or after is None:
        return
    if (before.orders, before.orders_with_defects) != (after.orders, after.orders_with_defects):
        yield Change(kind="figure", part="", before=before, after=after)


def _sentences(previous: str, letter: Mapping[str, Any]) -> Iterator[Change]:
    """Yield changed, new and gone sentences; of two alike but for a number the later is the changed one.

    The title, the opening and the list of orders change with every letter and are passed over.
    """
    now = letter.get("sentences") or [{"text": one} for one in sentences(str(letter.get("text", "")))]
    earlier, later = Earlier(previous), Earlier("\n".join(one["text"] for one in now))
    said = (one for one in sentences(previous) if len(words(one)) >= _FEWEST)
    open_ = [one for one in said if later.novelty(one).is_new][:_MOST]
    for one in now:
        text = one["text"]
        if not earlier.novelty(text).is_new:
            continue
        alike = _alike(text, open_)
        if alike is not None:
            open_.remove(alike)
        if is_body(one):
            kind, part = "changed" if alike else "new", str(one.get("part") or "")
            yield Change(kind=kind, part=part, before=alike, after=text)
    for text in open_:
        yield Change(kind="gone", part="", before=text, after=None)


def _alike(text: str, others: Sequence[str]) -> str | None:
    """Return the sentence that says the same of other numbers, or nearly the same; None where none does."""
    mine = set(words(text))
    part, whole = _SHARE_OF_SAME
    best, most = None, 0
    for one in others:
        theirs = set(words(one))
        both = len(mine & theirs)
        is_same = both >= _FEWEST and both * whole >= len(mine | theirs) * part
        if is_same and both > most:
            best, most = one, both
    return best


def window_of(before: Figure, after: Figure) -> str:
    """Return whether two figures are for the `same` days, `other` days, or nobody knows: `unknown`."""
    if before.days is None or after.days is None:
        return "unknown"
    return "same" if before.days == after.days else "other"
