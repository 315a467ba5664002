"""The answer to a changed field: from the seller's change until the new rate stands on the page."""

from __future__ import annotations

import os
from datetime import timedelta
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from .bench_browser import SITE, Counted, opened
from .bench_orders import AS_OF
from .measure import Budget, Measured

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = int(os.environ.get("ODR_BENCH_ROUNDS", "7"))
CHANGES, UNMEASURED = 40, 5
ORDERS, DAYS, MARKED = 1000, 90, 12
PATIENCE_MS = 10_000
HEADER = (
    "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\n"
)
OPEN = """async ({ report, claims, asOf }) => {
  await customElements.whenDefined("odr-calculator");
  const { session } = document.querySelector("odr-calculator");
  const until = async (holds) => { while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20)); };
  session.choose({ asOf });
  for (const claim of claims) session.addDefect(claim);
  session.add([new File([report], "orders.txt")]);
  await until(() => session.trouble || (session.phase === "done" && !session.computing && session.explanation));
  if (session.trouble) throw new Error(JSON.stringify(session.trouble));
  await until(() => document.querySelector("[data-show-result]"));
  document.querySelector("[data-show-result]").click();
  await until(() => document.querySelector(".odr-verdict") && document.querySelector("[data-block=plan]"));
  return session.explanation.rates.find((rate) => rate.main).fraction;
}"""
CHANGE = """async (changes) => {
  const { session } = document.querySelector("odr-calculator");
  const rate = document.querySelector(".odr-verdict__rate");
  const times = [];
  for (let n = 0; n < changes; n++) {
    const { outcome } = session.case.defects[0];
    const began = performance.now();
    const shown = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error("the rate did not change")), PATIENCE);
      const observer = new MutationObserver(() => { observer.disconnect(); resolve(performance.now()); });
      observer.observe(rate, { characterData: true, childList: true, subtree: true });
    });
    session.set("defects.d1.outcome", outcome === "granted" ? "mark_removed" : "granted");
    times.push((await shown) - began);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return times;
}"""


def measured(budgets: dict[str, Budget], folder: Path) -> list[Measured]:
    """Changes of one outcome in a case of a thousand orders, on the result page with everything shown."""
    del folder
    server = Counted(SITE)
    try:
        with (
            sync_playwright() as playwright,
            TemporaryDirectory() as profile,
            opened(playwright.chromium, profile, server.address("/calculator/")) as page,
        ):
            fraction = page.evaluate(
                OPEN, {"report": _report(), "claims": _claims(), "asOf": AS_OF.isoformat()}
            )
            change = CHANGE.replace("PATIENCE", str(PATIENCE_MS))
            page.evaluate(change, UNMEASURED)
            rounds = [page.evaluate(change, CHANGES) for _ in range(ROUNDS)]
    finally:
        server.server.shutdown()
    slowest = tuple(quantiles(times, n=20)[-1] for times in rounds)
    notes = {
        "orders": ORDERS,
        "in_window": fraction["denominator"],
        "changes_a_run": CHANGES,
        "median_ms": round(median(time for times in rounds for time in times), 1),
    }
    return [Measured(budget=budgets["changed_field"], runs=slowest, notes=notes)]


def _order(number: int) -> tuple[str, str]:
    day = AS_OF - timedelta(days=number * DAYS // ORDERS)
    return f"111-{number:07d}-{number:07d}", day.isoformat()


def _report() -> str:
    """One seller's orders of the last days, evenly spread."""
    orders = map(_order, range(ORDERS))
    return HEADER + "".join(
        f"{order_id}\t{day}T12:00:00+00:00\t{day}T12:00:00+00:00\tShipped\tMerchant\tAmazon.com\n"
        for order_id, day in orders
    )


def _claims() -> list[dict[str, str]]:
    """Granted claims on orders before, in and after the window, each with its decision; the first lies in it."""
    orders = [
        _order(place * ORDERS // MARKED)
        for place in sorted(range(1, MARKED), key=lambda place: abs(place - MARKED // 2))
    ]
    return [
        {
            "order_id": order_id,
            "order_date": day,
            "fulfillment": "mfn",
            "type": "a_to_z_claim",
            "outcome": "granted",
            "decided_on": (AS_OF - timedelta(days=9)).isoformat(),
        }
        for order_id, day in orders
    ]
