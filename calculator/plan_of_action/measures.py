"""Measures: what the seller says was done or is planned, as a line of the plan.

Past tense stands only for a deed with the seller's word that it is done, a day that has come, who
did it and what proves it. Without one of these the frame prints nothing but a question; a deed that is
planned is a dated commitment and stands with the prevention.

Worse mistake: a deed in the letter that nobody did.
"""

from __future__ import annotations

from calculator.case.appeal import Measure
from calculator.case.appeal_place import joined
from calculator.plan_of_action.answers import Answer
from calculator.plan_of_action.blocks import Block, Frame, own_block
from calculator.plan_of_action.line import Line, Standing, answers_of, line
from calculator.plan_of_action.model import Missing, Problem, Section, Source, Writing
from calculator.plan_of_action.sentences import asked

DONE, PLANNED = "done", "planned"
_ATTESTED = ("on", "who", "proof")
_OWN = "own"


def frame_of(measure: Measure, part: str, block: Block | None) -> Frame | None:
    """Return the frame a measure fills, None where its block has none of that part."""
    if measure.frame == _OWN:
        return own_block().frame(f"own_{part}")
    frame = block.frame(measure.frame) if block else None
    return frame if frame is not None and frame.part == part else None


def action(measure: Measure, frame: Frame, place: str, writing: Writing, row: str) -> Line:
    """Return the line of an action as far as the seller's word goes."""
    place = f"{place}.{joined('actions', measure.id)}"
    if measure.state == DONE:
        return _done(measure, frame, place, writing, row)
    if measure.state == PLANNED and frame.planned:
        return _planned(measure, frame, place, writing, row)
    if measure.state:
        return Line(id=measure.id, place=place, section=Section.ACTIONS_TAKEN, standing=Standing.OUT)
    missing = (Missing(field=f"{place}.state", kind="choice", question=frame.question),)
    return Line(
        id=measure.id, place=place, section=Section.ACTIONS_TAKEN, standing=Standing.OPEN, missing=missing
    )


def rule(measure: Measure, frame: Frame, place: str, writing: Writing, row: str) -> Line:
    """Return the line of a preventive measure."""
    place = f"{place}.{joined('prevention', measure.id)}"
    answers = answers_of(frame.slots, measure.answers, measure.readings, place, writing)
    return line(measure.id, place, Section.PREVENTION, Standing.RULE, frame, answers, writing, row)


def _done(measure: Measure, frame: Frame, place: str, writing: Writing, row: str) -> Line:
    answers = answers_of(frame.slots, measure.answers, measure.readings, place, writing)
    found = line(measure.id, place, Section.ACTIONS_TAKEN, Standing.DONE, frame, answers, writing, row)
    if all(name in answers and not answers[name].is_open for name in _ATTESTED):
        return found
    open_ = [one.field for one in answers.values() if one.is_open]
    return Line(
        id=measure.id,
        place=place,
        section=Section.ACTIONS_TAKEN,
        standing=Standing.OPEN,
        sentence=asked(frame.id, frame.question, open_ or [f"{place}.state"], writing, row),
        missing=found.missing,
        problems=found.problems,
        facts=found.facts,
    )


def _planned(measure: Measure, frame: Frame, place: str, writing: Writing, row: str) -> Line:
    answers = answers_of(frame.planned_slots, measure.answers, measure.readings, place, writing)
    by = answers.get("by")
    if by is not None and by.day is not None and by.day < max(writing.as_of, writing.letter_day or by.day):
        code = "by_has_passed" if by.day < writing.as_of else "by_before_letter"
        problem = Problem(field=by.field, code=code, values={"day": by.day.isoformat()})
        answers["by"] = Answer(slot=by.slot, field=by.field, words={}, problem=problem, source=Source.SELLER)
    return line(
        measure.id,
        place,
        Section.PREVENTION,
        Standing.PLANNED,
        frame,
        answers,
        writing,
        row,
        is_planned=True,
    )
