"""How many more orders with a defect a window carries: known answers, and every number tried out."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from calculator.orders import Fulfillment
from calculator.recovery import recovery_of
from calculator.recovery.carry import AHEAD_DAYS, carry, fewest_orders, more, most
from calculator.recovery.projection import Day
from calculator.recovery.steps import steps

from .courses import FIRST, PAGE, SOLD, TODAY, claim, claim_on, seed, shop, soft
from .courses import block as block_of

TARGETS = [Fraction(1, 100), Fraction(5, 1000), Fraction(25, 1000), Fraction(1, 3)]


def tried(day: Day, target: Fraction) -> int:
    """Marks put on the window, or taken off it, one by one until it is no longer or just under."""
    extra = 0
    while replace(day, orders_with_defects=day.orders_with_defects + extra + 1).is_on_target(target):
        extra += 1
    while not replace(day, orders_with_defects=day.orders_with_defects + extra).is_on_target(target):
        extra -= 1
    return extra


@pytest.mark.parametrize("target", TARGETS)
def test_room_is_what_trying_gives(target: Fraction) -> None:
    for orders in range(1, 420):
        for marked in range(9):
            day = Day(TODAY, orders, marked)
            assert more(day, target) == tried(day, target), (orders, marked)


@pytest.mark.parametrize("target", TARGETS)
def test_the_fewest_orders_that_carry_a_mark_are_the_first_that_do(target: Fraction) -> None:
    for marked in range(1, 6):
        least = fewest_orders(marked, target)
        assert most(least, target) >= marked > most(least - 1, target)


def test_exactly_at_the_target_is_one_too_many() -> None:
    assert [more(Day(TODAY, orders, 1), Fraction(1, 100)) for orders in (99, 100, 101, 200, 201)] == [
        -1,
        -1,
        0,
        0,
        1,
    ]


def test_a_day_without_orders_carries_nothing_and_is_no_worst_day() -> None:
    assert more(Day(TODAY, 0, 0), Fraction(1, 100)) is None
    found = shop([date(2026, 8, 1)], [])
    recovery = recovery_of(found, Fulfillment.MFN)
    assert carry(recovery, Day(TODAY, 0, 0)).worst is None


def test_the_worst_of_the_coming_days_is_the_first_with_least_room_and_none_is_worse() -> None:
    dice = random.Random(4)
    for _ in range(60):
        sold = sorted(FIRST + timedelta(days=dice.randrange(75)) for _ in range(dice.randrange(1, 400)))
        rows = [claim(n) for n in dice.sample(range(len(sold)), min(len(sold), dice.randrange(4)))]
        recovery = recovery_of(shop(sold, rows), Fulfillment.MFN)
        found = carry(recovery, recovery.on(TODAY))
        rooms = {
            day.day: tried(day, recovery.target)
            for day in recovery.no_new_orders.days[:AHEAD_DAYS]
            if day.orders
        }
        assert found.worst
        least = min(rooms.values())
        assert (found.more_at_worst, found.worst.day) == (
            least,
            min(d for d, room in rooms.items() if room == least),
        )


def test_steps_add_up_to_the_counts_of_the_days() -> None:
    dice = random.Random(5)
    page = {**PAGE, "orders": "77"}
    for number in range(40):
        sold = sorted(FIRST + timedelta(days=dice.randrange(75)) for _ in range(dice.randrange(1, 90)))
        rows = [claim(n) for n in dice.sample(range(len(sold)), min(len(sold), dice.randrange(4)))]
        typed = [claim_on(1, "2026-10-06"), claim_on(2, "2026-11-20"), claim(3, order_date="")]
        found = shop([], typed, page=page) if number % 4 == 0 else shop(sold, rows)
        recovery = recovery_of(found, Fulfillment.MFN)
        held = recovery.on(TODAY)
        moved = {step.day.day: step for step in steps(recovery)}
        for day in recovery.no_new_orders.days:
            step = moved.get(day.day)
            if step is None:
                assert (day.orders, day.orders_with_defects) == (held.orders, held.orders_with_defects)
            else:
                assert step.before == held
                assert day.orders == held.orders - step.orders_left + step.orders_entered
                gone = len(step.marked_left) + step.undated_left
                assert day.orders_with_defects == held.orders_with_defects - gone + len(step.marked_entered)
            held = day


def said(*args: object, **others: object) -> list[str]:
    found = shop(*args, **others)  # type: ignore[arg-type]  # passed on as they are
    return [soft(row["text"]) for row in block_of(found)["carry"]["sentences"]]


def test_the_seed_is_one_over_today_and_on_no_coming_day_worse() -> None:
    found = [soft(row["text"]) for row in block_of(seed())["carry"]["sentences"]]
    assert found[:2] == [
        "Orders in today's window: 126; with a defect: 2. That is 1 too many.",
        "None of the next 30 days is tighter.",
    ]


def test_room_left_and_none_left_are_told_apart() -> None:
    middle = [date(2026, 10, 10)]
    assert "It can carry no further one." in said(middle * 150, [claim(0)])[0]
    assert "It can carry 1 more and stay under 1 %." in said(middle * 250, [claim(0)])[0]
    assert "It can carry 2 more and stay under 1 %." in said(middle * 350, [claim(0)])[0]


def test_the_tightest_coming_day_is_named_where_it_is_tighter_than_today() -> None:
    found = said([date(2026, 10, 10)] * 150 + [date(2026, 11, 19)] * 10, [claim(0), claim(150)])
    assert found[1] == (
        "The tightest of the next 30 days is 4 Dec 2026. Orders: 160; with a defect: 2. That is 1 too many."
    )


def test_under_101_orders_a_single_one_is_over_and_above_it_is_not_said() -> None:
    words = "With fewer than 101 orders in the window a single order with a defect is over the line."
    assert words in said([date(2026, 10, 10)] * 100, [])
    assert words not in said([date(2026, 10, 10)] * 150, [])


def test_placed_orders_that_wait_outside_the_window_are_told_with_their_last_day() -> None:
    assert said(SOLD, [])[-1].startswith(
        "31 orders are placed and not in the window yet; they enter by 7 Dec 2026."
    )


def test_a_window_that_ends_days_later_is_the_one_of_another_lag() -> None:
    dice = random.Random(6)
    for _ in range(40):
        sold = sorted(FIRST + timedelta(days=dice.randrange(75)) for _ in range(dice.randrange(1, 250)))
        rows = [claim(n) for n in dice.sample(range(len(sold)), min(len(sold), dice.randrange(1, 5)))]
        recovery = recovery_of(shop(sold, rows), Fulfillment.MFN)
        for later in (-2, -1, 0, 1, 2):
            other = recovery.with_lag(recovery.lag - later).first_day_on_target
            assert recovery.first_day_if_ending(later) == other
