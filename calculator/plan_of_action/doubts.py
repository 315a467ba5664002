"""Doubts: what is wrong with the choices for the whole plan, beside what each answer says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calculator.case.appeal import Appeal
from calculator.plan_of_action.affected import Affected
from calculator.plan_of_action.answers import day_of
from calculator.plan_of_action.model import CHINESE, ENGLISH, Problem, Writing
from calculator.plan_of_action.rows import is_appealed_by

LANGUAGES = {"": ENGLISH, "en": ENGLISH, "zh": CHINESE}


def doubts(appeal: Appeal, defects: Sequence[Affected], writing: Writing) -> Iterator[Problem]:
    """Yield what is wrong with language, voice and day, and with disputes."""
    yield from _of_words(appeal)
    yield from _of_disputes(defects, writing)


def _of_words(appeal: Appeal) -> Iterator[Problem]:
    """Yield what is wrong with the choices for the whole letter."""
    if appeal.language not in LANGUAGES:
        yield Problem(field="appeal.language", code="language", offer="en")
    if appeal.voice not in ("", "we", "i"):
        yield Problem(field="appeal.voice", code="voice", offer="we")
    if appeal.letter_day.strip() and day_of(appeal.letter_day) is None:
        yield Problem(field="appeal.letter_day", code="day", values={"words": appeal.letter_day[:40]})


def _of_disputes(defects: Sequence[Affected], writing: Writing) -> Iterator[Problem]:
    for one in defects:
        if one.mark.is_disputed and not one.is_aside and not is_appealed_by(one, writing):
            code = "appeal_day" if one.mark.appealed_on.strip() else "no_appeal_day"
            yield Problem(field=f"{one.place}.appealed_on", code=code, blocks=False)
