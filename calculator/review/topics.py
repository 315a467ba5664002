"""Topics: which issues the parts of a letter speak of, and whether each is answered."""

from __future__ import annotations

import re

from calculator.review.look import Look, span_of
from calculator.review.sentences import Part

_LABEL = re.compile(r"[^:：\n]{2,40}[:：]")
"""What an item of a list is about, told before it."""


def answers(look: Look, issue: str, part: Part) -> bool:
    """Return whether a part has an item about an issue, or about one that shares its cause.

    The only issue of a notice needs no word of its own: what the letter tells is about it.
    """
    if look.asked.issues == (issue,):
        return bool(look.parts[part])
    return bool(_linked(look, issue) & {*issues_in(look, part), *issues_in(look, part, "issue_step")})


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
