"""Date order: whether day, month or year comes first in a column of numeric dates.

The whole column decides: a part over 12, a four-digit year, a day that lies after the day the
rate is asked for, dots. Where that leaves more than one order, the store's habit does, and the
guess is noted.

Worse mistake: swapping day and month row by row. One column has one order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from calculator import dates
from calculator.reports.written_day import NUMBERS, DateOrder, read

_HABIT = {"US": DateOrder.MONTH, "JP": DateOrder.YEAR}


@dataclass(frozen=True, slots=True)
class Guess:
    """What helps where nothing proves an order: the store, and the last day that can be meant."""

    store: str | None = None
    latest: date = date.max


def order_of(texts: Iterable[str], guess: Guess) -> tuple[DateOrder, bool]:
    """Return the order of a column of dates and whether the values prove it.

    >>> order_of(["04-30-22", "04-05-22"], Guess())
    (<DateOrder.MONTH: 'month_first'>, True)
    >>> order_of(["10/11/26"], Guess("US"))
    (<DateOrder.MONTH: 'month_first'>, False)
    """
    open_texts = [text for text in texts if is_open(text)]
    possible = _possible(open_texts, guess.latest)
    if len(possible) == 1 or not open_texts:
        return possible[0], True
    if DateOrder.DAY in possible and all("." in text for text in open_texts):
        return DateOrder.DAY, True
    wish = _HABIT.get(guess.store or "", DateOrder.DAY)
    likely = [order for order in possible if order is not DateOrder.YEAR or wish is DateOrder.YEAR]
    return (wish if wish in likely else likely[0]), False


def _possible(texts: list[str], latest: date) -> list[DateOrder]:
    """Return the orders in which every text is a day that can be meant, as far as there are any."""
    possible = list(DateOrder)
    for text in texts:
        possible = [order for order in possible if read(text, order)] or possible
    return [
        order for order in possible if all((read(text, order) or latest) <= latest for text in texts)
    ] or possible


def is_open(text: str) -> bool:
    """Return whether a text is a numeric date that does not begin with a four-digit year."""
    found = NUMBERS.match(text)
    return found is not None and len(found[1]) <= 2 and not dates.instant(text.strip())
