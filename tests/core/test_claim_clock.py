"""The claim clock counts calendar days, shows one day less, and says what it cannot know."""

from __future__ import annotations

from datetime import date

import pytest

from calculator.claim_clock import Situation, clocks_of, days_table
from calculator.policy import policy_on

US = policy_on(date(2026, 11, 22), "US")


@pytest.mark.parametrize(
    ("decided", "last_safe", "last"),
    [
        (date(2026, 11, 9), date(2026, 12, 8), date(2026, 12, 9)),
        (date(2026, 10, 31), date(2026, 11, 29), date(2026, 11, 30)),
        (date(2026, 1, 31), date(2026, 3, 1), date(2026, 3, 2)),
        (date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 1)),
        (date(2024, 1, 30), date(2024, 2, 28), date(2024, 2, 29)),
        (date(2026, 2, 20), date(2026, 3, 21), date(2026, 3, 22)),
        (date(2026, 10, 15), date(2026, 11, 13), date(2026, 11, 14)),
        (date(2026, 12, 5), date(2027, 1, 3), date(2027, 1, 4)),
    ],
)
def test_an_appeal_runs_thirty_days_from_the_decision_and_is_safe_for_one_less(
    decided: date, last_safe: date, last: date
) -> None:
    case = Situation(type="a_to_z_claim", outcome="granted", decided_on=decided)
    (clock,) = clocks_of(case, decided, US)
    assert (clock.last_safe_day, clock.last_day) == (last_safe, last)
    assert days_table(decided, decided, US)[0].last_safe_day == last_safe
