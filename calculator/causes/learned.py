"""Learned: whole-number weights of features for each cause, and what each feature adds.

The weights come from our own labelled examples (`tests/causes/train.py` writes `weights.toml`); they
are small whole numbers, so every machine and browser counts the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import isqrt
from typing import NamedTuple

from calculator import tables
from calculator.causes.features import Seen, grams, notions
from calculator.causes.language import Read
from calculator.causes.model import Cause
from calculator.causes.signals import WITHOUT_SPACES

CAUSES = tuple(Cause)
ZERO = "h"
"""The letter of the weight nothing; the letters before it are less, those behind it more."""
NONE = "0"
"""The letter of a gram that counts nothing; the letters behind it count more."""
TIMES = (16, 27, 34, 38, 42, 45, 47, 49)
"""What a gram seen once, twice, … counts."""
FULL = 1 << 10
NOTION_SHARE = 7
"""Tenths: how much all notions of a comment count beside all its grams."""

Row = tuple[int, ...]


class Told(NamedTuple):
    """What one feature adds to each cause, and the places it was seen at."""

    adds: list[int]
    places: list[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What is learned: for each gram how rare it is and its weights, for each notion its weights.

    `unit` is the score at which a cause is as good as certain, `-unit` the one at which it is not meant.
    """

    rare: dict[str, int]
    grams: dict[str, Row]
    notions: dict[str, Row]
    start: Row
    unit: int


@cache
def weights() -> Weights:
    """Return the weights that travel with the package."""
    table = tables.read("calculator.causes", "weights")
    names, rare = "".join(table["grams"]["names"]).split(), "".join(table["grams"]["rare"])
    return Weights(
        rare={name: ord(letter) - ord(NONE) for name, letter in zip(names, rare, strict=True)},
        grams=_rows(names, table["grams"]["weights"]),
        notions=_rows("".join(table["notions"]["names"]).split(), table["notions"]["weights"]),
        start=tuple(table["start"]),
        unit=table["unit"],
    )


def scores(told: Sequence[Told]) -> list[int]:
    """Return the score of each cause, in the order of the causes."""
    found = list(weights().start)
    for one in told:
        for number, added in enumerate(one.adds):
            found[number] += added
    return found


def told_by(read: Read) -> list[Told]:
    """Return what each known feature of a comment adds."""
    known = weights()
    shares = gram_shares(grams(read.comment, east=read.lang in WITHOUT_SPACES), known.rare)
    told = [Told([w * share for w in known.grams[seen.name]], seen.places) for seen, share in shares]
    noted = notion_shares(notions(read.comment, read.hits), known.notions)
    return told + [Told([w * share for w in known.notions[seen.name]], seen.places) for seen, share in noted]


def gram_shares(found: Sequence[Seen], rare: dict[str, int]) -> list[tuple[Seen, int]]:
    """Return the known grams with their share of the whole; the squares of all shares are one."""
    known = [(one, rare[one.name] * _times(len(one.places))) for one in found if one.name in rare]
    whole = isqrt(sum(value * value for _, value in known)) or 1
    return [(one, value * FULL // whole) for one, value in known]


def notion_shares(found: Sequence[Seen], known: dict[str, Row] | frozenset[str]) -> list[tuple[Seen, int]]:
    """Return the known notions, each with an equal share."""
    kept = [one for one in found if one.name in known]
    share = NOTION_SHARE * FULL // max(isqrt(100 * len(kept)), 1)
    return [(one, share) for one in kept]


def _times(many: int) -> int:
    return TIMES[min(many, len(TIMES)) - 1]


def _rows(names: Sequence[str], written: dict[str, list[str]]) -> dict[str, Row]:
    columns = ["".join(written[cause]) for cause in CAUSES]
    rows = zip(*columns, strict=True)
    return {
        name: tuple(ord(letter) - ord(ZERO) for letter in row) for name, row in zip(names, rows, strict=True)
    }
