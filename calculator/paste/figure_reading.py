"""Figure reading: Amazon's own counts on a page or in a notice, one figure for each shipper.

Worse mistake: counts that stand on no page. A percentage is held against them; what disagrees, or
could be the other shipper's, is asked about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from calculator.orders import Fulfillment
from calculator.paste import asks, shares
from calculator.paste.asks import Ask
from calculator.paste.days import Reading
from calculator.paste.result import Figure
from calculator.paste.shares import Share
from calculator.paste.stated import Item, Place, Stated

_PARTS = ("orders", "orders_with_defects")
_ORDER = {"mfn": 0, "afn": 1}
Periods = Mapping[Place, tuple[Reading, Reading]]


def figures(found: Stated, base: Figure, periods: Periods) -> list[Figure]:
    """Return `base` with the counts and period of each shipper; what is in doubt is asked."""
    groups: dict[str | None, list[Item]] = {}
    for item in found.items:
        if item.share:
            groups.setdefault(found.shipper_of(item), []).append(item)
    only = next(iter(found.shippers)) if len(found.shippers) == 1 else None
    groups = _without_repeats(groups) or {only: []}
    ordered = sorted(groups.items(), key=lambda group: _ORDER.get(group[0] or "", len(_ORDER)))
    return [_figure(found, _dated(found, base, shipper, periods), shipper, held) for shipper, held in ordered]


def _without_repeats(groups: dict[str | None, list[Item]]) -> dict[str | None, list[Item]]:
    """Return the groups without nobody's counts that repeat a shipper's own."""
    if None not in groups or len(groups) == 1:
        return groups
    known = [item.share for name, held in groups.items() if name for item in held]
    groups[None] = [item for item in groups[None] if item.share not in known]
    return {name: held for name, held in groups.items() if held}


def _dated(found: Stated, base: Figure, shipper: str | None, periods: Periods) -> Figure:
    """Return a figure with its period: the shipper's own, else every one on the page."""
    items = [item for item in found.items if item.period]
    own = [item for item in items if shipper and found.shipper_of(item) == shipper] or items
    readings = [periods[item.period] for item in own if item.period]
    first, first_ask = _end("first_day", [first for first, _ in readings])
    last, last_ask = _end("last_day", [last for _, last in readings])
    questions = tuple(ask for ask in (first_ask, last_ask) if ask)
    return replace(base, first_day=first, last_day=last, asks=(*base.asks, *questions))


def _end(name: str, readings: Sequence[Reading]) -> tuple[date | None, Ask | None]:
    """Return one end of the period where every reading agrees and is certain, else the question."""
    found = list(dict.fromkeys(day for reading in readings for day in reading.days))
    if not found:
        return None, None
    if len(found) == 1 and all(reading.is_certain for reading in readings):
        return found[0], None
    return None, asks.of_days(name, name, found)


def _figure(found: Stated, base: Figure, shipper: str | None, held: Sequence[Item]) -> Figure:
    given = [item.share for item in held if item.share]
    seen = {
        "orders": [share.orders for share in given if share.orders is not None],
        "orders_with_defects": [share.defects for share in given if share.defects is not None],
    }
    agree = _agreement(seen, found.percents)
    sure = {part: _is_sure(part, held, given, agree=agree) and len(set(seen[part])) == 1 for part in _PARTS}
    questions = [
        _count_ask(part, seen[part], found.percents, is_disputed=agree is False)
        for part in _PARTS
        if not sure[part]
    ]
    if shipper is None:
        likely = sorted(found.shippers, reverse=True) or ("mfn", "afn")
        questions.append(asks.of_names("fulfillment", "fulfillment", "fulfillment", likely))
    return replace(
        base,
        fulfillment=Fulfillment(shipper) if shipper else None,
        orders=seen["orders"][0] if sure["orders"] else None,
        orders_with_defects=seen["orders_with_defects"][0] if sure["orders_with_defects"] else None,
        components=tuple(sorted(found.components.items())),
        asks=(*base.asks, *questions),
    )


def _is_sure(part: str, held: Sequence[Item], given: Sequence[Share], *, agree: bool | None) -> bool:
    """Return whether a count is certain: topic and digits are, no percentage speaks against it."""
    if agree is False or not all(item.is_certain for item in held):
        return False
    is_plain = not any(share.is_doubtful for share in given) or agree is True
    return is_plain and not any(part in share.doubts for share in given)


def _agreement(seen: Mapping[str, list[int]], percents: Sequence[str]) -> bool | None:
    """Return whether a printed percentage fits the counts; None where there is none or no one pair."""
    orders, defects = seen["orders"], seen["orders_with_defects"]
    if len(set(orders)) != 1 or len(set(defects)) != 1 or not percents or not orders[0]:
        return None
    return any(shares.agrees(orders[0], defects[0], percent) for percent in percents)


def _count_ask(part: str, seen: Sequence[int], percents: Sequence[str], *, is_disputed: bool) -> Ask:
    choices = [str(number) for number in seen]
    if is_disputed:
        return asks.of_texts(part, f"{part}_disputed", choices, percent=", ".join(percents))
    return asks.of_texts(part, f"{part}_doubt" if choices else part, choices)
