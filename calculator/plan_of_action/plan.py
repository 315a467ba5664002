"""Plan: the whole of what the seller answered, as the letter and the page read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from calculator.assess import Assessment
from calculator.case import Case
from calculator.case.appeal import Appeal, appeal_of
from calculator.plan_of_action.affected import Affected, affected
from calculator.plan_of_action.answers import day_of
from calculator.plan_of_action.doubts import LANGUAGES, doubts
from calculator.plan_of_action.line import Line
from calculator.plan_of_action.model import CHINESE, ENGLISH, TRADITIONAL, Missing, Problem, Writing
from calculator.plan_of_action.orphans import Orphan, orphans
from calculator.plan_of_action.refunds import in_all, refunds, shown
from calculator.plan_of_action.rows import Belongs, Row, is_appealed_by, rows
from calculator.plan_of_action.walk import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The grid as values.

    Attributes:
        refunds: the refund lines of each row, by its id; those of defects without a row under "".
        appealed: disputed defects whose appeal is out, each with a day.
    """

    appeal: Appeal
    writing: Writing
    defects: tuple[Affected, ...]
    rows: tuple[Row, ...]
    refunds: dict[str, tuple[Line, ...]]
    appealed: tuple[Affected, ...]
    missing: tuple[Missing, ...]
    problems: tuple[Problem, ...]
    orphans: tuple[Orphan, ...]

    @property
    def told(self) -> tuple[Row, ...]:
        """Return the rows the letter speaks of."""
        return tuple(row for row in self.rows if row.is_told)


def plan_of(case: Case, assessment: Assessment | None, as_of: date, lang: str = CHINESE) -> Plan:
    """Return the plan of a case; `lang` is the reader's.

    Raises:
        RequestError: the case holds a value where another kind is needed.
    """
    appeal = appeal_of(case)
    writing = _writing(appeal, as_of, lang)
    typed = affected(case, appeal, assessment)
    defects = tuple(replace(one, order_date=_come(one.order_date, as_of)) for one in typed)
    found = rows(appeal, defects, writing)
    money = _refunds(found, defects, writing)
    lines = [line for row in found for line in row.lines] + [line for ones in money.values() for line in ones]
    return Plan(
        appeal=appeal,
        writing=writing,
        defects=defects,
        rows=found,
        refunds=money,
        appealed=tuple(one for one in defects if is_appealed_by(one, writing)),
        missing=(*_open(found, defects), *(one for line in lines for one in line.missing)),
        problems=(
            *doubts(appeal, found, typed, writing, case.notice.day),
            *(one for line in lines for one in line.problems),
        ),
        orphans=orphans(found),
    )


def _come(day: date | None, as_of: date) -> date | None:
    """Return an order's day; one still to come is not known."""
    return day if day and day <= as_of else None


def _writing(appeal: Appeal, as_of: date, lang: str) -> Writing:
    measures = [one for row in appeal.causes for one in (*row.actions, *row.prevention)]
    says_me = any(one.answers.get("who", "").strip() == "me" for one in measures)
    reader = TRADITIONAL if lang == TRADITIONAL else CHINESE
    language = LANGUAGES.get(appeal.language, ENGLISH)
    return Writing(
        language=language if language == ENGLISH else reader,
        is_one_person=appeal.voice == "i" or (not appeal.voice and says_me),
        as_of=as_of,
        letter_day=day_of(appeal.letter_day),
        reader=reader,
    )


def _refunds(
    found: tuple[Row, ...], defects: tuple[Affected, ...], writing: Writing
) -> dict[str, tuple[Line, ...]]:
    """Return the refund lines, each order once: under the first row one of its defects belongs to."""
    taken: set[str] = set()
    money = {}
    undisputed = [one for one in defects if not one.mark.is_disputed]
    for row in found:
        names = {one.name for one in row.defects} - taken
        taken |= names
        money[row.id] = refunds([one for one in undisputed if one.name in names], row.id, writing)
    money[""] = refunds([one for one in undisputed if one.name not in taken], "", writing)
    return money


def _open(found: tuple[Row, ...], defects: tuple[Affected, ...]) -> Iterator[Missing]:
    for one in defects:
        if not one.cause and not one.mark.is_disputed:
            question = in_all("plan_of_action.ask.cause_of", order=shown(one))
            yield Missing(field=f"{one.place}.cause", kind="choice", question=question)
    for row in found:
        if row.belongs is not Belongs.TO_NOTHING and row.walk.found in (Found.OPEN, Found.UNKNOWN):
            yield Missing(field=f"{row.place}.path", kind="walk", question=row.walk.question)
