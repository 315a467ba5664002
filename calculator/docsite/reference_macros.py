"""Macros of the shelf "Reference": pages that are nothing but what the core declares, shown.

| in a page | gives |
|---|---|
| `clocks()` | every span of time of the policy: how long, from what day, what it closes |
| `metric_targets()`, `metrics()` | the targets side by side; every rule of the sister metrics |
| `rules_edition()` | the name of the edition of the rules |
| `report_formats()` | every kind of report file: where it is, what it gives, its columns |
| `template_table()`, `block_table()` | every text with blanks; the blocks of each cause |
| `command_line()`, `command_files()` | every command with its options and an example that was run |
| `accounts_example()`, `account_states()` | a folder of accounts worked out, and what each state means |
| `exit_codes()`, `json_contracts()` | what an exit code means, what is printed as JSON |
| `program_file()` | the wheel for the command line, its hash, how it is installed |
| `licences("shell")`, `licence_list()` | the parts of the site with their licences; the list as a file |
| `route_outcomes_table()` | every outcome of the route finder with deadline, first step and facts |
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from calculator.docsite import (
    account_pages,
    command_pages,
    licence_pages,
    licences,
    reference_tables,
    report_formats,
    route_reference,
    settings,
    template_table,
    wheel,
)
from calculator.docsite.languages import relative
from calculator.docsite.route_words import Fact, Words
from calculator.policy import policy_on


def macros(env: Any, lang: str, fact: Fact) -> dict[str, Callable[..., str]]:
    """Return these macros for one language."""
    as_of = settings.as_of()

    def refer(key: str, said: str) -> Markup:
        return Markup(fact(key, said))  # noqa: S704 - escaped by the block that makes it

    def way() -> str:
        return relative(env.variables["page"].url, "")

    def say() -> Words:
        return Words(lang, env.variables["page"].url, fact)

    return {
        "clocks": lambda: reference_tables.clocks(lang, as_of, refer),
        "rules_edition": lambda: policy_on(as_of).rules,
        "report_formats": lambda: report_formats.formats(lang),
        "template_table": lambda: template_table.table(lang, way()),
        "block_table": lambda: template_table.blocks_of_causes(lang, way()),
        "command_line": lambda: command_pages.page(lang),
        "accounts_example": lambda: account_pages.example(lang),
        "account_states": lambda: account_pages.states(lang),
        "exit_codes": lambda: command_pages.exit_codes(lang),
        "json_contracts": lambda: command_pages.contracts(lang),
        "program_file": lambda: wheel.block(lang, env.variables["page"].url),
        "licences": lambda group: licence_pages.table(group, lang, env.variables["page"].url),
        "licence_list": lambda: licence_pages.way(lang, env.variables["page"].url) + licences.LIST,
        "command_files": command_pages.example_files,
        "metric_targets": lambda: reference_tables.targets(lang, as_of, refer),
        "metrics": lambda: reference_tables.metrics(lang, as_of, refer),
        "route_outcomes_table": lambda: route_reference.table(say()),
    }
