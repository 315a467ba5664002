"""Consistency: what in a letter cannot be true together, or against Amazon's figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from itertools import pairwise

from calculator.policy import entry
from calculator.review.days_agree import day_contradictions
from calculator.review.facts import rates_in
from calculator.review.look import NEAR_RATE as NEAR
from calculator.review.look import Contradiction, Look
from calculator.review.sentences import Part
from calculator.review.sizes import (
    defective_orders,
    defects_by_type,
    has_other_numbers,
    staff_in,
    windows_in,
)
from calculator.review.totals import crowd_of_one, ordinals_in, spelt, totals_in

LISTED = 160
"""Characters behind a figure in which its defects are listed by type."""
WINDOW_DAYS = "order_defect_rate.window_days"
SLACK = 2
"""Days by which a window may be told too long, as its first or last day was counted twice."""
_TO = re.compile(r"[\s,，]*(?:to|until|till|and|through|bis|bis zum|und|至|到|から|[-–—〜～~])[\s(（]*")
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
_ROUNDINGS = (ROUND_HALF_UP, ROUND_DOWN, ROUND_UP)
_EXPONENTS = range(-3, 1)
"""Rates are written with three digits behind the point at most."""


def contradictions(look: Look) -> Iterator[Contradiction]:
    """Yield what disagrees, with the words it stands in."""
    yield from day_contradictions(look)
    yield from _rates_that_miss_their_counts(look)
    yield from _several_figures(look)
    yield from _figures_of_nobody(look)
    yield from _rates_of_nobody(look)
    yield from _too_few_defects(look)
    yield from _other_windows(look)
    yield from _sizes_that_change(look)
    yield from _more_than_all(look)


def _rates_that_miss_their_counts(look: Look) -> Iterator[Contradiction]:
    counts = look.counts
    fitting = _written({(part, whole) for _, _, part, whole in counts if whole > 0})
    for start, end, rate in rates_in(look.text):
        first, last = look.sentence_around(start)
        near = [
            one
            for one in _around(counts, start, end)
            if one[3] > 0 and (first <= one[0] < last or _is_of_rate(look, one[0], one[1]))
        ]
        if not near or look.is_target(start, end) or not _is_rate_of(look, near, start, end):
            continue
        if look.part_at(start) is Part.PREVENTION:
            continue
        if Decimal(rate) not in fitting.get(_exponent(Decimal(rate)), ()):
            _, _, part, whole = near[0]
            yield start, end, "rate_and_counts", {"rate": rate, "part": str(part), "whole": str(whole)}


def _is_rate_of(look: Look, near: list[tuple[int, int, int, int]], start: int, end: int) -> bool:
    """Return whether a rate is the metric's: beside the counts, or in a sentence that names the metric."""
    is_beside = any(min(abs(one[0] - end), abs(start - one[1])) <= BESIDE for one in near)
    return (is_beside or _is_of_rate(look, start, end)) and not OTHER_RATE.search(
        look.text,
        max(look.sentence_around(start)[0], start - OTHER_REACH),
        min(len(look.text), end + OTHER_REACH),
    )


def _around(counts: list[tuple[int, int, int, int]], start: int, end: int) -> list[tuple[int, int, int, int]]:
    """Return the counts that stand near a place."""
    first = bisect_left(counts, (start - 2 * NEAR,))
    held = counts[first : bisect_left(counts, (end + NEAR + 1,))]
    return [one for one in held if min(abs(one[0] - end), abs(start - one[1])) <= NEAR]


def _written(pairs: set[tuple[int, int]]) -> dict[int, set[Decimal]]:
    """Return the rates that follow from any of the counts, by the digits they are written with."""
    exact = [Decimal(100 * part) / Decimal(whole) for part, whole in pairs]
    return {
        exponent: {
            rate.quantize(Decimal(1).scaleb(exponent), rounding) for rate in exact for rounding in _ROUNDINGS
        }
        for exponent in _EXPONENTS
    }


def _fits(rate: str, part: int, whole: int) -> bool:
    written = Decimal(rate)
    exact = Decimal(100 * part) / Decimal(whole)
    return any(
        exact.quantize(Decimal(1).scaleb(_exponent(written)), rounding) == written for rounding in _ROUNDINGS
    )


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _several_figures(look: Look) -> Iterator[Contradiction]:
    """Yield a second count of orders with defects that is told as if it were the first."""
    counts = [
        one
        for one in look.counts
        if one[2] and _is_of_rate(look, one[0], one[1]) and look.part_at(one[0]) is not Part.PREVENTION
    ]
    others = [one for one in counts if one[2:] != counts[0][2:] and not _breaks_down(one, counts[0])]
    shares = {one[2:] for one in others if one[3] == counts[0][3]}
    if others and not look.names_two_days and sum(part for part, _ in shares) != counts[0][2]:
        first, other = counts[0], others[0]
        values = {"first": f"{first[2]}/{first[3]}", "other": f"{other[2]}/{other[3]}"}
        yield other[0], other[1], "two_figures", values


def _breaks_down(one: tuple[int, int, int, int], first: tuple[int, int, int, int]) -> bool:
    """Return whether a count is a share of the defective orders themselves, or says `all of them`."""
    return one[3] <= first[2] or one[2] == one[3]


def _figures_of_nobody(look: Look) -> Iterator[Contradiction]:
    """Yield counts that are neither Amazon's nor the assessment's."""
    if not look.asked.figures:
        return
    known = {(marked, orders) for orders, marked in look.asked.figures}
    for start, end, part, whole in look.counts:
        if (part, whole) not in known and look.marks.has("rate", max(0, start - NEAR), end + NEAR):
            values = {"part": str(part), "whole": str(whole)}
            yield start, end, "not_amazons", values


def _rates_of_nobody(look: Look) -> Iterator[Contradiction]:
    """Yield a rate that follows from none of the known figures, where no counts stand beside it."""
    known = {(marked, orders) for orders, marked in look.asked.figures if orders > 0}
    if not known or look.names_two_days:
        return
    counts = look.counts
    for start, end, rate in rates_in(look.text):
        is_ours = _is_of_rate(look, start, end) and not look.is_target(start, end)
        if is_ours and not _around(counts, start, end) and not any(_fits(rate, *one) for one in known):
            part, whole = min(known)
            yield start, end, "rate_and_counts", {"rate": rate, "part": str(part), "whole": str(whole)}


def _too_few_defects(look: Look) -> Iterator[Contradiction]:
    """Yield a list of defects by type whose sum is less than the orders that have one."""
    counts = [(start, end, part) for start, end, part, _ in look.counts if _is_of_rate(look, start, end)]
    for start, end, part in (*counts, *defective_orders(look.text)):
        listed = defects_by_type(look.text[end : end + LISTED])
        if len(listed) > 1 and sum(listed) < part and not has_other_numbers(look.text[end : end + LISTED]):
            yield start, end, "too_few_defects", {"part": str(part), "sum": str(sum(listed))}


def _is_of_rate(look: Look, start: int, end: int) -> bool:
    """Return whether the words of the rate stand near a figure, in its own sentence."""
    first, last = look.sentence_around(start)
    return look.marks.has("rate", max(first, start - NEAR), min(last, end + NEAR))


def _other_windows(look: Look) -> Iterator[Contradiction]:
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


def _sizes_that_change(look: Look) -> Iterator[Contradiction]:
    """Yield a second number of people in the same shop."""
    sizes = staff_in(look.text)
    other = next((one for one in sizes if one[2] != sizes[0][2]), None)
    crowd = crowd_of_one(look.text)
    if other:
        yield other[0], other[1], "two_sizes", {"first": str(sizes[0][2]), "other": str(other[2])}
    elif crowd:
        yield crowd[0], crowd[1], "two_sizes", {"first": "1", "other": str(crowd[2])}


def _is_counted_before(look: Look, number: int, place: int) -> bool:
    """Return whether a number was told of something else before: `9 letters on their way. All 9 buyers`."""
    written = rf"(?<![\d.,]){number}(?!\s?[\d.,月日年/-])|\b(?:{'|'.join(spelt(number)) or number})\b"
    return re.search(written, look.text[:place], re.IGNORECASE) is not None


def _more_than_all(look: Look) -> Iterator[Contradiction]:
    """Yield `all 9 buyers`, or `the fifth claim`, where fewer orders had a defect."""
    counts = [one[2] for one in look.counts if _is_of_rate(look, one[0], one[1]) or _fits_beside(look, one)]
    if not counts:
        return
    for start, end, number in _told_of_all(look):
        if number > max(counts) and look.part_at(start) is not Part.PREVENTION:
            yield start, end, "two_figures", {"first": str(max(counts)), "other": str(number)}


def _told_of_all(look: Look) -> Iterator[tuple[int, int, int]]:
    """Yield numbers of buyers, claims and orders that are told of all that had a defect."""
    yield from ordinals_in(look.text)
    if look.names_two_days:
        return
    for start, end, number, is_of_defects in totals_in(look.text):
        if is_of_defects and not _is_counted_before(look, number, start):
            yield start, end, number


def _fits_beside(look: Look, count: tuple[int, int, int, int]) -> bool:
    """Return whether a rate told near a count follows from it."""
    start, _, part, whole = count
    held = rates_in(look.text[max(0, start - NEAR) : start + NEAR])
    return whole > 0 and any(_fits(rate, part, whole) for _, _, rate in held)
