"""Patterns: small word patterns, and where they stand in a comment, in time linear to its length.

A phrase is words in a row. `(late|too late)` is a choice, `<not>` a named set of choices, a `?`
behind either makes it optional, `~` leaves room for a few words, `refus*` is the beginning of a
word. No pattern reaches over a punctuation mark it does not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from calculator.causes.tokens import Token, tokens

_PARTS = re.compile(r"<\w+>\??|\([^()]*\)\??|~|[^<>()~]+")
ROOM_WORDS, ROOM_CHARACTERS = 4, 8
_MARK = re.compile(r"[^\w\s]|\n")


Words = tuple[str, ...]


class Step(NamedTuple):
    """One part of a pattern: its choices, none for a gap, and those choices by their first word."""

    choices: tuple[Words, ...]
    exact: dict[str, tuple[Words, ...]]
    begun: tuple[Words, ...]

    @classmethod
    def of(cls, choices: Sequence[Words]) -> Step:
        """Return a part with these choices; an empty one may be left out."""
        firsts = dict.fromkeys(words[0] for words in choices if words)
        exact = {first: tuple(words for words in choices if words[:1] == (first,)) for first in firsts}
        begun = tuple(words for words in choices if not words or words[0].endswith("*"))
        return cls(tuple(choices), exact, begun)


class Match(NamedTuple):
    """A phrase found: its first token, the token behind it, the name of its signal."""

    first: int
    behind: int
    signal: str


def steps_of(phrase: str, sets: Mapping[str, Sequence[str]], *, chinese: bool = False) -> tuple[Step, ...]:
    """Return the parts of one phrase.

    Raises:
        KeyError: the phrase names a set that does not exist.
    """
    return tuple(_step(part, sets, chinese=chinese) for part in _PARTS.findall(phrase) if part.strip())


def _step(part: str, sets: Mapping[str, Sequence[str]], *, chinese: bool) -> Step:
    if part == "~":
        return Step.of(())
    bare = part.removesuffix("?")
    if bare.startswith("<"):
        choices: Sequence[str] = sets[bare[1:-1]]
    else:
        choices = bare[1:-1].split("|") if bare.startswith("(") else [part]
    whole = [word for choice in choices for word in _filled(choice, sets)]
    found = [_words(choice, chinese=chinese) for choice in whole]
    is_optional = part.endswith("?") and bare[:1] in {"<", "("}
    return Step.of([*found, ()] if is_optional else found)


def _filled(choice: str, sets: Mapping[str, Sequence[str]]) -> list[str]:
    """Return a choice once for every member of the sets it names."""
    before, named, rest = choice.partition("<")
    if not named:
        return [choice]
    name, _, after = rest.partition(">")
    return [before + member + end for member in sets[name] for end in _filled(after, sets)]


def _words(choice: str, *, chinese: bool) -> Words:
    """Return the words of one choice; a `*` stays at the end of its word."""
    found: list[str] = []
    for one in tokens(choice, chinese=chinese):
        if one.word == "*":
            found[-1] += "*"
        else:
            found.append(one.word)
    return tuple(found)


@dataclass(slots=True)
class Finder:
    """All phrases of one language, held by their first word."""

    room: int
    exact: dict[str, list[tuple[tuple[Step, ...], str]]] = field(default_factory=dict)
    begun: dict[str, list[tuple[tuple[Step, ...], str]]] = field(default_factory=dict)

    def add(self, steps: tuple[Step, ...], signal: str) -> None:
        """Take in one phrase of a signal."""
        for first in {words[0] for words in steps[0].choices if words}:
            table = self.begun if first.endswith("*") else self.exact
            table.setdefault(first.rstrip("*"), []).append((steps, signal))

    def found(self, comment: Sequence[Token]) -> list[Match]:
        """Return every phrase of the comment, in the order of its tokens."""
        words = [one.word for one in comment]
        return [
            Match(at, end, signal)
            for at, word in enumerate(words)
            for steps, signal in self._candidates(word)
            if (end := _end(words, at, steps, 0, self.room)) > at
        ]

    def _candidates(self, word: str) -> Iterator[tuple[tuple[Step, ...], str]]:
        yield from self.exact.get(word, ())
        for length in range(1, min(len(word), 24) + 1):
            yield from self.begun.get(word[:length], ())


def _end(words: Sequence[str], at: int, steps: tuple[Step, ...], number: int, room: int) -> int:
    """Return the place behind the steps from `number` on, matched at `at`; -1 when they do not match."""
    if number == len(steps):
        return at
    step = steps[number]
    if not step.choices:
        return _behind_gap(words, at, steps, number + 1, room)
    word = words[at] if at < len(words) else ""
    for choice in (*step.exact.get(word, ()), *step.begun):
        behind = at + len(choice)
        if _same(words[at:behind], choice):
            end = _end(words, behind, steps, number + 1, room)
            if end >= 0:
                return end
    return -1


def _behind_gap(words: Sequence[str], at: int, steps: tuple[Step, ...], number: int, room: int) -> int:
    for skipped in range(room + 1):
        end = _end(words, at + skipped, steps, number, room)
        if end >= 0:
            return end
        if at + skipped >= len(words) or _MARK.fullmatch(words[at + skipped]):
            break
    return -1


def _same(words: Sequence[str], choice: Words) -> bool:
    if len(words) != len(choice):
        return False
    return all(
        word == asked or (asked[-1] == "*" and word.startswith(asked[:-1]))
        for word, asked in zip(words, choice, strict=True)
    )
