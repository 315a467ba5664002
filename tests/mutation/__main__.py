"""Try every target, print the scores, keep them; exit code 1 where too little is noticed.

    python -m tests.mutation [TARGET...]

The figures of the targets that were tried are written to `calculator/docsite/mutation_figures.toml`, which a
page shows; those of the others stay. What nobody noticed lies in `.build/mutation/TARGET.txt`.
"""

from __future__ import annotations

import sys
import time
import tomllib
from pathlib import Path

from .run import FOLDER
from .targets import least, targets
from .verdict import Verdict, verdict_of

FIGURES = Path("calculator/docsite/mutation_figures.toml")


def main(names: list[str]) -> int:
    """Try the targets that are named, or all."""
    found = [_tried(name) for name in names or targets()]
    FIGURES.write_text(_written({**_kept(), **{one.name: _figures(one) for one in found}}), encoding="utf-8")
    short = [one.name for one in found if one.percent < least()]
    if short:
        print(f"Under {least()} %: {', '.join(short)}. What nobody noticed: {FOLDER}/TARGET.txt")
    return 1 if short else 0


def _tried(name: str) -> Verdict:
    start, target = time.monotonic(), targets()[name]
    one = verdict_of(target)
    (FOLDER / f"{name}.txt").write_text("\n".join(one.missed), encoding="utf-8")
    drawn = f", drawn by seed {target.seed}" if one.tried + one.same < one.there else ""
    print(
        f"{name:<18} {one.noticed:>4} of {one.tried:>4} noticed, {one.percent:.1f} % "
        f"({one.there} changes there are{drawn}, {one.same} change nothing; {time.monotonic() - start:.0f} s)",
        flush=True,
    )
    return one


def _kept() -> dict[str, dict[str, int]]:
    """Return the figures of the last runs."""
    kept = tomllib.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    return dict(kept.get("targets", {}))


def _figures(one: Verdict) -> dict[str, int]:
    return {"there": one.there, "tried": one.tried, "noticed": one.noticed, "same": one.same}


def _written(figures: dict[str, dict[str, int]]) -> str:
    lines = ["# Written by `make mutation`, not by hand.", "", f"least = {least()}"]
    for name in targets():
        held = figures.get(name, {})
        lines += ["", f"[targets.{name}]", *(f"{key} = {number}" for key, number in held.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
