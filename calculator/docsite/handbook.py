"""Macros of the pages on how the number moves: worked days, tables of odds, the honest ways.

| in a page | gives |
|---|---|
| `coming("later.rate")` | a figure of a coming day of the worked example |
| `moves("about")`, `moves("entering")` | what one day of lag, or one more claim, does to the earliest day |
| `marks_gone()` | the rate on some days with one mark or the other taken away |
| `order_days()` | from when to when the order of a day counts |
| `chances()`, `intervals()` | the odds of small shops |
| `ways()`, `ways_in_full()` | the honest ways as a table, and each in full |
| `after_appeal()` | what each end of an appeal means |
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from calculator.docsite import coming_days, moves, odds_tables, order_days, settings, typography
from calculator.docsite.languages import relative
from calculator.docsite.route_words import Fact
from calculator.docsite.single_routes import Told


def macros(env: Any, lang: str, fact: Fact) -> dict[str, Callable[..., str]]:
    """Return these macros for one language."""
    as_of = settings.as_of()

    def told() -> Told:
        return Told(lang, relative(env.variables["page"].url, ""), fact)

    return {
        "coming": lambda name: typography.unbroken(coming_days.part(name, lang, as_of)),
        "moves": lambda name: moves.block(name, lang, as_of),
        "marks_gone": lambda: moves.gone(lang, as_of),
        "order_days": lambda: order_days.table(lang, as_of),
        "chances": lambda: odds_tables.chances(lang, as_of),
        "intervals": lambda: odds_tables.intervals(lang, as_of),
        "ways": lambda: told().overview(),
        "ways_in_full": lambda: told().in_full(),
        "after_appeal": lambda: told().after_appeal(),
    }
