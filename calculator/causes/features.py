"""Features: what the learned weights look at, each with the tokens it was seen in.

Two kinds. Grams: words, pairs of words and pieces of words as written. Notions: which concepts stand
in the comment, which are denied, which two share a clause, which open and close it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from calculator.causes.concepts import DENIAL, Hit, clauses
from calculator.causes.tokens import Token

SHORTEST, LONGEST = 3, 5
EAST = 3
_MOST_LETTERS = 32
_KEPT_MARKS = frozenset("!?.")
_LENGTHS = 12


class Seen(NamedTuple):
    """A feature with the places it was seen at, as first token and the token behind it."""

    name: str
    places: list[tuple[int, int]]


def grams(comment: Sequence[Token], *, east: bool) -> list[Seen]:
    """Return the grams of a comment, each once, in the order they were first seen."""
    found: dict[str, list[tuple[int, int]]] = {}
    words = [(at, one.word) for at, one in enumerate(comment) if one.word != "\n"]
    if east:
        for number, (at, _) in enumerate(words):
            for many in range(1, EAST + 1):
                part = words[number : number + many]
                if len(part) == many:
                    found.setdefault("".join(word for _, word in part), []).append((at, part[-1][0] + 1))
        return [Seen(*one) for one in found.items()]
    words = [(at, word) for at, word in words if word[0].isalnum() or word in _KEPT_MARKS]
    for number, (at, word) in enumerate(words):
        found.setdefault(f"={word}", []).append((at, at + 1))
        if number + 1 < len(words):
            behind, following = words[number + 1]
            found.setdefault(f"{word}+{following}", []).append((at, behind + 1))
        for piece in pieces(word):
            found.setdefault(piece, []).append((at, at + 1))
    return [Seen(*one) for one in found.items()]


def pieces(word: str) -> list[str]:
    """Return the runs of three to five letters in a word, its ends marked.

    >>> pieces("to")
    ['_to', 'to_', '_to_']
    """
    whole = f"_{word[:_MOST_LETTERS]}_"
    return [
        whole[at : at + many] for many in range(SHORTEST, LONGEST + 1) for at in range(len(whole) - many + 1)
    ]


def notions(comment: Sequence[Token], hits: Sequence[Hit]) -> list[Seen]:
    """Return what the concepts of a comment tell, each once."""
    found: dict[str, list[tuple[int, int]]] = {}
    number = clauses(comment, hits)
    together: dict[int, dict[str, tuple[int, int]]] = {}
    for one in hits:
        together.setdefault(number[one.first], {}).setdefault(one.concept, (one.first, one.behind))
    for said in together.values():
        names = sorted(said)
        for at, name in enumerate(names):
            found.setdefault(name, []).append(said[name])
            if DENIAL in said and name != DENIAL:
                found.setdefault(f"-{name}", []).append(said[name])
            for other in names[at + 1 :]:
                found.setdefault(f"{name}+{other}", []).extend((said[name], said[other]))
    for name in [name for name, places in found.items() if len(places) > 1 and name.isalpha()]:
        found[f"2{name}"] = found[name]
    for mark, clause in (("<", min(together, default=0)), (">", max(together, default=0))):
        for name, place in together.get(clause, {}).items():
            found[f"{mark}{name}"] = [place]
    found[f"#{min(len(comment) // 5, _LENGTHS)}"] = []
    return [Seen(*one) for one in found.items()]
