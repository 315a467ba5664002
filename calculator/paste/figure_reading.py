"""Figure reading: Amazon's own counts on a page or in a notice, one figure for each shipper.

Worse mistake: counts that stand on no page. A percentage is held against them; what disagrees, or
could be the other shipper's, is asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from calculator.defects import DefectType
from calculator.orders import Fulfillment
from calculator.paste import asks, shares
from calculator.paste.asks import Ask
from calculator.paste.page import ODR
from calculator.paste.pieces import Kind, Piece
from calculator.paste.result import Figure
from calculator.paste.shares import Share
from calculator.paste.topics import Topic

_TARGET = "target"
_PARTS = ("orders", "orders_with_defects")


@dataclass(slots=True)
class Found:
    """What the lines outside the rows state about the rate.

    Attributes:
        shares: counts with the shipper they stand beside and whether their topic is certain.
        shippers: shippers named anywhere outside the rows.
        lines: numbers of the lines used.
    """

    shares: list[tuple[Share, str | None, bool]] = field(default_factory=list)
    percents: list[str] = field(default_factory=list)
    components: dict[DefectType, int] = field(default_factory=dict)
    shippers: set[str] = field(default_factory=set)
    lines: set[int] = field(default_factory=set)


def gather(pieces: Iterable[tuple[Piece, Topic]]) -> Found:
    """Return the counts, percentages and shippers of the pieces under the defect rate's topic."""
    found = Found()
    beside: dict[int, set[str]] = {}
    recent: set[str] = set()
    is_target = False
    for piece, topic in pieces:
        names = set(piece.names("fulfillment")) | _labelled_shipper(piece)
        if names:
            here = beside.setdefault(piece.line, set())
            here |= names
            found.shippers |= names
            found.lines.add(piece.line)
            recent = here
        if topic.metric == ODR:
            _take(found, piece, topic, recent, is_target=is_target)
        is_target = _TARGET in piece.names("label")
    return found


def _labelled_shipper(piece: Piece) -> set[str]:
    return set(piece.names("shipper")) if piece.label == "fulfillment" else set()


def _take(found: Found, piece: Piece, topic: Topic, recent: set[str], *, is_target: bool) -> None:
    share = shares.of(piece)
    if piece.kind is Kind.PERCENT:
        found.lines.add(piece.line)
        if not is_target and piece.label != _TARGET and topic.type is None:
            found.percents.append(piece.value)
    elif share and topic.type is None:
        shipper = next(iter(recent)) if len(recent) == 1 else None
        found.shares.append((share, shipper, topic.is_certain))
        found.lines.add(piece.line)
    elif topic.type is not None and topic.is_certain:
        _take_component(found, piece, topic.type, share)
    elif ODR in piece.names("metric"):
        found.lines.add(piece.line)


def _take_component(found: Found, piece: Piece, type_: DefectType, share: Share | None) -> None:
    counted = share.defects if share and share.defects is not None else share.orders if share else None
    if counted is None and piece.kind is Kind.NUMBER:
        counted = piece.value
    if counted is not None:
        found.components.setdefault(type_, counted)
        found.lines.add(piece.line)


def figures(found: Found, base: Figure) -> list[Figure]:
    """Return `base` with the counts of each shipper they stand beside; what is in doubt is asked."""
    by_shipper: dict[str | None, list[tuple[Share, bool]]] = {}
    for share, shipper, is_certain in found.shares:
        only = next(iter(found.shippers)) if len(found.shippers) == 1 else shipper
        by_shipper.setdefault(only, []).append((share, is_certain))
    if None in by_shipper and len(by_shipper) > 1:
        by_shipper = _joined(by_shipper)
    groups = by_shipper or {next(iter(found.shippers)) if len(found.shippers) == 1 else None: []}
    return [_figure(found, base, shipper, held) for shipper, held in _in_order(groups)]


def _joined(
    by_shipper: dict[str | None, list[tuple[Share, bool]]],
) -> dict[str | None, list[tuple[Share, bool]]]:
    """Return the groups without counts nobody's that repeat a shipper's own."""
    known = {share for name, held in by_shipper.items() if name for share, _ in held}
    loose = [item for item in by_shipper[None] if item[0] not in known]
    rest = {name: held for name, held in by_shipper.items() if name or loose}
    return {name: held if name else loose for name, held in rest.items()}


def _in_order(
    groups: dict[str | None, list[tuple[Share, bool]]],
) -> list[tuple[str | None, list[tuple[Share, bool]]]]:
    return sorted(groups.items(), key=lambda item: {"mfn": 0, "afn": 1}.get(item[0] or "", 2))


def _figure(found: Found, base: Figure, shipper: str | None, held: Sequence[tuple[Share, bool]]) -> Figure:
    orders = [share.orders for share, _ in held if share.orders is not None]
    defects = [share.defects for share, _ in held if share.defects is not None]
    is_sure = all(is_certain and not share.is_doubtful for share, is_certain in held)
    agree = _agreement(orders, defects, found.percents)
    is_sure = (is_sure and agree is not False) or (agree is True and all(certain for _, certain in held))
    is_whole = len(set(orders)) == 1 and len(set(defects)) == 1
    numbers = dict(zip(_PARTS, (orders, defects), strict=True))
    values = {part: seen[0] if is_sure and len(set(seen)) == 1 else None for part, seen in numbers.items()}
    questions = [
        _count_ask(part, numbers[part], found.percents, is_disputed=is_whole and agree is False)
        for part in _PARTS
        if values[part] is None
    ]
    if shipper is None:
        likely = sorted(found.shippers, reverse=True) or ("mfn", "afn")
        questions.append(asks.of_names("fulfillment", "fulfillment", "fulfillment", likely))
    return replace(
        base,
        fulfillment=Fulfillment(shipper) if shipper else None,
        orders=values["orders"],
        orders_with_defects=values["orders_with_defects"],
        components=tuple(sorted(found.components.items())),
        asks=(*base.asks, *questions),
    )


def _agreement(orders: list[int], defects: list[int], percents: list[str]) -> bool | None:
    """Return whether a printed percentage fits the counts; None where there is none or no one pair."""
    if len(set(orders)) != 1 or len(set(defects)) != 1 or not percents or not orders[0]:
        return None
    return any(shares.agrees(orders[0], defects[0], percent) for percent in percents)


def _count_ask(part: str, seen: Sequence[int], percents: Sequence[str], *, is_disputed: bool) -> Ask:
    choices = [str(number) for number in seen]
    if is_disputed:
        return asks.of_texts(part, f"{part}_disputed", choices, percent=", ".join(percents))
    return asks.of_texts(part, f"{part}_doubt" if choices else part, choices)
