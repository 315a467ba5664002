"""Macros of the first door, told apart from the others because they all need the page they stand on.

| in a page | gives |
|---|---|
| `route_questions()` | the five questions, with the outcomes that the script shows in place |
| `route_index()` | a link to every outcome |
| `route_outcomes()` | every outcome in full, each under its own heading |
| `route_notes("deadline")` | the notes on one of the last two questions |
| `route_diagram()` | the whole route as a diagram of nested lists |
| `route_table()` | the whole route as a table |
| `order_downloads()` | the days of orders to ask for, today and for a year |
| `claim_days()` | the last safe day for every day of a decision |
| `rate_rule()`, `rate_grid()` | the rate without a calculator |
| `worksheet()` | the paper sheet: figures, orders, causes |
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from calculator.docsite import day_tables, rate_table, route_pages, route_tree, settings, worksheet
from calculator.docsite.route_words import Fact, Words


def macros(env: Any, lang: str, fact: Fact) -> dict[str, Callable[..., str]]:
    """Return the macros of the first door for one language."""

    def say() -> Words:
        return Words(lang, env.variables["page"].url, fact)

    as_of = settings.as_of()
    return {
        "route_questions": lambda: route_pages.stepper(say()),
        "route_outcomes": lambda: route_pages.all_outcomes(say()),
        "route_index": lambda: route_pages.index(say()),
        "route_notes": lambda question: route_pages.notes(say(), question),
        "route_diagram": lambda: route_tree.tree(say()),
        "route_table": lambda: route_pages.table(say()),
        "order_downloads": lambda: day_tables.downloads(lang, as_of),
        "claim_days": lambda: day_tables.claim_days(lang, as_of),
        "rate_rule": lambda: rate_table.rule(lang, as_of),
        "rate_grid": lambda: rate_table.grid(lang, as_of),
        "worksheet": lambda: worksheet.worksheet(lang),
    }
