"""Macros of the shelf "Reference": pages that are nothing but what the core declares, shown.

| in a page | gives |
|---|---|
| `clocks()` | every span of time of the policy: how long, from what day, what it closes |
| `metric_targets()`, `metrics()` | the targets side by side; every rule of the sister metrics |
| `route_outcomes_table()` | every outcome of the route finder with deadline, first step and facts |
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from calculator.docsite import reference_tables, route_reference, settings
from calculator.docsite.route_words import Fact, Words


def macros(env: Any, lang: str, fact: Fact) -> dict[str, Callable[..., str]]:
    """Return these macros for one language."""
    as_of = settings.as_of()

    def refer(key: str, said: str) -> Markup:
        return Markup(fact(key, said))  # noqa: S704 - escaped by the block that makes it

    def say() -> Words:
        return Words(lang, env.variables["page"].url, fact)

    return {
        "clocks": lambda: reference_tables.clocks(lang, as_of, refer),
        "metric_targets": lambda: reference_tables.targets(lang, as_of, refer),
        "metrics": lambda: reference_tables.metrics(lang, as_of, refer),
        "route_outcomes_table": lambda: route_reference.table(say()),
    }
