"""Cause: S2, a step of one's own, what was wrong with it, and why.

Source: appeals.plan_of_action.parts
"""

from __future__ import annotations

from collections.abc import Iterator

from calculator.review.depth import (
    BARE,
    DEEP,
    depth_of,
    is_bare_of_work,
    is_neutral,
    is_only_outside,
    is_outside,
)
from calculator.review.look import Look, span_of
from calculator.review.model import Finding, Severity
from calculator.review.sentences import Part, Sentence

Found = Iterator[Finding]


def causes_not_symptoms(look: Look) -> Found:
    """S2: a step of one's own, what was wrong with it, and why or which check was missing."""
    items = look.parts[Part.CAUSE]
    judged = [(item, depth_of(look, item)) for item in _causes(items)]
    good = sum(depth == DEEP for _, depth in judged)
    if not good and _is_one_chain(look, items):
        return
    for item, depth in judged:
        if depth == DEEP or (good and (is_neutral(look, item) or _says_what(look, item, judged[0][0]))):
            continue
        says_less = depth == BARE and not (look.letter.has_parts and is_only_outside(look, item))
        is_bare = not says_less and is_bare_of_work(look, item)
        severity = Severity.MINOR if good else Severity.BLOCKER if is_bare else Severity.MAJOR
        yield look.finding("S2", severity, *span_of(item), "why" if says_less else "symptom")


def _says_what(look: Look, item: list[Sentence], first: list[Sentence]) -> bool:
    """Return whether an item only says first what went wrong, before the causes that follow."""
    return item is first and not is_outside(look, *span_of(item))


def _causes(items: list[list[Sentence]]) -> list[list[Sentence]]:
    """Return the items that tell a cause; running text under one heading is one cause."""
    if any(item[0].is_bullet for item in items):
        return [item for item in items if item[0].is_bullet]
    return [[one for item in items for one in item]] if items else []


def _is_one_chain(look: Look, items: list[list[Sentence]]) -> bool:
    """Return whether the items tell one cause together, step by step, and lay it on nobody else."""
    whole = [one for item in items for one in item]
    return len(items) > 1 and depth_of(look, whole) == DEEP and not is_only_outside(look, whole)
