"""Titles: headings in words of the writer's own, told by how they stand and by the headings around them.

A line of its own, short and without a stop, that opens a block. Where a part has no known heading, the
title at its place among the known ones is taken for it.

Worse mistake: an action told under a heading nobody listed, judged as a cause that is no cause.
"""

from __future__ import annotations

import re

from calculator.review.length import length
from calculator.review.letter import Letter
from calculator.review.sentences import THREE_PARTS, Part, Sentence

MOST_WORDS = 14
_STOP = re.compile(r"[.!。！;；,，、]$")


def told_under(letter: Letter) -> dict[Part, list[list[Sentence]]]:
    """Return the items under titles that stand where the known headings lack one, by that part."""
    known = {one.part for one in letter.sentences if one.is_heading}
    found: dict[Part, list[list[Sentence]]] = {}
    last: Part | None = None
    under: Part | None = None
    for at, one in enumerate(letter.sentences):
        if one.is_heading:
            last, under = one.part, None
        elif is_title(letter, at):
            under = _part_at(last, known | found.keys())
            last = under or last
            if under:
                found[under] = []
        elif under:
            items = found[under]
            if items and items[-1][-1].item == one.item:
                items[-1].append(one)
            else:
                items.append([one])
    return {part: items for part, items in found.items() if items}


def _part_at(last: Part | None, known: set[Part | None]) -> Part | None:
    """Return the part that a title opens behind a known one: the next that no heading names."""
    behind = THREE_PARTS.index(last) + 1 if last in THREE_PARTS else 0
    if last is not None and last not in THREE_PARTS:
        return None
    following = THREE_PARTS[behind] if behind < len(THREE_PARTS) else None
    return following if following not in known else None


def is_title(letter: Letter, at: int) -> bool:
    """Return whether a sentence is a short line of its own, behind a blank line, that ends without a stop."""
    one = letter.sentences[at]
    if at + 1 == len(letter.sentences) or _STOP.search(one.text) or length(one.text) > MOST_WORDS:
        return False
    begins = letter.text.rfind("\n", 0, one.start) + 1
    if re.search(r"\w", letter.text[begins : one.start]):
        return False
    ends = letter.text.find("\n", one.end)
    is_alone = ends >= 0 and not letter.text[one.end : ends].strip(" *_:：】]>》")
    before = letter.text[:begins].rstrip(" \t")
    is_behind_blank = before.endswith("\n\n") or not before.strip()
    follows = letter.text[ends + 1 :].lstrip(" \t") if ends >= 0 else ""
    return is_alone and is_behind_blank and bool(before.strip()) and not follows.startswith("\n\n")
