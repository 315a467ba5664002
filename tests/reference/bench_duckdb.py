"""Orders counted with DuckDB: `python -m tests.reference.bench_duckdb FILE FIRST LAST`.

It is spared what real files need besides: the newest row of each order.
"""

from __future__ import annotations

import json
import sys

import duckdb

QUERY = r"""
select "fulfillment-channel", count(distinct "amazon-order-id"), count(distinct "amazon-order-id") filter (
  not starts_with("order-status", 'Cancel') and not starts_with("order-status", 'Pending'))
from read_csv(?, delim = '\t', quote = '', escape = '', header = true, all_varchar = true)
where regexp_full_match("amazon-order-id", '\d{3}-\d{7}-\d{7}')
  and not starts_with("sales-channel", 'Non-Amazon')
  and "purchase-date"[:10] between ? and ?
group by 1
"""


def main(path: str, first: str, last: str) -> None:
    """Print the distinct orders of the window, all and settled ones, by fulfilment channel."""
    rows = duckdb.execute(QUERY, [path, first, last]).fetchall()
    counts = {
        name: {row[0]: row[place] for row in rows} for place, name in enumerate(("high", "low"), start=1)
    }
    print(json.dumps(counts))


if __name__ == "__main__":
    main(*sys.argv[1:4])
