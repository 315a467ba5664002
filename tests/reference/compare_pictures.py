"""The lines and bars of the pictures, read back from their coordinates, beside a plain count."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from calculator.orders import Fulfillment
from calculator.pictures import course_of, strip_of

from .compare_recovery import assessment
from .recount import WINDOW_DAYS
from .recount_sides import inside, side
from .truth import FULFILLMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .recount_sides import Side
    from .truth import Shop

COMMAND = re.compile(r"([MVHZ])([-\d. ]*)")
PIXEL = 0.03


def compare(shop: Shop, lang: str = "en") -> list[str]:
    """Every day whose drawn height is not that of its counts."""
    core = assessment(shop)
    found: list[str] = []
    for kind in FULFILLMENTS:
        own = side(shop, kind)
        course, strip = (draw(core, Fulfillment(kind), lang) for draw in (course_of, strip_of))
        found += course_differences(own, course) if course else []
        found += strip_differences(own, strip) if strip else []
    return found


def course_differences(own: Side, picture: dict[str, Any]) -> Iterator[str]:
    """Each day of the line: its height against the target's is its rate in per cent, or it is cut off above."""
    heights = steps(path(picture, "line"))
    today = place_of(picture["today"]["x"], picture)
    unit, roof = picture["base"] - picture["limit"]["y"], picture.get("roof", 0)
    for place in range(picture["days"]):
        day = own.as_of + timedelta(days=place - today)
        last = day - timedelta(days=own.lag)
        orders, marked = inside(own, last - timedelta(days=WINDOW_DAYS - 1), last)
        drawn = heights.get(place)
        if (drawn is None) is not (orders == 0):
            yield f"course {day}: {marked} of {orders} drawn at {drawn}"
        elif drawn is not None:
            height = picture["base"] - 100 * marked / orders * unit
            is_right = height < roof + PIXEL if drawn < roof else abs(drawn - height) < near(height, picture)
            if not is_right:
                yield f"course {day}: {marked} of {orders} drawn at {drawn}"
    for mark in picture["marks"]:
        place = place_of(mark["x"], picture)
        if date.fromisoformat(mark["iso"]) != own.as_of + timedelta(days=place - today):
            yield f"course mark {mark['number']} of {mark['iso']} stands on place {place}"
        if mark["y"] != max(heights.get(place, picture["base"]), roof):
            yield f"course mark {mark['number']} of {mark['iso']} is beside the line"


def near(height: float, picture: dict[str, Any]) -> float:
    """How far a rounded coordinate may lie from a height that is worked out from a rounded scale."""
    return PIXEL * (1 + (picture["base"] - height) / (picture["base"] - picture["limit"]["y"]))


def strip_differences(own: Side, picture: dict[str, Any]) -> Iterator[str]:
    """Each day of the strip: the height of its bars against the scale is its orders."""
    unit = (picture["base"] - picture["grid"][-1]["y"]) / int(picture["grid"][-1]["label"].replace(",", ""))
    first = own.first - timedelta(days=round(picture["bracket"]["x1"] * picture["days"] / 100))
    orders, marked = counted(own)
    for place in range(picture["days"]):
        day = first + timedelta(days=place)
        for names, expected in ((("left", "window", "enters"), orders[day]), (("marked",), marked[day])):
            heights = [bars(path(picture, name)).get(place, picture["base"]) for name in names]
            drawn = sum(picture["base"] - height for height in heights)
            if abs(drawn - expected * unit) > PIXEL:
                yield f"strip {day}: {expected} of {names[-1]} drawn {drawn} high"
    for mark in picture["marks"]:
        day = first + timedelta(days=place_of(mark["x"], picture))
        if str(day) != mark["iso"] or not marked[day]:
            yield f"strip mark {mark['number']} of {mark['iso']} stands on {day}"


def counted(own: Side) -> tuple[Counter[date], Counter[date]]:
    """Orders that count, and orders with a defect, by order day."""
    orders = Counter(line.day for line in own.lines if line.settled or line.is_marked)
    return orders, Counter(line.day for line in own.lines if line.is_marked)


def path(picture: dict[str, Any], name: str) -> str:
    """The one path of a name."""
    (found,) = (one["d"] for one in picture["paths"] if one["name"] == name)
    return str(found)


def place_of(x: float, picture: dict[str, Any]) -> int:
    """Which day a point of the drawing lies on."""
    return int(x * picture["days"] / 100)


def steps(drawn: str) -> dict[int, float]:
    """The height of a step line over each day."""
    heights: dict[int, float] = {}
    x, y = 0.0, 0.0
    for letter, numbers in COMMAND.findall(drawn):
        if letter == "M":
            x, y = map(float, numbers.split())
        elif letter == "V":
            y = float(numbers)
        elif letter == "H":
            heights |= dict.fromkeys(range(int(x), int(float(numbers))), y)
            x = float(numbers)
    return heights


def bars(drawn: str) -> dict[int, float]:
    """The top of each bar by day."""
    return {int(float(x)): float(y) for x, y in re.findall(r"M([\d.]+) [\d.]+V([\d.]+)H", drawn)}
