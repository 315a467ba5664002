"""Doubts: what is wrong with the choices for the whole plan, beside what each answer says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calculator.case.appeal import Appeal
from calculator.plan_of_action.affected import Affected
from calculator.plan_of_action.answers import day_of
from calculator.plan_of_action.line import Standing
from calculator.plan_of_action.model import CHINESE, ENGLISH, Problem, Writing
from calculator.plan_of_action.rows import Row, is_appealed_by

_DAYS_AHEAD, _DAYS_OF_A_YEAR = 14, 366
_ENDS_WITH = {"early_confirmation": "confirmation_stopped"}
LANGUAGES = {"": ENGLISH, "en": ENGLISH, "zh": CHINESE}


def doubts(
    appeal: Appeal, found: Sequence[Row], defects: Sequence[Affected], writing: Writing, notice_day: str
) -> Iterator[Problem]:
    """Yield what is wrong with language, voice and days, and with disputes.

    Args:
        appeal: as typed.
        found: the rows of the plan.
        defects: with the order days as they were typed.
        writing: how and for which day the plan is written.
        notice_day: as typed.
    """
    yield from _of_words(appeal)
    yield from _of_letter_day(writing, notice_day)
    yield from _of_order_days(defects, writing)
    yield from _of_disputes(defects, writing)
    for row in found:
        yield from _of_measure_days(row, writing)
        yield from _of_rule_named(row)


def _of_words(appeal: Appeal) -> Iterator[Problem]:
    """Yield what is wrong with the choices for the whole letter."""
    if appeal.language not in LANGUAGES:
        yield Problem(field="appeal.language", code="language", offer="en")
    if appeal.voice not in ("", "we", "i"):
        yield Problem(field="appeal.voice", code="voice", offer="we")
    if appeal.letter_day.strip() and day_of(appeal.letter_day) is None:
        yield Problem(field="appeal.letter_day", code="day", values={"words": appeal.letter_day[:40]})


def _of_letter_day(writing: Writing, notice_day: str) -> Iterator[Problem]:
    day, notice = writing.letter_day, day_of(notice_day)
    if day is None:
        return
    if (day - writing.as_of).days > _DAYS_AHEAD:
        yield Problem(field="appeal.letter_day", code="letter_day_far", values={"day": day.isoformat()})
    if notice and notice <= writing.as_of and day < notice:
        yield Problem(
            field="appeal.letter_day", code="letter_before_notice", values={"day": notice.isoformat()}
        )


def _of_order_days(defects: Sequence[Affected], writing: Writing) -> Iterator[Problem]:
    for one in defects:
        if one.order_date and one.order_date > writing.as_of and not one.mark.is_disputed:
            values = {"day": one.order_date.isoformat()}
            yield Problem(field=f"{one.place}.order_date", code="order_to_come", values=values)


def _of_measure_days(row: Row, writing: Writing) -> Iterator[Problem]:
    """Yield days of measures that lie before the first order with this defect, or far ahead."""
    first = min((one.order_date for one in row.defects if one.order_date), default=None)
    for line in (*row.actions, *row.prevention):
        if line.day is None or line.sentence is None:
            continue
        day, place = line.day
        if first and day < first:
            yield Problem(field=place, code="before_defects", values={"day": first.isoformat()}, blocks=False)
        if (day - writing.as_of).days > _DAYS_OF_A_YEAR:
            yield Problem(field=place, code="far_ahead", values={"day": day.isoformat()}, blocks=False)


def _of_rule_named(row: Row) -> Iterator[Problem]:
    """Yield a step that touches a rule of its own while no deed names the day on which it stopped."""
    needed = _ENDS_WITH.get(row.walk.block.caution) if row.walk.block and row.is_told else None
    done = [one.sentence for one in row.actions if one.standing is Standing.DONE and one.day]
    if needed and not any(one and one.frame == needed for one in done):
        yield Problem(field=f"{row.place}.actions", code="not_stopped")


def _of_disputes(defects: Sequence[Affected], writing: Writing) -> Iterator[Problem]:
    for one in defects:
        if one.mark.is_disputed and not one.is_aside and not is_appealed_by(one, writing):
            code = "appeal_day" if one.mark.appealed_on.strip() else "no_appeal_day"
            yield Problem(field=f"{one.place}.appealed_on", code=code, blocks=False)
