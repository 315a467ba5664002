"""Every budget of the project that can be measured here: `make bench`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from . import bench_answer, bench_browser, bench_large, bench_native, bench_review, bench_site
from .measure import HEAD, Measured, budgets

if TYPE_CHECKING:
    from collections.abc import Callable

    from .measure import Budget

BUILD = Path(".build")
QUIET = 0.5
PARTS: dict[str, Callable[[dict[str, Budget], Path], list[Measured]]] = {
    "native": bench_native.measured,
    "large": bench_large.measured,
    "browser": bench_browser.measured,
    "answer": bench_answer.measured,
    "review": bench_review.measured,
    "site": bench_site.measured,
}


def main(names: list[str]) -> int:
    """Run the named parts, or all; print the table, keep the figures, say whether a budget is broken."""
    table = budgets()
    results: list[Measured] = []
    load, processors = os.getloadavg()[0], os.cpu_count() or 1
    if load > QUIET * processors:
        print(f"Load {load:.1f} on {processors} processors: repeat when the machine is quiet.")
    print(HEAD)
    for name in names or list(PARTS):
        for result in PARTS[name](table, BUILD / "bench"):
            results.append(result)
            print(result.as_line(), flush=True)
    for result in results:
        print(f"{result.budget.key}: {json.dumps(result.notes)}")
    figures = {
        "load": round(load, 2),
        "processors": processors,
        "budgets": [one.as_json() for one in results],
    }
    (BUILD / "bench.json").write_text(json.dumps(figures, indent=2) + "\n")
    return 1 if any(one.over for one in results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
