"""Line: one frame of a row, filled as far as the seller answered, with what is open and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calculator.plan_of_action.answers import Answer, answered
from calculator.plan_of_action.blocks import Frame, Slot
from calculator.plan_of_action.model import Missing, Problem, Section, Sentence, Writing
from calculator.plan_of_action.sentences import asked, filled

_DAYS = ("on", "start")


class Standing(StrEnum):
    """How a line stands."""

    DONE = "done"
    PLANNED = "planned"
    RULE = "rule"
    OPEN = "open"
    OUT = "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the plan.

    Attributes:
        id: of the measure, or of the root-cause frame.
        section: where it stands in the letter; a planned action stands with the prevention.
        sentence: None where nothing of it is in the letter.
        facts: number of facts the seller gave in it.
        day: on which it was done or starts, with its field; None where no such day is known.
    """

    id: str
    place: str
    section: Section
    standing: Standing
    sentence: Sentence | None = None
    missing: tuple[Missing, ...] = ()
    problems: tuple[Problem, ...] = ()
    facts: int = 0
    day: tuple[date, str] | None = None

    @property
    def is_whole(self) -> bool:
        """Return whether nothing is open or wrong in it."""
        return self.sentence is not None and not self.missing and not any(one.blocks for one in self.problems)


def line(
    id_: str,
    place: str,
    section: Section,
    standing: Standing,
    frame: Frame,
    answers: Mapping[str, Answer],
    writing: Writing,
    row: str,
    *,
    is_planned: bool = False,
) -> Line:
    """Return a frame as a line; without a single fact it prints nothing but its question."""
    facts = sum(not one.is_open for one in answers.values())
    fields = [one.field for one in answers.values()]
    words = frame.planned if is_planned else frame.words
    sentence = (
        filled(frame.id, words, answers, writing, row)
        if facts
        else asked(frame.id, frame.question, fields, writing, row)
    )
    return Line(
        id=id_,
        place=place,
        section=section,
        standing=standing,
        sentence=sentence,
        missing=tuple(_missing(answers.values())),
        problems=tuple(one.problem for one in answers.values() if one.problem),
        facts=facts,
        day=next(((one.day, one.field) for name in _DAYS if (one := answers.get(name)) and one.day), None),
    )


def answers_of(
    slots: Sequence[Slot],
    answers: Mapping[str, str],
    readings: Mapping[str, str],
    place: str,
    writing: Writing,
) -> dict[str, Answer]:
    """Return the slots of a frame with what was typed for them."""
    return {
        slot.name: answered(
            slot,
            answers.get(slot.name, ""),
            readings.get(slot.name, ""),
            f"{place}.answers.{slot.name}",
            writing,
        )
        for slot in slots
    }


def _missing(answers: Iterable[Answer]) -> Iterator[Missing]:
    for one in answers:
        if one.is_open and one.problem is None:
            yield Missing(field=one.field, kind=one.slot.kind, question=one.slot.label)
