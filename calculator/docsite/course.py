"""Course: the rate of the worked example day by day, when nothing new is sold.

The shop sells until the day of the notice and then no more. Clean orders leave the window before
the two defects do, so the rate rises although nothing has happened. Every day is an assessment of
its own by the core; the drawing only says where the figures lie.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from calculator import display
from calculator.docsite import blocks, example, facts
from calculator.docsite.invented import Shop, spread, window_of
from calculator.orders import Fulfillment

TARGET = "order_defect_rate.target"
DAYS_AFTER_THE_LAST = 8
TOP, BASE, HEADROOM = 40, 220, 12
"""Pixels of the drawing: the highest grid line, the line of nought, the room of a number."""


@dataclass(frozen=True, slots=True)
class Day:
    """The counts of one day."""

    day: date
    defects: int
    orders: int

    @property
    def rate(self) -> Fraction:
        """Return the rate; the example never runs out of orders."""
        return Fraction(self.defects, self.orders)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A numbered day of the drawing and what it says."""

    name: str
    at: Day
    left: date | None
    x: str
    y: str


def days(as_of: date) -> tuple[Day, ...]:
    """Return every day from the notice until some days after the last defect has left."""
    window = window_of(as_of)
    sales = spread(example.ORDERS, window.first_day, window.days, until=as_of)
    return tuple(_until_clean(Shop(sales, example.shop(as_of).marks), as_of))


def _until_clean(shop: Shop, as_of: date) -> Iterator[Day]:
    clean = 0
    day = as_of
    while clean <= DAYS_AFTER_THE_LAST:
        rate = shop.on(day).rates[Fulfillment.MFN]
        yield Day(day, rate.orders_with_defects.high, rate.orders.high)
        clean += rate.orders_with_defects.high == 0
        day += timedelta(days=1)


def block(lang: str, as_of: date) -> str:
    """Return the drawing, its numbered days as a list, and all days as a table."""
    course, target = days(as_of), _target(as_of)
    scale = Scale(course, target)
    return blocks.render(
        "course",
        lang,
        course=course,
        scale=scale,
        points=_points(course, as_of, scale),
        target=facts.figure(TARGET, lang, as_of),
        percent=lambda one: display.percent(one.rate, lang, target),
        grid=[(scale.y(line), display.percent_sign(display.plain(line), lang)) for line in scale.grid],
        tick=lambda day: _tick(day, lang),
        short=lambda day: display.day(day, lang, with_year=False),
        orders=display.count(course[0].orders),
        full="100%",
    )


class Scale:
    """Where a day and a rate lie: across in hundredths of the width, down in pixels.

    Units: per cent, as fractions, until they become coordinates.
    """

    def __init__(self, course: tuple[Day, ...], target: Fraction) -> None:
        self.days = len(course)
        self.course = course
        self.target = target * 100
        half = Fraction(1, 2)
        self.top = -(-max(one.rate * 100 for one in course) // half) * half
        self.grid = tuple(
            half * step for step in range(int(self.top / half) + 1) if half * step != self.target
        )

    def x(self, place: int) -> str:
        """Return the middle of a day."""
        return _coordinate(Fraction(100 * (2 * place + 1), 2 * self.days))

    def y(self, rate: Fraction) -> str:
        """Return the height of a rate in per cent."""
        return _coordinate(BASE - rate * (BASE - TOP) / self.top)

    def line(self) -> str:
        """Return the steps of the rate."""
        return "M0 " + " ".join(f"V{self._y(one)}H{n + 1}" for n, one in enumerate(self.course)).removeprefix(
            "V"
        )

    def over(self) -> str:
        """Return the area between the target and the rate, where the rate is not under it."""
        floor = self.y(self.target)
        steps = "".join(
            f"V{_coordinate(min(Fraction(floor), Fraction(self._y(one))))}H{n + 1}"
            for n, one in enumerate(self.course)
        )
        return f"M0 {floor}{steps}V{floor}Z"

    def _y(self, one: Day) -> str:
        return self.y(one.rate * 100)


def _points(course: tuple[Day, ...], as_of: date, scale: Scale) -> list[Point]:
    """Return the last day before orders leave, the highest, and the days on which a defect has left."""
    full = max(n for n, one in enumerate(course) if one.orders == course[0].orders)
    highest = max(range(len(course)), key=lambda n: course[n].rate)
    fewer = [n for n in range(1, len(course)) if course[n].defects < course[n - 1].defects]
    placed: list[tuple[str, int, date | None]] = [("full", full, None), ("highest", highest, None)]
    placed += [
        ("left" if course[n].rate >= scale.target / 100 else "under", n, mark.sale.day)
        for n, mark in zip(fewer, example.shop(as_of).marks, strict=True)
    ]
    return [
        Point(name=name, at=course[n], left=left, x=scale.x(n), y=scale.y(course[n].rate * 100))
        for name, n, left in placed
    ]


def _tick(day: date, lang: str) -> str:
    """Return a day as short as an axis needs it."""
    return display.day(day, lang, with_year=False) if lang == "en" else f"{day.month}/{day.day}"


def _target(as_of: date) -> Fraction:
    return example.case(as_of).target


def _coordinate(value: Fraction) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
