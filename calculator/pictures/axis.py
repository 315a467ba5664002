"""Axis: which days are named under a drawing, so that no two names touch on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from calculator import display
from calculator.pictures.frame import Frame

NARROW, WIDE = 262, 560
"""Widths of a drawing in pixels: the least on a phone, and from where further days are named."""
WIDTHS = {"en": 46, "zh": 40}
GAP = 12
PARTS = ((1,), (11, 21))
"""Days of a month that are named where there is room, the more telling ones first."""


def short(day: date, lang: str) -> str:
    r"""Return a day as short as an axis needs it.

    >>> short(date(2026, 11, 22), "en"), short(date(2026, 11, 22), "zh-Hans")
    ('22\xa0Nov', '11/22')
    """
    return display.day(day, lang, with_year=False) if lang == "en" else f"{day.month}/{day.day}"


def ticks(days: Sequence[date], always: Sequence[int], frame: Frame, lang: str) -> list[dict[str, Any]]:
    """Return the named days; those that fit on a wide drawing only say so.

    Args:
        days: of the drawing, in order.
        always: places that come first, the most telling one first.
        frame: of the same days.
        lang: of the names.
    """
    months = [n for part in PARTS for n, day in enumerate(days) if day.day in part]
    wished = list(dict.fromkeys([*always, *months]))
    narrow = _fitting(wished, [], frame, NARROW, lang)
    wide = _fitting(wished, narrow, frame, WIDE, lang)
    return [
        {
            "x": frame.x(place),
            "label": short(days[place], lang),
            "anchor": anchor(frame.x(place), WIDTHS[lang[:2]]),
            "wide": place not in narrow,
        }
        for place in sorted(wide)
    ]


def anchor(x: float, width: int) -> str:
    """Return which end of a text of some pixels is held at `x`, so that it stays inside."""
    if x * NARROW < width * 50:
        return "start"
    return "end" if (100 - x) * NARROW < width * 50 else "middle"


def _fitting(wished: Sequence[int], held: Sequence[int], frame: Frame, room: int, lang: str) -> list[int]:
    kept = list(held)
    for place in wished:
        if place not in kept and all(_apart(place, other, frame, room, lang) for other in kept):
            kept.append(place)
    return kept


def _apart(one: int, other: int, frame: Frame, room: int, lang: str) -> bool:
    first, second = (_reach(place, frame, room, lang) for place in sorted((one, other)))
    return first[1] + GAP <= second[0]


def _reach(place: int, frame: Frame, room: int, lang: str) -> tuple[float, float]:
    x, width = frame.x(place), WIDTHS[lang[:2]]
    before = {"start": 0, "middle": width / 2, "end": width}[anchor(x, width)]
    return x * room / 100 - before, x * room / 100 - before + width
