"""The reading of a letter: by the program, and on its page from the last key until all marks are drawn anew."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from calculator.docsite import settings
from calculator.review.document import review_document
from calculator.review.model import Asked

from .bench_browser import SITE, Counted, opened
from .measure import Budget, Measured

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROUNDS = int(os.environ.get("ODR_BENCH_ROUNDS", "7"))
KEYS, UNMEASURED = 20, 3
WORDS = 600
PATIENCE_MS = 10_000
LETTERS = ("01_standard", "06_damaged", "09_whole_account")
OPEN = """async (letter) => {
  await customElements.whenDefined("odr-letter-check");
  const until = async (holds) => { while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20)); };
  const { session } = document.querySelector("odr-letter-check");
  await until(() => document.querySelector("#odr-letter-words"));
  session.wake();
  session.change({ text: letter });
  await until(() => session.trouble || !session.isBehind);
  if (session.trouble) throw new Error(JSON.stringify(session.trouble));
  return session.review.findings.length;
}"""
KEY = """async (keys) => {
  const { session } = document.querySelector("odr-letter-check");
  const field = document.querySelector("#odr-letter-words");
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const found = { typed: [], shown: [] };
  for (let n = 0; n < keys; n++) {
    const began = performance.now();
    field.setRangeText(n % 2 ? "" : " ", 0, n % 2 ? 1 : 0, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    found.typed.push(performance.now() - began);
    await drawn();
    while (session.isBehind) {
      if (performance.now() - began > PATIENCE) throw new Error("the letter was not read");
      await new Promise((resolve) => setTimeout(resolve));
    }
    await drawn();
    found.shown.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return found;
}"""


def measured(budgets: dict[str, Budget], folder: Path) -> list[Measured]:
    """The same letter of so many words, made of example letters, natively and in the browser."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_native(budgets["letter_read_native"], folder), _on_page(budgets["letter_read"])]


def _native(budget: Budget, folder: Path) -> Measured:
    """One letter after the other, each other than the last, in one process that has read one before."""
    letter = _letter()
    review_document(letter, Asked(), "en")
    slowest = tuple(quantiles(_readings(letter), n=20)[-1] for _ in range(ROUNDS))
    path = folder / "letter.txt"
    path.write_text(letter, encoding="utf-8")
    words = [sys.executable, "-m", "calculator", "review", str(path), "--json"]
    whole = [
        _milliseconds(lambda: subprocess.run(words, capture_output=True, check=False)) for _ in range(ROUNDS)
    ]
    return Measured(
        budget=budget, runs=slowest, notes={"words": WORDS, "whole_process_ms": round(median(whole))}
    )


def _readings(letter: str) -> list[float]:
    return [
        _milliseconds(lambda number=number: review_document(f"{number} {letter}", Asked(), "en"))
        for number in range(KEYS)
    ]


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _on_page(budget: Budget) -> Measured:
    """One key after the other on the page."""
    server = Counted(SITE)
    try:
        with (
            sync_playwright() as playwright,
            TemporaryDirectory() as profile,
            opened(playwright.chromium, profile, server.address("/letter-check/")) as page,
        ):
            findings = page.evaluate(OPEN, _letter())
            key = KEY.replace("PATIENCE", str(PATIENCE_MS))
            page.evaluate(key, UNMEASURED)
            rounds = [page.evaluate(key, KEYS) for _ in range(ROUNDS)]
    finally:
        server.server.shutdown()
    slowest = tuple(quantiles(found["shown"], n=20)[-1] for found in rounds)
    notes = {
        "words": WORDS,
        "findings": findings,
        "keys_a_run": KEYS,
        "median_ms": round(median(time for found in rounds for time in found["shown"]), 1),
        "key_itself_ms": round(median(time for found in rounds for time in found["typed"]), 2),
    }
    return Measured(budget=budget, runs=slowest, notes=notes)


def _letter() -> str:
    """Return so many words of example letters, one behind the other."""
    folder = settings.ROOT / "appeal_templates/examples"
    words = " ".join((folder / name / "letter.txt").read_text(encoding="utf-8") for name in LETTERS)
    return " ".join(words.split(" ")[:WORDS])
