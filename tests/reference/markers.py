"""Expected values that leave room where the specification does, and the differences to what came out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Anything:
    """The specification does not fix this value."""

    def __repr__(self) -> str:
        return "anything"


ANYTHING = Anything()


@dataclass(frozen=True, slots=True)
class OneOf:
    """Any of these values is within the words of the specification."""

    values: tuple[object, ...]


def differences(expected: object, actual: object, path: str = "") -> Iterator[str]:
    """One line for every place where `actual` is not what was expected; keys may be added, none may lack."""
    if isinstance(expected, Anything):
        return
    if isinstance(expected, OneOf):
        if actual not in expected.values:
            yield f"{path}: expected one of {expected.values!r}, got {actual!r}"
    elif isinstance(expected, dict) and isinstance(actual, dict):
        for key, value in expected.items():
            if key in actual:
                yield from differences(value, actual[key], f"{path}.{key}" if path else str(key))
            else:
                yield f"{path}.{key}: expected {value!r}, got no such key"
    elif isinstance(expected, list) and isinstance(actual, list):
        for place, (one, other) in enumerate(zip(expected, actual, strict=False)):
            yield from differences(one, other, f"{path}[{place}]")
        for one in expected[len(actual) :]:
            yield f"{path}: lacks {one!r}"
        for other in actual[len(expected) :]:
            yield f"{path}: has {other!r} besides"
    elif type(expected) is not type(actual) or expected != actual:
        yield f"{path}: expected {expected!r}, got {actual!r}"
