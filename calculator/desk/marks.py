"""Marks: each defect with its cause, the words that showed it, and what only the seller can say of it.

A cause is the seller's word, else what the comment or note says; where neither says anything, it is
asked. A disputed defect enters no cause.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from calculator import display
from calculator.assess import Assessment
from calculator.case import Case, TypedDefect
from calculator.case.appeal import Mark
from calculator.case.appeal_place import joined
from calculator.causes.document import cause_name
from calculator.dates import DateRange
from calculator.defects import Defect
from calculator.desk.doubt import day_of
from calculator.explain.defects import key_of, label_of
from calculator.orders import ORDER_ID
from calculator.plan_of_action.affected import Affected
from calculator.plan_of_action.plan import Plan

_NO_MARK = Mark()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One defect as the desk sees it.

    Attributes:
        key: of its row; of a typed one the form's own name.
        where: path of its answers.
        typed: the row of the form, None for a defect out of a file.
        defect: as it was assessed, None where nothing could be.
        affected: as the plan speaks of it, None where it does not.
    """

    key: str
    where: str
    typed: TypedDefect | None
    defect: Defect | None
    affected: Affected | None
    mark: Mark
    in_window: bool = True

    @property
    def matters(self) -> bool:
        """Return whether the plan speaks of it."""
        return self.affected is not None

    @property
    def cause(self) -> str:
        """Return the cause, empty where it has to be asked."""
        return self.affected.cause if self.affected else ""

    @property
    def is_in_causes(self) -> bool:
        """Return whether it belongs to a cause row."""
        return self.matters and not self.mark.is_disputed

    @property
    def type(self) -> str:
        """Return the type as typed or as read."""
        return self.typed.type if self.typed else self.defect.type.value if self.defect else ""

    @property
    def comment(self) -> str:
        """Return the buyer's words: the note of a typed row, the comment of one out of a file."""
        return self.typed.note if self.typed else self.defect.comment if self.defect else ""

    @property
    def order_date(self) -> date | None:
        """Return the day of the order, where one can be read."""
        if self.defect is not None:
            return self.defect.order_date
        return day_of(self.typed.order_date) if self.typed else None


def marked(case: Case, plan: Plan, assessment: Assessment | None) -> tuple[Marked, ...]:
    """Return the typed defects in the form's order, then those of files that the plan speaks of."""
    found = assessment.defect_list.defects if assessment else ()
    assessed = {key_of(one, assessment): one for one in found} if assessment else {}
    affected = {one.key: one for one in plan.defects}
    days = assessment.window.range if assessment else None
    typed = [_typed(one, plan, affected.get(one.id), assessed.get(one.id), days) for one in case.defects]
    filed = [
        _of_file(key, one, affected[key])
        for key, one in assessed.items()
        if not one.is_typed and key in affected
    ]
    return (*typed, *filed)


def label(one: Marked, lang: str) -> str:
    """Return what the order is called: its id masked, or the name an order without one has."""
    if one.defect is not None:
        return label_of(one.defect, lang)
    written = one.typed.order_id.strip() if one.typed else ""
    return display.masked(written) if ORDER_ID.fullmatch(written) else ""


def cause_text(one: Marked, lang: str) -> str:
    """Return the cause in the reader's words, empty where it is not known."""
    return cause_name(one.cause, lang) if one.cause else ""


def _typed(
    one: TypedDefect, plan: Plan, affected: Affected | None, defect: Defect | None, days: DateRange | None
) -> Marked:
    return Marked(
        key=one.id,
        where=joined("defects", one.id),
        typed=one,
        defect=defect,
        affected=affected,
        mark=plan.appeal.marks.get(one.id, _NO_MARK),
        in_window=_in_window(defect, days),
    )


def _of_file(key: str, defect: Defect, affected: Affected) -> Marked:
    return Marked(
        key=key, where=affected.place, typed=None, defect=defect, affected=affected, mark=affected.mark
    )


def _in_window(defect: Defect | None, days: DateRange | None) -> bool:
    """Return whether an order stands in the days of the rate; one without a day may."""
    return defect is None or days is None or defect.order_date is None or defect.order_date in days
