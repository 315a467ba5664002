"""Runs of one budget: their middle, their spread and the verdict."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from importlib.resources import files
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What is allowed and what is hoped for."""

    key: str
    what: str
    unit: str
    limit: float
    ambition: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One budget with its runs; `notes` holds what they were made of."""

    budget: Budget
    runs: tuple[float, ...]
    notes: dict[str, Any]

    @property
    def quartiles(self) -> tuple[float, float, float]:
        """Lower quartile, median and upper quartile of the runs."""
        ordered = sorted(self.runs)
        middle = len(ordered) // 2
        lower = ordered[:middle] or ordered
        upper = ordered[-middle:] if middle else ordered
        return median(lower), median(ordered), median(upper)

    @property
    def over(self) -> bool:
        """Over budget where even the better half of the runs is above the limit."""
        return self.quartiles[0] > self.budget.limit

    def as_json(self) -> dict[str, Any]:
        """Everything a machine may want to know about this budget."""
        lower, middle, upper = self.quartiles
        figures = {"lower_quartile": lower, "median": middle, "upper_quartile": upper, "over": self.over}
        return {**asdict(self.budget), "runs": list(self.runs), **figures, "notes": self.notes}

    def as_line(self) -> str:
        """One line of the table."""
        lower, middle, upper = (shown(value, self.budget.unit) for value in self.quartiles)
        limit, hope = (
            shown(self.budget.limit, self.budget.unit),
            shown(self.budget.ambition, self.budget.unit),
        )
        verdict = "OVER" if self.over else "good" if self.quartiles[1] <= self.budget.ambition else "within"
        spread = f"{middle:>10} {lower + ' - ' + upper:>23}"
        return f"{self.budget.what:<70} {spread} {limit:>10} {hope:>10}  {len(self.runs):>2} runs  {verdict}"


HEAD = f"{'budget':<70} {'median':>10} {'quartiles':>23} {'limit':>10} {'ambition':>10}"


def shown(value: float, unit: str) -> str:
    """A figure in its unit, as the table shows it."""
    return {
        "ratio": f"{value:.2f}",
        "bytes": f"{value:,.0f} B",
        "megabytes": f"{value:.0f} MB",
        "seconds": f"{value:.1f} s",
        "milliseconds": f"{value:.0f} ms",
    }[unit]


def budgets() -> dict[str, Budget]:
    """The table of budgets."""
    text = files(__package__).joinpath("budgets.toml").read_text(encoding="utf-8")
    return {key: Budget(key=key, **entry) for key, entry in tomllib.loads(text).items()}
