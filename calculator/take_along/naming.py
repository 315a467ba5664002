"""Naming: what an entry of a calendar is called by programs, and how a file is called by people.

A name is made of what the entry is about - never of its day alone, so that two accounts of one
seller do not overwrite each other, and never of a whole order id.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from datetime import date

from calculator import display

_OWNER = "odr-handbook"


def uid(kind: str, *about: object) -> str:
    """Return the name of an entry: its kind and a check sum of what it is about.

    >>> uid("deadline", "US", "a_to_z_appeal", "111-•••••••-••00001")
    'deadline-5864dc40@odr-handbook'
    """
    return f"{kind}-{zlib.crc32(_written(about).encode()):08x}@{_OWNER}"


def file_name(subject: str, as_of: date, ending: str) -> str:
    """Return the name of a file; nothing of the seller's is in it."""
    return f"odr-{subject}-{as_of.isoformat()}.{ending}"


def masked(order_ids: Iterable[str]) -> tuple[str, ...]:
    """Return masked ids in one order; the same in every language."""
    return tuple(sorted(map(display.masked, order_ids)))


def _written(about: Iterable[object]) -> str:
    return "|".join(_written(one) if isinstance(one, tuple) else str(one) for one in about)
