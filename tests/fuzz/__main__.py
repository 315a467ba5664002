"""Fuzz every family of readers, as many at a time as there are processors.

    python -m tests.fuzz [SECONDS [FAMILY...]]

Prints the number of inputs a family; exit code 1 where one broke a promise. What was found lies in
`.build/fuzz/FAMILY-found`; mended, it belongs into `tests/core/corpus`.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .families import FAMILIES

FOLDER = Path(".build/fuzz")
TEN_MINUTES = 600
_INPUTS = re.compile(r"number_of_executed_units: (\d+)")


def main(seconds: int, names: list[str]) -> int:
    """Run the families, keep their figures, say whether one broke."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = list(pool.map(lambda name: run(name, seconds), names))
    figures = {"seconds": seconds, "inputs": sum(one["inputs"] for one in runs), "families": runs}
    (FOLDER / "figures.json").write_text(json.dumps(figures, indent=2) + "\n")
    print(f"{figures['inputs']:,} inputs, {sum(one['found'] for one in runs)} places that broke")
    return 1 if any(one["found"] or not one["ended"] for one in runs) else 0


def run(name: str, seconds: int) -> dict[str, str | int | bool]:
    """Fuzz one family in a process of its own."""
    words = [sys.executable, "-m", f"{__package__}.target", name, str(seconds), str(FOLDER)]
    ended = subprocess.run(
        words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, errors="replace"
    )
    (FOLDER / f"{name}.log").write_text(ended.stderr)
    inputs, found = _INPUTS.search(ended.stderr), ended.stderr.count("\nFOUND ")
    figures = {
        "family": name,
        "inputs": int(inputs[1]) if inputs else 0,
        "found": found,
        "ended": inputs is not None,
    }
    led = " by chance alone" if "by chance alone" in ended.stderr else ""
    print(f"{name:<12} {figures['inputs']:>10,} inputs {found:>3} found{led}", flush=True)
    return figures


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(int(given[0]) if given else TEN_MINUTES, given[1:] or list(FAMILIES)))
