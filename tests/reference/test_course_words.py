"""The coming days as they are told: every row of the table and the earliest day equal the recount."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from calculator.explain import recovery

from .compare_recovery import assessment
from .dice import dice
from .recount_recovery import recovery as recount
from .recount_sides import side
from .shop import shop as random_shop
from .test_recovery_shops import SHOPS

WHOLE_ID = re.compile(r"\d{3}-\d{7}-\d{7}")


def told(rows: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    return [(row["iso"], number(row["orders"]), number(row["orders_with_defects"])) for row in rows]


def number(words: str) -> int:
    return int(words.replace(",", ""))


@pytest.mark.parametrize("seed", range(SHOPS // 2))
def test_the_table_of_days_and_the_earliest_day_are_those_of_the_recount(seed: int) -> None:
    one = random_shop(seed)
    if seed % 3 == 0:
        last = one.as_of - timedelta(days=dice(f"words {seed}").randrange(120))
        one = replace(one, window=(last - timedelta(days=59), last))
    for lang in ("en", "zh-Hans"):
        for block in recovery.blocks(recovery.courses(assessment(one), lang)):
            own = recount(side(one, block["fulfillment"]))["no_new_orders"]
            days = [(day["day"], day["orders"], day["orders_with_defects"]) for day in own["days"]]
            assert told(block["days"]["rows"]) == days
            assert block["earliest"]["iso"] in (None, own["first_day_on_target"])
            assert not WHOLE_ID.search(str(block))
