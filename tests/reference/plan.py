"""What a random shop sets out to be, before a single order is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .stores import STORES
from .truth import AFN, FULFILLMENTS, MFN, Corner

if TYPE_CHECKING:
    from random import Random

    from .stores import Store

FIRST_AS_OF = date(2026, 6, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The frame of one shop: its day, its window and where it comes from, its stores, its size."""

    as_of: date
    first: date
    last: date
    basis: str
    home: Store
    abroad: tuple[Store, ...]
    typed: tuple[str, ...]
    sold: tuple[str, ...]
    size: str
    corners: frozenset[Corner]


def plan(rng: Random, corners: frozenset[Corner]) -> Plan:
    """Draw the frame of a shop."""
    as_of = FIRST_AS_OF + timedelta(days=rng.randrange(600))
    basis = rng.choices(("lag", "reported", "chosen", "typed"), (50, 18, 16, 16))[0]
    home = rng.choice(STORES)
    others = [store for store in STORES if store is not home]
    typed: tuple[str, ...] = ()
    sold: tuple[str, ...] = rng.choices((FULFILLMENTS, (MFN,), (AFN,)), (70, 20, 10))[0]
    if basis == "typed":
        typed, sold = rng.choice((((MFN,), ()), ((MFN, AFN), ()), ((MFN,), (AFN,)), ((AFN,), (MFN,))))
    first, last = _window(rng, as_of, basis)
    return Plan(
        as_of=as_of,
        first=first,
        last=last,
        basis=basis,
        home=home,
        abroad=() if basis == "typed" else tuple(rng.sample(others, rng.choice((0, 0, 1, 1, 2, 3)))),
        typed=typed,
        sold=sold,
        size=rng.choices(("tiny", "aimed", "large"), (20, 50, 30))[0],
        corners=corners,
    )


def _window(rng: Random, as_of: date, basis: str) -> tuple[date, date]:
    """The window of each basis; a chosen one may have any length."""
    lags = {
        "lag": [15],
        "reported": [15, 14, 16, 18, 10, 21, 9, 22, 30],
        "chosen": [0, 1, 5, 15, 40],
        "typed": [15, 17, 3],
    }
    last = as_of - timedelta(days=rng.choice(lags[basis]))
    days = rng.choice((60, 60, 1, 30, 90)) if basis == "chosen" else 60
    return last - timedelta(days=days - 1), last
