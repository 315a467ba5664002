"""Actions: S4 and S5, what was done, and what became of the buyers.

Source: appeals.plan_of_action.parts
"""

from __future__ import annotations

from collections.abc import Iterator

from calculator.review.look import Look, span_of
from calculator.review.model import Finding, Severity
from calculator.review.rules.prevention import FEW_ITEMS, is_systemic
from calculator.review.sentences import Part, Sentence
from calculator.review.whole import is_plea

Found = Iterator[Finding]


def done_not_planned(look: Look) -> Found:
    """S4: the actions are done, not decided, planned or wished."""
    items = look.parts[Part.ACTIONS]
    if not items:
        planned = [item for item in look.parts[Part.PREVENTION] if look.has("future", item)]
        if look.parts[Part.CAUSE] and future_actions(look):
            yield look.finding("S4", Severity.BLOCKER, *span_of(planned[0]), "planned")
        return
    told = [one for item in items for one in item if _is_done(look, one) or _is_planned(look, one)]
    planned_ones = [one for one in told if _is_planned(look, one)]
    if len(planned_ones) * 10 > len(told) * 3:
        for one in planned_ones:
            yield look.finding("S4", Severity.BLOCKER, one.start, one.end, "planned")
        return
    for item in items:
        if all(not _is_done(look, one) for one in item) and any(_is_planned(look, one) for one in item):
            yield look.finding("S4", Severity.BLOCKER, *span_of(item), "planned")


def _is_done(look: Look, one: Sentence) -> bool:
    return look.marks.has("done", one.start, one.end)


def _is_planned(look: Look, one: Sentence) -> bool:
    refunds = [mark for mark in look.marks.of("refund", one.start, one.end) if mark.row == "conditional"]
    announced = look.marks.said("future", one.start, one.end)
    is_refund = bool(refunds) and all(mark.end > refunds[0].start for mark in announced)
    is_announced = bool(announced) or look.is_wish(one)
    return is_announced and not _is_done(look, one) and not is_refund


def future_actions(look: Look) -> bool:
    """Return whether measures are listed that are all still to come; one promise is no list."""
    planned = [item for item in look.parts[Part.PREVENTION] if look.has("future", item)]
    listed = [item for item in planned if not is_plea(look, item)]
    return len(listed) >= FEW_ITEMS or any(is_systemic(look, item) for item in listed)


def buyers_made_whole(look: Look) -> Found:
    """S5: what became of the buyers concerned, order by order, and by whom."""
    if not look.parts[Part.ACTIONS] or not look.concerns_buyers:
        return
    if any(_is_told(look, one) for one in look.letter.sentences):
        return
    yield look.finding("S5", Severity.MAJOR, *look.start_of(Part.ACTIONS), "silent")


def _is_told(look: Look, one: Sentence) -> bool:
    """Return whether a sentence says that buyers got their money, goods or an answer, not that they would."""
    if look.part_at(one.start) in (Part.CAUSE, Part.PREVENTION):
        return False
    said = look.marks.said("refund", one.start, one.end)
    is_wish = any(mark.row == "conditional" for mark in look.marks.of("refund", one.start, one.end))
    return bool(said) and not (is_wish or look.marks.has("future", one.start, one.end))
