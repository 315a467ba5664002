"""Words: the page's vocabulary found in a line, in English and Chinese alike.

The words are data (`words.toml`, `interface.toml`). A phrase may mean several things: "Negative
feedback" heads a column, names a defect type and is the word for a rating. Matching costs a
fixed number of look-ups a character, whatever the text.

>>> [(word.text, sorted(word.senses)) for word in found("Status: Withdrawn") if word.senses][1]
('Withdrawn', [('claim', 'withdrawn')])
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from calculator import tables

Sense = tuple[str, str]
INTERFACE: Sense = ("interface", "word")
_AS_BLANK = dict.fromkeys(map(ord, "-_\u00a0"), " ") | {ord("\u2019"): "'"}
_SENTENCE = "sentence_"


@dataclass(frozen=True, slots=True)
class Word:
    """A phrase we know, and where it stands.

    Attributes:
        senses: group and name of each meaning.
        is_sentence: counts inside a sentence too.
    """

    start: int
    end: int
    text: str
    senses: frozenset[Sense]
    is_sentence: bool


def found(text: str) -> Iterator[Word]:
    """Return the phrases of a line from left to right, the longest at each place, none inside another."""
    folded = _folded(text)
    squeezed, places = _squeezed(folded)
    by_head, senses = _vocabulary()
    at = 0
    while at < len(squeezed):
        size = _longest(squeezed, at, by_head, places, folded)
        if size:
            key = squeezed[at : at + size]
            start, end = places[at], places[at + size - 1] + 1
            meaning = senses[key]
            yield Word(start, end, text[start:end], meaning[0], meaning[1])
        at += size or 1


def _longest(text: str, at: int, by_head: Mapping[str, tuple[int, ...]], places: list[int], line: str) -> int:
    """Return the length of the longest phrase that begins here and ends with its word, else 0."""
    if _is_latin(text[at]) and places[at] and _is_latin(line[places[at] - 1]):
        return 0
    senses = _vocabulary()[1]
    for size in by_head.get(text[at], ()):
        if at + size <= len(text) and text[at : at + size] in senses:
            after = places[at + size - 1] + 1
            if not (_is_latin(text[at + size - 1]) and _is_latin(line[after : after + 1])):
                return size
    return 0


def _is_latin(character: str) -> bool:
    return character.isalnum() and character < "\u2e80"


def _folded(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_AS_BLANK)


def _squeezed(folded: str) -> tuple[str, list[int]]:
    """Return a line without single blanks and where each remaining character stood.

    Two blanks or a tab part cells, so they stay and no phrase runs across them.
    """
    kept = [
        n
        for n, c in enumerate(folded)
        if c != " " or folded[n - 1 : n] in (" ", "\t") or folded[n + 1 : n + 2] in (" ", "\t")
    ]
    return "".join(folded[n] for n in kept), kept


@cache
def _vocabulary() -> tuple[Mapping[str, tuple[int, ...]], Mapping[str, tuple[frozenset[Sense], bool]]]:
    """Return the phrase lengths by first character, longest first, and each phrase's senses."""
    senses: dict[str, tuple[frozenset[Sense], bool]] = {}
    for phrase, sense, is_sentence in _phrases():
        key = _folded(phrase).replace(" ", "")
        before = senses.get(key, (frozenset(), False))
        senses[key] = (before[0] | {sense}, before[1] or is_sentence)
    sizes: dict[str, set[int]] = {}
    for key in senses:
        sizes.setdefault(key[0], set()).add(len(key))
    return {head: tuple(sorted(found, reverse=True)) for head, found in sizes.items()}, senses


def _phrases() -> Iterator[tuple[str, Sense, bool]]:
    for group, names in tables.read("calculator.paste", "words").items():
        for name, languages in names.items():
            for language, phrases in languages.items():
                yield from ((phrase, (group, name), language.startswith(_SENTENCE)) for phrase in phrases)
    for phrases in tables.read("calculator.paste", "interface")["words"].values():
        yield from ((phrase, INTERFACE, False) for phrase in phrases)
