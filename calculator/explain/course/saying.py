"""Saying: how a count, a rate and a day of the course are said in one language."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from calculator import display
from calculator.explain.paragraph import paragraph
from calculator.messages import counted, text
from calculator.recovery.calendar import HORIZON
from calculator.recovery.projection import Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The language of the sentences, and the target they speak of.

    Attributes:
        target: share that must not be reached.
        shown_target: the same as it is read.
    """

    lang: str
    target: Fraction
    shown_target: str
    _rates: dict[tuple[int, int], str] = field(default_factory=dict, repr=False)

    def text(self, key: str, /, **values: object) -> str:
        """Return a message of the course; `{target}` and `{n}`, the days looked ahead, are known."""
        return text(self.lang, f"recovery.{key}", **{"target": self.shown_target, "n": HORIZON, **values})

    def counted(self, key: str, number: int, /, **values: object) -> str:
        """Return a message of the course that asks for one or many; `{target}` is known."""
        return counted(self.lang, f"recovery.{key}", number, **{"target": self.shown_target, **values})

    def counted_room(self, key: str, more: int, /, **values: object) -> str:
        """Return a message about room: some left, none left, or so many too many."""
        if more == 0:
            return self.text(f"{key}.zero", **values)
        form = "one" if abs(more) == 1 else "many"
        over = "over_" if more < 0 else ""
        return self.text(f"{key}.{over}{form}", **{**values, "n": display.count(abs(more))})

    def said(self, day: Day) -> str:
        """Return the counts and the rate of a day with orders."""
        marked, orders = display.count(day.orders_with_defects), display.count(day.orders)
        return self.text("counts", marked=marked, orders=orders, rate=self.rate(day))

    def rate(self, day: Day) -> str:
        """Return the rate of a day; a day without orders has none."""
        if not day.orders:
            return self.text("no_rate")
        counts = day.orders_with_defects, day.orders
        if counts not in self._rates:
            self._rates[counts] = display.percent(Fraction(*counts), self.lang, self.target)
        return self._rates[counts]

    def day(self, day: date) -> str:
        """Return a day with its year."""
        return display.day(day, self.lang)

    def short(self, day: date) -> str:
        """Return a day of the near past or future, without its year."""
        return display.day(day, self.lang, with_year=False)

    def joined(self, *sentences: str) -> str:
        """Return sentences one behind the other; empty ones are left out."""
        return paragraph(filter(None, sentences), self.lang)
