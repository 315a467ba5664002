r"""Plain: the letter as text, for an editor of any age and for Markdown.

A text file begins with the mark that makes Windows read Chinese, and its lines end as Windows ends
them; every other system reads both.

>>> escaped("1. *now* <b>")
'1\\. \\*now\\* \\<b\\>'
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from calculator.letter_files.lines import Line

TEXT, MARKDOWN = "text/plain;charset=utf-8", "text/markdown;charset=utf-8"
_HEADINGS = {"title": "#", "heading": "##"}
_MARK = "\ufeff"
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LEADING = re.compile(r"^(?:(\d+)([.)])(?=\s|$)|([-+=])(?=[-+=\s]|$))")
_ITEM = re.compile(r"^(?:[-•–*]|(\d{1,3})[.)]) ")


def as_text(found: Iterable[Line]) -> bytes:
    """Return lines as a text file."""
    return (_MARK + "".join(line.text + "\r\n" for line in found)).encode()


def as_markdown(found: Iterable[Line]) -> bytes:
    """Return lines as Markdown: headings and lists as such, everything else as it reads."""
    written: list[str] = []
    last = "blank"
    for line in found:
        is_same_list = line.kind == last == "item"
        if line.kind != "blank" and last != "blank" and not is_same_list:
            written.append("")
        if line.kind != "blank" or last != "blank":
            written.append(_markdown(line))
        last = line.kind
    return ("\n".join(written).strip("\n") + "\n").encode()


def escaped(words: str) -> str:
    """Return words in which no sign is taken for Markdown."""
    words = _SPECIAL.sub(r"\\\1", words.lstrip())
    return _LEADING.sub(lambda one: f"{one[1]}\\{one[2]}" if one[1] else f"\\{one[3]}", words)


def _markdown(line: Line) -> str:
    if line.kind in _HEADINGS:
        return f"{_HEADINGS[line.kind]} {escaped(line.text)}"
    item = _ITEM.match(line.text)
    if line.kind == "item" and item:
        mark = f"{item[1]}." if item[1] else "-"
        return f"{mark} {escaped(line.text[item.end() :])}"
    return escaped(line.text)
