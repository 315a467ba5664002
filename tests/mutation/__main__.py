"""Try every target, print the scores, keep them; exit code 1 where too little is noticed.

    python -m tests.mutation [TARGET...]

The figures of all targets are written to `calculator/docsite/mutation_figures.toml`, which a page shows; what
nobody noticed lies in `.build/mutation/TARGET.txt`.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from .run import FOLDER
from .targets import least, targets
from .verdict import Verdict, verdict_of

FIGURES = Path("calculator/docsite/mutation_figures.toml")


def main(names: list[str]) -> int:
    """Try the targets that are named, or all."""
    found = [_tried(name) for name in names or targets()]
    if not names:
        FIGURES.write_text(_written(found), encoding="utf-8")
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


def _written(found: list[Verdict]) -> str:
    lines = ["# Written by `make mutation`, not by hand.", "", f"least = {least()}"]
    for one in found:
        lines += ["", f"[targets.{one.name}]", f"there = {one.there}", f"tried = {one.tried}"]
        lines += [f"noticed = {one.noticed}", f"same = {one.same}"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
