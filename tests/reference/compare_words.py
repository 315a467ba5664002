"""The figures and days in the sentences about the coming days, read out of them, beside a plain count."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from calculator import display
from calculator.explain import explanation

from .compare_recovery import assessment
from .recount import WINDOW_DAYS
from .recount_carry import DAYS_LOOKED_AT, room, today, worst
from .recount_recovery import known
from .recount_sides import side

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from .recount_recovery import Count
    from .recount_sides import Side
    from .truth import Shop

ROOM = re.compile(r"(?P<none>can carry no)|can carry (?P<more>[\d,]+)|is (?P<over>[\d,]+) too many")
CLEAN = re.compile(r"([\d,]+) clean orders? (leave|enter)")


def compare(shop: Shop) -> list[str]:
    """Every figure and day of the English sentences that a plain count does not give."""
    found: list[str] = []
    for block in explanation(assessment(shop), "en")["recovery"]:
        own = side(shop, block["fulfillment"])
        for check in (_days, _clean, _earliest, _about, _carry):
            found += [f"{block['fulfillment']}: {line}" for line in check(own, block)]
    return found


def _days(own: Side, block: dict[str, Any]) -> Iterator[str]:
    told = [(row["iso"], row["orders"], row["orders_with_defects"]) for row in block["days"]["rows"]]
    expected = [
        (str(day.day), display.count(day.orders), display.count(day.orders_with_defects))
        for day in known(own)
    ]
    if told != expected:
        yield f"days {sorted(set(told) ^ set(expected))[:4]}"


def _clean(own: Side, block: dict[str, Any]) -> Iterator[str]:
    """Orders without a defect that leave or enter on each day; those of a typed count are spread."""
    if own.typed:
        return
    clean = Counter(line.day for line in own.lines if line.settled and not line.is_marked)
    for row, day in zip(block["days"]["rows"], known(own), strict=True):
        enters = day.day - timedelta(days=own.lag)
        expected = {"leave": clean[enters - timedelta(days=WINDOW_DAYS)], "enter": clean[enters]}
        told = {way: _number(number) for number, way in CLEAN.findall(row["text"])}
        if {way: number for way, number in expected.items() if number} != told:
            yield f"clean orders of {day.day}: expected {expected}, told {told}"


def _earliest(own: Side, block: dict[str, Any]) -> Iterator[str]:
    expected = None if today(own).on_target else first_day(known(own))
    if block["earliest"]["iso"] != (str(expected) if expected else None):
        yield f"earliest {block['earliest']['iso']}, expected {expected}"


def _about(own: Side, block: dict[str, Any]) -> Iterator[str]:
    """The earliest days when orders wait one day less or more: both named, the same, or one missing."""
    words, first = block["earliest"]["about"] or "", first_day(known(own))
    near = [first_day(known(replace(own, lag=own.lag + step))) for step in (-1, 1)]
    expected: list[str] = []
    if today(own).on_target:
        expected = []
    elif near == [first, first]:
        expected = ["The same"]
    elif first and None in near:
        expected = ["no such day"]
    elif first:
        found = [first, *filter(None, near)]
        expected = [display.day(min(found), "en"), display.day(max(found), "en")]
    if bool(words) is not bool(expected) or any(one not in words for one in expected):
        yield f"about {near} and {first}: {words}"


def _carry(own: Side, block: dict[str, Any]) -> Iterator[str]:
    sentences = [one["text"] for one in block["carry"]["sentences"]]
    now, most = today(own), worst(own)
    if now.orders and told_room(sentences[0]) != room(now):
        yield f"room today {room(now)}: {sentences[0]}"
    if not now.orders or most is None:
        return
    is_tighter = _less(most, now)
    if is_tighter is not (told_room(sentences[1]) is not None):
        yield f"room within {DAYS_LOOKED_AT} days {most}: {sentences[1]}"
    if is_tighter and (told_room(sentences[1]), display.day(most.day, "en") in sentences[1]) != (
        room(most),
        True,
    ):
        yield f"room on {most}: {sentences[1]}"


def _less(one: Count, other: Count) -> bool:
    first, second = room(one), room(other)
    return first is not None and second is not None and first < second


def first_day(days: list[Count]) -> date | None:
    """The first of some days that is on target."""
    return next((day.day for day in days if day.on_target), None)


def told_room(words: str) -> int | None:
    """How many more defects a sentence says the window carries."""
    found = ROOM.search(words)
    if found is None:
        return None
    if found["none"]:
        return 0
    return _number(found["more"]) if found["more"] else -_number(found["over"])


def _number(words: str) -> int:
    return int(words.replace(",", ""))
