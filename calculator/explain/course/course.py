"""The course of one fulfilment: its days, its steps, and how a count, a rate and a day are said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from calculator import display
from calculator.assess import Assessment
from calculator.defects import Defect
from calculator.explain.paragraph import paragraph
from calculator.messages import counted, text
from calculator.orders import Fulfillment
from calculator.policy import Counts
from calculator.recovery import recovery_of
from calculator.recovery.calendar import HORIZON, Recovery
from calculator.recovery.projection import Day
from calculator.recovery.steps import Step, steps
from calculator.reporting_window import may_be_todays


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What the sentences about one fulfilment rest on.

    Attributes:
        today: the counts of the day asked for, those of the careful side.
        steps: the coming days on which something leaves or enters.
        marks: defects that count or may count, by order.
        shown_target: the target as it is read.
    """

    assessment: Assessment
    who: Fulfillment
    lang: str
    recovery: Recovery
    today: Day
    steps: tuple[Step, ...]
    marks: Mapping[str, tuple[Defect, ...]]
    shown_target: str
    _rates: dict[tuple[int, int], str] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, assessment: Assessment, who: Fulfillment, lang: str) -> Course:
        """Return the course of one fulfilment in the words of one language."""
        recovery = recovery_of(assessment, who)
        return cls(
            assessment=assessment,
            who=who,
            lang=lang,
            recovery=recovery,
            today=_today(assessment, who, recovery),
            steps=tuple(steps(recovery)),
            marks=_marks(assessment, who),
            shown_target=display.percent(recovery.target, lang),
        )

    @property
    def target(self) -> Fraction:
        """Return the share that must not be reached."""
        return self.recovery.target

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

    def text(self, key: str, /, **values: object) -> str:
        """Return a message of the course; `{target}` and `{n}`, the days looked ahead, are known."""
        return text(self.lang, f"recovery.{key}", **{"target": self.shown_target, "n": HORIZON, **values})

    def counted(self, key: str, number: int, /, **values: object) -> str:
        """Return a message of the course that asks for one or many; `{target}` is known."""
        return counted(self.lang, f"recovery.{key}", number, **{"target": self.shown_target, **values})

    def counted_room(self, key: str, more: int, /, **values: object) -> str:
        """Return a message about room: some left, none left, or so many too many."""
        if more == 0:
            return self.text(f"{key}.zero", **values)
        form = "one" if abs(more) == 1 else "many"
        over = "over_" if more < 0 else ""
        return self.text(f"{key}.{over}{form}", **{**values, "n": display.count(abs(more))})

    def said(self, day: Day) -> str:
        """Return the counts and the rate of a day with orders."""
        marked, orders = display.count(day.orders_with_defects), display.count(day.orders)
        return self.text("counts", marked=marked, orders=orders, rate=self.rate(day))

    def rate(self, day: Day) -> str:
        """Return the rate of a day; a day without orders has none."""
        if not day.orders:
            return self.text("no_rate")
        counts = day.orders_with_defects, day.orders
        if counts not in self._rates:
            self._rates[counts] = display.percent(Fraction(*counts), self.lang, self.target)
        return self._rates[counts]

    def day(self, day: date) -> str:
        """Return a day with its year."""
        return display.day(day, self.lang)

    def short(self, day: date) -> str:
        """Return a day of the near past or future, without its year."""
        return display.day(day, self.lang, with_year=False)

    def joined(self, *sentences: str) -> str:
        """Return sentences one behind the other; empty ones are left out."""
        return paragraph(filter(None, sentences), self.lang)


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
