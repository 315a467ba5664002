"""Rates that agree: a rate of a letter that no count of it, and none of Amazon's, gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from calculator.review.facts import rates_in
from calculator.review.figures import Count, counts_around, exponent_of, fits, is_of_rate, is_target, rates_of
from calculator.review.look import Contradiction, Look
from calculator.review.sentences import Part

BESIDE, OTHER_REACH = 16, 28
"""Characters between a rate and its counts; in which another rate is looked for."""
OTHER_RATE = re.compile(
    r"positive|satisf|on[- ]time|return rate|returns?\b|reply|response|rating|feedback score|tracking rate"
    r"|late shipment rate|cancel|positiv|zufrieden|pünktlich|rücksende|retouren|antwort|stornoquote"
    r"|verspätungs"
    r"|好评|好評|满意|滿意|准时|準時|退货率|退貨率|回复率|迟发|遲發|取消率|追踪率|评分|評分"
    r"|満足|高評価|返品率|返信率|遅延率|キャンセル率|追跡率",
    re.IGNORECASE,
)
"""Rates of something else, which no count of defective orders has to fit."""


def rate_contradictions(look: Look) -> Iterator[Contradiction]:
    """Yield rates that follow neither from the counts beside them nor from a known figure."""
    yield from _rates_that_miss_their_counts(look)
    yield from _rates_of_nobody(look)


def _rates_that_miss_their_counts(look: Look) -> Iterator[Contradiction]:
    counts = look.counts
    fitting = rates_of({(part, whole) for _, _, part, whole in counts if whole > 0})
    for start, end, rate in rates_in(look.text):
        first, last = look.sentence_around(start)
        near = [
            one
            for one in counts_around(counts, start, end)
            if one[3] > 0 and (first <= one[0] < last or is_of_rate(look, one[0], one[1]))
        ]
        if not near or is_target(look, start, end) or not _is_rate_of(look, near, start, end):
            continue
        if look.part_at(start) is Part.PREVENTION:
            continue
        if Decimal(rate) not in fitting.get(exponent_of(Decimal(rate)), ()):
            _, _, part, whole = near[0]
            yield start, end, "rate_and_counts", {"rate": rate, "part": str(part), "whole": str(whole)}


def _is_rate_of(look: Look, near: list[Count], start: int, end: int) -> bool:
    """Return whether a rate is the metric's: beside the counts, or in a sentence that names the metric."""
    is_beside = any(min(abs(one[0] - end), abs(start - one[1])) <= BESIDE for one in near)
    return (is_beside or is_of_rate(look, start, end)) and not OTHER_RATE.search(
        look.text,
        max(look.sentence_around(start)[0], start - OTHER_REACH),
        min(len(look.text), end + OTHER_REACH),
    )


def _rates_of_nobody(look: Look) -> Iterator[Contradiction]:
    """Yield a rate that follows from none of the known figures, where no counts stand beside it."""
    known = {(marked, orders) for orders, marked in look.asked.figures if orders > 0}
    if not known or look.names_two_days:
        return
    counts = look.counts
    for start, end, rate in rates_in(look.text):
        is_ours = is_of_rate(look, start, end) and not is_target(look, start, end)
        if is_ours and not counts_around(counts, start, end) and not any(fits(rate, *one) for one in known):
            part, whole = min(known)
            yield start, end, "rate_and_counts", {"rate": rate, "part": str(part), "whole": str(whole)}
