"""Columns: which cell of a row is which, judged by the header's words.

Amazon translates some headers and changes hyphens, blanks and trailing spaces between
stores and years, so names are folded before they are compared. The word lists are data:
`columns.toml`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from calculator import tables

_MOST, _LONGEST = 1_000, 200
_HYPHENS = dict.fromkeys(map(ord, "-\u2010\u2011\u2012\u2013\u2014\u2212_"), " ")


def words(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return, per column of a report kind, the folded names it is known by."""
    return {
        column: tuple(names) for column, names in tables.read("calculator.reports", "columns")[kind].items()
    }


def folded(name: str) -> str:
    """Return a header cell for comparison.

    >>> folded(" E\u2011Mail des Bewertenden "), folded("order-item-id ")
    ('e mail des bewertenden', 'order item id')
    """
    plain = unicodedata.normalize("NFKC", name).translate(_HYPHENS).replace("\u2019", "'")
    return " ".join(plain.replace("\ufeff", "").casefold().split())


def names(header: Sequence[str]) -> list[str]:
    """Return the cells of a header for comparison; no report has more columns than are looked at."""
    return [folded(cell[:_LONGEST]) for cell in header[:_MOST]]


def by_name(kind: str, header: Sequence[str]) -> dict[str, int]:
    """Return column → position for every column of `kind` whose exact name the header has."""
    held = names(header)
    return {
        column: held.index(found)
        for column, known in words(kind).items()
        if (found := next((word for word in known if word in held), None)) is not None
    }


def by_part(kind: str, header: Sequence[str]) -> dict[str, int]:
    """Return column → position where a header cell contains a known word; no cell serves twice.

    A chargeback column often says "claim" too, so the rarer words are looked for first.
    """
    held = names(header)
    places: dict[str, int] = {}
    for column, known in sorted(words(kind).items(), key=lambda item: item[0] == "a_to_z_claim"):
        for word in known:
            place = next(
                (i for i, name in enumerate(held) if word in name and i not in places.values()), None
            )
            if place is not None:
                places[column] = place
                break
    return places


def written(kind: str, column: str) -> str:
    """Return the name of a column as its report writes it, for a message."""
    joint = {
        "all_orders": "-",
        "defects": "_",
        "fba_returns": "-",
        "order_counts": "_",
        "settlement": "-",
    }.get(kind, " ")
    return words(kind)[column][0].replace(" ", joint)
