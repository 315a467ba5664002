"""Date order: whether day, month or year comes first in a column of numeric dates.

The whole column decides: a part over 12, a four-digit year, dots. Where that leaves more than
one order, the store's habit does (a year of two digits comes first in Japan only), and the
guess is noted.

What the seller states goes before the habit, never before what the values prove.

Worse mistake: swapping day and month row by row. One column has one order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from calculator import dates
from calculator.problems import shown
from calculator.reports.reading import Reading, Unproven
from calculator.reports.written_day import NUMBERS, DateOrder, read

_HABIT = {"US": DateOrder.MONTH, "JP": DateOrder.YEAR}


def settle(reading: Reading, texts: Sequence[str], store: str | None) -> tuple[DateOrder, bool]:
    """Return the order a column is read in and whether that is certain; `reading` keeps what is open."""
    order, is_proven = order_of(texts, store, reading.dates)
    if not is_proven or (order is reading.dates and not order_of(texts, store)[1]):
        example = _example(texts)
        reading.unproven = reading.unproven or Unproven(
            example=example, order=order, possible=tuple(_possible(filter(is_open, texts)))
        )
    if not is_proven:
        reading.note(f"dates_guessed_{order}", example=shown(example))
    return order, is_proven


def order_of(
    texts: Iterable[str], store: str | None, stated: DateOrder | None = None
) -> tuple[DateOrder, bool]:
    """Return the order of a column of dates and whether the values, the seller or the store settle it.

    >>> order_of(["04-30-22", "04-05-22"], None)
    (<DateOrder.MONTH: 'month_first'>, True)
    >>> order_of(["10/11/26"], "US")
    (<DateOrder.MONTH: 'month_first'>, False)
    >>> order_of(["31/31/2026"], "US")[1]
    True
    """
    open_texts = [text for text in texts if is_open(text) and _is_day(text)]
    possible = _possible(open_texts)
    if len(possible) == 1 or not open_texts:
        return possible[0], True
    if stated in possible:
        return stated, True
    if DateOrder.DAY in possible and all("." in text for text in open_texts):
        return DateOrder.DAY, True
    wish = _HABIT.get(store or "", DateOrder.DAY)
    likely = [order for order in possible if order is not DateOrder.YEAR or wish is DateOrder.YEAR]
    return (wish if wish in likely else likely[0]), store is not None and len(likely) == 1


def is_open(text: str) -> bool:
    """Return whether a text is a numeric date that does not begin with a four-digit year."""
    found = NUMBERS.match(text)
    return found is not None and len(found[1]) <= 2 and not dates.instant(text.strip())


def _is_day(text: str) -> bool:
    """Return whether a text is a day in any order; one that is none, such as `31/31/2026`, proves nothing."""
    return any(read(text, order) for order in DateOrder)


def _possible(open_texts: Iterable[str]) -> list[DateOrder]:
    """Return the orders in which every date that can be read at all can be read."""
    possible = list(DateOrder)
    for text in open_texts:
        possible = [order for order in possible if read(text, order)] or possible
    return possible


def _example(texts: Iterable[str]) -> str:
    """Return a date of the column that the two usual orders read as two different days, if it has one."""
    held = sorted(filter(is_open, texts))
    return next((text for text in held if read(text, DateOrder.DAY) != read(text, DateOrder.MONTH)), held[0])
