"""Order ids: Amazon's 3-7-7 digits, and what a phone's text recognition makes of them.

An id with letters among its digits, other separators or a digit too few is never taken: the
likely id is offered instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TO_DIGIT = str.maketrans("OoQDIl|!iZzSsBG", "000011111225586")
_D = r"[0-9OoQDIl|!iZzSsBG]"
_EXACT = re.compile(r"(?<![\w-])\d{3}\s?-\s?\d{7}\s?-\s?\d{7}(?![\w-]|\s?-\s?\d)", re.ASCII)
_FAULTY = re.compile(
    rf"(?<![\w-])(?P<a>{_D}{{3}})\s?[-_.~=]{{1,2}}\s?(?P<b>{_D}{{7}})\s?[-_.~=]{{1,2}}\s?(?P<c>{_D}{{7}})(?!\w)"
    rf"|(?<![\w-])(?P<d>\d{{3}})\s{{1,2}}(?P<e>\d{{7}})\s{{1,2}}(?P<f>\d{{7}})(?![\w-])"
    rf"|(?<![\w-])(?P<g>\d{{3}})\s?[- ]?\s?(?P<h>\d{{7}})\s?[- ]?\s?(?P<i>\d{{7}})(?![\w-])",
    re.ASCII,
)
_CUT = re.compile(r"(?<![\w-])\d{2,4}\s?-\s?\d{5,8}\s?-\s?\d{5,8}(?![\w-])", re.ASCII)
_OTHER = re.compile(r"(?<![\w-])[SD]0\d-\d{7}-\d{7}(?![\w-])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Id:
    """An order id as it stands in a line; `order_id` is empty where it is not certain."""

    start: int
    end: int
    order_id: str
    likely: str = ""


def found(text: str) -> Iterator[Id]:
    """Return the order ids of a line that are certain, those of Amazon's other forms too."""
    for match in _EXACT.finditer(text):
        yield Id(*match.span(), "".join(match[0].split()))
    for match in _OTHER.finditer(text):
        yield Id(*match.span(), match[0])


def doubtful(text: str) -> Iterator[Id]:
    """Return what looks like an order id in a line whose certain ones are hidden, a cut one too."""
    for match in _FAULTY.finditer(text):
        parts = [part.translate(_TO_DIGIT) for part in match.groups() if part]
        yield Id(*match.span(), "", "-".join(parts))
    for match in _CUT.finditer(text):
        if not _FAULTY.fullmatch(match[0]):
            yield Id(*match.span(), "", "")
