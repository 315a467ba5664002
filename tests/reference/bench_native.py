"""The native budget: whole processes on a million rows, taking turns with pandas and DuckDB."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from . import bench_orders
from .measure import Budget, Measured

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = int(os.environ.get("ODR_BENCH_ROUNDS", "7"))
FIRST, LAST = "2026-09-09", "2026-11-07"
CHANNELS = {"mfn": "Merchant", "afn": "Amazon"}
ENDS = ("low", "high")
Counts = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One process: how long it took on the wall and on the processor, the most memory it held, its counts."""

    seconds: float
    processor: float
    megabytes: float
    counted: Counts


def measured(budgets: dict[str, Budget], folder: Path) -> list[Measured]:
    """Both native ratios, each run paired with the rival's run beside it."""
    path = bench_orders.report(folder)
    path.read_bytes()
    rounds = [{name: run(name, path) for name in ("odr", "pandas", "duckdb")} for _ in range(ROUNDS)]
    for one in rounds:
        if not one["odr"].counted == one["pandas"].counted == one["duckdb"].counted:
            sys.exit(f"The three programs do not count the same orders: {one}")
    return [_against(rounds, budgets[f"native_to_{rival}"], rival, path) for rival in ("pandas", "duckdb")]


def _against(rounds: list[dict[str, Run]], budget: Budget, rival: str, path: Path) -> Measured:
    ratios = tuple(one["odr"].seconds / one[rival].seconds for one in rounds)
    notes: dict[str, Any] = {"file_bytes": path.stat().st_size, "rows": bench_orders.ROWS}
    for name in ("odr", rival):
        notes[f"{name}_seconds"] = round(median(one[name].seconds for one in rounds), 3)
        notes[f"{name}_processor_seconds"] = round(median(one[name].processor for one in rounds), 3)
        notes[f"{name}_megabytes"] = round(median(one[name].megabytes for one in rounds))
    return Measured(budget=budget, runs=ratios, notes=notes)


def run(name: str, path: Path) -> Run:
    """Start one program on the file and wait for it."""
    started = time.perf_counter()
    process = subprocess.Popen(_words(name, path), stdout=subprocess.PIPE)
    assert process.stdout is not None
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{name} left with {process.returncode}: {text.decode()[:500]}")
    return Run(
        seconds=seconds,
        processor=usage.ru_utime + usage.ru_stime,
        megabytes=usage.ru_maxrss / 1024,
        counted=counted(name, json.loads(text)),
    )


def _words(name: str, path: Path) -> list[str]:
    if name != "odr":
        return [sys.executable, "-m", f"{__package__}.bench_{name}", str(path), FIRST, LAST]
    day = bench_orders.AS_OF.isoformat()
    return [
        sys.executable,
        "-m",
        "calculator",
        "assess",
        str(path),
        "--as-of",
        day,
        "--store",
        "US",
        "--json",
    ]


def counted(name: str, answer: dict[str, Any]) -> Counts:
    if name != "odr":
        return {kind: {end: answer[end][word] for end in ENDS} for kind, word in CHANNELS.items()}
    return {kind: answer["order_defect_rate"][kind]["orders"] for kind in CHANNELS}
