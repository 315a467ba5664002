"""Figures: which counts and rates of a letter are the metric's, and whether they follow from one another."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from calculator.review.look import NEAR_RATE as NEAR
from calculator.review.look import Look

Count = tuple[int, int, int, int]
"""A `2 of 126` of a letter: its place, the part, the whole."""
_TARGET = re.compile(
    r"(?:under|below|less than|target|limit|threshold|<|≤|低于|目标|标准|未満|unter|Ziel)[^.。]{0,16}$",
    re.IGNORECASE,
)
_IS = re.compile(
    r"(?:\b(?:is|was|of|at|stands at|reached|bei|ist|war|beträgt|betrug|von)|[:：为為是は])\s*$",
    re.IGNORECASE,
)
"""What stands right before the account's own rate."""
_WHOLE_TARGET = re.compile(r"(?:1|1[.,]0+|0?[.,]5|2[.,]5|4|95|90|97|100)\s?[%％]")
COUNTED = re.compile(
    r"(?:\b\d{1,6}|\b(?:two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn))"
    r"\s(?:[\w-]{1,20}\s){0,2}(?:orders|claims|feedback\w*|comments|chargebacks|Bestellungen|Anträge\w*|Garantieanträge|Bewertungen|Rückbuchungen)\b"
    r"|[\d一二三四五六七八九十两]{1,6}\s?(?:[个笔单条張筆張單個则]|件)",
    re.IGNORECASE,
)
"""Orders, claims or comments with their number."""
_ROUNDINGS = (ROUND_HALF_UP, ROUND_DOWN, ROUND_UP)
_EXPONENTS = range(-3, 1)
"""Rates are written with three digits behind the point at most."""


def is_of_rate(look: Look, start: int, end: int) -> bool:
    """Return whether the words of the rate stand near a figure, in its own sentence."""
    first, last = look.sentence_around(start)
    return look.marks.has("rate", max(first, start - NEAR), min(last, end + NEAR))


def counts_around(counts: list[Count], start: int, end: int) -> list[Count]:
    """Return the counts that stand near a place."""
    first = bisect_left(counts, (start - 2 * NEAR,))
    held = counts[first : bisect_left(counts, (end + NEAR + 1,))]
    return [one for one in held if min(abs(one[0] - end), abs(start - one[1])) <= NEAR]


def fits(rate: str, part: int, whole: int) -> bool:
    """Return whether a rate is what a count gives, however it was rounded."""
    told = Decimal(rate)
    exact, digits = Decimal(100 * part) / Decimal(whole), Decimal(1).scaleb(exponent_of(told))
    return any(exact.quantize(digits, rounding) == told for rounding in _ROUNDINGS)


def rates_of(pairs: set[tuple[int, int]]) -> dict[int, set[Decimal]]:
    """Return the rates that follow from any of the counts, by the digits they are written with."""
    exact = [Decimal(100 * part) / Decimal(whole) for part, whole in pairs]
    return {
        exponent: {
            rate.quantize(Decimal(1).scaleb(exponent), rounding) for rate in exact for rounding in _ROUNDINGS
        }
        for exponent in _EXPONENTS
    }


def exponent_of(number: Decimal) -> int:
    """Return with how many digits a rate is written: -2 for `1.59`."""
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def is_target(look: Look, start: int, end: int) -> bool:
    """Return whether a rate is the target itself, or that of another metric, not the account's own."""
    before = look.text[max(0, start - 24) : start]
    if _TARGET.search(before):
        return True
    is_own = _IS.search(before) is not None and look.marks.has("rate", max(0, start - NEAR), start)
    return _WHOLE_TARGET.fullmatch(look.text[start:end]) is not None and not is_own


def counts_defects(look: Look) -> bool:
    """Return whether orders, claims or comments are counted beside a word of the metric."""
    return any(
        COUNTED.search(one.own) is not None and look.marks.has("rate", one.start, one.end)
        for one in look.running
    )
