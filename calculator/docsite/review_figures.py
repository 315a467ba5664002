"""Review figures: what the rules find in the eighth set of labelled letters, by rule and language.

Each set was measured once before the writers of the rules read it; those figures stand in its README.

`python -m calculator.docsite.review_figures` counts anew and writes `review_figures.toml`, which the
page of the self-test shows; a test fails when the file and the rules no longer agree.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from calculator.review import Asked, review
from calculator.review.rules import RULES

LETTERS = Path(__file__).parents[2] / "tests" / "review" / "labelled_8"
FIGURES = Path(__file__).with_name("review_figures.toml")
KINDS = ("caught", "missed", "false", "passed")
Counts = dict[str, Counter[str]]


def measured() -> tuple[Counts, Counts, int]:
    """Return the counts by rule and by language, and the number of letters."""
    rules: Counts = {rule: Counter() for rule in RULES}
    languages: Counts = {}
    paths = sorted(LETTERS.glob("*/*.toml"))
    for path in paths:
        letter = tomllib.loads(path.read_text(encoding="utf-8"))
        own = languages.setdefault(path.parent.name, Counter())
        for rule, kind in _judged(letter):
            rules[rule][kind] += 1
            own[kind] += 1
    return rules, languages, len(paths)


def _judged(letter: dict[str, Any]) -> list[tuple[str, str]]:
    known = letter.get("asked", {})
    asked = Asked(
        issues=tuple(known.get("issues", ())),
        previous=known.get("previous"),
        is_claim_appeal=known.get("claim_appeal", False),
    )
    found = {one.rule for one in review(letter["text"], asked)}
    must = [(one["rule"], "caught" if one["rule"] in found else "missed") for one in letter["must"]]
    return must + [(rule, "false" if rule in found else "passed") for rule in letter["must_not"]]


def written() -> str:
    """Return the text of the figures file."""
    rules, languages, letters = measured()
    lines = [
        "# Counted by `python -m calculator.docsite.review_figures`, not by hand.",
        "",
        f"letters = {letters}",
    ]
    for group, counts in (("languages", languages), ("rules", rules)):
        lines += ["", f"[{group}]"]
        lines += [f"{name} = {[one[kind] for kind in KINDS]}" for name, one in counts.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FIGURES.write_text(written(), encoding="utf-8")
