"""The only source of chance: every generator is named, and the same name always throws the same."""

from __future__ import annotations

from random import Random


def dice(name: str) -> Random:
    """A generator of its own for this name, so that one part of a shop never disturbs another."""
    return Random(name)
