"""Learn the weights of the causes from our own examples: `python -m tests.causes.train`.

A linear support vector machine for each cause, solved by coordinate descent in plain Python (no
library, no chance: the same examples give the same file). Writes `calculator/causes/weights.toml`
with the checksum of what it learned from; a test compares it.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from calculator.causes.features import grams, notions
from calculator.causes.language import read
from calculator.causes.learned import CAUSES, FULL, NONE, ZERO, gram_shares, notion_shares
from calculator.causes.signals import WITHOUT_SPACES
from tests.causes.evaluate import labelled

WEIGHTS = Path(__file__).parents[2] / "calculator" / "causes" / "weights.toml"
SETS = ("examples", "held_out")
LEAST_SEEN, MOST_GRAMS = 3, 16_000
COST, ROUNDS = 1.0, 40
UNIT, MOST = 0.12, 31
WIDTH = 110

Example = list[tuple[int, float]]


def rows_of(names: tuple[str, ...] = SETS) -> list[dict[str, Any]]:
    """The labelled comments to learn from."""
    return [row for name in names for row in labelled(name)]


def checksum(rows: list[dict[str, Any]]) -> str:
    """Checksum of texts and labels."""
    said = [[row["lang"], row["text"], row["primary"]] for row in rows]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


class Shop:
    """The examples as numbered features."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        """Read every comment once, in its own language."""
        self.read = [read(row["text"], row["lang"]) for row in rows]
        self.grams = [grams(one.comment, east=one.lang in WITHOUT_SPACES) for one in self.read]
        self.notions = [notions(one.comment, one.hits) for one in self.read]
        self.labels = [CAUSES.index(row["primary"]) for row in rows]
        seen = Counter(one.name for found in self.grams for one in found)
        known = Counter(one.name for found in self.notions for one in found)
        self.rare = {
            name: max(round(4 * (math.log((1 + len(rows)) / (1 + n)) + 1)), 1)
            for name, n in sorted(seen.items())
            if n >= LEAST_SEEN
        }
        self.seen = seen
        self.known = sorted(name for name, n in known.items() if n >= LEAST_SEEN)

    def examples(self) -> tuple[list[str], list[Example]]:
        """Return the names of the features and every comment as numbers of them."""
        names = [*self.rare, *self.known]
        number = {name: at for at, name in enumerate(self.rare)}
        noted = {name: at + len(self.rare) for at, name in enumerate(self.known)}
        known = frozenset(self.known)
        rows: list[Example] = []
        for found, told in zip(self.grams, self.notions, strict=True):
            row = [(number[one.name], share / FULL) for one, share in gram_shares(found, self.rare)]
            row += [(noted[one.name], share / FULL) for one, share in notion_shares(told, known)]
            rows.append([*row, (len(names), 1.0)])
        return names, rows


def learned(rows: list[Example], is_cause: list[bool], many: int) -> list[float]:
    """Return the weights that part the comments of one cause from all others."""
    weight = [0.0] * (many + 1)
    alpha = [0.0] * len(rows)
    curve = [sum(value * value for _, value in row) + 0.5 / COST for row in rows]
    order = list(range(len(rows)))
    chance = random.Random(5)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        worst = 0.0
        for at in order:
            sign = 1.0 if is_cause[at] else -1.0
            row = rows[at]
            slope = sign * sum([weight[number] * value for number, value in row]) - 1 + alpha[at] * 0.5 / COST
            if alpha[at] == 0.0 and slope >= 0:
                continue
            worst = max(worst, abs(slope))
            new = max(alpha[at] - slope / curve[at], 0.0)
            change = (new - alpha[at]) * sign
            alpha[at] = new
            for number, value in row:
                weight[number] += change * value
        if worst < 0.02:
            break
    return weight


def all_learned(shop: Shop) -> tuple[list[str], list[list[float]]]:
    """Return the weights of every cause after the grams that tell least were left out."""
    names, rows = shop.examples()
    first = [learned(rows, [one == at for one in shop.labels], len(names)) for at in range(len(CAUSES))]
    if len(shop.rare) > MOST_GRAMS:
        tells = {
            name: max(abs(weight[at]) for weight in first) * math.sqrt(shop.seen[name])
            for at, name in enumerate(shop.rare)
        }
        kept = set(sorted(tells, key=lambda name: (-tells[name], name))[:MOST_GRAMS])
        shop.rare = {name: rare for name, rare in shop.rare.items() if name in kept}
        names, rows = shop.examples()
        first = [learned(rows, [one == at for one in shop.labels], len(names)) for at in range(len(CAUSES))]
    return names, first


def whole(weights: list[list[float]]) -> tuple[list[list[int]], list[int]]:
    """Return weights and beginnings as whole numbers."""
    rows = [[max(-MOST, min(MOST, round(one / UNIT))) for one in weight[:-1]] for weight in weights]
    return rows, [round(weight[-1] / UNIT * FULL) for weight in weights]


def written(shop: Shop, names: list[str], weights: list[list[float]], check: str) -> str:
    """Return the file."""
    rows, start = whole(weights)
    many = len(shop.rare)
    lines = [
        "# Written by tests/causes/train.py; learned from our own examples. Do not edit.",
        f'learned_from = "{check}"',
        f"unit = {round(FULL / UNIT)}",
        f"start = {start}",
        "",
        "[grams]",
        f"names = {_wrapped(' '.join(shop.rare))}",
        f"rare = {_wrapped(''.join(chr(ord(NONE) + one) for one in shop.rare.values()))}",
        "[grams.weights]",
        *(f"{cause} = {_wrapped(_letters(rows[at][:many]))}" for at, cause in enumerate(CAUSES)),
        "",
        "[notions]",
        f"names = {_wrapped(' '.join(shop.known))}",
        "[notions.weights]",
        *(f"{cause} = {_wrapped(_letters(rows[at][many:]))}" for at, cause in enumerate(CAUSES)),
    ]
    return "\n".join(lines) + "\n"


def _letters(row: list[int]) -> str:
    return "".join(chr(ord(ZERO) + one) for one in row)


def _wrapped(text: str) -> str:
    parts = [text[at : at + WIDTH] for at in range(0, len(text), WIDTH)]
    return "[\n" + "".join(f"  {json.dumps(part, ensure_ascii=False)},\n" for part in parts) + "]"


def main() -> None:
    """Learn and write."""
    rows = rows_of(tuple(sys.argv[1:]) or SETS)
    shop = Shop(rows)
    names, weights = all_learned(shop)
    WEIGHTS.write_text(written(shop, names, weights, checksum(rows)), encoding="utf-8")
    print(len(rows), "comments,", len(shop.rare), "grams,", len(shop.known), "notions")


if __name__ == "__main__":
    main()
