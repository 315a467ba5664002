"""Review pages: the rules with their limits, the self-test, the words of pages about the reviewer."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from calculator.docsite import example_letters
from calculator.messages import text
from calculator.review.coverage import coverage

HERE = Path(__file__).parent


@cache
def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def said(lang: str, key: str) -> str:
    """Return one of the words of these pages."""
    return str(_read(HERE / "review_pages.toml")[lang][key])


class Said:
    """The words of these pages for a block, in one language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def __call__(self, key: str) -> str:
        """Return one of the words."""
        return said(self._lang, key)

    def origins(self, found: Sequence[str]) -> str:
        """Return where the facts of a sentence are from: `deed.on`, `deed.who` become "deed: day, who"."""
        groups: dict[str, list[str]] = {}
        for one in found:
            origin, _, part = one.partition(".")
            groups.setdefault(origin, []).extend([self(f"part_{part}")] if part else [])
        return self("from_joint").join(
            self("from_parts").format(origin=self(f"from_{origin}"), parts=self("joint").join(parts))
            if parts
            else self(f"from_{origin}")
            for origin, parts in groups.items()
        )


def facts_of_rules() -> list[str]:
    """Return the policy keys the rules rest on."""
    return list(dict.fromkeys(key for row in coverage().values() for key in row["facts"]))


def rules(lang: str) -> str:
    """Return every rule: what is checked, what is not, how heavy it is, what it rests on."""
    colon, parts = said(lang, "colon"), []
    for rule, row in coverage().items():
        severity = said(lang, "joint").join(text(lang, f"review.severity.{one}") for one in row["severity"])
        unchecked = row["not_checked"][lang] if "not_checked" in row else said(lang, "nothing")
        parts += [
            f"### {rule} {text(lang, f'review.names.{rule}')} {{: #{rule.lower()} }}",
            f"- {said(lang, 'checked')}{colon}{row['checked'][lang]}\n"
            f"- {said(lang, 'not_checked')}{colon}{unchecked}\n"
            f"- {said(lang, 'severity')}{colon}{severity}\n"
            f"- {said(lang, 'grade')}{colon}{said(lang, row['grade'])}{_seen(rule, lang)}",
        ]
    return "\n\n".join(parts)


def _seen(rule: str, lang: str) -> str:
    """Return a line with the example letters whose page names a rule, nothing where none does."""
    shown = [
        f"[{example_letters.about(name)['title'][lang]}](../appeals/{name}.md)"
        for name in example_letters.names()
        if rule in example_letters.rules_named(name)
    ]
    return f"\n- {said(lang, 'seen')}{said(lang, 'colon')}{said(lang, 'joint').join(shown)}" if shown else ""


def self_test(lang: str, group: str) -> str:
    """Return the counts of the labelled letters by rule or by language as a table."""
    figures = _read(HERE / "review_figures.toml")[group]
    heads = ("caught", "missed", "recall", "false", "passed", "precision")
    first = "rule" if group == "rules" else "language"
    rows = [f"| {said(lang, first)} | " + " | ".join(said(lang, head) for head in heads) + " |"]
    rows.append("|---|" + "---:|" * len(heads))
    named = {name: name if group == "rules" else said(lang, name) for name in figures}
    rows += [_row(named[name], *counts) for name, counts in figures.items()]
    rows.append(_row(said(lang, "all"), *(sum(column) for column in zip(*figures.values(), strict=True))))
    return "\n".join(rows)


def first_counts(lang: str) -> str:
    """Return what each set gave before anybody who writes rules had read it, as a table."""
    heads = ("set", "letters", "caught", "recall", "false", "alarms", "in_order")
    rows = [
        "| " + " | ".join(said(lang, head) for head in heads) + " |",
        "|---|" + "---:|" * (len(heads) - 1),
    ]
    for name, one in _read(HERE / "review_first.toml").items():
        caught, false = f"{one['caught']} / {one['must']}", f"{one['false']} / {one['must_not']}"
        recall, alarms = _share(one["caught"], one["must"]), f"{one['false'] / one['must_not']:.3f}"
        number, in_order = name.removeprefix("labelled_"), one.get("in_order")
        order = "-" if in_order is None else f"{in_order:.2f}"
        rows.append(f"| {number} | {one['letters']} | {caught} | {recall} | {false} | {alarms} | {order} |")
    return "\n".join(rows)


def _row(name: str, caught: int, missed: int, false: int, passed: int) -> str:
    recall, precision = _share(caught, caught + missed), _share(caught, caught + false)
    return f"| {name} | {caught} | {missed} | {recall} | {false} | {passed} | {precision} |"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"
