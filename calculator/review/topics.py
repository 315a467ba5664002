"""Topics: which issues the parts of a letter speak of, and whether each is answered."""

from __future__ import annotations

import re

from calculator.defects import DefectType
from calculator.review.look import Look, span_of
from calculator.review.sentences import Part
from calculator.review.totals import totals_in

_LABEL = re.compile(r"[^:：\n]{2,40}[:：]")
"""What an item of a list is about, told before it."""
TYPES = frozenset(one.value for one in DefectType)
"""What a notice can name beside causes."""
_ORDER_ID = re.compile(r"(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)")


def answers(look: Look, issue: str, part: Part) -> bool:
    """Return whether a part has an item about an issue, or about one that shares its cause.

    The only issue of a notice needs no word of its own: what the letter tells is about it.
    """
    if look.asked.issues == (issue,):
        return bool(look.parts[part])
    if issue in TYPES:
        return accounts_for(look, DefectType(issue))
    return bool(_linked(look, issue) & {*issues_in(look, part), *issues_in(look, part, "issue_step")})


def accounts_for(look: Look, type_: DefectType) -> bool:
    """Return whether a letter names a type of defect, or answers for every order that has one.

    A claim and a feedback are answered by treating what they complain of; a chargeback is not.
    """
    if any(mark.row == type_ for mark in look.marks.said("defect_type")):
        return True
    if type_ is not DefectType.CHARGEBACK and issues_in(look, Part.CAUSE):
        return True
    ids = {found[0] for found in _ORDER_ID.finditer(look.text)}
    treated = {len(ids), *(number for _, _, number, is_told in totals_in(look.text) if is_told)}
    return any(0 < part <= max(treated) for _, _, part, _ in look.counts)


def claimed_by_others(look: Look, issue: str, part: Part) -> bool:
    """Return whether every sentence of a part is about other issues of the notice."""
    others = {*look.asked.issues} - {issue}
    told = [one for item in look.parts[part] for one in item if not one.is_heading]
    return bool(told) and all(others & _rows(look, one.start, one.end) for one in told)


def tells_each(look: Look) -> bool:
    """Return whether the causes stand apart by a label of their own, as many as the notice has issues."""
    told = [one for item in look.parts[Part.CAUSE] for one in item]
    labelled = {look.text.rfind("\n", 0, one.start) for one in told if _LABEL.match(one.own)}
    return len(labelled) >= len(look.asked.issues) > 1


def _rows(look: Look, start: int, end: int) -> set[str]:
    return {one.row for group in ("issue", "issue_step") for one in look.marks.of(group, start, end)}


def _linked(look: Look, issue: str) -> set[str]:
    """Return an issue and those told in the same item of the cause."""
    found = {issue}
    for item in look.parts[Part.CAUSE]:
        told = {one.row for one in look.marks.of("issue", *span_of(item))}
        if issue in told and len(look.parts[Part.CAUSE]) > 1:
            found |= told
    return found


def issues_in(look: Look, part: Part, group: str = "issue") -> tuple[str, ...]:
    """Return the issues a part speaks of, in order; `issue_step` are those its steps stand for."""
    return tuple(
        dict.fromkeys(one.row for item in look.parts[part] for one in look.marks.of(group, *span_of(item)))
    )


def place_of(look: Look, issue: str, part: Part) -> tuple[int, int]:
    """Return where a part first speaks of an issue."""
    for item in look.parts[part]:
        for one in look.marks.of("issue", *span_of(item)):
            if one.row == issue:
                return one.start, one.end
    return look.start_of(part)
