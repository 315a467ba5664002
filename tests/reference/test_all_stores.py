"""`odr assess --all-stores`: every store of a shop as if it alone had been asked for, one object a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .door import run
from .recount_orders import merged, store_counts
from .reports import write
from .shop import shop as random_shop

SEEDS = [seed for seed in range(60) if len(store_counts(merged(random_shop(seed)))) > 2][:6]


@pytest.mark.parametrize("seed", SEEDS)
def test_each_line_is_the_answer_for_its_store_alone(seed: int, tmp_path: Path) -> None:
    shop = random_shop(seed)
    words = ["assess", *map(str, write(shop, tmp_path)), "--as-of", str(shop.as_of), "--json"]
    _, text = run([*words, "--all-stores"])
    lines = [json.loads(line) for line in text.splitlines()]
    assert sorted(line["store"] for line in lines) == sorted(store_counts(merged(shop)))
    for line in lines:
        assert json.loads(run([*words, "--store", line["store"]])[1]) == line
