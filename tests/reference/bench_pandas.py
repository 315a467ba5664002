"""Orders counted with pandas: `python -m tests.reference.bench_pandas FILE FIRST LAST`.

It is spared what real files need besides: the newest row of each order.
"""

from __future__ import annotations

import csv
import json
import sys

import pandas as pd  # type: ignore[import-untyped]  # ships no types

COLUMNS = ["amazon-order-id", "purchase-date", "order-status", "fulfillment-channel", "sales-channel"]


def main(path: str, first: str, last: str) -> None:
    """Print the distinct orders of the window, all and settled ones, by fulfilment channel."""
    table = pd.read_csv(path, sep="\t", usecols=COLUMNS, dtype=str, quoting=csv.QUOTE_NONE)
    day = table["purchase-date"].str[:10]
    known = table["amazon-order-id"].str.fullmatch(r"\d{3}-\d{7}-\d{7}")
    sold = ~table["sales-channel"].str.startswith("Non-Amazon")
    inside = table[known & sold & (day >= first) & (day <= last)]
    settled = inside[~inside["order-status"].str.startswith(("Cancel", "Pending"))]
    print(json.dumps({"high": distinct(inside), "low": distinct(settled)}))


def distinct(table: pd.DataFrame) -> dict[str, int]:
    """Distinct orders, by fulfilment channel."""
    counts: dict[str, int] = table.groupby("fulfillment-channel")["amazon-order-id"].nunique().to_dict()
    return counts


if __name__ == "__main__":
    main(*sys.argv[1:4])
