"""Course: the rate day by day, past and coming, against the target.

A step line with the target through it, the area over the target, the as-of day as a thin line,
and numbered days with a list that says the same in words. After the last mark has left there is
nothing to see, so the picture ends some days later.

Source: order_defect_rate.target, order_defect_rate.window_days, order_defect_rate.window_lag
Worse mistake: a line where there are no orders, or a past that lacks some.
"""

from __future__ import annotations

from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.messages import counted, text
from calculator.order_defect_rate import target_of
from calculator.orders import Fulfillment
from calculator.pictures import lines, notes, rings
from calculator.pictures.axis import anchor, ticks
from calculator.pictures.days import drawn
from calculator.pictures.frame import HUNDRED, PARTS, Frame, scale
from calculator.pictures.sentences import counts, sentence
from calculator.pictures.telling import Course, highest
from calculator.recovery import Recovery, recovery_of

HEIGHT = 290
ROOM_ABOVE, ROOM_BELOW = 31, 17
"""Pixels that the two lines of the limit's name keep free of other names."""
LABEL_OF_TODAY = 88


def course_of(
    assessment: Assessment, fulfillment: Fulfillment, lang: str, recovery: Recovery | None = None
) -> dict[str, Any] | None:
    """Return the picture of the rate day by day.

    Args:
        assessment: of one store on one day.
        fulfillment: the rate to draw.
        lang: of the texts.
        recovery: of the same, where it has been worked out already.

    Returns:
        The picture; None where no orders are known or no order carries a mark on any day of it.
    """
    recovery = recovery or recovery_of(assessment, fulfillment)
    days, found = drawn(assessment, recovery)
    rated = [day for day in days if day.orders]
    if not assessment.is_covered[fulfillment] or not any(day.orders_with_defects for day in rated):
        return None
    course = Course.of(days, found, assessment.as_of, recovery, target_of(assessment.policy))
    rates = [(day.orders_with_defects, day.orders) for day in days]
    most, step = scale(rates[: course.until], rates[course.until :], course.target)
    frame = Frame(days=len(days), most=most)
    return {
        "kind": "course",
        "title": text(lang, "pictures.course.title"),
        "subtitle": _subtitle(course, lang),
        "alt": _alt(fulfillment, course, lang),
        "height": HEIGHT,
        "days": len(days),
        "base": frame.base,
        "axis": frame.base,
        "roof": frame.roof,
        "note": notes.of_course(assessment, fulfillment, recovery, course, frame, lang),
        **_drawing(course, frame, step, lang),
    }


def _drawing(course: Course, frame: Frame, step: int, lang: str) -> dict[str, Any]:
    floor = frame.y(course.target.numerator, course.target.denominator)
    pieces, numbered = lines.pieces(course.days, frame), course.numbered()
    quiet = [n for n in course.turns if n not in numbered and course.days[n].orders]
    always = [course.today, len(course.days) - 1, 0]
    return {
        "paths": [
            {"name": "over", "d": lines.over(pieces, floor)},
            {"name": "line", "d": lines.line(pieces)},
        ],
        "grid": _grid(frame, step, floor, lang),
        "limit": {
            "y": floor,
            "label": text(lang, "pictures.limit"),
            "value": display.percent(course.target, lang),
        },
        "ticks": ticks([day.day for day in course.days], always, frame, lang),
        "today": _today(frame.x(course.today), lang),
        "zones": [],
        "bracket": None,
        "dots": [
            {"x": frame.x(n), "y": y} for n in sorted(quiet) if (y := _height(course, n, frame)) > frame.roof
        ],
        "marks": _marks(course, numbered, frame, lang),
        "table": None,
    }


def _marks(course: Course, numbered: list[int], frame: Frame, lang: str) -> list[dict[str, Any]]:
    points = [(frame.x(n), _height(course, n, frame)) for n in numbered]
    offsets = rings.placed(points, rings.RADIUS + 5, frame.base + 2)
    return [
        {
            "number": number,
            "x": x,
            "y": y,
            "ring": list(offset),
            "dot": course.days[place].orders > 0 and y > frame.roof,
            "iso": course.days[place].day.isoformat(),
            "day": display.day(course.days[place].day, lang, with_year=False),
            "text": sentence(course, place, lang),
        }
        for number, (place, (x, y), offset) in enumerate(zip(numbered, points, offsets, strict=True), 1)
    ]


def _height(course: Course, place: int, frame: Frame) -> float:
    """Return the height of a day's rate, the roof at most; a day without orders stands on the base line."""
    day = course.days[place]
    return max(frame.y(day.orders_with_defects, day.orders), frame.roof) if day.orders else frame.base


def _grid(frame: Frame, step: int, floor: float, lang: str) -> list[dict[str, Any]]:
    """Return the lines of the scale; one that the target's name would touch stays without its own."""
    found = [(value, frame.y(value, PARTS)) for value in range(0, frame.most + 1, step)]
    return [
        {"y": y, "label": None if floor - ROOM_ABOVE < y < floor + ROOM_BELOW else _percent(value, lang)}
        for value, y in found
        if y != floor
    ]


def _percent(value: int, lang: str) -> str:
    whole, part = divmod(value, HUNDRED)
    figure = f"{whole:,}.{part:02}".rstrip("0").rstrip(".") if part else f"{whole:,}"
    return display.percent_sign(figure, lang)


def _today(x: float, lang: str) -> dict[str, Any]:
    return {"x": x, "label": text(lang, "pictures.today"), "anchor": anchor(x, LABEL_OF_TODAY)}


def _subtitle(course: Course, lang: str) -> str:
    today = course.days[course.today]
    first, last = (display.day(course.days[place].day, lang) for place in (0, -1))
    day = display.day(today.day, lang, with_year=False)
    return counted(lang, "pictures.course.subtitle", today.orders, first=first, last=last, day=day)


def _alt(who: Fulfillment, course: Course, lang: str) -> str:
    today = course.days[course.today]
    peak = course.days[highest(course.days[: course.until]) or course.today]
    return text(
        lang,
        "pictures.course.alt",
        who=text(lang, f"explain.fulfillment.{who}"),
        first=display.day(course.days[0].day, lang),
        last=display.day(course.days[-1].day, lang),
        target=display.percent(course.target, lang),
        day=display.day(today.day, lang, with_year=False),
        counts=counts(today, lang, course.target).rstrip(".。"),
        peak=display.day(peak.day, lang, with_year=False),
        highest=counts(peak, lang, course.target).rstrip(".。"),
    )
