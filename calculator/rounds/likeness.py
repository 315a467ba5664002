"""Likeness: which sentences of a text stood in an earlier one, and which bring something new.

Sentences are compared by runs of three words, Chinese by runs of three characters, against the whole
earlier text: turning sentences round, joining or parting them makes nothing new. A new fact is a number
that did not stand there, or several words that did not; another word for the same is none.

>>> Earlier("We closed 12 offers on 4 May.").novelty("On 4 May we closed 12 offers.").is_new
False
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from calculator.causes.tokens import tokens
from calculator.rounds.spans import Spans

_RUN = 3
_SHARE_OF_OLD = 3, 5
"""A sentence stood there when three fifths of its runs did."""

_NEW_WORDS = 3
"""Fewer new words than these are another way to say the same."""

_MARKS = re.compile(r"【[^【】]*】|\[\d{1,3}\]|\(new\)|（新）")
"""What a letter carries besides its words: open blanks, numbers of attachments, the mark of what is new."""

_HAN = ("\u3400", "\u9fff")


class Novelty(NamedTuple):
    """How new a sentence is: its new words and numbers, and whether its wording stood there."""

    is_new: bool
    words: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def has_fact(self) -> bool:
        """Return whether it brings a number or enough words that did not stand in the earlier text."""
        return bool(self.numbers) or self.amount >= _NEW_WORDS

    @property
    def amount(self) -> int:
        """Return how many words are new; one Chinese word of two characters is three new pairs."""
        pairs = sum(_is_pair(word) for word in self.words)
        return len(self.words) - pairs + pairs // 2


class Earlier:
    """An earlier text, to hold sentences of a later one against."""

    def __init__(self, text: str) -> None:
        held = [words(sentence) for sentence in sentences(text)]
        self._runs = {run for sentence in held for run in _runs(sentence)}
        self._words = {word for sentence in held for word in _units(sentence)}
        self._is_chinese = _has_han(text)
        self.is_empty = not held

    def in_its_script(self, *said: str) -> list[str]:
        """Return what is written as this text is, of a sentence and its readings; else all of them."""
        found = [one for one in said if one]
        return [one for one in found if self.is_alike_written(one)] or found

    def novelty(self, sentence: str) -> Novelty:
        """Return what a sentence brings that did not stand here."""
        found = words(sentence)
        fresh = tuple(dict.fromkeys(word for word in _units(found) if word not in self._words))
        numbers = tuple(word for word in fresh if word.isdigit())
        runs = list(_runs(found))
        held = sum(run in self._runs for run in runs)
        part, whole = _SHARE_OF_OLD
        stood_there = held * whole >= len(runs) * part
        novelty = Novelty(bool(fresh) and not stood_there, fresh, numbers)
        return novelty._replace(is_new=novelty.is_new or novelty.has_fact)

    def is_alike_written(self, sentence: str) -> bool:
        """Return whether a sentence is written as this text is: Chinese beside Chinese."""
        return _has_han(sentence) == self._is_chinese


def sentences(text: str) -> list[str]:
    """Return the sentences and lines of a text; marks of a list are no part of them."""
    return [words for _, sentence in Spans(text).texts() if (words := sentence.lstrip("-•*· \t"))]


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[str, ...]:
    """Return the words, numbers and Chinese characters of a text, folded; blanks and marks are none.

    >>> words("On 04 May: 12 offers")
    ('on', '4', 'may', '12', 'offers')
    """
    held = _MARKS.sub(" ", text)
    found = (token.word for token in tokens(held, chinese=True) if token.word[0].isalnum())
    return tuple((word.lstrip("0") or "0") if word.isdigit() else word for word in found)


def _runs(found: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(found) < _RUN:
        yield tuple(found)
    for at in range(len(found) - _RUN + 1):
        yield tuple(found[at : at + _RUN])


def _units(found: Sequence[str]) -> Iterator[str]:
    """Yield what counts as a word: a word, a number, two Chinese characters in a row."""
    for at, word in enumerate(found):
        if not _is_han(word):
            yield word
        elif at + 1 < len(found) and _is_han(found[at + 1]):
            yield word + found[at + 1]


def _has_han(text: str) -> bool:
    return any(_is_han(letter) for letter in text)


def _is_pair(word: str) -> bool:
    return len(word) == 2 and _is_han(word[0])


def _is_han(word: str) -> bool:
    return len(word) == 1 and _HAN[0] <= word <= _HAN[1]
