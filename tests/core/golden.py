"""A place in a golden text: short paths to its figures, so that an expected value is one literal."""

from __future__ import annotations

import json
from typing import Any


def value_at(text: str, path: str) -> Any:
    """Return what stands at a dotted path of an answer.

    `mfn` and `afn` are a whole rate in words, `2 of 120-126 off_target`; `*` is every item of a
    list, a number one item, `a+b` several keys of one object. Of several lines the first part
    of the path is the line.
    """
    lines = text.splitlines()
    whole = json.loads(lines[0]) if len(lines) == 1 else _whole(text, lines)
    return rate_in_words(whole, path) if path in ("mfn", "afn") else _down(whole, path.split("."))


def rate_in_words(answer: dict[str, Any], fulfillment: str) -> str:
    """Return defects, orders and verdict of one fulfilment."""
    rate = answer["order_defect_rate"][fulfillment]
    return f"{_band(rate['orders_with_defects'])} of {_band(rate['orders'])} {rate['verdict']}"


def _whole(text: str, lines: list[str]) -> Any:
    return [json.loads(line) for line in lines] if lines[0].endswith("}") else json.loads(text)


def _down(value: Any, parts: list[str]) -> Any:
    if not parts:
        return value
    head, rest = parts[0], parts[1:]
    if head in ("mfn", "afn") and isinstance(value, dict) and "order_defect_rate" in value:
        return rate_in_words(value, head)
    if head == "*":
        return [_down(item, rest) for item in value]
    if isinstance(value, list):
        return _down(value[int(head)], rest)
    if "+" in head:
        return tuple(value[key] for key in head.split("+"))
    return _down(value[head], rest)


def _band(band: dict[str, int]) -> str:
    low, high = band["low"], band["high"]
    return str(low) if low == high else f"{low}-{high}"
