"""Threads: words that tie a cause to a measure where neither says the issue by its name.

A cause about two bags on one shelf is answered by `separated the bags`, though no word of the issue
stands there. Only words that no other cause of the letter uses tie anything.
"""

from __future__ import annotations

import re
from functools import cache

from calculator import tables
from calculator.review.look import Look, span_of, words_of
from calculator.review.sentences import Part, Sentence

_LATIN = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]{4,}")
_PAIR = re.compile(r"(?=([\u30a0-\u30ff\u3400-\u9fff]{2}))")
STEM, FEWEST_PAIRS = 5, 2
"""Letters by which a word is known again; pairs of characters that have to be shared."""


def is_tied(look: Look, issue: str, part: Part) -> bool:
    """Return whether a measure of a part takes up words that only the cause of an issue uses."""
    causes = look.parts[Part.CAUSE]
    own = [item for item in causes if _tells(look, issue, item)]
    others = [item for item in causes if not _tells(look, issue, item)]
    words, pairs = _threads(own)
    other_words, other_pairs = _threads(others)
    told_words, told_pairs = _threads(look.parts[part])
    tied = (pairs - other_pairs) & told_pairs
    return bool((words - other_words) & told_words) or len(tied) >= FEWEST_PAIRS


def _threads(items: list[list[Sentence]]) -> tuple[set[str], set[str]]:
    text = "\n".join(map(words_of, items)).casefold()
    words = {_stem(found[0]) for found in _LATIN.finditer(text)} - _common()
    return words, {found[1] for found in _PAIR.finditer(text)}


def _tells(look: Look, issue: str, item: list[Sentence]) -> bool:
    return any(mark.row == issue for mark in look.marks.of("issue", *span_of(item)))


def _stem(word: str) -> str:
    return word.rstrip("s")[:STEM]


@cache
def _common() -> frozenset[str]:
    """Return the words every letter uses, which tie nothing."""
    held = tables.read("calculator.review", "languages")
    return frozenset(_stem(word) for lang in ("en", "de") for word in held[lang]["common"])
