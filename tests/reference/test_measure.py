"""The verdict of the bench: over only where even the better half of the runs is over."""

from __future__ import annotations

import pytest

from .measure import Budget, Measured, budgets

RATIO = Budget(key="one", what="one thing / another", unit="ratio", limit=1.0, ambition=0.5)


@pytest.mark.parametrize(
    ("runs", "over"),
    [((1.1, 1.2, 1.3, 1.4), True), ((0.8, 0.9, 1.3, 1.4), False), ((1.2,), True), ((1.0,), False)],
)
def test_a_budget_is_broken_when_the_lower_quartile_is_above_the_limit(
    runs: tuple[float, ...], over: bool
) -> None:
    assert Measured(budget=RATIO, runs=runs, notes={}).over is over


def test_every_budget_hopes_for_no_more_than_it_allows() -> None:
    assert all(budget.ambition <= budget.limit for budget in budgets().values())
