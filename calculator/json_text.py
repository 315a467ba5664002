"""JSON text: the one spelling of a value, for command line, worker and golden files.

Sorted keys, UTF-8, a final newline; over several lines two spaces.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

_DEEPEST = 200
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*(?:"|$)|[\[\]{}]', re.DOTALL)


def pretty(value: Any) -> str:
    """Return the one spelling of a JSON value over several lines."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, indent=2) + "\n"


def line(value: Any) -> str:
    """Return the one spelling of a JSON value on one line."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False) + "\n"


def parsed(text: str, *, parse_float: Callable[[str], Any] | None = None) -> Any:
    """Return the value of a JSON text.

    Raises:
        ValueError: no JSON, or nested deeper than anything of ours: in the browser the parser's own
            recursion would end Python there.

    >>> parsed('{"a": [1, "[[["]}')
    {'a': [1, '[[[']}
    """
    if _is_too_deep(text):
        message = "nested too deep"
        raise ValueError(message)
    return json.loads(text, parse_float=parse_float)


def _is_too_deep(text: str) -> bool:
    """Return whether brackets are nested beyond measure; most texts are cleared without a look at strings."""
    brackets = text.encode("utf-8", "replace").translate(None, _NO_BRACKETS)
    for _ in range(_DEEPEST):
        fewer = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if fewer == brackets:
            break
        brackets = fewer
    return len(brackets) > _DEEPEST and _depth(text) > _DEEPEST


def _depth(text: str) -> int:
    """Return how deep the brackets outside strings are nested, counted no further than is too deep."""
    depth = deepest = 0
    for token in _TOKENS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        deepest = max(deepest, depth)
        if deepest > _DEEPEST:
            break
    return deepest
