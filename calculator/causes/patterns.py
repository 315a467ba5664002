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
    """One part of a pattern: its choices, none for a gap, and those choices by their first word.

    Each choice is held with whether a word of it is a beginning only.
    """

    choices: tuple[Words, ...]
    exact: dict[str, tuple[tuple[Words, bool], ...]]
    begun: tuple[tuple[Words, bool], ...]

    @classmethod
    def of(cls, choices: Sequence[Words]) -> Step:
        """Return a part with these choices; an empty one may be left out."""
        firsts = dict.fromkeys(words[0] for words in choices if words)
        held = [(words, any(word.endswith("*") for word in words)) for words in choices]
        exact = {first: tuple(one for one in held if one[0][:1] == (first,)) for first in firsts}
        begun = tuple(one for one in held if not one[0] or one[0][0].endswith("*"))
        return cls(tuple(choices), exact, begun)


class Phrase(NamedTuple):
    """One phrase: its steps, its signal, words it cannot do without, and sets of which it needs one."""

    steps: tuple[Step, ...]
    signal: str
    words: frozenset[str]
    one_of: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, steps: tuple[Step, ...], signal: str) -> Phrase:
        """Return a phrase of a signal."""
        alone = [step.choices[0] for step in steps if len(step.choices) == 1]
        words = frozenset(word for choice in alone for word in choice if not word.endswith("*"))
        several = [step for step in steps[1:] if len(step.choices) > 1 and not step.begun]
        return cls(steps, signal, words, tuple(frozenset(step.exact) for step in several))

    def can_stand(self, known: frozenset[str]) -> bool:
        """Return whether a text of these words has those the phrase cannot do without."""
        return self.words <= known and not any(one.isdisjoint(known) for one in self.one_of)


class Text(NamedTuple):
    """The words of one text, which of them are marks no gap reaches over, and how wide a gap may be."""

    words: tuple[str, ...]
    known: frozenset[str]
    marks: frozenset[str]
    room: int

    @classmethod
    def of(cls, words: tuple[str, ...], room: int) -> Text:
        """Return a text of these words."""
        known = frozenset(words)
        return cls(words, known, frozenset(filter(_MARK.fullmatch, known)), room)


Seen = dict[tuple[int, int], int]
"""Where a phrase ends from a gap at a place; what is asked once of a place is not asked again."""


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
    exact: dict[str, list[Phrase]] = field(default_factory=dict)
    begun: dict[str, list[Phrase]] = field(default_factory=dict)

    def add(self, steps: tuple[Step, ...], signal: str) -> None:
        """Take in one phrase of a signal."""
        phrase = Phrase.of(steps, signal)
        for first in {words[0] for words in steps[0].choices if words}:
            table = self.begun if first.endswith("*") else self.exact
            table.setdefault(first.rstrip("*"), []).append(phrase)

    def found(self, comment: Sequence[Token]) -> list[Match]:
        """Return every phrase of the comment, in the order of its tokens."""
        text = Text.of(tuple(one.word for one in comment), self.room)
        asked = {word: self._asked(word, text.known) for word in text.known}
        return [
            Match(at, end, phrase.signal)
            for at, word in enumerate(text.words)
            for phrase, seen in asked[word]
            if (end := _end(text, at, phrase.steps, 0, seen)) > at
        ]

    def _asked(self, word: str, known: frozenset[str]) -> list[tuple[Phrase, Seen]]:
        """Return the phrases that may begin with a word, in a text of the known ones."""
        return [(phrase, {}) for phrase in self._candidates(word) if phrase.can_stand(known)]

    def _candidates(self, word: str) -> Iterator[Phrase]:
        yield from self.exact.get(word, ())
        for length in range(1, min(len(word), 24) + 1):
            yield from self.begun.get(word[:length], ())


def _end(text: Text, at: int, steps: tuple[Step, ...], number: int, seen: Seen) -> int:
    """Return the place behind the steps from `number` on, matched at `at`; -1 when they do not match."""
    if number == len(steps):
        return at
    step = steps[number]
    if not step.choices:
        place = at, number
        if place not in seen:
            seen[place] = _behind_gap(text, at, steps, number + 1, seen)
        return seen[place]
    words = text.words
    word = words[at] if at < len(words) else ""
    for choice, has_beginning in (*step.exact.get(word, ()), *step.begun):
        behind = at + len(choice)
        held = words[at:behind]
        if held == choice or (has_beginning and _is_begun(held, choice)):
            end = _end(text, behind, steps, number + 1, seen)
            if end >= 0:
                return end
    return -1


def _behind_gap(text: Text, at: int, steps: tuple[Step, ...], number: int, seen: Seen) -> int:
    """Return where the steps behind a gap end, the gap as short as can be."""
    needed = None if number == len(steps) or steps[number].begun else steps[number].exact
    is_gap = number < len(steps) and not steps[number].choices
    for place in range(at, min(at + text.room, len(text.words)) + 1):
        word = text.words[place] if place < len(text.words) else ""
        if needed is None or is_gap or word in needed:
            end = _end(text, place, steps, number, seen)
            if end >= 0:
                return end
        if not word or word in text.marks:
            break
    return -1


def _is_begun(words: Words, choice: Words) -> bool:
    """Return whether words are those of a choice, some of which tell only how a word begins."""
    if len(words) != len(choice):
        return False
    return all(
        word == asked or (asked[-1] == "*" and word.startswith(asked[:-1]))
        for word, asked in zip(words, choice, strict=True)
    )
