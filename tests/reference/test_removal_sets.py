"""The least sets against every set there is, for any mix of cancelled orders, open claims and routes."""

from __future__ import annotations

import os
from datetime import date
from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as some

from calculator.order_defect_rate import Band, OrderDefectRate
from calculator.recovery.removal import MarkedOrder, Removal, removal

from .recount_defects import COUNTED, NOT_COUNTED, UNDECIDED
from .recount_removal import MOST_DEFECTS, counted_first, smallest_set, smallest_sets
from .recount_sides import Line, Side

DAY = date(2026, 10, 10)
EXAMPLES = 5 * int(os.environ.get("ODR_SHOPS", "40"))
Kind = tuple[bool, bool, bool]
KINDS = some.lists(some.tuples(some.booleans(), some.booleans(), some.booleans()), max_size=MOST_DEFECTS)
CANCELLED_COUNTED, SETTLED_OPEN = (False, True, True), (True, False, True)


def line(name: str, settled: bool, worst: str) -> Line:
    return Line(order_id=name, day=DAY, settled=settled, worst=worst)


def side(kinds: list[Kind], plain: int) -> Side:
    """A window with so many plain orders and, of each kind, one with a defect: settled, counted, routed."""
    marked = [
        line(f"{number:02}", settled, COUNTED if counted else UNDECIDED)
        for number, (settled, counted, _) in enumerate(kinds)
    ]
    lines = (*marked, *(line(f"plain {number}", True, NOT_COUNTED) for number in range(plain)))
    return Side(as_of=DAY, lag=15, first=DAY, last=DAY, lines=lines, typed=None)


def core(kinds: list[Kind], plain: int) -> Removal:
    """The same window as the core judges it."""
    marked = [
        MarkedOrder(order_id=f"{number:02}", is_settled=settled, is_counted=counted, has_route=routed)
        for number, (settled, counted, routed) in enumerate(kinds)
    ]
    orders = Band(plain + len(kinds), plain + len(kinds))
    defects = Band(sum(counted for _, counted, _ in kinds), len(kinds))
    return removal(OrderDefectRate.of(orders, defects, Fraction(1, 100)), marked, Fraction(1, 100))


@settings(max_examples=EXAMPLES, deadline=None)
@given(kinds=KINDS, hundreds=some.integers(0, 4), more=some.integers(-12, 12))
@example(kinds=[CANCELLED_COUNTED, SETTLED_OPEN], hundreds=1, more=-1)
@example(kinds=[CANCELLED_COUNTED, SETTLED_OPEN], hundreds=1, more=0)
@example(kinds=[CANCELLED_COUNTED], hundreds=0, more=0)
def test_both_sets_are_the_least_of_all_sets(kinds: list[Kind], hundreds: int, more: int) -> None:
    plain = max(100 * hundreds + more, 0)
    own, theirs = side(kinds, plain), core(kinds, plain)
    assert theirs.smallest_set == smallest_set(own)
    routed = [own.lines[number] for number, kind in enumerate(kinds) if kind[2]]
    best = counted_first(smallest_sets(own, routed))
    assert set(theirs.honest_set) in best if theirs.honest_set is not None else not best


def test_orders_that_only_amazons_page_counts_are_cleared_too() -> None:
    rate = OrderDefectRate.of(Band(126, 126), Band(2, 2), Fraction(1, 100))
    assert removal(rate, [], Fraction(1, 100)) == Removal(smallest_set=1, honest_set=None)
