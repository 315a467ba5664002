"""Marks: each defect with its cause, the words that showed it, and what only the seller can say of it.

A cause is the seller's word, else what the comment or note says; where neither says anything, it is
asked. A disputed defect enters no cause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from calculator import display
from calculator.assess import Assessment
from calculator.case import Case, TypedDefect
from calculator.case.appeal import Appeal, Mark
from calculator.case.place import joined
from calculator.causes import Cause, causes_of
from calculator.causes.document import cause_name
from calculator.defects import Defect
from calculator.desk.doubt import day_of
from calculator.explain.defects import key_of, label_of
from calculator.orders import ORDER_ID
from calculator.plan_of_action.affected import Affected
from calculator.plan_of_action.answers import one_line
from calculator.plan_of_action.plan import Plan
from calculator.policy import Counts

_NO_MARK = Mark()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One defect as the desk sees it.

    Attributes:
        key: of its row; of a typed one the form's own name.
        where: path of its answers.
        typed: the row of the form, None for a defect out of a file.
        cause: id, empty where it has to be asked.
        counts: whether it stands in the rate; None where nobody could tell yet.
        matters: whether the plan speaks of it.
    """

    key: str
    where: str
    typed: TypedDefect | None
    defect: Defect | None
    mark: Mark
    cause: str
    counts: Counts | None
    in_window: bool
    matters: bool

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
    typed = [_typed(one, plan.appeal, affected, assessed.get(one.id), assessment) for one in case.defects]
    return (*typed, *_of_files(assessed, affected))


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
    one: TypedDefect,
    appeal: Appeal,
    affected: Mapping[str, Affected],
    defect: Defect | None,
    assessment: Assessment | None,
) -> Marked:
    mark = appeal.marks.get(one.id, _NO_MARK)
    in_window = defect is None or _in_window(defect, assessment)
    return Marked(
        key=one.id,
        matters=one.id in affected,
        where=joined("defects", one.id),
        typed=one,
        defect=defect,
        mark=mark,
        cause=affected[one.id].cause if one.id in affected else "",
        counts=defect.counts if defect else None,
        in_window=in_window,
    )


def _of_files(assessed: Mapping[str, Defect], affected: Mapping[str, Affected]) -> Iterator[Marked]:
    for key, defect in assessed.items():
        if defect.is_typed or key not in affected:
            continue
        mark = affected[key].mark
        yield Marked(
            key=key,
            matters=True,
            where=affected[key].place,
            typed=None,
            defect=defect,
            mark=mark,
            cause=affected[key].cause,
            counts=defect.counts,
            in_window=True,
        )


def _in_window(defect: Defect, assessment: Assessment | None) -> bool:
    """Return whether an order stands in the days of the rate; one without a day may."""
    if assessment is None or defect.order_date is None:
        return True
    return defect.order_date in assessment.window.range


def shown_by(one: Marked) -> tuple[str, tuple[str, ...]]:
    """Return how the cause is known (seller, words, outcome, or empty), and the words that showed it."""
    if one.mark.cause in set(Cause):
        return "seller", ()
    if not one.cause:
        return "", ()
    found = causes_of(one_line(one.comment))
    words = tuple(dict.fromkeys(part.text for part in found.evidence if part.cause is found.primary))
    return ("words", words) if found.primary is not Cause.OTHER else ("outcome", ())
