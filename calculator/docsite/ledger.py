"""Ledger: the macros of the myth ledger and of the page on the seeds.

| in a page | gives |
|---|---|
| `myths("window")` | the claims of one group, each with verdict, truth, date and source |
| `myths_by_verdict()` | the claims by verdict, as links |
| `myth_count("seeds")` | how many claims the ledger has, or how many of the first pages |
| `seeds("haitao")` | the rows of one seed: what it had and where that is today |
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from calculator.docsite import myths, seeds
from calculator.docsite.route_words import Fact


def macros(env: Any, lang: str, fact: Fact) -> dict[str, Callable[..., str]]:
    """Return these macros for one language."""

    def url() -> str:
        return str(env.variables["page"].url)

    def count(of: str = "") -> str:
        return str(len(myths.myths()) if not of else sum(len(getattr(one, of)) for one in myths.myths()))

    return {
        "myths": lambda group: myths.group(group, lang, fact, url()),
        "myths_by_verdict": lambda: myths.by_verdict(lang),
        "myth_count": count,
        "seeds": lambda page: seeds.table(page, lang, url()),
    }
