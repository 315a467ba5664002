"""Standing: how an account stands, from all that is known and from what was not handed in.

Near is: under the target, and over it within a month by what is known already, or one more order with
a defect away from it. A shop without any mark is not near, however few orders it has.

Source: order_defect_rate.target
Worse mistake: "fine" where a file could not be read, no list of defects came, or Amazon counts more.
"""

from __future__ import annotations

from collections.abc import Iterator

from calculator.accounts.row import Reason, State
from calculator.assess import Assessment
from calculator.defects import Defect
from calculator.order_defect_rate import Verdict
from calculator.orders import Fulfillment
from calculator.policy import Counts
from calculator.reconcile import Finding
from calculator.recovery.calendar import Recovery
from calculator.recovery.carry import carry, more
from calculator.recovery.projection import Day
from calculator.reports.reading import Kind

_TELL_OF_DEFECTS = frozenset(
    (Kind.SELLER_FEEDBACK, Kind.DEFECTS, Kind.ORDER_DEFECTS, Kind.CHARGEBACKS, Kind.SELLER_PERFORMANCE)
)
_STATES = {
    State.OVER: frozenset((Reason.OFF_TARGET,)),
    State.CHECK: frozenset(
        (
            Reason.UNDECIDED,
            Reason.ORDERS_MISSING,
            Reason.AMAZON_COUNTS_MORE,
            Reason.MARK_WITHOUT_ORDER,
            Reason.MAY_HAVE_CLAIMS,
            Reason.FILE_NOT_USED,
            Reason.NO_DEFECTS_HANDED_IN,
        )
    ),
    State.NEAR: frozenset((Reason.OVER_SOON, Reason.NO_ROOM)),
}


def standing(assessment: Assessment, coming: dict[Fulfillment, Recovery]) -> tuple[State, tuple[Reason, ...]]:
    """Return the state of an account and every reason for it, in reading order."""
    found = {*_of_rates(assessment, coming), *_of_files(assessment)}
    reasons = tuple(reason for reason in Reason if reason in found)
    for state, own in _STATES.items():
        if own & found:
            return state, reasons
    has_orders = any(rate.verdict is not Verdict.NO_ORDERS for rate in assessment.rates.values())
    return (State.FINE if has_orders else State.NO_ORDERS), reasons


def _of_rates(assessment: Assessment, coming: dict[Fulfillment, Recovery]) -> Iterator[Reason]:
    for who, rate in assessment.rates.items():
        if rate.verdict is Verdict.OFF_TARGET:
            yield Reason.OFF_TARGET
        elif rate.verdict is Verdict.UNDECIDED:
            yield Reason.UNDECIDED
        elif rate.verdict is Verdict.ON_TARGET:
            today = Day(assessment.as_of, rate.orders.low, rate.orders_with_defects.high)
            yield from _of_room(coming[who], today)
        if not assessment.is_covered[who] and _has_marks(assessment, who):
            yield Reason.ORDERS_MISSING


def _of_room(recovery: Recovery, today: Day) -> Iterator[Reason]:
    ahead = carry(recovery, today)
    if ahead.more_at_worst is not None and ahead.more_at_worst < 0:
        yield Reason.OVER_SOON
    if today.orders_with_defects and more(today, recovery.target) == 0:
        yield Reason.NO_ROOM


def _of_files(assessment: Assessment) -> Iterator[Reason]:
    for one in assessment.reconciliations:
        if Finding.NO_FILES in one.findings:
            yield Reason.ORDERS_MISSING
        if Finding.DEFECTS_MISSING in one.findings:
            yield Reason.AMAZON_COUNTS_MORE
    if any(_lacks_its_order(defect, assessment) for defect in _may_count(assessment)):
        yield Reason.MARK_WITHOUT_ORDER
    if any(candidate.may_matter for candidate in assessment.candidates):
        yield Reason.MAY_HAVE_CLAIMS
    if any(problem.is_about_file for problem in assessment.problems):
        yield Reason.FILE_NOT_USED
    if not assessment.stated and not _TELL_OF_DEFECTS & {file.kind for file in assessment.files}:
        yield Reason.NO_DEFECTS_HANDED_IN


def _has_marks(assessment: Assessment, who: Fulfillment) -> bool:
    """Return whether a defect that may count is of a fulfilment whose orders nobody gave."""
    return any(one.fulfillment is who for one in _may_count(assessment))


def _lacks_its_order(defect: Defect, assessment: Assessment) -> bool:
    """Return whether a defect may be in the window and its order is in no file."""
    is_later = defect.event_date is None or defect.event_date >= assessment.window.range.first_day
    return is_later and not defect.is_placed and defect.order_id in assessment.defect_list.unmatched


def _may_count(assessment: Assessment) -> Iterator[Defect]:
    return (one for one in assessment.defect_list.defects if one.counts is not Counts.NOT_COUNTED)
