"""Plan: S1, S3 and S9 to S11, the parts of a plan of action and what holds them together.

Source: appeals.plan_of_action.parts
"""

from __future__ import annotations

from collections.abc import Iterator

from calculator.defects import DefectType
from calculator.review.figures import counts_defects, is_target
from calculator.review.look import Look, span_of
from calculator.review.model import Finding, Severity
from calculator.review.rules.actions import future_actions
from calculator.review.rules.prevention import FEW_ITEMS, is_systemic
from calculator.review.sentences import Part, Sentence
from calculator.review.threads import is_tied
from calculator.review.topics import TYPES, answers, claimed_by_others, issues_in, place_of, tells_each
from calculator.review.whole import holds, is_box, is_hinted

Found = Iterator[Finding]
_THREE = (Part.CAUSE, Part.ACTIONS, Part.PREVENTION)
_DEEDS = (Part.ACTIONS, Part.PREVENTION)


def three_parts(look: Look) -> Found:
    """S1: root cause, actions taken, prevention, each with something in it."""
    if is_box(look):
        return
    for part in _THREE:
        if holds(look, part):
            continue
        if part is Part.ACTIONS and future_actions(look):
            continue
        severity = Severity.MAJOR if is_hinted(look, part) else Severity.BLOCKER
        yield look.finding("S1", severity, *look.end, f"missing_{part}")


def issues_answered(look: Look) -> Found:
    """S3: each issue of the notice has its cause, its action, its prevention."""
    told_each = tells_each(look)
    for issue in look.asked.issues:
        if issue in TYPES:
            yield from _type_accounted_for(look, DefectType(issue))
            continue
        lacking = [part for part in _THREE if look.parts[part] and not _is_answered(look, issue, part)]
        is_silent = len(lacking) == len(_THREE)
        is_only_told = lacking == [*_DEEDS] and len(issues_in(look, Part.CAUSE)) > 1
        if is_silent or is_only_told or any(claimed_by_others(look, issue, part) for part in lacking):
            severity = Severity.BLOCKER if is_only_told or (is_silent and not told_each) else Severity.MAJOR
            yield look.finding("S3", severity, *look.start_of(lacking[0]), f"lacks_{lacking[0]}", issue=issue)


def _is_answered(look: Look, issue: str, part: Part) -> bool:
    """Return whether a part speaks of an issue, or takes up what only its cause tells."""
    return answers(look, issue, part) or (part is not Part.CAUSE and is_tied(look, issue, part))


def _type_accounted_for(look: Look, type_: DefectType) -> Found:
    """Yield a type of defect that the letter neither names nor answers with all its orders."""
    if any(look.parts[part] for part in _THREE) and not answers(look, type_, Part.CAUSE):
        severity = Severity.BLOCKER if type_ is DefectType.CHARGEBACK else Severity.MAJOR
        yield look.finding("S3", severity, *look.start_of(Part.CAUSE), "lacks_type", issue=type_.value)


def dated(look: Look) -> Found:
    """S9: every action has its day; prevention has a start."""
    actions, prevention = look.parts[Part.ACTIONS], look.parts[Part.PREVENTION]
    if not actions:
        return
    days = sum(look.dated(item) for item in actions)
    first = next((item for item in actions if not look.dated(item)), actions[0])
    if days * 2 < len(actions):
        yield look.finding("S9", Severity.MINOR if days else Severity.MAJOR, *span_of(first), "undated")
    elif not any(look.dated(item) for item in prevention) and _is_told_apart(look, prevention):
        yield look.finding("S9", Severity.INFO, *span_of(prevention[0]), "no_start")


def _is_told_apart(look: Look, prevention: list[list[Sentence]]) -> bool:
    """Return whether headings set a prevention apart that changes a step."""
    return look.letter.has_parts and any(is_systemic(look, item) for item in prevention)


def one_line(look: Look) -> Found:
    """S10: each cause the letter tells has an action and a prevention, each measure a cause."""
    told = issues_in(look, Part.CAUSE)
    for issue in told:
        for part in (Part.ACTIONS, Part.PREVENTION):
            if not look.parts[part] or len(told) < FEW_ITEMS or answers(look, issue, part):
                continue
            if not is_tied(look, issue, part):
                yield look.finding(
                    "S10", Severity.MAJOR, *place_of(look, issue, Part.CAUSE), f"orphan_{part}", issue=issue
                )
    yield from _measures_without_cause(look)


def _measures_without_cause(look: Look) -> Found:
    """Yield a measure against something no notice about a rate asks of, such as brand papers."""
    if not look.marks.has("rate") or not look.parts[Part.CAUSE]:
        return
    for item in look.measures():
        for mark in look.marks.said("other_notice", *span_of(item)):
            yield look.finding("S10", Severity.MINOR, mark.start, mark.end, "measure")


def own_figures(look: Look) -> Found:
    """S11: the account's own rate and counts."""
    kinds = {kind for kind, start, end in look.figures if not is_target(look, start, end)}
    if counts_defects(look):
        kinds.add("count")
    if kinds == {"rate", "count"} or not look.is_about_rate or is_box(look):
        return
    severity = Severity.MINOR if kinds else Severity.MAJOR
    yield look.finding("S11", severity, 0, 0, f"only_{kinds.pop()}" if kinds else "none")
