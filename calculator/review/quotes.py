"""Quotes: what stands in quotation marks, or on a line that quotes a mail, is not the seller's own word."""

from __future__ import annotations

import re

_MOST = 400
"""A quotation longer than this is an open mark that nobody closed."""
_OPEN_CLOSE = (
    *('""', '„"', '“"', "“”", "„“", "„”", "‟”", "‚‘", "‚’", "‘’"),
    *("「」", "『』", "«»", "»«", "›‹", "‹›"),
)


def _pair(marks: str) -> str:
    return f"{marks[0]}[^{marks}\n]{{1,{_MOST}}}{marks[1]}"


_QUOTED = re.compile("|".join(map(_pair, _OPEN_CLOSE)))
_LINE = re.compile(r"^[ \t]*[>＞].*$", re.MULTILINE)


def unquoted(text: str) -> str:
    """Return the text with quotations blanked, each place kept.

    >>> unquoted('He wrote "you lie" once.')
    'He wrote           once.'
    """
    return _LINE.sub(_blank, _QUOTED.sub(_blank, text))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
