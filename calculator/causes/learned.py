"""Learned: whole-number weights of features for each cause, and how much speaks for each.

The weights come from our own labelled examples (`tests/causes/train.py` writes `weights.toml`); they
are small whole numbers, so every machine and browser counts the same. The weights of a feature for
all causes stand side by side in one number, so that adding up a comment is one sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cache
from math import isqrt
from typing import NamedTuple

from calculator import tables
from calculator.causes.features import Seen, notions
from calculator.causes.language import Read
from calculator.causes.model import Cause

CAUSES = tuple(Cause)
ZERO, NONE = "P", "0"
"""The letter of the weight nothing, the letters before it are less; and of a gram that counts nothing."""
TIMES = (16, 27, 34, 38, 42, 45, 47, 49)
"""What a gram seen once, twice, … counts."""
FULL = 1 << 10
NOTION_SHARE = 7
"""Tenths: how much all notions of a comment count beside all its grams."""
LANE, LEAST = 40, 32
"""Bits a cause has in a row, and what is added to each weight so that none is below nothing."""
_MASK = (1 << LANE) - 1
_RAISED = bytes((letter - ord(ZERO) + LEAST) % 256 for letter in range(256))


class Told(NamedTuple):
    """What one feature tells: its share of the comment, its row of weights, where it was seen."""

    share: int
    row: int
    places: list[tuple[int, int]]

    def adds(self, number: int) -> int:
        """Return what it adds to a cause more than to the others on average."""
        own = self.row >> number * LANE & _MASK
        rest = sum(self.row >> at * LANE & _MASK for at in range(len(CAUSES))) - own
        return self.share * (own * (len(CAUSES) - 1) - rest) // (len(CAUSES) - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What is learned: for each gram how rare it is and its weights, for each notion its weights.

    `unit` is the score at which a cause is as good as certain, `-unit` the one at which it is not meant.
    """

    rare: dict[str, int]
    grams: dict[str, int]
    notions: dict[str, int]
    start: tuple[int, ...]
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


def scores(told: Iterable[Told]) -> list[int]:
    """Return the score of each cause, in the order of the causes."""
    whole = shares = 0
    for share, row, _ in told:
        whole += share * row
        shares += share
    return [(whole >> at * LANE & _MASK) - LEAST * shares + begin for at, begin in enumerate(weights().start)]


def told_by(found: Sequence[Seen], read: Read) -> list[Told]:
    """Return what each known feature of a comment tells; `found` are its grams."""
    known = weights()
    told = [Told(share, known.grams[one.name], one.places) for one, share in gram_shares(found, known.rare)]
    noted = notion_shares(notions(read.comment, read.hits), known.notions.keys())
    return told + [Told(share, known.notions[one.name], one.places) for one, share in noted]


def gram_shares(found: Iterable[Seen], rare: dict[str, int]) -> list[tuple[Seen, int]]:
    """Return the known grams with their share of the whole; the squares of all shares are one."""
    most = len(TIMES)
    known = [
        (one, rare[one.name] * TIMES[min(len(one.places), most) - 1]) for one in found if one.name in rare
    ]
    whole = isqrt(sum([value * value for _, value in known])) or 1
    return [(one, value * FULL // whole) for one, value in known]


def notion_shares(found: Sequence[Seen], known: Set[str]) -> list[tuple[Seen, int]]:
    """Return the known notions, each with an equal share."""
    kept = [one for one in found if one.name in known]
    share = NOTION_SHARE * FULL // max(isqrt(100 * len(kept)), 1)
    return [(one, share) for one in kept]


def _rows(names: Sequence[str], written: dict[str, list[str]]) -> dict[str, int]:
    """Return the row of each name: one byte a weight, at the foot of its lane."""
    columns = ["".join(written[cause]).encode().translate(_RAISED) for cause in CAUSES]
    row = bytearray(len(CAUSES) * LANE // 8)
    rows = {}
    for name, each in zip(names, zip(*columns, strict=True), strict=True):
        row[:: LANE // 8] = bytes(each)
        rows[name] = int.from_bytes(row, "little")
    return rows
