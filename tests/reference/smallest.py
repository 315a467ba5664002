"""A shop that differs, made as small as it can be while it still differs in the same way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .recount_orders import merged, store_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .truth import Shop

LINES = ("order_files", "feedback_files", "hand_files")
Place = tuple[str, int, int]


def smallest(shop: Shop, differs: Callable[[Shop], bool], tries: int = 600) -> Shop:
    """Leave out files, then halves, quarters and single lines, as long as the shop still differs."""
    for lean in _without_whole_files(shop):
        if clear(lean(shop)) and differs(lean(shop)):
            shop = lean(shop)
    size = max(1, len(_places(shop)) // 2)
    while size and tries:
        places = _places(shop)
        for start in range(0, len(places), size):
            tries -= 1
            candidate = _without(shop, set(places[start : start + size]))
            if tries > 0 and clear(candidate) and differs(candidate):
                shop = candidate
                break
        else:
            size //= 2
        tries = max(tries, 0)
    return shop


def clear(shop: Shop) -> bool:
    """Whether it is beyond doubt which store is assessed."""
    counts = sorted(store_counts(merged(shop)).values())
    return shop.store is not None or (bool(counts) and counts[-1:] != counts[-2:-1])


def _without_whole_files(shop: Shop) -> Iterator[Callable[[Shop], Shop]]:
    yield lambda one: replace(one, marks=None)
    yield lambda one: replace(one, report=None)
    yield lambda one: replace(one, counts=())
    yield lambda one: replace(one, feedback_files=())
    yield lambda one: replace(one, hand_files=())


def _places(shop: Shop) -> list[Place]:
    return [
        (kind, number, line)
        for kind in LINES
        for number, file in enumerate(getattr(shop, kind))
        for line in range(len(file))
    ]


def _without(shop: Shop, places: set[Place]) -> Shop:
    """The shop without these lines, and without files that this leaves empty."""
    left: dict[str, tuple[tuple[object, ...], ...]] = {}
    for kind in LINES:
        files = [
            tuple(row for line, row in enumerate(file) if (kind, number, line) not in places)
            for number, file in enumerate(getattr(shop, kind))
        ]
        left[kind] = tuple(file for file in files if file)
    return replace(shop, **left)  # type: ignore[arg-type]  # named by `kind`, which mypy cannot follow
