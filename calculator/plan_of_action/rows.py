"""Rows: each cause with its failed step, what was done, what prevents it, and the papers that show it.

A cause that no undisputed defect shows is no row. Where a decision is disputed and appealed, a row of
another cause, or that of the unanswered claim, may stand beside it: it owns something else, and
nothing of what is disputed.

Worse mistake: admitting what the seller disputes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calculator.case.appeal import Appeal, CauseRow
from calculator.case.appeal_place import joined
from calculator.plan_of_action.affected import Affected
from calculator.plan_of_action.answers import answered, day_of, one_line
from calculator.plan_of_action.line import Line, Standing, answers_of, line
from calculator.plan_of_action.measures import action, frame_of, rule
from calculator.plan_of_action.model import Section, Writing
from calculator.plan_of_action.row import NEEDED_FACTS, Belongs, Row
from calculator.plan_of_action.walk import Found, Walk, walked
from calculator.root_causes import CAUSES

__all__ = ["NEEDED_FACTS", "Belongs", "Row", "is_appealed_by", "rows"]

_UNANSWERED = ("not_received/claim_not_answered_in_time",)
_SINCE = "since"


def rows(appeal: Appeal, defects: Sequence[Affected], writing: Writing) -> tuple[Row, ...]:
    """Return the rows of the plan: those of the case, then causes of defects that have none yet."""
    held = _with_new(appeal, defects)
    return tuple(_row(one, defects, writing) for one in held if _is_begun(one, defects))


def _with_new(appeal: Appeal, defects: Sequence[Affected]) -> Iterator[CauseRow]:
    yield from appeal.causes
    held = {one.cause for one in appeal.causes}
    taken = {one.id for one in appeal.causes}
    number = 0
    for cause in CAUSES:
        if cause in held or not any(one.cause == cause and not one.mark.is_disputed for one in defects):
            continue
        number += 1
        while f"c{number}" in taken:
            number += 1
        yield CauseRow(id=f"c{number}", cause=cause)


def _is_begun(row: CauseRow, defects: Sequence[Affected]) -> bool:
    """Return whether a row holds anything, or a defect asks for it."""
    holds = row.answers or row.actions or row.prevention or row.evidence or len(row.path) > 1
    return bool(holds) or any(one.cause == row.cause for one in defects)


def _row(held: CauseRow, defects: Sequence[Affected], writing: Writing) -> Row:
    walk = walked(held)
    own = tuple(one for one in defects if one.cause == held.cause and not one.mark.is_disputed)
    belongs = _belongs(held, walk, own, defects, writing)
    if walk.found is not Found.FAILURE or belongs is Belongs.TO_NOTHING:
        strays = tuple(joined("appeal", "causes", held.id, *place) for place in _measures(held))
        return Row(id=held.id, cause=held.cause, belongs=belongs, walk=walk, defects=own, strays=strays)
    place = joined("appeal", "causes", held.id)
    actions = [(one, frame_of(one, "action", walk.block)) for one in held.actions]
    rules = [(one, frame_of(one, "prevention", walk.block)) for one in held.prevention]
    return Row(
        id=held.id,
        cause=held.cause,
        belongs=belongs,
        walk=walk,
        defects=own,
        root_cause=tuple(_root_cause(held, walk, place, writing)),
        actions=tuple(action(one, frame, place, writing, held.id) for one, frame in actions if frame),
        prevention=tuple(rule(one, frame, place, writing, held.id) for one, frame in rules if frame),
        evidence=tuple(one for one in held.evidence if one_line(one.file + one.what + one.shows)),
        strays=(
            *(f"{place}.{joined('actions', one.id)}" for one, frame in actions if not frame),
            *(f"{place}.{joined('prevention', one.id)}" for one, frame in rules if not frame),
        ),
    )


def _belongs(
    held: CauseRow, walk: Walk, own: Sequence[Affected], defects: Sequence[Affected], writing: Writing
) -> Belongs:
    if own or held.cause not in CAUSES:
        return Belongs.TO_DEFECTS if own else Belongs.TO_NOTHING
    disputed = [one for one in defects if one.mark.is_disputed]
    is_appealed = any(is_appealed_by(one, writing) for one in disputed)
    is_another = held.cause not in {one.cause for one in disputed}
    if is_appealed and (is_another or walk.failure in _UNANSWERED):
        return Belongs.BESIDE_A_DISPUTE
    return Belongs.TO_NOTHING


def is_appealed_by(one: Affected, writing: Writing) -> bool:
    """Return whether the seller names the day, a past one, on which a disputed decision was appealed."""
    day = day_of(one.mark.appealed_on)
    if day is None or (one.order_date and day < one.order_date):
        return False
    return one.mark.is_disputed and not one.is_aside and day <= writing.as_of


def _measures(held: CauseRow) -> Iterator[tuple[str, str]]:
    yield from (("actions", one.id) for one in held.actions)
    yield from (("prevention", one.id) for one in held.prevention)


def _root_cause(held: CauseRow, walk: Walk, place: str, writing: Writing) -> Iterator[Line]:
    """Yield the frames of the failed step that the seller has not left out."""
    typed_since = held.typed.get(_SINCE, "")
    for frame in walk.block.of("root_cause") if walk.block else ():
        if frame.id in held.left_out:
            continue
        answers = answers_of(frame.slots, held.answers, held.readings, place, writing)
        if _SINCE in answers and not held.answers.get(_SINCE, "").strip() and typed_since.strip():
            slot = answers[_SINCE].slot
            answers[_SINCE] = answered(slot, typed_since, "", f"{place}.typed.{_SINCE}", writing)
        yield line(frame.id, place, Section.ROOT_CAUSE, Standing.RULE, frame, answers, writing, held.id)
