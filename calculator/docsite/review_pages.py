"""Review pages: the rules with their limits, the self-test, and example letters with their findings."""

from __future__ import annotations

import tomllib
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from calculator.docsite import settings
from calculator.messages import text
from calculator.review import Asked, review
from calculator.review.coverage import coverage
from calculator.review.document import review_document

EXAMPLES = settings.ROOT / "appeal_templates" / "examples"
HERE = Path(__file__).parent
WORSE = ("weak.txt", "harmful.txt")
"""The letters that stand before the good one of the same case."""


@cache
def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _said(lang: str, key: str) -> str:
    table = _read(HERE / "review_pages.toml")
    return str(table["en" if lang == "en" else "zh-Hans"][key])


def _in(held: dict[str, str], lang: str) -> str:
    return held["en" if lang == "en" else "zh-Hans"]


def facts_of_rules() -> list[str]:
    """Return the policy keys the rules rest on."""
    return list(dict.fromkeys(key for row in coverage().values() for key in row["facts"]))


def rules(lang: str) -> str:
    """Return every rule: what is checked, what is not, how heavy it is, what it rests on."""
    parts = []
    for rule, row in coverage().items():
        severity = ", ".join(text(lang, f"review.severity.{one}") for one in row["severity"])
        unchecked = _in(row["not_checked"], lang) if "not_checked" in row else _said(lang, "nothing")
        parts += [
            f"### {rule} {text(lang, f'review.names.{rule}')} {{: #{rule.lower()} }}",
            f"- {_said(lang, 'checked')}: {_in(row['checked'], lang)}\n"
            f"- {_said(lang, 'not_checked')}: {unchecked}\n"
            f"- {_said(lang, 'severity')}: {severity}\n"
            f"- {_said(lang, 'grade')}: {_said(lang, row['grade'])}",
        ]
    return "\n\n".join(parts)


def self_test(lang: str, group: str) -> str:
    """Return the counts of the labelled letters by rule or by language as a table."""
    figures = _read(HERE / "review_figures.toml")[group]
    heads = ("caught", "missed", "recall", "false", "passed", "precision")
    first = "rule" if group == "rules" else "language"
    rows = [f"| {_said(lang, first)} | " + " | ".join(_said(lang, head) for head in heads) + " |"]
    rows.append("|---|" + "---:|" * len(heads))
    named = {name: name if group == "rules" else _said(lang, name) for name in figures}
    rows += [_row(named[name], *counts) for name, counts in figures.items()]
    rows.append(_row(_said(lang, "all"), *(sum(column) for column in zip(*figures.values(), strict=True))))
    return "\n".join(rows)


def _row(name: str, caught: int, missed: int, false: int, passed: int) -> str:
    recall, precision = _share(caught, caught + missed), _share(caught, caught + false)
    return f"| {name} | {caught} | {missed} | {recall} | {false} | {passed} | {precision} |"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def examples() -> list[str]:
    """Return the names of the examples in order."""
    return sorted(path.parent.name for path in EXAMPLES.glob("*/about.toml"))


def title(name: str, lang: str) -> str:
    """Return the title of an example."""
    return _in(_about(name)["title"], lang)


def _about(name: str) -> dict[str, Any]:
    return _read(EXAMPLES / name / "about.toml")


def index(lang: str) -> str:
    """Return links to every example with what it shows."""
    return "\n".join(
        f"- [{title(one, lang)}]({one}.md): {_in(_about(one)['shows'], lang)}" for one in examples()
    )


def example(name: str, lang: str) -> str:
    """Return one example: its letters, what the rules find in them, and what a person notes beside."""
    about = _about(name)
    parts = [f"{_in(about['shows'], lang)} {_said(lang, 'invented')}\n{{: .lead }}"]
    worse = next((EXAMPLES / name / one for one in WORSE if (EXAMPLES / name / one).exists()), None)
    if worse:
        parts += [*_letter(worse, "before", lang), _notes(about, lang)]
    for file, key in (("letter.txt", "after" if worse else "letter"), ("answer.txt", "answer")):
        if (EXAMPLES / name / file).exists():
            parts += _letter(EXAMPLES / name / file, key, lang)
    return "\n\n".join(parts)


def _letter(path: Path, key: str, lang: str) -> list[str]:
    words = path.read_text(encoding="utf-8")
    found = review_document(words, Asked(), lang)["findings"] if key != "answer" else []
    told = [f"- **{one['rule']}** {one['name']}: {one['message']}" for one in _once(found)]
    sent = "zh-Hans" if "_chinese" in path.parent.name else "en"
    quoted = f'<pre class="odr-example" lang="{sent}">{escape(words)}</pre>'
    heading = [f"## {_said(lang, key)} {{: #{key} }}", quoted]
    if key == "answer":
        return heading
    return [
        *heading,
        f"### {_said(lang, 'found')} {{: #found-{key} }}",
        "\n".join(told) or _said(lang, "none"),
    ]


def _once(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({(one["rule"], one["message"]): one for one in found}.values())


def _notes(about: dict[str, Any], lang: str) -> str:
    rows = [f"| {_said(lang, 'says')} | {_said(lang, 'hits')} | {_said(lang, 'risk')} |", "|---|---|---|"]
    rows += [
        f"| {one['says']} | {', '.join(one['rules'])} | {_in(one['risk'], lang)} |"
        for one in about.get("sentences", ())
    ]
    return "\n".join(rows)


def hits(name: str, file: str) -> set[str]:
    """Return the rules that find something in a letter of an example."""
    return {one.rule for one in review((EXAMPLES / name / file).read_text(encoding="utf-8"))}
