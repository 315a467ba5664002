"""Reference tables: the clocks and the metrics of the policy, each rule a link to its card.

Worse mistake: a clock that stands in the policy and not on the page. Whatever the policy measures in
time is either a clock here or named as none; a metric without a section stops the build as well.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from markupsafe import Markup

from calculator import tables
from calculator.docsite import blocks, words
from calculator.docsite.page_words import PageWords
from calculator.policy import DatedValue, Entry, Unit, entries, entry

Refer = Callable[[str, str], Markup]
"""A rule and the words that lead to its card."""
WORDS = "reference_words"
TIME = {Unit.HOURS, Unit.DAYS, Unit.BUSINESS_DAYS, Unit.MONTHS}
SISTERS = "sister_metrics."


@cache
def clock_table() -> dict[str, Any]:
    """Return the clocks by group, and the keys that are none.

    Raises:
        LookupError: the policy has a span of time nobody sorted, or the table names a key it has not.
    """
    held = tables.read("calculator.docsite", "clocks")
    named = [one["key"] for group in held["groups"].values() for one in group["clocks"]]
    check([*named, *held["no_clock"]], [one.key for one in entries() if is_span(one)])
    return held


def is_span(one: Entry) -> bool:
    """Return whether a rule is told in a unit of time."""
    return any(row.unit in TIME for row in one.values)


def check(named: list[str], held: list[str]) -> None:
    """Compare the keys of a table with those of the policy.

    Raises:
        LookupError: one of them has a key more.
    """
    unsorted, unknown = sorted(set(held) - set(named)), sorted(set(named) - set(held))
    if unsorted or unknown or len(named) != len(set(named)):
        raise LookupError(f"Clocks: not in the table: {unsorted}; not a time in the policy: {unknown}.")


def clocks(lang: str, as_of: date, refer: Refer) -> str:
    """Return every clock: how long it runs, from what day, what it closes; grouped by whose it is."""
    say, parts = PageWords(WORDS, lang), []
    for id_, group in clock_table()["groups"].items():
        rows = [
            {
                "name": refer(one["key"], one["name"][lang]),
                "spans": spans(one["key"], lang, as_of),
                "from": one["from"][lang],
                "closes": one["closes"][lang],
            }
            for one in group["clocks"]
        ]
        parts += [
            f"## {group[lang]} {{: #{id_} }}",
            blocks.render("clocks", lang, rows=rows, say=say),
        ]
    return "\n\n".join(parts)


def metrics(lang: str, as_of: date, refer: Refer) -> str:
    """Return every sister metric: each of its rules with its figure, below the metric's name."""
    say, parts = PageWords(WORDS, lang), []
    for id_, keys in by_metric().items():
        rows = [
            {"said": refer(key, entry(key).statement[lang]), "spans": spans(key, lang, as_of)} for key in keys
        ]
        name = say(id_)
        parts += [
            f"## {name} {{: #{id_.replace('_', '-')} }}",
            blocks.render("metric_rules", lang, rows=rows, say=say),
        ]
    return "\n\n".join(parts)


def targets(lang: str, as_of: date, refer: Refer) -> str:
    """Return the targets of all metrics side by side, that of the order defect rate first."""
    say = PageWords(WORDS, lang)
    found = {"order_defect_rate": "order_defect_rate.target"}
    found |= {id_: key for id_, keys in by_metric().items() for key in keys if key.endswith(".target")}
    rows = [
        {
            "name": refer(key, say(id_)),
            "spans": spans(key, lang, as_of),
            "window": spans(window, lang, as_of) if (window := _window(key)) else [],
        }
        for id_, key in found.items()
    ]
    return blocks.render("metric_targets", lang, rows=rows, say=say)


def by_metric() -> dict[str, list[str]]:
    """Return the keys of each sister metric, in the policy's order."""
    found: dict[str, list[str]] = {}
    for one in entries():
        if one.key.startswith(SISTERS):
            found.setdefault(one.key.split(".")[1], []).append(one.key)
    return found


def spans(key: str, lang: str, as_of: date) -> list[tuple[str, str]]:
    """Return the figures of a rule with where each holds, none where only words can say it."""
    found = []
    for row in entry(key).values:
        if not row.chosen or not row.covers(as_of):
            continue
        figure = _figure(key, row, lang)
        if figure:
            found.append((figure, words.stores(lang, row) if row.stores else ""))
    return list(dict.fromkeys(found))


def _figure(key: str, row: DatedValue, lang: str) -> str:
    """Return the figure of a row; several windows one by one, nothing where only words can say it."""
    if isinstance(row.value, tuple):
        if not key.endswith(".window_days") or row.unit is None:
            return ""
        return PageWords(WORDS, lang)("and").join(words.quantity(lang, one, row.unit) for one in row.value)
    try:
        return words.value(lang, row)
    except LookupError:
        return ""


def _window(key: str) -> str:
    window = key.removesuffix("target") + "window_days"
    return window if any(one.key == window for one in entries()) else ""
