"""Shelf: sentences that stand in a template as they do here, and tell nothing of the writer's own.

Only hashes of runs of words are kept (`shelf.toml`, written by the documentation build), no text. A
sentence of a template that carries a day, a number or a paper is the seller's own; one without is not.

Worse mistake: a seller who filled our template told that the letter is not theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from zlib import crc32

from calculator import tables
from calculator.review.days import dates_in
from calculator.review.facts import numbers_in
from calculator.review.look import Look
from calculator.review.sentences import Part, Sentence
from calculator.review.simplified import simplified

WORDS, CHARACTERS = 3, 4
"""Words of a run, and characters of one in a language without spaces."""
DIGITS, SAMPLE = 6, 3
"""Hexadecimal digits of a hash; one hash in so many is kept."""
SHARE, FEWEST = 3, 3
"""One run in so many makes a sentence a template's; so many bare ones, a quarter of all, a letter of it."""
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def hashes(text: str) -> Iterator[int]:
    """Yield the kept hashes of the runs of words of a text.

    >>> list(hashes("too short"))
    []
    """
    is_spaced = _HAN.search(text) is None
    pieces = _WORD.findall(text.lower()) if is_spaced else [*re.sub(r"\W", "", simplified(text))]
    size, between = (WORDS, " ") if is_spaced else (CHARACTERS, "")
    for at in range(len(pieces) - size + 1):
        found = crc32(between.join(pieces[at : at + size]).encode()) % 16**DIGITS
        if found % SAMPLE == 0:
            yield found


def bare_sentences(look: Look) -> list[Sentence]:
    """Return the sentences of templates without a fact, where they are a quarter of a letter or more."""
    told = [one for one in look.running if one.part not in (Part.EVIDENCE, Part.CLOSING)]
    bare = [one for one in told if _is_of_template(one.own) and not _has_fact(look, one)]
    return bare if len(bare) >= FEWEST and 4 * len(bare) >= len(told) else []


def _is_of_template(text: str) -> bool:
    found = [*hashes(text)]
    return bool(found) and SHARE * sum(one in _known() for one in found) >= len(found)


def _has_fact(look: Look, one: Sentence) -> bool:
    is_dated = bool(dates_in(one.own, look.letter.lang))
    return is_dated or numbers_in(one.own) > 0 or look.marks.has("document", one.start, one.end)


@cache
def _known() -> frozenset[int]:
    held = str(tables.read("calculator.review", "shelf")["hashes"])
    return frozenset(int(held[at : at + DIGITS], 16) for at in range(0, len(held), DIGITS))
