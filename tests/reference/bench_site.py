"""The build budget: the whole site in all languages, strictly, from nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from .measure import Budget, Measured

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = int(os.environ.get("ODR_BENCH_SITE_ROUNDS", "3"))
BUILD = "import sys, pathlib; from calculator.docsite.build import build; build(pathlib.Path(sys.argv[1]))"


def measured(budgets: dict[str, Budget], folder: Path) -> list[Measured]:
    """Build into a folder of its own, so that the site being served stays."""
    goal = folder / "site"
    seconds = []
    for _ in range(ROUNDS):
        shutil.rmtree(goal, ignore_errors=True)
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", BUILD, str(goal)], check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - started)
    pages = sum(1 for _ in goal.rglob("*.html"))
    return [Measured(budget=budgets["site_build"], runs=tuple(seconds), notes={"pages": pages})]
