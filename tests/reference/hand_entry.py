"""The two small files of hand entry: defects.csv and order_counts.csv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .dice import dice
from .document import Document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from .truth import HandRow, Shop

DEFECTS = ("order_id", "order_date", "fulfillment", "type", "outcome", "event_date", "decided_on", "note")
COUNTS = ("first_day", "last_day", "fulfillment", "orders")
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16-le")


def documents(shop: Shop, names: list[str]) -> list[Document]:
    """What was typed in, each file in a layout of its own."""
    found = [
        _table(shop, f"defects {number}", DEFECTS, [_defect(row) for row in rows], names)
        for number, rows in enumerate(shop.hand_files)
    ]
    if shop.counts:
        rows = [
            (_day(row.first_day), _day(row.last_day), row.fulfillment, str(row.orders)) for row in shop.counts
        ]
        found.append(_table(shop, "counts", COUNTS, rows, names))
    return found


def _table(
    shop: Shop, key: str, header: tuple[str, ...], rows: Sequence[tuple[str, ...]], names: list[str]
) -> Document:
    rng = dice(f"{key} {shop.seed}")
    sheet = rng.random() < 0.1
    return Document(
        name=names.pop(0) + (".xlsx" if sheet else rng.choice((".csv", ".csv", ".txt"))),
        header=header,
        rows=tuple(rows),
        delimiter=",",
        quoting=True,
        encoding=rng.choice(ENCODINGS),
        newline=rng.choice(("\r\n", "\n")),
        sheet=sheet,
    )


def _defect(row: HandRow) -> tuple[str, ...]:
    return (
        row.order_id,
        _day(row.order_date),
        row.fulfillment or "",
        row.type,
        row.outcome,
        _day(row.event_date) or row.event_text,
        _day(row.decided_on),
        row.note,
    )


def _day(day: date | None) -> str:
    """The day as people write it: mostly ISO, sometimes with slashes, in Chinese or in English."""
    if day is None:
        return ""
    ways = (
        f"{day:%Y/%m/%d}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%B} {day.day}, {day.year}",
    )
    return ways[day.toordinal() % 7] if day.toordinal() % 7 < len(ways) else day.isoformat()
