"""Whole: whether a text is a whole letter, one box of a form, or a dispute sent instead of a plan.

Amazon's form has a box for each part; what stands in one is not asked for the others. A plea, a threat
or a dispute is a whole letter however short it is: what it lacks is the plan.

Worse mistake: three missing parts told to somebody who pasted the second of three boxes.
"""

from __future__ import annotations

from calculator.review.depth import DEEP, depth_of
from calculator.review.limits import limit
from calculator.review.look import Look, span_of
from calculator.review.sentences import Part, Sentence

PLEAS = ("emotion", "threat", "amazon", "flattery")
"""Groups of words that ask or press instead of telling what was done."""
_HOPES = (*PLEAS, "apology", "promise", "other_request")
_THREE = (Part.CAUSE, Part.ACTIONS, Part.PREVENTION)


def is_box(look: Look) -> bool:
    """Return whether a text is one box of the form: one part told, nothing of a letter around it."""
    told = [part for part in _THREE if holds(look, part)]
    is_told = look.letter.has_parts or bool(look.facts) or _is_deep(look)
    around = (*PLEAS, "greeting", "closing", "other_route")
    return (
        len(told) == 1
        and is_told
        and not any(
            look.marks.has("rate", one.start, one.end) for one in look.letter.sentences if one.part is None
        )
        and look.words < limit("letter.least")
        and not any(look.marks.has(group) for group in around)
    )


def is_letter(look: Look) -> bool:
    """Return whether a text has a greeting and all three parts, as a letter that is sent has."""
    return look.marks.has("greeting") and all(look.parts[part] for part in _THREE)


def holds(look: Look, part: Part) -> bool:
    """Return whether a part tells something; without headings a plea or a threat is no part of a plan."""
    if look.letter.has_parts:
        return bool(look.parts[part])
    is_short = look.words < limit("letter.least")
    return any(
        not is_plea(look, item) and not (is_short and _is_wish(look, item)) for item in look.parts[part]
    )


def argues(look: Look) -> bool:
    """Return whether a letter argues instead of giving a plan.

    What sentences of an argument seem to say for one part makes no plan of it: a plan has its deeds.
    """
    if look.asked.is_claim_appeal:
        return False
    return look.is_argument or not (look.letter.has_parts or _has_deed(look))


def _has_deed(look: Look) -> bool:
    return any(look.dated(item) or look.has("done", item) for item in look.parts[Part.ACTIONS])


def is_hinted(look: Look, part: Part) -> bool:
    """Return whether a sentence of a plan tells what a part would, though the part was not found."""
    if any(look.marks.has(group) for group in PLEAS):
        return False
    return any(_hints(look, one, part) for one in look.running if one.part is not Part.EVIDENCE)


def _hints(look: Look, one: Sentence, part: Part) -> bool:
    """Return whether a sentence has two signs of a part: what lacked and who chose, a deed and its day."""
    span = one.start, one.end
    has = look.marks.has
    if part is Part.CAUSE:
        is_own = look.marks.of("decision", *span) or look.marks.of("ownership", *span)
        return has("lack", *span) and bool(is_own)
    is_dated = bool(look.days_in(*span))
    if part is Part.ACTIONS:
        return is_dated and has("done", *span) and not has("lack", *span)
    return is_dated and has("mechanism", *span) and has("frequency", *span)


def is_plea(look: Look, item: list[Sentence]) -> bool:
    """Return whether an item hopes, presses or apologises, and names no step of the shop."""
    span = span_of(item)
    return any(look.marks.of(group, *span) for group in _HOPES) and not look.marks.has("mechanism", *span)


def _is_deep(look: Look) -> bool:
    whole = [one for item in look.parts[Part.CAUSE] for one in item]
    return bool(whole) and depth_of(look, whole) == DEEP


def _is_wish(look: Look, item: list[Sentence]) -> bool:
    """Return whether an item says no more than that care will be taken."""
    span = span_of(item)
    return look.marks.has("weak", *span) and not look.marks.has("mechanism", *span)


def disputes_rate(look: Look) -> bool:
    """Return whether what was told to be the appeal of a claim answers a notice about the rate."""
    if not look.asked.is_claim_appeal or all(look.parts[part] for part in _THREE):
        return False
    return any(
        kind == "rate" and look.marks.has("rate", *look.sentence_around(start))
        for kind, start, _ in look.figures
    )
