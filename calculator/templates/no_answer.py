"""No answer: words people type where they know none yet; a blank that looks filled is worse than an open one.

>>> is_no_answer("N/A"), is_no_answer("To do ..."), is_no_answer("xxx"), is_no_answer("a check of ten orders")
(True, True, True, False)
"""

from __future__ import annotations

import unicodedata
from functools import cache

from calculator import tables

_PACKAGE, _TABLE = "calculator.templates", "no_answers"
_SHORT = 6


def is_no_answer(words: str) -> bool:
    """Return whether a whole answer says that there is none, or is one letter typed again and again."""
    bare = _folded(words)
    is_one_again = len(set(bare)) == 1 and len(bare) <= _SHORT and not bare.isdigit()
    return bare in _known() or (is_one_again and (len(bare) > 1 or bare.isascii()))


@cache
def _known() -> frozenset[str]:
    return frozenset(_folded(one) for ones in tables.read(_PACKAGE, _TABLE).values() for one in ones)


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKC", words).casefold()
    return "".join(letter for letter in plain if letter.isalnum())
