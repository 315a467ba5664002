"""How often the causes agree with labels: `python -m tests.causes.evaluate examples|held_out [--misses]`.

These are our own examples, invented and labelled by us; the figures say nothing about real buyers.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from calculator.causes import Cause, causes_of

HERE = Path(__file__).parent


def labelled(name: str) -> list[dict[str, Any]]:
    """Every labelled comment of `examples` or `held_out`."""
    files = sorted((HERE / name).glob("*.toml"))
    return [row for file in files for row in tomllib.loads(file.read_text(encoding="utf-8"))["comments"]]


def misses(rows: list[dict[str, Any]]) -> list[tuple[dict[str, Any], str]]:
    """The comments whose primary cause differs, with what was found."""
    found = [(row, str(causes_of(row["text"]).primary)) for row in rows]
    return [(row, primary) for row, primary in found if primary != row["primary"]]


def shares(rows: list[dict[str, Any]]) -> dict[str, tuple[int, int]]:
    """Right and all comments by language."""
    wrong = Counter(row["lang"] for row, _ in misses(rows))
    return {lang: (n - wrong[lang], n) for lang, n in sorted(Counter(row["lang"] for row in rows).items())}


def report(rows: list[dict[str, Any]]) -> str:
    """Accuracy by language, precision and recall by cause, secondary causes found."""
    found = [causes_of(row["text"]) for row in rows]
    by_lang = [f"{lang:8} {right:4}/{n:<4} {right / n:.3f}" for lang, (right, n) in shares(rows).items()]
    right, said, meant = Counter(), Counter(), Counter()
    for row, one in zip(rows, found, strict=True):
        said[str(one.primary)] += 1
        meant[row["primary"]] += 1
        right[row["primary"]] += one.primary == row["primary"]
    by_cause = [
        f"{cause:40} precision {right[cause] / max(said[cause], 1):.2f} recall {right[cause] / max(meant[cause], 1):.2f} n {meant[cause]}"
        for cause in map(str, Cause)
    ]
    secondary = defaultdict(int)
    for row, one in zip(rows, found, strict=True):
        secondary["exact"] += set(map(str, one.secondary)) == set(row.get("secondary", []))
    total = sum(right.values())
    head = f"primary {total}/{len(rows)} {total / len(rows):.3f}, secondary exact {secondary['exact'] / len(rows):.3f}"
    return "\n".join([head, *by_lang, *by_cause])


if __name__ == "__main__":
    chosen = labelled(sys.argv[1] if len(sys.argv) > 1 else "examples")
    print(report(chosen))
    if "--misses" in sys.argv and sys.argv[1] == "examples":
        for row, primary in misses(chosen):
            print(row["lang"], row["primary"], "<-", primary, "|", row["text"])
