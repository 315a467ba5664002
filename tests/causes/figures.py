"""Measure on the blind set and write what the site shows: `python -m tests.causes.figures`.

The blind set is for measuring only. Whoever works on the causes does not read it, and each time it is
measured stands in the record below.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from calculator.causes import Cause, causes_of
from tests.causes.evaluate import labelled

FIGURES = Path(__file__).parents[2] / "calculator" / "docsite" / "cause_figures.toml"
SET, LEARNED_FROM = "held_out_2", ("examples", "held_out")
CAUSES = [str(cause) for cause in Cause]


def measured() -> dict[str, Any]:
    """The figures as they are now."""
    rows = labelled(SET)
    found = [str(causes_of(row["text"]).primary) for row in rows]
    pairs = Counter((row["primary"], one) for row, one in zip(rows, found, strict=True))
    of = Counter(row["lang"] for row in rows)
    right = Counter(row["lang"] for row, one in zip(rows, found, strict=True) if row["primary"] == one)
    return {
        "learned_from": sum(len(labelled(one)) for one in LEARNED_FROM),
        "comments": len(rows),
        "right": sum(right.values()),
        "languages": {lang: {"comments": n, "right": right[lang]} for lang, n in sorted(of.items())},
        "confusion": {meant: [pairs[meant, said] for said in CAUSES] for meant in CAUSES},
    }


def main() -> None:
    """Measure and write; the record of earlier measures stays."""
    earlier = tomllib.loads(FIGURES.read_text(encoding="utf-8")).get("record", []) if FIGURES.exists() else []
    now = measured()
    record = [*earlier, {"learned_from": now["learned_from"], "right": now["right"]}]
    lines = [
        "# Written by tests/causes/figures.py: measured on the blind set. Do not edit.",
        f"learned_from = {now['learned_from']}",
        f"comments = {now['comments']}",
        f"right = {now['right']}",
        "",
        "[languages]",
        *(
            f"{lang} = {{comments = {one['comments']}, right = {one['right']}}}"
            for lang, one in now["languages"].items()
        ),
        "",
        "[confusion]",
        f"# The row is the label, the columns are what was found: {' '.join(CAUSES)}",
        *(f"{cause} = {row}" for cause, row in now["confusion"].items()),
        *(f"\n[[record]]\nlearned_from = {one['learned_from']}\nright = {one['right']}" for one in record),
    ]
    FIGURES.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{now['right']} of {now['comments']}")


if __name__ == "__main__":
    main()
