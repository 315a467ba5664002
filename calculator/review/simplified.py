"""Simplified: a Chinese text in the characters its phrases are written in, each place kept."""

from __future__ import annotations

from functools import cache

from calculator import tables


def simplified(text: str) -> str:
    """Return a text with Traditional characters written as Simplified ones, one for one.

    >>> simplified("業者")
    '业者'
    """
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    held = tables.read("calculator.review", "traditional")
    return dict(zip(map(ord, held["traditional"]), held["simplified"], strict=True))
