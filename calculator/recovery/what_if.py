"""What if: the rate of today's window if some defects had another outcome. Nothing is changed.

A question names defects by their place in the list. Every answer is measured by the same rule as the
rate itself, so a cleared cancelled order leaves the orders, and an order with a second mark stays
marked. What Amazon's page counts holds the listed orders too: it falls with every order that is
cleared, never below those it alone knows.

Worse mistake: an answer the rate would not give once the outcome is typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from calculator.assess import Assessment
from calculator.defects import Defect, DefectType
from calculator.order_defect_rate import Band, OrderDefectRate, measure, target_of
from calculator.orders import Fulfillment, Order
from calculator.policy import Counts, Policy
from calculator.store_orders import StoreOrders

MARK_GONE = {
    DefectType.NEGATIVE_FEEDBACK: "removed",
    DefectType.A_TO_Z_CLAIM: "mark_removed",
    DefectType.CHARGEBACK: "fraud",
}
Outcomes = Mapping[int, str]


@dataclass(slots=True, kw_only=True)
class _MarkedOrders(StoreOrders):
    """The orders of the store, those with a defect looked up once; without what Amazon's page counts."""

    marked: Mapping[str, Order | None]

    @classmethod
    def among(cls, orders: StoreOrders, defects: tuple[Defect, ...]) -> _MarkedOrders:
        """Return the orders, ready to be measured often."""
        marked = {order_id: orders.find(order_id) for order_id in {defect.order_id for defect in defects}}
        return cls(
            store=orders.store,
            book=orders.book,
            by_day=orders.by_day,
            by_hand=orders.by_hand,
            typed=orders.typed,
            marked=marked,
        )

    def find(self, order_id: str) -> Order | None:
        """Return an order with a defect by its id."""
        return self.marked.get(order_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One fulfilment of an assessment, ready to be asked; `now` is its rate as it stands.

    A rate counts orders, so a question is measured on the orders it touches alone: what they counted
    before goes from the whole, what they count then is added.
    """

    assessment: Assessment
    fulfillment: Fulfillment
    now: OrderDefectRate
    _orders: _MarkedOrders
    _whole: OrderDefectRate

    @classmethod
    def about(cls, assessment: Assessment, fulfillment: Fulfillment) -> Question:
        """Return the question about one fulfilment."""
        defects = assessment.defect_list.defects
        orders = _MarkedOrders.among(assessment.orders, defects)
        days, target = assessment.window.range, target_of(assessment.policy)
        return cls(
            assessment=assessment,
            fulfillment=fulfillment,
            now=assessment.rates[fulfillment],
            _orders=orders,
            _whole=measure(orders, defects, days, fulfillment, target),
        )

    def alone(self, place: int) -> OrderDefectRate:
        """Return the rate if the mark of one defect goes and everything else stays."""
        return self.together({place: MARK_GONE[self.assessment.defect_list.defects[place].type]})

    def together(self, outcomes: Outcomes) -> OrderDefectRate:
        """Return the rate if all these defects had these outcomes.

        Args:
            outcomes: words of policy, by place in the defect list.

        Units: orders; a rate is a pair of counts, never a number.
        """
        one, target = self.assessment, target_of(self.assessment.policy)
        before = self._touched(outcomes)
        then = {place: _with(before[place], word, one.policy) for place, word in outcomes.items()}
        listed, orders, components = self._exchanged(
            tuple(before.values()), tuple({**before, **then}.values())
        )
        cleared = max(self.now.listed.high - listed.high, 0)
        stated = max(one.orders.stated.get(self.fulfillment, 0) - cleared, 0)
        marked = Band(max(listed.low, stated), max(listed.high, stated))
        return OrderDefectRate.of(orders, marked, target, components, listed)

    def _touched(self, outcomes: Outcomes) -> dict[int, Defect]:
        """Return all defects of the orders that a question is about, by place."""
        held = self.assessment.defect_list
        ids = {held.defects[place].order_id for place in outcomes}
        return {place: held.defects[place] for order_id in ids for place in held.places[order_id]}

    def _exchanged(
        self, before: tuple[Defect, ...], then: tuple[Defect, ...]
    ) -> tuple[Band, Band, dict[DefectType, int]]:
        """Return marked orders, orders and components of the whole with some defects exchanged."""
        days, target = self.assessment.window.range, target_of(self.assessment.policy)
        whole = self._whole
        old, new = (measure(self._orders, some, days, self.fulfillment, target) for some in (before, then))
        listed = Band(
            whole.listed.low - old.listed.low + new.listed.low,
            whole.listed.high - old.listed.high + new.listed.high,
        )
        orders = Band(whole.orders.low - old.orders.low + new.orders.low, whole.orders.high)
        components = {
            type_: number - old.components[type_] + new.components[type_]
            for type_, number in whole.components.items()
        }
        return listed, orders, components


def _with(defect: Defect, outcome: str, policy: Policy) -> Defect:
    """Return a defect of another outcome; a word that policy does not know is undecided, as everywhere."""
    counting = policy.counts(defect.type, outcome)
    counts = Counts(counting.counts) if counting else Counts.UNDECIDED
    return replace(defect, outcome=outcome, counts=counts)


def other_marks(assessment: Assessment, place: int) -> tuple[Defect, ...]:
    """Return the other defects of the same order that count or may count."""
    held = assessment.defect_list
    others = (held.defects[n] for n in held.places[held.defects[place].order_id] if n != place)
    return tuple(other for other in others if other.counts is not Counts.NOT_COUNTED)
