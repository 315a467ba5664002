"""The random shops reach what they are there for: without these, agreement would say little."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from .document import TEXT_ENCODINGS
from .recount import recount
from .recount_defects import OUTCOMES, hand_rows
from .recount_orders import Fate, all_rows, fate
from .reports import documents
from .shop import shop as random_shop
from .shop_orders import INDIAN, KNOWN, UNKNOWN
from .stores import STORES

if TYPE_CHECKING:
    from .truth import Shop


@cache
def shops() -> tuple[Shop, ...]:
    return tuple(random_shop(seed) for seed in range(150))


@cache
def answers() -> tuple[Any, ...]:
    return tuple(recount(shop) for shop in shops())


def test_every_verdict_basis_and_store_occurs() -> None:
    rates = [answer["order_defect_rate"][kind]["verdict"] for answer in answers() for kind in ("mfn", "afn")]
    assert set(rates) == {"on_target", "off_target", "undecided", "no_orders"}
    assert {answer["reporting_window"]["basis"] for answer in answers()} == {"lag", "reported", "chosen"}
    assert {answer["store"] for answer in answers()} == {store.code for store in STORES}


def test_every_status_outcome_and_exclusion_occurs() -> None:
    rows = [row for shop in shops() for row in all_rows(shop)]
    assert {row.status for row in rows} >= {*KNOWN, *UNKNOWN, *INDIAN}
    assert {fate(row) for row in rows} == set(Fate)
    typed = {(row.type, row.outcome) for shop in shops() for row in hand_rows(shop)}
    assert typed > set(OUTCOMES)


def test_every_encoding_and_container_occurs() -> None:
    files = [file for shop in shops() for file in documents(shop)]
    assert {file.encoding for file in files if not file.sheet} == set(TEXT_ENCODINGS)
    assert {file.sheet for file in files} == {True, False}


def test_some_shops_stand_one_order_away_from_another_verdict() -> None:
    margins = set()
    for answer in answers():
        for rate in (answer["order_defect_rate"][kind] for kind in ("mfn", "afn")):
            if rate["orders_with_defects"]["low"]:
                margins.add(rate["orders"]["high"] - 100 * rate["orders_with_defects"]["low"])
    assert {0, 1} <= margins
