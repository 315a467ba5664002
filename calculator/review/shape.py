"""Shape: how a letter looks to its reader - shouting, walls of text, opening, voices, headings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from calculator.review.language import is_foreign
from calculator.review.length import length
from calculator.review.lines import lines
from calculator.review.look import Look
from calculator.review.sentences import Part, Sentence
from calculator.review.titles import is_title

_LOUD = re.compile(r"[!！]")
_CAPITALS = re.compile(r"\b[A-Z]{3,}(?:\s+[A-Z]{3,}){2,}\b")
_BLOCK = re.compile(r"(?:(?<![^\n])[^\n]++(?:\n(?![^\S\n]*+\n)|\Z))+")
SIGNATURE_LINES, GREETING_WORDS, OPENING = 6, 5, 400
"""Lines of a signature; words of a greeting; characters in which a metric is named at the latest."""
STOPS = tuple(".!?。！？)）")
"""Marks a sentence ends with; a line without one before the first part is a title."""


def shouting(look: Look) -> tuple[int, int] | None:
    """Return exclamation marks or words in capitals that shout, outside headings."""
    marks = [found.start() for found in _LOUD.finditer(look.letter.own)]
    if len(marks) > 1:
        return marks[1], marks[1] + 1
    for at, one in enumerate(look.letter.sentences):
        found = None if one.is_heading else _CAPITALS.search(one.own)
        if found and not (_heads_list(look, one) or (one.own.isupper() and is_title(look.letter, at))):
            return one.start + found.start(), one.start + found.end()
    return None


def _heads_list(look: Look, one: Sentence) -> bool:
    """Return whether a line stands right above a list, as a heading does."""
    at = bisect_right(look.starts, one.start)
    below = look.running[at] if at < len(look.running) else None
    return below is not None and below.is_bullet and not one.is_bullet


def paragraphs(look: Look) -> list[tuple[int, int]]:
    """Return the places of blocks between blank lines that are no lists, and of every line."""
    found = []
    for block in _BLOCK.finditer(look.text):
        first, behind = (bisect_left(look.starts, place) for place in block.span())
        held = look.running[first:behind]
        if held and not any(one.is_bullet for one in held):
            found.append((block.start(), block.end()))
    return found + [(line.start, line.end) for line in lines(look.text) if not line.is_blank]


def opening(look: Look) -> list[Sentence]:
    """Return the sentences before the first part, greetings left out."""
    found = []
    for one in look.letter.sentences:
        if one.part is not None or one.is_heading or look.part_at(one.start) is not None:
            break
        is_title = one.text[-1:] not in STOPS
        if is_title or look.marks.has("greeting", one.start, one.end):
            continue
        if length(one.text) > GREETING_WORDS:
            found.append(one)
    return found if look.letter.has_parts else []


def voices(look: Look) -> tuple[int, int] | None:
    """Return the first word of the rarer voice where `I` and `we` are both used."""
    single = look.marks.of("voice_i")
    many = look.marks.of("voice_we")
    if len(single) > 1 and len(many) > 1:
        rare = min((single, many), key=len)[0]
        return rare.start, rare.end
    return None


def foreign_run(look: Look) -> tuple[int, int] | None:
    """Return the first sentence that is written in another language than the letter."""
    for one in look.running:
        if one.part is not Part.EVIDENCE and is_foreign(one.own, look.letter.lang):
            return one.start, one.end
    return None


def is_signature(look: Look, place: int) -> bool:
    """Return whether a place stands among the last lines, where a seller signs."""
    return place * 5 > len(look.text) * 4 and look.text.count("\n", place) < SIGNATURE_LINES


def is_heading(look: Look, place: int) -> bool:
    """Return whether a place stands in a heading, such as `【原因】`."""
    one = look.letter.sentence_at(place)
    return one is not None and one.is_heading


def names_metric(look: Look) -> bool:
    """Return whether the opening, or the whole of a letter without parts, names a metric or an issue."""
    told = opening(look) if look.letter.has_parts else []
    last = max(told[-1].end, OPENING) if told else (OPENING if look.letter.has_parts else len(look.text))
    return look.marks.has("rate", 0, last) or look.marks.has("issue", 0, last)
