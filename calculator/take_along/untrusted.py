r"""Untrusted: words of a seller's file, made harmless before they are put into a file of ours.

Whoever reads the file sees that something stood there: a character that would turn the reading
order or steer a terminal is replaced by `�`, never taken away in silence.

>>> shown("1\u202e2")
'1�2'
"""

from __future__ import annotations

import unicodedata

_LINES = {"\t": " ", "\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n"}
_STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_REPLACED = "\ufffd"


def shown(words: str) -> str:
    """Return words with one kind of line end, and with `�` for what steers instead of being read."""
    for found, meant in _LINES.items():
        words = words.replace(found, meant)
    return "".join(_REPLACED if _steers(one) else one for one in words)


def _steers(character: str) -> bool:
    is_control = unicodedata.category(character) in ("Cc", "Cs") and character != "\n"
    return is_control or character in _STEERING
