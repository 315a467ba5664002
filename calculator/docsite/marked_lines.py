"""Marked lines: the words of a letter with what is found in them set off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

LINE = re.compile(r"^(- )?(.*\S)", re.MULTILINE)


def lines(words: str) -> Iterator[tuple[int, str, bool]]:
    r"""Yield the lines of a letter: their place, their words, whether they are items of a list.

    >>> list(lines("Done\n\n- We did it.\n"))
    [(0, 'Done', False), (8, 'We did it.', True)]
    """
    for found in LINE.finditer(words):
        yield found.start(2), found[2], bool(found[1])


def marked(text: str, start: int, hits: Sequence[Mapping[str, Any]]) -> Markup:
    """Return the words of a line with what the findings point at marked, the heaviest colour first."""
    weights = [""] * len(text)
    for hit in reversed(hits):
        for at in range(hit["start"] - start, min(hit["end"] - start, len(text))):
            weights[at] = hit["severity"]
    parts, at = [], 0
    while at < len(text):
        behind = at + 1
        while behind < len(text) and weights[behind] == weights[at]:
            behind += 1
        part = escape(text[at:behind])
        parts.append(_mark(part, weights[at]) if weights[at] else part)
        at = behind
    return Markup("").join(parts)


def told(sentence: Mapping[str, Any]) -> Markup:
    """Return a sentence of a composed letter with the facts in it set off from the frame."""
    said = [
        escape(one["text"]) if one["from"] == "template" else Markup("<b>{}</b>").format(one["text"])
        for one in sentence["parts"]
    ]
    rest = sentence["text"].removeprefix("".join(one["text"] for one in sentence["parts"]))
    return Markup("").join([*said, escape(rest)])


def _mark(part: Markup, severity: str) -> Markup:
    return Markup('<mark class="odr-hit odr-hit--{}">{}</mark>').format(severity, part)
