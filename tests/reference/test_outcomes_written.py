"""What if, beside the same files or the same form once the outcome is written into the row."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as some

from calculator import case
from calculator.assess import assess
from calculator.defects import DefectType
from calculator.orders import Fulfillment
from calculator.recovery.what_if import MARK_GONE, Question, other_marks
from calculator.reports import Intake
from calculator.workbook import sheets

from .compare_recovery import assessment
from .recount_defects import COUNTED
from .small_shop import NOTICE_DAY, claim, order, shop
from .test_recovery_shops import STATUSES
from .truth import CHARGEBACK, CLAIM, FEEDBACK, HandRow, Shop

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calculator.assess import Assessment

EXAMPLES = max(12, int(os.environ.get("ODR_SHOPS", "40")) // 2)
MOST_TRIED_TOGETHER = 5
STANDING = {
    CLAIM: ("granted", "open", "appealed", "appeal_money_only", "cancelled_by_seller", "withdrawn"),
    CHARGEBACK: ("service", "unknown"),
    FEEDBACK: ("kept",),
}
SUPPOSED = {
    CLAIM: ("mark_removed", "denied", "granted", "appeal_money_only", "granted_not_counted"),
    CHARGEBACK: ("fraud", "service"),
    FEEDBACK: ("removed", "struck_through", "kept"),
}


def measured_again(one: Shop, outcomes: Mapping[int, str]) -> Assessment:
    """The shop read from its files once more, with other words in these rows."""
    (rows,) = one.hand_files
    edited = tuple(
        replace(row, outcome=outcomes[number]) if number in outcomes else row
        for number, row in enumerate(rows)
    )
    return assessment(replace(one, hand_files=(edited,)))


def rows_by_place(found: Assessment) -> list[int]:
    """For each place in the defect list the number of its typed row."""
    return [defect.line - 2 for defect in found.defect_list.defects]


@some.composite
def shops(draw: some.DrawFn) -> Shop:
    """Orders of every status and day beside plain ones; one to six defects, some sharing an order."""
    days = draw(some.lists(some.integers(5, 85), min_size=1, max_size=9))
    rows = [
        order(number, NOTICE_DAY - timedelta(days=back), draw(some.sampled_from(STATUSES)))
        for number, back in enumerate(days)
    ]
    plain_day = NOTICE_DAY - timedelta(days=30)
    rows += [
        order(1000 + number, plain_day)
        for number in range(draw(some.sampled_from((0, 1, 98, 99, 100, 101, 200, 201))))
    ]
    kinds = some.sampled_from(sorted(STANDING))
    hit = some.tuples(some.integers(0, len(days) - 1), kinds)
    chosen = draw(some.lists(hit, min_size=1, max_size=6, unique=True))
    chosen += [one for one in chosen[:1] if one[1] != FEEDBACK and draw(some.booleans())]
    hand = [standing(draw, number, kind) for number, kind in chosen]
    return shop([], hand, order_files=(tuple(rows),))


def standing(draw: some.DrawFn, number: int, kind: str) -> HandRow:
    return replace(claim(number, draw(some.sampled_from(STANDING[kind]))), type=kind)


def differences(one: Shop, outcomes: Mapping[int, str]) -> Iterator[str]:
    """Where the answer is not what the files say once the words are written."""
    found = assessment(one)
    rows = rows_by_place(found)
    again = measured_again(one, {rows[place]: word for place, word in outcomes.items()})
    for who in Fulfillment:
        answer, truth = Question.about(found, who).together(outcomes), again.rates[who]
        if answer != truth:
            yield f"{who} {outcomes}: {answer} is not {truth}"


@settings(max_examples=EXAMPLES, deadline=None)
@given(one=shops())
def test_each_mark_alone_and_all_of_them_together_are_what_the_files_would_say(one: Shop) -> None:
    found = assessment(one)
    defects = found.defect_list.defects
    for size in range(min(len(defects), MOST_TRIED_TOGETHER) + 1):
        for places in combinations(range(len(defects)), size):
            gone = {place: MARK_GONE[defects[place].type] for place in places}
            assert list(differences(one, gone)) == []


@settings(max_examples=EXAMPLES, deadline=None)
@given(one=shops(), data=some.data())
def test_any_mix_of_outcomes_is_what_the_files_would_say(one: Shop, data: some.DataObject) -> None:
    found = assessment(one)
    outcomes = {
        place: data.draw(some.sampled_from(SUPPOSED[defect.type]))
        for place, defect in enumerate(found.defect_list.defects)
        if data.draw(some.booleans())
    }
    assert list(differences(one, outcomes)) == []


@settings(max_examples=EXAMPLES, deadline=None)
@given(one=shops())
def test_a_mark_beside_another_on_its_order_changes_nothing_alone(one: Shop) -> None:
    found = assessment(one)
    for place, _ in enumerate(found.defect_list.defects):
        for who in Fulfillment:
            question = Question.about(found, who)
            if any(mark.counts == COUNTED for mark in other_marks(found, place)):
                answer = question.alone(place)
                assert answer.orders_with_defects == question.now.orders_with_defects
                assert answer.orders == question.now.orders


def typed(stated: int, outcomes: list[str], orders: int = 126) -> Assessment:
    """A case typed off the ODR page, each claim on an order of its own."""
    rows = [
        {"order_id": f"111-0000001-{n:07}", "order_date": "2026-10-06", "fulfillment": "mfn",
         "type": CLAIM, "outcome": outcome}
        for n, outcome in enumerate(outcomes)
    ]  # fmt: skip
    page = {"first_day": "2026-09-09", "last_day": "2026-11-07", "fulfillment": "mfn",
            "orders": str(orders), "orders_with_defects": str(stated)}  # fmt: skip
    document = {"contract": case.CASE, "store": "US", "odr_page": page, "defects": rows}
    return assess(Intake(sheets), date(2026, 11, 22), case=case.read(document))


WORDS = some.sampled_from(("granted", "open", "denied"))


@settings(max_examples=EXAMPLES, deadline=None)
@given(words=some.lists(WORDS, max_size=5), stated=some.integers(0, 8), data=some.data())
@example(words=["granted", "granted"], stated=2, data=None)
def test_what_amazons_page_counts_falls_with_each_order_that_is_cleared(
    words: list[str], stated: int, data: some.DataObject | None
) -> None:
    """By what the page would show then: the same count less the orders that lost their mark."""
    found = typed(stated, words)
    held = [n for n, word in enumerate(words) if word != "denied"]
    gone = data.draw(some.sets(some.sampled_from(held))) if data and held else set(held[:1])
    again = typed(
        max(stated - len(gone), 0), ["denied" if n in gone else word for n, word in enumerate(words)]
    )
    answer = Question.about(found, Fulfillment.MFN).together(dict.fromkeys(gone, "denied"))
    assert answer == again.rates[Fulfillment.MFN]


def test_one_of_the_two_claims_of_the_seed_case_alone_is_enough() -> None:
    """2 of 126, both on Amazon's page: without one of them 1 of 126, never still 2."""
    answer = Question.about(typed(2, ["granted", "granted"]), Fulfillment.MFN).alone(0)
    assert (answer.orders_with_defects.low, answer.orders_with_defects.high) == (1, 1)
    assert (answer.orders.low, answer.verdict) == (126, "on_target")


def test_a_cleared_cancelled_order_leaves_the_orders_too() -> None:
    rows = tuple(
        order(n, NOTICE_DAY - timedelta(days=30), "Canceled" if n == 0 else "Shipped") for n in range(101)
    )
    found = assessment(shop([], [claim(0)], order_files=(rows,)))
    question = Question.about(found, Fulfillment.MFN)
    assert (question.now.orders.low, question.alone(0).orders.low) == (101, 100)


def test_every_defect_type_knows_how_its_mark_goes() -> None:
    found = typed(0, ["granted"])
    for type_, outcome in MARK_GONE.items():
        counting = found.policy.counts(type_, outcome)
        assert counting is not None and counting.counts == "not_counted"
    assert set(MARK_GONE) == set(DefectType)
