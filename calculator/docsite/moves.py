"""Moves: small worked tables about the coming days, each asked of the core.

What one day of lag does to a date, what a claim on a fresh order does, and what becomes of the
rate when one mark or the other is taken away.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from calculator import display
from calculator.docsite import blocks, coming_days, example, words
from calculator.docsite.invented import Mark, first_on
from calculator.docsite.scenes import Scene
from calculator.policy import Unit
from calculator.recovery import Day

FRESH_DAYS_BACK = 5


def block(name: str, lang: str, as_of: date) -> str:
    """Return one of the tables.

    Raises:
        LookupError: there is no table of this name.
    """
    if name not in MOVES:
        raise LookupError(f'No table of moves is called "{name}". There are: {", ".join(MOVES)}.')
    scene = MOVES[name](lang, as_of)
    return blocks.render("scene", lang, head=scene.head, rows=scene.rows)


def _about(lang: str, as_of: date) -> Scene:
    """The earliest day for a gap of one day less, as reckoned, and one day more."""
    one = coming_days.ahead(coming_days.shop(as_of), as_of)
    rows = []
    for lag in (one.lag - 1, one.lag, one.lag + 1):
        gap = words.quantity(lang, lag, Unit.DAYS)
        rows.append((gap, _day(one.with_lag(lag).first_day_on_target, lang)))
    return Scene(_heads(lang, "gap", "earliest"), rows)


def _entering(lang: str, as_of: date) -> Scene:
    """The same shop with a claim on an order that has not entered yet."""
    held = coming_days.shop(as_of)
    sale = first_on(held.sales, as_of - timedelta(days=FRESH_DAYS_BACK))
    more = coming_days.shop(as_of, (*held.marks, Mark(sale=sale)))
    rows = []
    for name, one in (("as_is", held), ("one_more", more)):
        found = coming_days.ahead(one, as_of).no_new_orders
        what = words.guide(lang, f"moves.{name}", day=display.day(sale.day, lang, with_year=False))
        rows.append((what, _day(found.first_day_on_target, lang)))
    return Scene(_heads(lang, "claims", "earliest"), rows)


def gone(lang: str, as_of: date) -> str:
    """Return the rate on some days with both marks, without the first, without the second."""
    held = coming_days.shop(as_of)
    first, second = held.marks
    ways = [coming_days.shop(as_of, marks) for marks in (held.marks, (second,), (first,))]
    ahead = [{one.day: one for one in coming_days.ahead(way, as_of).no_new_orders.days} for way in ways]
    named = coming_days.moments(as_of)
    rows = [
        (display.day(day, lang, with_year=False), [_rate(way[day], lang, as_of) for way in ahead])
        for day in (one.day for one in (named.full, named.later, named.left, named.under))
    ]
    heads = [*_heads(lang, "day", "both"), _without(first, lang), _without(second, lang)]
    return blocks.render("moves_gone", lang, heads=heads, rows=rows)


def _without(mark: Mark, lang: str) -> str:
    return words.guide(lang, "moves.without", day=display.day(mark.sale.day, lang, with_year=False))


def _heads(lang: str, *names: str) -> list[str]:
    return [words.guide(lang, f"moves.{name}") for name in names]


def _day(day: date | None, lang: str) -> str:
    return words.guide(lang, "moves.never") if day is None else display.day(day, lang)


def _rate(one: Day, lang: str, as_of: date) -> tuple[str, bool]:
    """Return the rate of a day and whether it is under the target."""
    target = example.case(as_of).target
    return display.percent(coming_days.rate(one), lang, target), one.is_on_target(target)


MOVES: dict[str, Callable[[str, date], Scene]] = {
    "about": _about,
    "entering": _entering,
}
