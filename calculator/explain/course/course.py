"""The course of one fulfilment: its days, its steps, and the marks behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calculator import display
from calculator.assess import Assessment
from calculator.defects import Defect
from calculator.explain.course.saying import Saying
from calculator.orders import Fulfillment
from calculator.policy import Counts
from calculator.recovery import recovery_of
from calculator.recovery.calendar import Recovery
from calculator.recovery.projection import Day
from calculator.recovery.steps import Step, steps
from calculator.reporting_window import may_be_todays


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Saying):
    """What the sentences about one fulfilment rest on.

    Attributes:
        today: the counts of the day asked for, those of the careful side.
        steps: the coming days on which something leaves or enters.
        marks: defects that count or may count, by order.
    """

    assessment: Assessment
    who: Fulfillment
    recovery: Recovery
    today: Day
    steps: tuple[Step, ...]
    marks: Mapping[str, tuple[Defect, ...]]

    @classmethod
    def of(cls, assessment: Assessment, who: Fulfillment, lang: str) -> Course:
        """Return the course of one fulfilment in the words of one language."""
        recovery = recovery_of(assessment, who)
        return cls(
            assessment=assessment,
            who=who,
            lang=lang,
            target=recovery.target,
            recovery=recovery,
            today=_today(assessment, who, recovery),
            steps=tuple(steps(recovery)),
            marks=_marks(assessment, who),
            shown_target=display.percent(recovery.target, lang),
        )

    @property
    def days(self) -> tuple[Day, ...]:
        """Return the coming days, without today."""
        return self.recovery.no_new_orders.days

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to tell: no orders and no marks, today or later."""
        return not any(day.orders or day.orders_with_defects for day in (self.today, *self.days))

    @property
    def undecided(self) -> int:
        """Return the orders that weigh in these days, or may, and have no defect that counts for certain."""
        weighing = {order_id for ids in self.recovery.ledger.marked.values() for order_id in ids}
        undated = {id_ for id_, held in self.marks.items() if any(one.order_date is None for one in held)}
        return sum(self.is_undecided(order_id) for order_id in weighing | undated)

    def is_undecided(self, order_id: str) -> bool:
        """Return whether no defect of an order counts for certain."""
        defects = self.marks.get(order_id, ())
        return bool(defects) and all(defect.counts is Counts.UNDECIDED for defect in defects)

    def is_under(self, day: Day) -> bool:
        """Return whether a day is strictly under the target."""
        return day.is_on_target(self.target)

    def is_over(self, day: Day) -> bool:
        """Return whether a day has orders and is not under the target."""
        return day.is_off_target(self.target)


def _today(assessment: Assessment, who: Fulfillment, recovery: Recovery) -> Day:
    """Return the counts of the assessed window, unless it is that of another time."""
    if not may_be_todays(assessment.window.range, assessment.as_of, assessment.policy):
        return recovery.on(assessment.as_of)
    rate = assessment.rates[who]
    return Day(assessment.as_of, rate.orders.low, rate.orders_with_defects.high)


def _marks(assessment: Assessment, who: Fulfillment) -> dict[str, tuple[Defect, ...]]:
    held: dict[str, tuple[Defect, ...]] = {}
    for defect in assessment.defect_list.defects:
        if defect.counts is not Counts.NOT_COUNTED and defect.fulfillment in (None, who):
            held[defect.order_id] = (*held.get(defect.order_id, ()), defect)
    return held
