"""Fact origins: which part of the seller's facts a sentence of a composed letter tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

ORIGINS = (
    (r"store|appeal\.letter_day", "opening"),
    (r"notice\..*", "notice"),
    (r"odr_page\..*", "odr_page"),
    (r"appeal\.rounds\..*", "round"),
    (r"defects\..*", "orders"),
    (r"appeal\.causes\.\w+\.(?:answers|typed)\..*", "cause"),
    (r"appeal\.causes\.\w+\.actions\.\w+\.answers\.(?P<part>\w+)", "deed"),
    (r"appeal\.causes\.\w+\.prevention\.\w+\.answers\.(?P<part>\w+)", "measure"),
    (r"appeal\.causes\.\w+\.evidence\..*", "papers"),
)
"""Fields of the case by the part of the seller's facts they are."""
PARTS = {"deed": ("on", "who", "proof"), "measure": ("start", "who", "measure")}
"""Answers that are named one by one; what is left is "the rest"."""


class OutOfStep(Exception):
    """A page says something about a letter that the rules do not say (any more)."""


def origins_of(sentence: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the parts by their names, `("frame",)` for words of the frame alone.

    Raises:
        OutOfStep: a field of the case belongs to no part.
    """
    found = dict.fromkeys(_origin(one) for one in sentence["parts"] if one["from"] != "template")
    return tuple(found) or ("frame",)


def _origin(part: Mapping[str, Any]) -> str:
    if part["from"] == "assessment":
        return "rate"
    for pattern, origin in ORIGINS:
        if field := re.fullmatch(pattern, part["field"]):
            named = field.groupdict().get("part")
            return f"{origin}.{named if named in PARTS[origin] else 'rest'}" if named else origin
    raise OutOfStep(f'No part of the case is named for the field "{part["field"]}".')
