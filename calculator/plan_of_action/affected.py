"""Affected: the defects a plan speaks about, each with what the seller says of it.

Those are the typed ones and those of files in the window Amazon looked at; what does not count, or
was delivered by Amazon while the seller's own orders are the matter, is no part of the plan.

Worse mistake: a cause nobody named. Without a word that shows one, a defect has none and is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TypedDict

from calculator.assess import Assessment
from calculator.case import Case, TypedDefect
from calculator.case.appeal import Appeal, Mark
from calculator.case.appeal_place import joined
from calculator.causes import DefectCause, cause_of_defect
from calculator.dates import DateRange
from calculator.defects import Defect, DefectType
from calculator.explain.defects import key_of
from calculator.orders import ORDER_ID, Fulfillment, fulfillment_of
from calculator.plan_of_action.answers import day_of, one_line
from calculator.policy import Counts


class _Cause(TypedDict):
    cause: str
    cause_from: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """One defect of the plan.

    Attributes:
        key: of its row, in the form or in a file.
        place: path into the case under which the seller marks it.
        order_id: the whole id, empty where none is known.
        cause: a cause id, empty where nothing shows one.
        cause_from: `seller`, `words` of a comment, `outcome`, or empty.
        words: the words of the comment that showed the cause.
        is_aside: it is disputed and no part of Amazon's count; the plan must not admit it all the same.
    """

    key: str
    place: str
    order_id: str
    type: str
    order_date: date | None
    cause: str
    mark: Mark
    cause_from: str = ""
    words: tuple[str, ...] = ()
    is_aside: bool = False

    @property
    def name(self) -> str:
        """Return what tells this defect's order from another: its id, or the key of the row."""
        return self.order_id or self.key


def affected(case: Case, appeal: Appeal, assessment: Assessment | None) -> tuple[Affected, ...]:
    """Return the defects of the plan, by order day and id; those without a day last."""
    found = [*(_assessed(case, appeal, assessment) if assessment else ()), *_typed(case, appeal, assessment)]
    return tuple(sorted(found, key=lambda one: (one.order_date or date.max, one.order_id, one.key)))


def _typed(case: Case, appeal: Appeal, assessment: Assessment | None) -> Iterator[Affected]:
    """Yield the typed defects no assessment holds: one without order and day is of use to a plan alone."""
    defects = assessment.defect_list.defects if assessment else ()
    held = {case.defects[one.line - 1].id for one in defects if one.is_typed}
    for one in case.defects:
        if one.type in set(DefectType) and one.id not in held:
            yield _of_form(one, one.type, appeal.marks[one.id], day_of(one.order_date))


def _assessed(case: Case, appeal: Appeal, assessment: Assessment) -> Iterator[Affected]:
    windows = _windows(assessment)
    who = fulfillment_of(case.notice.fulfillment or case.odr_page.fulfillment) or Fulfillment.MFN
    for one in assessment.defect_list.defects:
        found = _of(one, appeal, assessment)
        is_seen = one.is_typed or one.order_date is None or any(one.order_date in days for days in windows)
        if is_seen and one.counts is not Counts.NOT_COUNTED and one.fulfillment in (None, who):
            yield found
        elif found.mark.is_disputed:
            yield replace(found, is_aside=True)


def _of(one: Defect, appeal: Appeal, assessment: Assessment) -> Affected:
    if not one.is_typed:
        return _of_file(one, appeal, assessment)
    row = assessment.case.defects[one.line - 1]
    return _of_form(row, one.type.value, appeal.marks.get(row.id, Mark()), one.order_date)


def _windows(assessment: Assessment) -> tuple[DateRange, ...]:
    stated = (figure.days for figure in assessment.stated_figures)
    return (*filter(None, stated), assessment.window.range)


def _of_form(one: TypedDefect, type_: str, mark: Mark, order_date: date | None) -> Affected:
    order_id = one.order_id.strip()
    return Affected(
        key=one.id,
        place=joined("defects", one.id),
        order_id=order_id if ORDER_ID.fullmatch(order_id) else "",
        type=type_,
        order_date=order_date,
        mark=mark,
        **_cause(mark, one.note, one.outcome),
    )


def _of_file(one: Defect, appeal: Appeal, assessment: Assessment) -> Affected:
    key = key_of(one, assessment)
    mark = appeal.marks.get(key, Mark())
    return Affected(
        key=key,
        place=joined("marks", key),
        order_id="" if one.is_nameless else one.order_id,
        type=one.type.value,
        order_date=one.order_date,
        mark=mark,
        **_cause(mark, one.comment, one.outcome),
    )


def _cause(mark: Mark, comment: str, outcome: str) -> _Cause:
    found = _known(one_line(comment), outcome, mark.cause)
    return _Cause(
        cause=str(found.cause or ""), cause_from=found.known_from.value, words=tuple(map(str, found.words))
    )


@lru_cache(maxsize=1024)
def _known(comment: str, outcome: str, seller: str) -> DefectCause:
    """Return the cause of a defect; a page asks about the same ones at every key."""
    return cause_of_defect(comment, outcome=outcome, seller=seller)
