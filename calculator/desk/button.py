"""Button: a change of the case that the page only has to carry out, with the words on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Button = dict[str, Any]


def setting(label: str, path: str, value: Any) -> Button:
    """Return a button that puts a value at a path."""
    return _button(label, put=[{"path": path, "value": value}])


def settings(label: str, values: Mapping[str, Any]) -> Button:
    """Return a button that puts several values, each at its path."""
    return _button(label, put=[{"path": path, "value": value} for path, value in values.items()])


def adding(label: str, path: str, value: Mapping[str, Any]) -> Button:
    """Return a button that adds a row at the end of a list."""
    return _button(label, more=[{"path": path, "value": dict(value)}])


def removing(label: str, path: str) -> Button:
    """Return a button that takes a row away."""
    return _button(label, less=[path])


def _button(
    label: str, put: list[Any] | None = None, more: list[Any] | None = None, less: list[str] | None = None
) -> Button:
    return {"label": label, "set": put or [], "add": more or [], "remove": less or []}
