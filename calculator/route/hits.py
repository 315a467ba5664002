"""Hits: where the patterns of a topic stand in a text, none in a sentence that makes it void."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from calculator.route.found import Evidence
from calculator.route.pattern import Pattern, patterns
from calculator.route.skeleton import Skeleton

_MOST = 20
_REACH = 400
"""Hits of one pattern that are kept, and how far a sentence is followed: a text may have no end."""


def hits(text: Skeleton, topic: str) -> tuple[Evidence, ...]:
    """Return every hit of a topic's patterns, in the order of the text."""
    found = [hit for pattern in patterns(topic) for hit in islice(of_pattern(text, pattern), _MOST)]
    return tuple(sorted(found, key=lambda hit: (hit.start, -hit.end, hit.pattern)))


def of_pattern(text: Skeleton, pattern: Pattern) -> Iterator[Evidence]:
    """Yield the hits of one pattern."""
    for match in pattern.shape.finditer(text.text):
        start, end = text.span(*match.span())
        if pattern.is_word and not _stands_alone(text.source, start, end):
            continue
        if pattern.unless and pattern.unless.search(*_sentence(text, match.start(), match.end())):
            continue
        words = text.source[start:end]
        yield Evidence(
            topic=pattern.topic, says=pattern.says, start=start, end=end, text=words, pattern=pattern.id
        )


def says(found: Iterable[Evidence]) -> tuple[str, ...]:
    """Return what hits say, each once, in order."""
    return tuple(dict.fromkeys(hit.says for hit in found))


def sentences(text: Skeleton) -> Iterator[tuple[int, int]]:
    """Yield where each sentence stands in the source."""
    start = 0
    for end, character in enumerate(text.text):
        if character == ".":
            if end > start:
                yield text.span(start, end)
            start = end + 1


def sentence_of(places: Sequence[tuple[int, int]], at: int) -> int:
    """Return the number of the sentence, of all `places`, that holds a place of the source."""
    return bisect_right(places, (at, len(places) and places[-1][1] + 1)) - 1


def _sentence(text: Skeleton, start: int, end: int) -> tuple[str, int, int]:
    first, last = max(0, start - _REACH), min(len(text.text), end + _REACH)
    before, after = text.text.rfind(".", first, start), text.text.find(".", end, last)
    return text.text, max(before + 1, first), after if after >= 0 else last


def _stands_alone(source: str, start: int, end: int) -> bool:
    around = source[start - 1 : start] + source[end : end + 1]
    return not any(character.isascii() and character.isalnum() for character in around)
