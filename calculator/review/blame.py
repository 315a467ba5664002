"""Blame: whether a sentence lays the fault on others, and whether a step of the shop stands beside it.

A carrier that lost a parcel is blamed; a service without tracking that the shop had chosen is a cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculator.review.look import Look
from calculator.review.marks import Mark
from calculator.review.ownership import SUBJECT_REACH, owns_near
from calculator.review.sentences import Part, Sentence

LEADS_REACH = 24
"""Characters between `because of` and whom it names."""
_CLAUSE = re.compile(r"[,，、;；:：。]")
_STOP = re.compile(r"[;；]")
_WE = re.compile(
    r"\b(?:we|i|wir|ich)\b|我们|我們|我|本店|我司|(?:当店|弊社|当社|私)(?:は|が|では)", re.IGNORECASE
)
_BY_MEANS_OF = re.compile(
    r"(?:\b(?:with|via|to|from|using|through|mit|per|über|an|von|zu)\s(?:the\s|a\s|our\s|der\s|dem\s)?|[用以经經给給向与與跟])$",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"\b(?:that|dass)\b|得知|发现|發現|ところ", re.IGNORECASE)


def blamed(look: Look) -> Iterator[tuple[Sentence, Mark]]:
    """Yield the sentences in which a third party is at fault and nothing of the shop's own is told."""
    for one in look.letter.sentences:
        told_in = (one.part, look.part_at(one.start))
        if one.is_heading or Part.PREVENTION in told_in or one.part is Part.EVIDENCE:
            continue
        if _is_at_fault(look, one) and not owns_near(look, one.start):
            yield one, look.marks.of("third", one.start, one.end)[0]


def _is_at_fault(look: Look, one: Sentence) -> bool:
    """Return whether a fault verb follows a third party, or a `because of` stands right before one."""
    faults = look.marks.said("third_fault", one.start, one.end)
    for fault in faults:
        reach = min(fault.end + LEADS_REACH + 1, one.end)
        if fault.row == "leads" and look.marks.has("third", fault.end, reach):
            return True
    who = next(
        (third for third in look.marks.of("third", one.start, one.end) if _acts(look, one, third)), None
    )
    if who is None:
        return False
    stop = _STOP.search(look.text, who.end, one.end)
    until = stop.start() if stop else one.end
    if any(who.start <= fault.start < until and fault.row not in ("leads", "dismissed") for fault in faults):
        return True
    return bool(look.marks.of("omission", who.end, until))


def _acts(look: Look, one: Sentence, third: Mark) -> bool:
    """Return whether a third party is the subject of its clause, not somebody the shop dealt with."""
    before = look.text[max(one.start, third.start - SUBJECT_REACH) : third.start]
    if _BY_MEANS_OF.search(before):
        return False
    clause = _CLAUSE.split(before)[-1]
    return _WE.search(clause) is None or _REPORTS.search(clause) is not None
