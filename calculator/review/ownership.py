"""Ownership: whether what the shop itself decided, or did not check, stands beside a reproach."""

from __future__ import annotations

import re

from calculator.review.look import Look
from calculator.review.marks import Mark
from calculator.review.sentences import Sentence

OWN_SUBJECT = re.compile(
    r"\b(?:we|our|i|my|nobody|no one|wir|uns|unser\w*|ich|niemand)\b|我们|我們|我"
    r"|本店|主管|店长|店長|店主|老板|老闆|主任|经理|經理|没有人|沒有人|没人|沒人|无人|無人|当店|弊社|当社|責任者|誰も|\b(?:owner|manager|inhaber\w*|\w*leiter(?:in)?)\b",
    re.IGNORECASE,
)
"""Who of the shop, or nobody of it, did what a sentence tells."""
SUBJECT_REACH = 160
"""Characters before a verb in which its subject is looked for."""
SUBJECT_PARTICLES = ("が", "は", "も")
POSSESSIVE = ("'", "’", "的", "の")
NEAR_SENTENCES = 12


def owns_near(look: Look, place: int) -> bool:
    """Return whether an own decision or missing check stands in the item, or one sentence away.

    What was changed afterwards is a remedy, not the decision that failed.
    """
    at = look.at(place)
    if at is None:
        return False
    return any(
        has_own(look, "lack", one) or (has_own(look, "decision", one) and not _is_remedy(look, one, place))
        for one in _around(look, at)
    )


def has_own(look: Look, group: str, one: Sentence) -> bool:
    """Return whether a sentence tells a missing check or a decision, and whose it was is the shop."""
    if look.marks.has("amazon", one.start, one.end) or look.marks.has("threat", one.start, one.end):
        return False
    return any(not _is_theirs(look, mark, one) for mark in look.marks.of(group, one.start, one.end))


def _is_theirs(look: Look, mark: Mark, one: Sentence) -> bool:
    """Return whether somebody else is the subject of what was decided, or not done."""
    span = max(one.start, mark.start - SUBJECT_REACH), mark.start + 1
    third = sorted((*look.marks.of("third", *span), *_buyers(look, *span)))
    if not third or mark.row == "none":
        return False
    if look.letter.lang == "ja" and look.text[third[-1].end : third[-1].end + 1] not in SUBJECT_PARTICLES:
        return False
    return mark.start < third[-1].end or not OWN_SUBJECT.search(look.text, third[-1].end, mark.end)


def _buyers(look: Look, start: int, end: int) -> list[Mark]:
    """Return the buyers named in a span, not what is theirs: `the buyer's parcel`."""
    named = look.marks.of("to_buyers", start, end)
    return [one for one in named if look.text[one.end : one.end + 1] not in POSSESSIVE]


def _is_remedy(look: Look, one: Sentence, place: int) -> bool:
    return one.start > place and look.marks.has("done", one.start, one.end)


def _around(look: Look, at: int) -> list[Sentence]:
    """Return the sentences of an item, and the ones before and behind within its part."""
    here = look.running[at]
    window = look.running[max(0, at - NEAR_SENTENCES) : at + NEAR_SENTENCES]
    beside = look.running[max(0, at - 1) : at + 2]
    return [one for one in window if one.item == here.item or (one in beside and one.part is here.part)]
