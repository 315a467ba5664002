"""Two counts of the same shops: `odr assess` from the files, the recount from the truth."""

from __future__ import annotations

import os
from dataclasses import replace
from pprint import pformat
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as some

from .compare import compare
from .dice import dice
from .door import assess
from .reports import arguments, documents
from .shop import shop as random_shop
from .smallest import smallest
from .truth import Corner

if TYPE_CHECKING:
    from .truth import Shop

SHOPS = int(os.environ.get("ODR_SHOPS", "40"))
CORNERS = frozenset(Corner(word) for word in os.environ.get("ODR_CORNERS", "").split())


def differing(shop: Shop) -> list[str]:
    return compare(shop, assess(shop))


def report(shop: Shop, found: list[str]) -> str:
    """The differences of the smallest shop that still differs in the same keys."""
    keys = {line.split(":")[0].split("[")[0].split(".")[0] for line in found}

    def still(candidate: Shop) -> bool:
        try:
            return any(line.startswith(tuple(keys)) for line in differing(candidate))
        except AssertionError:
            return False

    least = smallest(shop, still)
    lines = [f"shop {shop.seed}, {arguments(least)}", *differing(least), "", pformat(least, width=180)]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(SHOPS))
def test_a_random_shop_is_assessed_as_the_recount_from_its_truth_says(seed: int) -> None:
    shop = random_shop(seed, CORNERS)
    found = differing(shop)
    if found:
        pytest.fail(report(shop, found), pytrace=False)


def without_lines(answer: dict[str, Any]) -> dict[str, Any]:
    """An assessment whose problems are a bag without line numbers."""
    problems = [{**problem, "line": None} for problem in answer["problems"]]
    return {**answer, "problems": sorted(problems, key=repr)}


@settings(max_examples=max(10, SHOPS // 2), deadline=None, phases=(Phase.reuse, Phase.generate))
@given(seed=some.integers(0, 10**6), shuffle=some.integers(0, 10**6))
def test_no_result_depends_on_the_order_of_files_or_rows(seed: int, shuffle: int) -> None:
    shop, rng = random_shop(seed, CORNERS), dice(f"shuffle {shuffle}")
    files = documents(shop)
    stirred = [replace(file, rows=tuple(rng.sample(file.rows, len(file.rows)))) for file in files]
    rng.shuffle(stirred)
    before, after = without_lines(assess(shop, files)), without_lines(assess(shop, stirred))
    changed = [
        f"{key}: {before[key]!r}\n became {after[key]!r}" for key in before if before[key] != after[key]
    ]
    assert before == after, f"shop {seed}, shuffle {shuffle}: " + "\n".join(changed)
