"""Structure and substance: S1 to S11, the rules that carry most of a review.

Source: appeals.plan_of_action.parts
"""

from __future__ import annotations

from collections.abc import Iterator

from calculator.defects import DefectType
from calculator.review.depth import (
    BARE,
    DEEP,
    depth_of,
    is_bare_of_work,
    is_neutral,
    is_only_outside,
    is_outside,
)
from calculator.review.look import Look
from calculator.review.model import Finding, Severity
from calculator.review.sentences import Part, Sentence
from calculator.review.threads import is_tied
from calculator.review.topics import TYPES, answers, claimed_by_others, issues_in, place_of, tells_each
from calculator.review.whole import holds, is_box, is_hinted, is_plea

BLOCKER, MAJOR, MINOR, INFO = Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO
Found = Iterator[Finding]
_THREE = (Part.CAUSE, Part.ACTIONS, Part.PREVENTION)
_DEEDS = (Part.ACTIONS, Part.PREVENTION)
FEW_ITEMS = 2
MANY_NUMBERS = 2
"""Numbers of a measure that has its rhythm too, which one weak word does not empty."""


def three_parts(look: Look) -> Found:
    """S1: root cause, actions taken, prevention, each with something in it."""
    if is_box(look):
        return
    for part in _THREE:
        if holds(look, part):
            continue
        if part is Part.ACTIONS and _future_actions(look):
            continue
        severity = MAJOR if is_hinted(look, part) else BLOCKER
        yield look.finding("S1", severity, *_end(look), f"missing_{part}")


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
        severity = MINOR if good else (BLOCKER if not says_less and is_bare_of_work(look, item) else MAJOR)
        yield look.finding("S2", severity, item[0].start, item[-1].end, "why" if says_less else "symptom")


def _says_what(look: Look, item: list[Sentence], first: list[Sentence]) -> bool:
    """Return whether an item only says first what went wrong, before the causes that follow."""
    return item is first and not is_outside(look, *_span(item))


def _causes(items: list[list[Sentence]]) -> list[list[Sentence]]:
    """Return the items that tell a cause; running text under one heading is one cause."""
    if any(item[0].is_bullet for item in items):
        return [item for item in items if item[0].is_bullet]
    return [[one for item in items for one in item]] if items else []


def _is_one_chain(look: Look, items: list[list[Sentence]]) -> bool:
    """Return whether the items tell one cause together, step by step, and lay it on nobody else."""
    whole = [one for item in items for one in item]
    return len(items) > 1 and depth_of(look, whole) == DEEP and not is_only_outside(look, whole)


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
            severity = BLOCKER if is_only_told or (is_silent and not told_each) else MAJOR
            yield look.finding(
                "S3", severity, *_of_part(look, lacking[0]), f"lacks_{lacking[0]}", issue=issue
            )


def _is_answered(look: Look, issue: str, part: Part) -> bool:
    """Return whether a part speaks of an issue, or takes up what only its cause tells."""
    return answers(look, issue, part) or (part is not Part.CAUSE and is_tied(look, issue, part))


def _type_accounted_for(look: Look, type_: DefectType) -> Found:
    """Yield a type of defect that the letter neither names nor answers with all its orders."""
    if any(look.parts[part] for part in _THREE) and not answers(look, type_, Part.CAUSE):
        severity = BLOCKER if type_ is DefectType.CHARGEBACK else MAJOR
        yield look.finding("S3", severity, *_of_part(look, Part.CAUSE), "lacks_type", issue=type_.value)


def done_not_planned(look: Look) -> Found:
    """S4: the actions are done, not decided, planned or wished."""
    items = look.parts[Part.ACTIONS]
    if not items:
        planned = [item for item in look.parts[Part.PREVENTION] if look.has("future", item)]
        if look.parts[Part.CAUSE] and _future_actions(look):
            yield look.finding("S4", BLOCKER, *_span(planned[0]), "planned")
        return
    told = [one for item in items for one in item if _is_done(look, one) or _is_planned(look, one)]
    planned_ones = [one for one in told if _is_planned(look, one)]
    if len(planned_ones) * 10 > len(told) * 3:
        for one in planned_ones:
            yield look.finding("S4", BLOCKER, one.start, one.end, "planned")
        return
    for item in items:
        if all(not _is_done(look, one) for one in item) and any(_is_planned(look, one) for one in item):
            yield look.finding("S4", BLOCKER, *_span(item), "planned")


def _is_done(look: Look, one: Sentence) -> bool:
    return look.marks.has("done", one.start, one.end)


def _is_planned(look: Look, one: Sentence) -> bool:
    refunds = [mark for mark in look.marks.of("refund", one.start, one.end) if mark.row == "conditional"]
    announced = look.marks.said("future", one.start, one.end)
    is_refund = bool(refunds) and all(mark.end > refunds[0].start for mark in announced)
    is_announced = bool(announced) or look.is_wish(one)
    return is_announced and not _is_done(look, one) and not is_refund


def _future_actions(look: Look) -> bool:
    """Return whether measures are listed that are all still to come; one promise is no list."""
    planned = [item for item in look.parts[Part.PREVENTION] if look.has("future", item)]
    listed = [item for item in planned if not is_plea(look, item)]
    return len(listed) >= FEW_ITEMS or any(_is_systemic(look, item) for item in listed)


def buyers_made_whole(look: Look) -> Found:
    """S5: what became of the buyers concerned, order by order, and by whom."""
    if not look.parts[Part.ACTIONS] or not look.concerns_buyers:
        return
    if any(_is_told(look, one) for one in look.letter.sentences):
        return
    yield look.finding("S5", MAJOR, *_of_part(look, Part.ACTIONS), "silent")


def _is_told(look: Look, one: Sentence) -> bool:
    """Return whether a sentence says that buyers got their money, goods or an answer, not that they would."""
    if look.part_at(one.start) in (Part.CAUSE, Part.PREVENTION):
        return False
    said = look.marks.said("refund", one.start, one.end)
    is_wish = any(mark.row == "conditional" for mark in look.marks.of("refund", one.start, one.end))
    return bool(said) and not (is_wish or look.marks.has("future", one.start, one.end))


def systemic(look: Look) -> Found:
    """S6: prevention changes a step; care, training and watching alone do not."""
    items = look.parts[Part.PREVENTION]
    weak = [item for item in items if not _is_systemic(look, item)]
    if items and len(weak) * 5 > len(items) * 3:
        empty = sum(_is_empty(look, item) for item in weak)
        severity = BLOCKER if empty * 2 > len(items) else MAJOR
        yield look.finding("S6", severity, weak[0][0].start, weak[0][-1].end, "weak")


def _is_empty(look: Look, item: list[Sentence]) -> bool:
    """Return whether a measure is told in words of care or of promise, or names no step and no number."""
    said = ("weak", "abstract", "promise", "stock_phrase", "future", "emotion")
    works = look.marks.of("process", *_span(item)) or look.numbers(item) or look.dated(item)
    return any(look.marks.of(group, *_span(item)) for group in said) or not works


def _is_systemic(look: Look, item: list[Sentence]) -> bool:
    """Return whether a measure changes a step, or says without a weak word how much or by when."""
    if look.numbers(item) >= MANY_NUMBERS and look.marks.of("frequency", *_span(item)):
        return True
    is_left_to_others = any(mark.row == "others" for mark in look.marks.of("weak", *_span(item)))
    if look.marks.of("mechanism", *_span(item)) and not is_left_to_others:
        return True
    if any(look.marks.of(group, *_span(item)) for group in ("weak", "abstract", "promise", "stock_phrase")):
        return False
    has_rhythm = look.marks.of("process", *_span(item)) and look.marks.of("frequency", *_span(item))
    return look.numbers(item) > 0 or bool(has_rhythm)


def measurable(look: Look) -> Found:
    """S7: at least half of the preventive measures can be counted or have a rhythm."""
    items = look.parts[Part.PREVENTION]
    counted = [item for item in items if _is_counted(look, item)]
    fails = not counted if len(items) <= FEW_ITEMS else len(counted) * 2 < len(items)
    if items and fails:
        first = next(item for item in items if not _is_counted(look, item))
        yield look.finding("S7", MAJOR, first[0].start, first[-1].end, "uncounted")


def _is_counted(look: Look, item: list[Sentence]) -> bool:
    return look.numbers(item) > 0 or look.has("frequency", item)


def owned(look: Look) -> Found:
    """S8: in a plan of three measures or more, somebody is named by role."""
    items = look.parts[Part.PREVENTION]
    told = sum(len(item) for item in items if not is_plea(look, item))
    speaks_alone = look.marks.has("voice_i") and not look.marks.has("voice_we")
    if max(len(items), told) > FEW_ITEMS and not (
        speaks_alone or any(look.has("role", item) for item in items)
    ):
        yield look.finding("S8", MINOR, items[0][0].start, items[0][-1].end, "nobody")


def dated(look: Look) -> Found:
    """S9: every action has its day; prevention has a start."""
    actions, prevention = look.parts[Part.ACTIONS], look.parts[Part.PREVENTION]
    if not actions:
        return
    days = sum(look.dated(item) for item in actions)
    first = next((item for item in actions if not look.dated(item)), actions[0])
    if days * 2 < len(actions):
        yield look.finding("S9", MINOR if days else MAJOR, first[0].start, first[-1].end, "undated")
    elif not any(look.dated(item) for item in prevention) and _is_told_apart(look, prevention):
        yield look.finding("S9", INFO, prevention[0][0].start, prevention[0][-1].end, "no_start")


def _is_told_apart(look: Look, prevention: list[list[Sentence]]) -> bool:
    """Return whether headings set a prevention apart that changes a step."""
    return look.letter.has_parts and any(_is_systemic(look, item) for item in prevention)


def one_line(look: Look) -> Found:
    """S10: each cause the letter tells has an action and a prevention, each measure a cause."""
    told = issues_in(look, Part.CAUSE)
    for issue in told:
        for part in (Part.ACTIONS, Part.PREVENTION):
            if not look.parts[part] or len(told) < FEW_ITEMS or answers(look, issue, part):
                continue
            if not is_tied(look, issue, part):
                yield look.finding(
                    "S10", MAJOR, *place_of(look, issue, Part.CAUSE), f"orphan_{part}", issue=issue
                )
    yield from _measures_without_cause(look)


def _measures_without_cause(look: Look) -> Found:
    """Yield a measure against something no notice about a rate asks of, such as brand papers."""
    if not look.marks.has("rate") or not look.parts[Part.CAUSE]:
        return
    for item in look.measures():
        for mark in look.marks.said("other_notice", *_span(item)):
            yield look.finding("S10", MINOR, mark.start, mark.end, "measure")


def own_figures(look: Look) -> Found:
    """S11: the account's own rate and counts."""
    kinds = {kind for kind, start, end in look.figures if not look.is_target(start, end)}
    if look.counts_defects:
        kinds.add("count")
    if kinds == {"rate", "count"} or not look.is_about_rate or is_box(look):
        return
    severity = MINOR if kinds else MAJOR
    yield look.finding("S11", severity, 0, 0, f"only_{kinds.pop()}" if kinds else "none")


def _span(item: list[Sentence]) -> tuple[int, int]:
    return item[0].start, item[-1].end


def _of_part(look: Look, part: Part) -> tuple[int, int]:
    items = look.parts[part]
    return (items[0][0].start, items[0][-1].end) if items else _end(look)


def _end(look: Look) -> tuple[int, int]:
    return len(look.text), len(look.text)
