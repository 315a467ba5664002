"""Windows that agree: how many days the rate is told to look back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from calculator.policy import entry
from calculator.review.look import NEAR_RATE as NEAR
from calculator.review.look import Contradiction, Look
from calculator.review.sentences import Part
from calculator.review.sizes import windows_in

WINDOW_DAYS = "order_defect_rate.window_days"
SLACK = 2
"""Days by which a window may be told too long, as its first or last day was counted twice."""
_TO = re.compile(r"[\s,，]*(?:to|until|till|and|through|bis|bis zum|und|至|到|から|[-–—〜～~])[\s(（]*")


def window_contradictions(look: Look) -> Iterator[Contradiction]:
    """Yield a window of the rate that never was Amazon's."""
    known = {row.value for row in entry(WINDOW_DAYS).values}
    for start, end, days in windows_in(look.text):
        if look.part_at(start) is Part.PREVENTION or look.marks.has(
            "frequency", *look.sentence_around(start)
        ):
            continue
        if days not in known and look.marks.has("rate", max(0, start - NEAR), end + NEAR):
            yield start, end, "window", {"days": str(days)}
    longest = max(int(str(value)) for value in known)
    for start, end, days in _ranges(look):
        is_told = look.part_at(start) in (None, Part.OPENING, Part.CAUSE)
        if days > longest + SLACK and is_told and look.marks.has("rate", *look.sentence_around(start)):
            yield start, end, "window", {"days": str(days)}


def _ranges(look: Look) -> Iterator[tuple[int, int, int]]:
    """Yield every `2 September to 31 October` with the days it spans."""
    for (start, behind, first), (at, end, last) in pairwise(look.days):
        if first and last and _TO.fullmatch(look.text, behind, at):
            yield start, end, (last - first).days + 1
