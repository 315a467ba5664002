"""Orders counted with DuckDB: `python -m tests.reference.bench_duckdb FILE FIRST LAST`."""

from __future__ import annotations

import json
import sys

import duckdb

QUERY = r"""
select "fulfillment-channel", count(distinct "amazon-order-id")
from read_csv(?, delim = '\t', quote = '', escape = '', header = true, all_varchar = true)
where regexp_full_match("amazon-order-id", '\d{3}-\d{7}-\d{7}')
  and not starts_with("sales-channel", 'Non-Amazon')
  and "purchase-date"[:10] between ? and ?
group by 1
"""


def main(path: str, first: str, last: str) -> None:
    """Print the distinct orders of the window, by fulfilment channel."""
    print(json.dumps(dict(duckdb.execute(QUERY, [path, first, last]).fetchall())))


if __name__ == "__main__":
    main(*sys.argv[1:4])
