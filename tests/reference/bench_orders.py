"""One seller's All Orders report of a million rows, always the same to the byte."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from .dice import dice
from .order_report import BUSINESS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROWS, DAYS = 1_000_000, 180
AS_OF = date(2026, 11, 22)
STATUSES = (
    ("Shipped",) * 88 + ("Unshipped", "Unshipped", "Shipping", "Pending", "Pending") + ("Cancelled",) * 7
)
FILLING = "\t\tStandard\tStainless travel mug, 350 ml, matt blue\tMUG-350-BLUE\tB0TEST0001\t"


def report(folder: Path, rows: int = ROWS) -> Path:
    """The report in this folder, written once; it is named after what it holds."""
    path = folder / f"all-orders-{rows}-2.txt"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            file.write("\t".join(BUSINESS) + "\r\n")
            file.writelines(_lines(rows))
        unfinished.rename(path)
    return path


def _lines(rows: int) -> Iterator[str]:
    """Orders of one to three items, sold over half a year, three in five by the seller."""
    rng = dice("a million rows")
    start = datetime(AS_OF.year, AS_OF.month, AS_OF.day, tzinfo=UTC) - timedelta(days=DAYS)
    written = number = 0
    while written < rows:
        number += 1
        order_id = f"{111 + number % 4}-{rng.randrange(10**7):07d}-{number:07d}"
        bought = start + timedelta(seconds=rng.randrange(DAYS * 86_400))
        updated = bought + timedelta(hours=rng.randrange(1, 72))
        status, channel = rng.choice(STATUSES), "Merchant" if rng.random() < 0.6 else "Amazon"
        for _ in range(min(rng.choice((1, 1, 1, 1, 2, 3)), rows - written)):
            written += 1
            yield (
                f"{order_id}\t{order_id}\t{bought.isoformat()}\t{updated.isoformat()}\t{status}\t{channel}\tAmazon.com\t"
                f"{FILLING}{status}\t1\tUSD\t{rng.randrange(500, 9000) / 100}\t0.0\t\t\t\t\t\t\t"
                f"SPRINGFIELD\tIL\t62704\tUS\t\tfalse\t\t\r\n"
            )
