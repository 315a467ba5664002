"""Concepts: what the words of a comment are about, whatever the language: arriving, waiting, breaking.

Words of one language are lists as data (`words/<lang>.toml`); the names of the lists are the same in
every language, so what is learned from one language helps the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from calculator import tables
from calculator.causes.tokens import Token, tokens

_LONGEST = 24
_ENDS = frozenset(".,;:!?。、…()\n—–，；：！？")
DENIAL, TURN = "neg", "but"


class Hit(NamedTuple):
    """A concept found: its first token and the token behind it."""

    first: int
    behind: int
    concept: str


@dataclass(slots=True)
class Words:
    """The words of one language by their first token, whole ones and beginnings."""

    whole: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    begun: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)

    def add(self, words: tuple[str, ...], concept: str) -> None:
        """Take in one word, or several in a row."""
        first = words[0]
        table = self.begun if first.endswith("*") else self.whole
        table.setdefault(first.rstrip("*"), []).append((words, concept))

    def found(self, comment: Sequence[Token]) -> list[Hit]:
        """Return every concept of a comment in the order of its tokens."""
        said = [one.word for one in comment]
        hits: list[Hit] = []
        for at, word in enumerate(said):
            for words, concept in self._asked(word):
                if len(words) == 1 or _stands(words, said, at):
                    hits.append(Hit(at, at + len(words), concept))
        return hits

    def _asked(self, word: str) -> Iterator[tuple[tuple[str, ...], str]]:
        yield from self.whole.get(word, ())
        for length in range(1, min(len(word), _LONGEST) + 1):
            if word[:length] in self.begun:
                yield from self.begun[word[:length]]


@cache
def words_of(lang: str) -> Words:
    """Return the words of a language, folded as comments are."""
    found = Words()
    table = tables.read("calculator.causes", f"words/{lang}")
    for concept, words in table["about"].items():
        for one in words:
            found.add(_folded(one, chinese=lang == "zh"), concept)
    return found


def clauses(comment: Sequence[Token], hits: Sequence[Hit]) -> list[int]:
    """Return the number of the clause each token stands in; a mark or a turning word begins a new one."""
    turns = {one.first for one in hits if one.concept == TURN}
    numbers, number = [], 0
    for at, token in enumerate(comment):
        number += token.word in _ENDS or at in turns
        numbers.append(number)
    return numbers


def _folded(words: str, *, chinese: bool) -> tuple[str, ...]:
    found: list[str] = []
    for one in tokens(words, chinese=chinese):
        if one.word == "*" and found:
            found[-1] += "*"
        else:
            found.append(one.word)
    return tuple(found)


def _stands(words: tuple[str, ...], said: Sequence[str], at: int) -> bool:
    if at + len(words) > len(said):
        return False
    return all(
        word == asked or (asked[-1] == "*" and word.startswith(asked[:-1]))
        for word, asked in zip(said[at : at + len(words)], words, strict=True)
    )
