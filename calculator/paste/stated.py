"""Stated: what the lines outside the rows state about the rate, and beside which shipper.

Counts belong to the shipper named in their own line, else to the one named since the counts
before. Two shippers named in a row before any counts are columns or tabs; only where they head
exactly two pairs of counts do the pairs take them in order.

Worse mistake: Amazon's counts as the seller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from calculator.defects import DefectType
from calculator.paste import shares
from calculator.paste.page import ODR
from calculator.paste.pieces import Kind, Piece
from calculator.paste.shares import Share
from calculator.paste.topics import Topic

_TARGET, _ABOVE = "target", "target_above"
Place = tuple[int, int]


@dataclass(slots=True)
class Item:
    """Counts or a period at one place; `named` are the shippers it may belong to."""

    line: int
    named: tuple[str, ...]
    share: Share | None = None
    period: Place | None = None
    is_certain: bool = True


@dataclass(slots=True)
class Stated:
    """What was found, in the order of the page.

    Attributes:
        shippers: every shipper named outside the rows.
        lines: numbers of the lines used.
    """

    items: list[Item] = field(default_factory=list)
    percents: list[str] = field(default_factory=list)
    components: dict[DefectType, int] = field(default_factory=dict)
    shippers: set[str] = field(default_factory=set)
    lines: set[int] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    is_new: bool = True

    def name(self, names: Iterable[str], line: int) -> None:
        """Take shippers that a line names."""
        if not self.is_new:
            self.waiting, self.is_new = [], True
        self.waiting += [name for name in names if name not in self.waiting]
        self.shippers |= set(names)
        self.lines.add(line)

    def take(self, item: Item) -> None:
        """Take counts or a period; the shippers named before belong to them."""
        self.items.append(item)
        self.lines.add(item.line)
        self.is_new = False

    def shipper_of(self, item: Item) -> str | None:
        """Return the one shipper an item belongs to, None where it may be either."""
        if len(self.shippers) == 1:
            return next(iter(self.shippers))
        counted = [held for held in self.items if held.share]
        if counted and not counted[0].named:
            return None
        if len(item.named) > 1 and len(counted) == len(item.named) and item in counted:
            return item.named[counted.index(item)]
        return item.named[0] if len(item.named) == 1 else None


def gather(pieces: Iterable[tuple[Piece, Topic]], periods: frozenset[Place]) -> Stated:
    """Return what the pieces under the defect rate's topic state; `periods` are where periods begin."""
    found = Stated()
    spoken = list(pieces)
    for place, (piece, topic) in enumerate(spoken):
        names = _shippers(piece)
        if names:
            found.name(names, piece.line)
        if topic.metric == ODR:
            _take(found, piece, topic, periods, is_target=_is_target(spoken, place))
    return found


def _is_target(spoken: Sequence[tuple[Piece, Topic]], place: int) -> bool:
    """Return whether a percentage is the target: "under 1%", "1% 以下"."""
    before = spoken[place - 1][0] if place else None
    after = spoken[place + 1][0] if place + 1 < len(spoken) else None
    is_under = (
        before is not None and before.line == spoken[place][0].line and _TARGET in before.names("label")
    )
    return is_under or (
        after is not None and after.line == spoken[place][0].line and _ABOVE in after.names("label")
    )


def _shippers(piece: Piece) -> tuple[str, ...]:
    labelled = piece.names("shipper") if piece.label == "fulfillment" else ()
    return (*piece.names("fulfillment"), *labelled)


def _take(found: Stated, piece: Piece, topic: Topic, periods: frozenset[Place], *, is_target: bool) -> None:
    share = shares.of(piece)
    place = (piece.line, piece.start)
    if piece.kind is Kind.PERCENT:
        found.lines.add(piece.line)
        if not is_target and piece.label != _TARGET and topic.type is None:
            found.percents.append(piece.value)
    elif place in periods:
        found.take(Item(piece.line, tuple(found.waiting), period=place))
    elif share and topic.type is None:
        found.take(Item(piece.line, tuple(found.waiting), share=share, is_certain=topic.is_certain))
    elif topic.type is not None and topic.is_certain:
        _take_component(found, piece, topic.type, share)
    elif ODR in piece.names("metric"):
        found.lines.add(piece.line)


def _take_component(found: Stated, piece: Piece, type_: DefectType, share: Share | None) -> None:
    counted = share.defects if share and share.defects is not None else share.orders if share else None
    if counted is None and piece.kind is Kind.NUMBER:
        counted = piece.value
    if counted is not None:
        found.components.setdefault(type_, counted)
        found.lines.add(piece.line)
