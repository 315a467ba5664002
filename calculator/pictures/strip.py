"""Strip: the orders by order day, with the window of today over them.

Bars are orders, the part of a bar that carries a mark is drawn in the limit's colour and its day
is numbered. A bracket holds the days that count now; after it stand the days that enter next,
before it those that have left. A typed count has no days, so it has no strip.

Source: order_defect_rate.window_days, order_defect_rate.window_lag
"""

from __future__ import annotations

from datetime import date
from typing import Any

from calculator import display
from calculator.assess import Assessment
from calculator.dates import DateRange
from calculator.messages import counted, text
from calculator.orders import Fulfillment
from calculator.pictures import notes, rings
from calculator.pictures.axis import ticks
from calculator.pictures.frame import Frame, rounded_up
from calculator.pictures.zones import Strip, numbered, zones_of
from calculator.recovery import Recovery, recovery_of

HEIGHT, TOP, BASE = 190, 54, 150
BRACKET = 10


def strip_of(
    assessment: Assessment, fulfillment: Fulfillment, lang: str, recovery: Recovery | None = None
) -> dict[str, Any] | None:
    """Return the picture of the orders by order day.

    Returns:
        The picture; None for a typed count, without orders, and for a window that is no usual one.
    """
    recovery = recovery or recovery_of(assessment, fulfillment)
    strip = zones_of(assessment, recovery)
    if strip is None or not assessment.is_covered[fulfillment] or not any(map(strip.orders, strip.days)):
        return None
    chosen, marked = numbered(strip), [day for day in strip.days if strip.marked(day)]
    most, _ = rounded_up(max(map(strip.orders, strip.days)), 1)
    frame = Frame(days=len(strip.days), most=most, top=TOP, base=BASE, parts=1)
    return {
        "kind": "strip",
        "title": text(lang, "pictures.strip.title"),
        "subtitle": text(lang, "pictures.strip.subtitle", days=display.days(strip.window, lang)),
        "alt": _alt(fulfillment, strip, lang),
        "height": HEIGHT,
        "days": len(strip.days),
        "base": frame.base,
        "axis": frame.base + BRACKET,
        "roof": frame.roof,
        "note": notes.of_strip(assessment, fulfillment, len(marked) - len(chosen), lang),
        **_drawing(strip, frame, chosen, assessment, lang),
        "table": _table(strip, marked, assessment, lang),
    }


def _drawing(
    strip: Strip, frame: Frame, chosen: list[date], assessment: Assessment, lang: str
) -> dict[str, Any]:
    days = strip.days
    place = {day: n for n, day in enumerate(days)}
    ends = [place[strip.window.first_day], place[strip.window.last_day]]
    today = place.get(assessment.as_of)
    always = [*ends, *([today] if today is not None else []), len(days) - 1, 0]
    half = [frame.most // 2] if frame.most % 2 == 0 else []
    return {
        "paths": [
            *({"name": zone, "d": _bars(strip, frame, zone)} for zone in ("left", "window", "enters")),
            {"name": "marked", "d": _bars(strip, frame, None)},
        ],
        "grid": [{"y": frame.y(n, 1), "label": display.count(n)} for n in (0, *half, frame.most)],
        "limit": None,
        "ticks": ticks(days, always, frame, lang),
        "today": {"x": frame.x(today), "label": None, "anchor": "end"} if today is not None else None,
        "zones": _zones(strip, frame, lang),
        "bracket": {"x1": frame.edge(ends[0]), "x2": frame.edge(ends[1] + 1), "y": BASE + BRACKET},
        "dots": [],
        "marks": _marks(strip, frame, chosen, assessment, lang),
    }


def _bars(strip: Strip, frame: Frame, zone: str | None) -> str:
    """Return the bars of a zone, or the marked parts of all bars."""
    parts = []
    for place, day in enumerate(strip.days):
        number = strip.marked(day) if zone is None else strip.orders(day) if strip.zone(day) == zone else 0
        if number:
            parts.append(f"M{place}.1 {frame.base}V{frame.y(number, 1)}H{place}.9V{frame.base}Z")
    return "".join(parts)


def _zones(strip: Strip, frame: Frame, lang: str) -> list[dict[str, Any]]:
    """Return the names over the days: what has left, what counts, what enters next."""
    first, count = (strip.left.days if strip.left else 0), strip.window.days
    found = [("window", (frame.edge(first) + frame.edge(first + count)) / 2, "middle")]
    if strip.left:
        found.insert(0, ("left", 0, "start"))
    if strip.enters:
        found.append(("enters", 100, "end"))
    return [
        {"x": x, "anchor": held, "label": counted(lang, f"pictures.strip.zone.{name}", count)}
        for name, x, held in found
    ]


def _marks(
    strip: Strip, frame: Frame, chosen: list[date], assessment: Assessment, lang: str
) -> list[dict[str, Any]]:
    first = strip.days[0]
    points = [(frame.x((day - first).days), frame.y(strip.orders(day), 1)) for day in chosen]
    offsets = rings.placed(points, rings.RADIUS + 5, frame.base + 2)
    return [
        {
            "number": number,
            "x": x,
            "y": y,
            "ring": list(offset),
            "dot": True,
            "iso": day.isoformat(),
            "day": display.day(day, lang, with_year=False),
            "text": _says(strip, day, assessment, lang),
        }
        for number, (day, (x, y), offset) in enumerate(zip(chosen, points, offsets, strict=True), 1)
    ]


def _says(strip: Strip, day: date, assessment: Assessment, lang: str) -> str:
    """Return what a marked day says: how many orders, and when they enter or leave."""
    number, orders = strip.marked(day), strip.orders(day)
    shown = counted(lang, "pictures.strip.marked", number, orders=display.count(orders))
    return (" " if lang == "en" else "").join(filter(None, (shown, _moves(strip, day, assessment, lang))))


def _moves(strip: Strip, day: date, assessment: Assessment, lang: str) -> str:
    zone, window = strip.zone(day), assessment.window
    moves = window.enters_on(day) if zone == "enters" else window.leaves_on(day)
    if not strip.is_todays or moves is None:
        return text(lang, f"pictures.strip.stands.{zone}")
    return text(lang, f"pictures.strip.moves.{zone}", day=display.day(moves, lang))


def _table(strip: Strip, marked: list[date], assessment: Assessment, lang: str) -> dict[str, Any]:
    zones = [("left", strip.left), ("window", strip.window), ("enters", strip.enters)]
    rows = [_zone_row(strip, name, days, lang) for name, days in zones if days]
    rows += [
        _row(
            display.day(day, lang), strip.orders(day), strip.marked(day), _moves(strip, day, assessment, lang)
        )
        for day in marked
    ]
    return {
        "title": text(lang, "pictures.strip.table.title"),
        "columns": [
            {"key": key, "label": text(lang, f"pictures.strip.table.{key}")}
            for key in ("days", "orders", "marked", "what")
        ],
        "rows": rows,
    }


def _zone_row(strip: Strip, name: str, days: DateRange, lang: str) -> dict[str, str]:
    held = [day for day in strip.days if day in days]
    orders, marked = sum(map(strip.orders, held)), sum(map(strip.marked, held))
    return _row(display.days(days, lang), orders, marked, text(lang, f"pictures.strip.stands.{name}"))


def _row(days: str, orders: int, marked: int, what: str) -> dict[str, str]:
    return {"days": days, "orders": display.count(orders), "marked": display.count(marked), "what": what}


def _alt(who: Fulfillment, strip: Strip, lang: str) -> str:
    held = [day for day in strip.days if day in strip.window]
    return text(
        lang,
        "pictures.strip.alt",
        who=text(lang, f"explain.fulfillment.{who}"),
        days=display.days(strip.window, lang),
        orders=display.count(sum(map(strip.orders, held))),
        marked=display.count(sum(map(strip.marked, held))),
    )
