"""Masking: a whole case without order ids and mail addresses, for "copy case as text".

Every string is looked through, names of keys too, as a row of a file is named by its order. Other words
stay as they were typed: nobody can tell a name from a word. Nothing that was masked can be undone.

>>> masked({"note": "order 111-0000001-0000042, mail a.b@example.com"})
{'note': 'order 111-•••••••-••00042, mail •@•'}
"""

from __future__ import annotations

import re
from typing import Any

from calculator import display
from calculator.json_text import pretty

_BETWEEN = r"[-\s\u2010-\u2015－]?"
_ORDER_ID = re.compile(rf"(?<!\d)(\d{{3}}){_BETWEEN}(\d{{7}}){_BETWEEN}(\d{{7}})(?!\d)")
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_NO_MAIL = "•@•"


def masked_text(document: Any) -> str:
    """Return a case as masked JSON text."""
    return pretty(masked(document))


def masked(value: Any) -> Any:
    """Return a plain value with every order id and mail address in it masked."""
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, list | tuple):
        return [masked(one) for one in value]
    if isinstance(value, dict):
        return _table(value)
    return value


def _table(held: dict[Any, Any]) -> dict[str, Any]:
    """Return an object with masked keys; two that become one are told apart by a number."""
    kept: dict[str, Any] = {}
    for key, value in held.items():
        name = bare = _words(str(key))
        number = 1
        while name in kept:
            number += 1
            name = f"{bare} ({number})"
        kept[name] = masked(value)
    return kept


def _words(words: str) -> str:
    return _MAIL.sub(_NO_MAIL, _ORDER_ID.sub(_id, words))


def _id(found: re.Match[str]) -> str:
    plain = "".join(str(int(digit)) for digit in "".join(found.groups()))
    return display.masked(f"{plain[:3]}-{plain[3:10]}-{plain[10:]}")
