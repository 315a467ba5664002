"""Parts: which of the three parts a heading opens, on a line of its own or before the words it heads."""

from __future__ import annotations

import re
from functools import cache

from calculator import tables
from calculator.review.language import base

_MARKS = re.compile(
    r"^[\s#*_=\-–—(（【\[<《„「“\"]*(?:(?:part|section|step|teil|abschnitt|schritt|第)\s*)?"
    r"(?:(?:\d{1,2}|[ivx]{1,4}|[a-d]|[一二三四五六]|[①-⑨])[.)）、．:：\s]+)?|[\s#*_:：=\-–—)）】\]>》]+$",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?:(?:q|question|frage|you (?:asked?|want(?:ed)? to know)|your question|ihre frage"
    r"|sie (?:fragten|fragen|wollten wissen)|您问|你们问|贵方问|您問|貴方問|问题?|問題?|ご質問|質問)"
    r"\s?\d{0,2}\s?[:：.、，,．\s-]+)",
    re.IGNORECASE,
)
"""What stands before a question of Amazon's that is taken up, as in `Q1: What was the root cause`."""
_SENTENCE = re.compile(r"[。！；;]\s*$|^(?:\S+\s+){6,}\S+[.!]\s*$")
"""A line that ends as a sentence does, of more than some words: no heading."""
_INLINE = re.compile(r"^([^:：\n]{2,80})[:：]\s*\S")
_RUN_IN = re.compile(r"^([^.。:：,，\n]{2,40})[.。]\s+\S")
"""A heading that ends as a sentence does, before the words it heads: `Root cause. We packed …`."""
_SPEAKS = re.compile(
    r"\b(?:we|i|our|my|was|were|is|are|has|have|wir|ich|unser\w*|ist|sind|war|waren|wurden?|hat|haben)\b",
    re.IGNORECASE,
)
"""What makes a sentence of such a heading."""
_ASKS = re.compile(r"(?:what|how|why|was|wie|warum)\b", re.IGNORECASE)
_ASIDE = re.compile(r"[(（][^()（）\n]{0,60}[)）]|\b(?:on|am|vom)\s\d{1,2}\.?\s\S{3,12}$")
"""What a heading says beside: `Done (since 4 September)`, `Done on 20 August`."""
_COMMA = re.compile(r"[,，、.。;；]|\b(?:and|und)\b|[和与與]")
TELLS = "tells"
"""Row of the words that no heading has."""
MOST_CHARACTERS = 400
"""Characters of a line that can be a heading, its marks and blanks included."""
MOST_OF_RUN_IN, MOST_OF_ASKED = 3, 7
"""Words at most of a heading that ends with a point, and of one that begins as a question."""
MOST_OF_HEADING, MOST_OF_LABEL, MOST_OF_QUESTION = 14, 10, 24
"""Words at most of a heading, of one before its words, of a question;
in a language without spaces three characters stand for a word."""


def heading_of(line: str, lang: str) -> tuple[str | None, int]:
    """Return the part a line opens and how many of its characters are the heading.

    The part is None for a line that opens none; a whole heading has the length of its line.

    >>> heading_of("Root cause: parcels were late", "en"), heading_of("3. 预防措施", "zh-Hans")
    (('root_cause', 11), ('prevention', 7))
    """
    inline = _INLINE.match(line)
    if inline and (part := _part(inline[1], lang, MOST_OF_LABEL)):
        return part, inline.end(1) + 1
    run_in = _RUN_IN.match(line)
    if run_in and _is_label(run_in[1]) and (part := _part(run_in[1], lang, MOST_OF_LABEL)):
        return part, run_in.end(1) + 1
    if len(line) > MOST_CHARACTERS:
        return None, 0
    asked = _QUESTION.match(line)
    if asked:
        part = _part(line[asked.end() :].rstrip("。.?？"), lang, MOST_OF_QUESTION)
    else:
        part = None if _SENTENCE.search(line) else _part(line, lang, MOST_OF_HEADING)
    return part, len(line) if part else 0


def _is_label(words: str) -> bool:
    """Return whether words before a point are a label or a question taken up, and no sentence."""
    if _ASKS.match(words):
        return len(words.split()) <= MOST_OF_ASKED
    return len(words.split()) <= MOST_OF_RUN_IN and not _SPEAKS.search(words)


def _part(words: str, lang: str, most: int) -> str | None:
    """Return the part words name as a heading; what they say beside counts where nothing else tells."""
    told = words.strip()
    plain = _ASIDE.sub("", told).strip()
    return _named(plain, lang, most) or _named(told, lang, most) or _named(_before_comma(told), lang, most)


def _before_comma(told: str) -> str:
    """Return what stands before a comma in a line that is no list: `Actions, each with its proof`."""
    head, comma, tail = told.partition(",") if "," in told else told.partition("，")
    is_label = comma and len(head.split()) <= MOST_OF_RUN_IN and not _SPEAKS.search(head)
    return head if is_label and not _COMMA.search(tail) else ""


def _named(words: str, lang: str, most: int) -> str | None:
    plain = _MARKS.sub("", words).strip().lower()
    if not plain or _length(plain) > most or _tells(base(lang)).search(plain):
        return None
    for part, known in _headings(base(lang)):
        if known.search(plain):
            return part
    return None


def _length(words: str) -> int:
    return len(words.split()) if words.isascii() or " " in words else -(-len(words) // 3)


@cache
def _headings(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = tables.read("calculator.review", "headings")[lang]
    return tuple((part, re.compile("|".join(words))) for part, words in table.items() if part != TELLS)


@cache
def _tells(lang: str) -> re.Pattern[str]:
    """Return what makes a measure of a line, such as how often it is taken."""
    return re.compile("|".join(tables.read("calculator.review", "headings")[lang][TELLS]))
